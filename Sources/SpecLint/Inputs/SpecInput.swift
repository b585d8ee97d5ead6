import Diagnostics
import Glibc
import MacroExpansion

/// A spec's bytes and the name they go by.
public struct SpecInput: Sendable {
  /// As the user wrote it; reports name it so.
  public let path: String
  public let bytes: [UInt8]
  /// What lies in the source package that the spec is from; nil for a spec of its own.
  package let packagedFiles: [String]?

  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
    packagedFiles = nil
  }

  /// The spec of a source package: `hello-1.2-1.src.rpm/hello.spec`.
  init(_ contents: SourcePackageContents, from path: String) {
    self.path = "\(path)/\(contents.specName)"
    bytes = contents.spec
    packagedFiles = contents.files
  }

  /// Reads a spec, or a source package's, which takes a worker.
  public init(contentsOf path: String, _ options: EvaluationOptions = EvaluationOptions()) throws(LintFailure) {
    if path.hasSuffix(".rpm") {
      self.init(try SpecReader(options).package(at: path), from: path)
    } else {
      self.init(path: path, bytes: try FileBytes.read(path))
    }
  }

  /// A file, or standard input for "-".
  package init(argument path: String) throws(LintFailure) {
    if path == "-" { self.init(path: "stdin.spec", bytes: try FileBytes.readStandardInput()) } else { try self.init(contentsOf: path) }
  }

  /// The name as the file system has it.
  package var pathBytes: [UInt8] { FileName.bytes(of: path) }

  /// Where the spec's sources and includes lie: beside it, as in a distribution's repository of packages.
  package var folder: String {
    let folder = path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    guard let absolute = realpath(folder.fileName, nil) else { return folder }
    defer { free(absolute) }
    return String(fileName: absolute)
  }
}

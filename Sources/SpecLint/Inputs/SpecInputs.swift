/// From what stands on the command line to the specs it means.
package struct SpecInputs {
  package enum Entry: Sendable {
    case spec(SpecInput)
    /// What is known without reading a spec: a file that cannot be read, or is not to be.
    case report(FileReport)
  }

  /// In the order given, a folder's own sorted and links out of it last; a path that cannot be read costs only itself.
  package private(set) var entries: [Entry] = []
  private let standardInputName: String
  private let configurations: ConfigurationFinder
  /// Where the specs met so far lie, links of their folders followed: one that is named twice is linted, and fixed, once.
  private var seen: Set<String> = []

  package init(_ paths: [String], standardInputName: String, configurations: ConfigurationFinder) throws(LintFailure) {
    self.standardInputName = standardInputName
    self.configurations = configurations
    for path in paths.isEmpty ? ["."] : paths {
      if path != "-", SpecFolder.isFolder(path) { try addSpecs(below: path) } else { try add(path) }
    }
  }

  private mutating func addSpecs(below folder: String) throws(LintFailure) {
    let contents: SpecFolder.Contents
    do throws(LintFailure) {
      contents = try SpecFolder.contents(below: folder)
      if contents.specs.isEmpty, contents.linksOut.isEmpty { throw LintFailure(contents.complaint(about: folder)) }
    } catch {
      return entries.append(.report(FileReport(path: folder, failure: error.description)))
    }
    for spec in contents.specs { try add(spec, listedIn: folder, home: contents.home) }
    for link in contents.linksOut { addLink(link, outOf: folder) }
  }

  private mutating func addLink(_ path: String, outOf folder: String) {
    entries.append(.report(FileReport(path: path, outcome: .skipped("it is a link out of '\(folder)'; name it to lint it"))))
  }

  /// - Parameters:
  ///   - folder: Where it was found; nil for a file that the user named, and so is told of when it is left out.
  ///   - home: What such a file must not lead out of.
  private mutating func add(_ path: String, listedIn folder: String? = nil, home: String? = nil) throws(LintFailure) {
    let name = path == "-" ? standardInputName : path
    guard seen.insert(path == "-" ? path : RootedPath.located(path)).inserted else { return }
    if let configuration = try configurations.configuration(for: name), configuration.excludes(name) {
      if folder == nil { entries.append(.report(FileReport(path: name, outcome: .skipped("'\(configuration.path)' excludes it")))) }
      return
    }
    do throws(LintFailure) {
      let input: SpecInput
      if let folder, let home {
        guard let bytes = try FileBytes.read(path, below: home) else { return addLink(path, outOf: folder) }
        input = SpecInput(path: path, bytes: bytes)
      } else {
        input = path == "-" ? SpecInput(path: name, bytes: try FileBytes.readStandardInput()) : try SpecInput(contentsOf: path)
      }
      if let binary = BinaryFormat(input.bytes) { throw LintFailure("cannot read '\(name)': \(binary.description)") }
      if let other = OtherSpecFormat(input.bytes) {
        entries.append(.report(FileReport(path: name, outcome: .skipped("it is \(other.description), not an RPM spec"))))
      } else {
        entries.append(.spec(input))
      }
    } catch {
      entries.append(.report(FileReport(path: name, failure: error.description)))
    }
  }
}

internal import MacroExpansion

/// What one archive among the sources unpacks to, as far as Go modules are concerned.
struct SourceTree {
  let archive: String
  /// Whether a module or vendor folder that is not listed is surely not there.
  let isComplete: Bool
  let modules: [SourceModule]
  /// Folders that hold a `vendor/modules.txt`.
  private let vendored: Set<String>

  /// nil where the source is no archive that could be read.
  init?(_ source: LocalSource) {
    guard case .archive(let files, let isComplete) = source.content else { return nil }
    archive = source.name
    self.isComplete = isComplete
    let contents = Dictionary(files.map { ($0.path, $0.bytes) }) { _, later in later }
    let vendored = Set(contents.keys.compactMap { Self.folder(of: $0, named: "vendor/modules.txt") })
    self.vendored = vendored
    modules = contents.keys.sorted().compactMap { path in
      guard let folder = Self.folder(of: path, named: "go.mod"), let bytes = contents[path] else { return nil }
      return SourceModule(
        archive: source.name, folder: folder, modFile: bytes, sumFile: contents[Self.path(of: "go.sum", in: folder)],
        modulesList: contents[Self.path(of: "vendor/modules.txt", in: folder)])
    }
    self.contents = contents
  }

  private let contents: [String: [UInt8]]

  /// The go.mod of a module, as the archive has it.
  func modFile(of module: SourceModule) -> [UInt8]? { contents[Self.path(of: "go.mod", in: module.folder)] }

  /// A module with another go.mod.
  func edited(_ module: SourceModule, modFile: [UInt8]) -> SourceModule {
    SourceModule(
      archive: archive, folder: module.folder, modFile: modFile, isEdited: true,
      sumFile: contents[Self.path(of: "go.sum", in: module.folder)],
      modulesList: contents[Self.path(of: "vendor/modules.txt", in: module.folder)])
  }

  private static func path(of name: String, in folder: String) -> String { folder.isEmpty ? name : "\(folder)/\(name)" }

  /// "hello-1.2" of "hello-1.2/go.mod".
  private static func folder(of path: String, named name: String) -> String? {
    if path == name { return "" }
    return path.hasSuffix("/\(name)") ? String(path.dropLast(name.count + 1)) : nil
  }

  /// The module at the top of the tree; nil where there is none, or several stand side by side.
  var main: SourceModule? {
    let depths = modules.map { $0.folder.split(separator: "/").count }
    guard let least = depths.min(), depths.count(where: { $0 == least }) == 1 else { return nil }
    return zip(modules, depths).first { $0.1 == least }?.0
  }

  /// Whether its main module, or an archive that holds no module, brings a vendor folder.
  var bringsVendor: Bool { modules.isEmpty ? !vendored.isEmpty : main?.hasVendor == true }
}

/// An archive that a scriptlet has unpacked.
struct UnpackedTree: Sendable, Hashable {
  /// Its place among the spec's trees.
  let tree: Int
  /// Where it was unpacked.
  let directory: Value
}

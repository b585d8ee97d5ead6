/// Finds and reads the configuration that holds for a spec: the nearest `.rpmscope.yml` from its folder upwards.
///
/// Each file is read once.
package final class ConfigurationFinder {
  package enum Source: Sendable {
    case nearest
    case file(String)
    case none
  }

  private let source: Source
  private var byFolder: [String: Configuration?] = [:]

  package init(_ source: Source) { self.source = source }

  /// - Parameter path: A spec, which need not exist, or a folder with a slash at the end.
  package func configuration(for path: String) throws(LintFailure) -> Configuration? {
    switch source {
    case .none: return nil
    case .file(let file):
      if let known = byFolder[file] { return known }
      let configuration = try Configuration(contentsOf: file)
      byFolder[file] = configuration
      return configuration
    case .nearest: return try nearest(to: RootedPath.absolute(path.hasSuffix("/") ? path + "." : Self.folder(of: path)))
    }
  }

  private func nearest(to folder: String) throws(LintFailure) -> Configuration? {
    if let known = byFolder[folder] { return known }
    let file = folder == "/" ? "/" + Configuration.fileName : "\(folder)/\(Configuration.fileName)"
    let configuration: Configuration? =
      if FileBytes.exists(file) {
        try Configuration(contentsOf: Self.shown(file))
      } else {
        try inherited(by: folder)
      }
    byFolder[folder] = configuration
    return configuration
  }

  /// That of the folders above, unless a file here is taken for one by its author.
  private func inherited(by folder: String) throws(LintFailure) -> Configuration? {
    for name in [".rpmscope.yaml", "rpmscope.yml", "rpmscope.yaml", ".rpmscope.toml"] {
      let file = folder == "/" ? "/" + name : "\(folder)/\(name)"
      guard FileBytes.exists(file) else { continue }
      throw LintFailure("'\(Self.shown(file))' is not read; rename it to '\(Configuration.fileName)'")
    }
    return folder == "/" ? nil : try nearest(to: Self.folder(of: folder))
  }

  private static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// From the current folder where it lies below it, as that is what people read.
  private static func shown(_ file: String) -> String {
    let current = RootedPath.currentFolder
    return RootedPath.relative(file, to: current.hasSuffix("/") ? current : current + "/")
  }
}

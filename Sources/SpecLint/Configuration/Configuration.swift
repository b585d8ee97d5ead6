/// What `.rpmscope.yml` says of the specs below its folder.
package struct Configuration: Sendable {
  package struct Override: Sendable {
    package let paths: GlobList
    package let settings: LintSettings
  }

  /// As found or given.
  package let path: String
  package internal(set) var settings = LintSettings()
  package internal(set) var overrides: [Override] = []
  package internal(set) var exclude = GlobList([])
  /// From the current folder, or absolute.
  package internal(set) var baseline: String?

  package static let fileName = ".rpmscope.yml"

  /// The file's folder, absolute, with a slash at the end; patterns count from here.
  package var root: String {
    let absolute = RootedPath.absolute(path)
    return absolute.lastIndex(of: "/").map { String(absolute[...$0]) } ?? "/"
  }

  init(path: String) { self.path = path }

  /// What holds for one spec.
  package func settings(for spec: String) -> LintSettings {
    let path = RootedPath.relative(spec, to: root)
    return overrides.filter { $0.paths.contains(file: path) }.reduce(settings) { $0.overridden(by: $1.settings) }
  }

  package func excludes(_ spec: String) -> Bool {
    exclude.contains(file: RootedPath.relative(spec, to: root))
  }
}

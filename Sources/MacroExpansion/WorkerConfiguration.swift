/// What a worker is told once, before the first spec: which macros there are.
package struct WorkerConfiguration: Sendable, Equatable {
  /// `--define 'NAME(OPTIONS) BODY'`.
  package struct Define: Sendable, Hashable {
    package var name: String
    /// What stands between the parentheses of a parametric macro; nil for a plain one.
    package var options: String?
    package var body: [UInt8]

    package init(name: String, options: String? = nil, body: [UInt8]) {
      self.name = name
      self.options = options
      self.body = body
    }
  }

  /// "auto", "host" or the name of a bundled macro set.
  package var target: String
  package var defines: [Define]
  package var undefines: [String]
  /// Macro files, read in order after the configuration and before `defines`.
  package var loadFiles: [String]
  /// Leave `~/.rpmmacros` (and newer rpm's `~/.config/rpm`) out.
  package var ignoresUserMacros: Bool
  /// Overrides `RPM_CONFIGDIR`; nil leaves the choice to the environment and librpm.
  package var configurationDirectory: String?
  /// Specs that are read at the same time, a process each; 0 means one per core.
  package var jobs: Int

  package init(
    target: String = "auto", defines: [Define] = [], undefines: [String] = [], loadFiles: [String] = [], ignoresUserMacros: Bool = false,
    configurationDirectory: String? = nil, jobs: Int = 0
  ) {
    self.target = target
    self.defines = defines
    self.undefines = undefines
    self.loadFiles = loadFiles
    self.ignoresUserMacros = ignoresUserMacros
    self.configurationDirectory = configurationDirectory
    self.jobs = jobs
  }
}

package import MacroExpansion

/// How specs are read: with which macros, for which target, for how long.
public struct EvaluationOptions: Sendable, Hashable {
  /// A spec is judged once for each of them.
  public var targets = [Target.auto]
  public var defines: [Definition] = []
  public var undefines: [String] = []
  /// Macro files, read after rpm's own.
  public var macroFiles: [String] = []
  /// Leave the user's own macro files out (`~/.rpmmacros`).
  public var ignoresUserMacros = false
  /// Run `%(…)` and Lua's commands for real; for specs one trusts.
  public var allowsShell = false
  /// Seconds of wall-clock time for one spec.
  public var timeLimit = 10.0
  /// Specs read at the same time; 0 for one per core.
  public var jobs = 0

  /// The worker's executable; nil for `RPMSCOPE_WORKER`, else the one beside the running executable.
  public var workerPath: String?

  public init() {}

  /// The same for each of its targets.
  package var forEachTarget: [EvaluationOptions] {
    var seen: Set<Target> = []
    return targets.filter { seen.insert($0).inserted }.map { target in
      var options = self
      options.targets = [target]
      return options
    }
  }

  /// The only one, or the first.
  package var target: Target { targets.first ?? .auto }

  package var configuration: WorkerConfiguration {
    WorkerConfiguration(
      target: target.name, defines: defines.map(\.define), undefines: undefines,
      loadFiles: macroFiles, ignoresUserMacros: ignoresUserMacros, jobs: jobs)
  }
}

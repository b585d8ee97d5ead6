/// One spec to be read by the worker, and how.
package struct EvaluationRequest: Sendable, Equatable {
  /// As the user wrote it; for messages and for the folder of relative includes.
  package var path: String
  /// The spec's text; the worker does not open `path` itself.
  package var bytes: [UInt8]
  /// `%{_sourcedir}`: where `%include` and `%{load:}` look, the one folder of the user's that may be read.
  package var sourceDirectory: String
  /// Conditions that are to be decided thus, whatever their text says.
  ///
  /// The key is the byte offset at which the condition's line starts in the spec; included files are decided as usual.
  package var decisions: [Int: Bool]
  /// Macros whose value is replaced right after the spec, or rpm, has set it, by name without `%`: shows what a path is keyed by.
  package var identity: [String: [UInt8]]
  /// Run `%(…)` and Lua's commands for real, without seccomp and Landlock: for specs one trusts.
  package var allowShell: Bool
  /// The text of which this is a copy with edits: it is read with the macros that were chosen for that; nil for none.
  package var original: [UInt8]?
  /// Look into the sources that lie in `sourceDirectory`: `ExpandedSpec.localSources`.
  package var readsSources = false
  /// `path` is a source package in `sourceDirectory`: its spec and the names of its files are wanted, no reading.
  package var isPackage = false
  /// Wall-clock seconds after which the worker gives the spec up; a day at most.
  package var timeLimit: Double { didSet { timeLimit = Self.bounded(timeLimit) } }

  package init(
    path: String, bytes: [UInt8], sourceDirectory: String, decisions: [Int: Bool] = [:], identity: [String: [UInt8]] = [:],
    allowShell: Bool = false, timeLimit: Double = 10
  ) {
    self.path = path
    self.bytes = bytes
    self.sourceDirectory = sourceDirectory
    self.decisions = decisions
    self.identity = identity
    self.allowShell = allowShell
    self.timeLimit = Self.bounded(timeLimit)
  }

  /// A day at most, and a number.
  package static func bounded(_ seconds: Double) -> Double { seconds.isFinite ? min(max(seconds, 0), 86_400) : 86_400 }
}

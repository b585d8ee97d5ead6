package import MacroExpansion
import MacroTargets
import SpecSyntax

/// How specs are read: with which macros, for which target, for how long.
public struct EvaluationOptions: Sendable, Hashable {
  /// "auto", "host" or the name of a bundled macro set; several with commas, "all" for every bundled one.
  public var target = "auto"
  /// As on rpm's command line: "NAME BODY", "NAME(OPTIONS) BODY".
  public var defines: [String] = []
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
    let names = target == "all" ? MacroTarget.all.map(\.name) : target.split(separator: ",").map(String.init)
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }.map { name in
      var options = self
      options.target = name
      return options
    }
  }

  /// What is wrong with the names of its targets; nil when nothing is.
  package var targetComplaint: String? {
    let known = Self.knownTargets
    guard !forEachTarget.isEmpty else { return "no target is named; there are all, \(known.joined(separator: ", "))" }
    guard let wrong = forEachTarget.map(\.target).first(where: { !known.contains($0) }) else { return nil }
    return "unknown target '\(wrong)'; there are all, \(known.joined(separator: ", "))"
  }

  /// What a target may be called.
  package static let knownTargets = ["auto", "host"] + MacroTarget.all.map(\.name)

  /// Whether a text is what `defines` may hold.
  package static func isDefinition(_ text: String) -> Bool { WorkerConfiguration.Define(argument: text) != nil }

  /// What is wrong with `defines`; nil when nothing is.
  package var definitionComplaint: String? {
    defines.first { !Self.isDefinition($0) }.map { "the definition '\($0)' is not 'NAME BODY'" }
  }

  package var configuration: WorkerConfiguration {
    WorkerConfiguration(
      target: target, defines: defines.compactMap(WorkerConfiguration.Define.init(argument:)), undefines: undefines,
      loadFiles: macroFiles, ignoresUserMacros: ignoresUserMacros, jobs: jobs)
  }
}

extension WorkerConfiguration.Define {
  /// "NAME BODY" or "NAME(OPTIONS) BODY" as rpm's `--define` takes it; nil without a name or a body.
  package init?(argument: String) {
    let blanks: Set<UInt8> = [0x20, 0x09]
    let text = Array(argument.utf8).drop { blanks.contains($0) }
    let name = text.prefix(while: \.isNameByte)
    guard !name.isEmpty else { return nil }
    var rest = text.dropFirst(name.count)
    var options: String?
    if rest.first == UInt8(ascii: "(") {
      guard let close = rest.firstIndex(of: UInt8(ascii: ")")) else { return nil }
      options = String(decoding: rest[(rest.startIndex + 1)..<close], as: UTF8.self)
      rest = rest[(close + 1)...]
    }
    guard let separator = rest.first, blanks.contains(separator) else { return nil }
    let body = rest.drop { blanks.contains($0) }
    guard !body.isEmpty else { return nil }
    self.init(name: String(decoding: name, as: UTF8.self), options: options, body: Array(body))
  }
}

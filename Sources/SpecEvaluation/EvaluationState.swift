internal import Diagnostics
package import MacroExpansion
internal import RPMMacros
internal import SpecSyntax

/// What is being collected while a spec is read, and where reading stands.
///
/// A class, because librpm calls back (for `%(…)`) in the middle of an expansion and must find the same state.
package final class EvaluationState {
  package internal(set) var spec: ExpandedSpec
  /// The line or call that is being expanded, for what librpm reports meanwhile.
  var place = SourceReference(range: 0..<0)
  var section = SectionKeyword.preamble
  /// `%setup` and `%patch` as long as they are macros.
  var prepMacros: PrepMacros?
  /// What the file is filled in with, when it is no finished spec.
  let template: SpecTemplate?
  /// `%{?name}` and `%{?name:…}` of which nobody defines the macro, as `undefinedMacros`.
  var absentMacros: [UndefinedMacro] = []
  /// What librpm's parser is to be given.
  var parserInput = ParserInput()
  /// An `%include` or `%{load:}` of a file that is not there: whatever it defines is missing.
  private(set) var hasUnreadFile = false

  private static let problemLimit = 1_000
  private static let commandLimit = 10_000
  private struct ProblemKey: Hashable {
    let id: ReadingProblem
    let message: String
    let file: Int
    let offset: Int
  }
  private var knownProblems: Set<ProblemKey> = []

  init(spec: ExpandedSpec) {
    self.spec = spec
    template = spec.files.first.flatMap { SpecTemplate(path: $0.path, $0.bytes) }
  }

  func report(
    _ id: ReadingProblem, _ message: String, at place: SourceReference? = nil, cause: Problem.Cause? = nil,
    severity: Severity? = nil, confidence: Confidence = .high
  ) {
    let place = place ?? self.place
    if id == .missingInclude || cause == .missingMacroFile { hasUnreadFile = true }
    guard !isFilledInLater(id, place) else { return }
    guard spec.problems.count < Self.problemLimit else { return }
    // Messages of one kind at one place are one problem: a BuildArch makes rpm read the preamble twice.
    let key = ProblemKey(id: id, message: message, file: place.file, offset: place.range.lowerBound)
    guard knownProblems.insert(key).inserted else { return }
    spec.problems.append(
      Problem(id, severity: severity, confidence: confidence, message: message, source: place, cause: cause))
  }

  /// Whether something in these lines could not be expanded.
  func hasExpansionError(in place: SourceReference) -> Bool {
    spec.problems.contains {
      $0.id == .expansionError && $0.source.file == place.file && place.range.contains($0.source.range.lowerBound)
    }
  }

  /// Says of a template what it is, once.
  func reportTemplate() {
    guard let template else { return }
    report(
      .unfilledTemplate,
      "the file is a template; what takes the place of '\(template.language.placeholder)' is not known",
      at: SourceReference(range: template.range))
  }

  /// What rpm would complain of stands where a template is yet to be filled in.
  private func isFilledInLater(_ id: ReadingProblem, _ place: SourceReference) -> Bool {
    guard let template, id != .unfilledTemplate, spec.files.indices.contains(place.file) else { return false }
    let bytes = spec.files[place.file].bytes
    return place.range.upperBound <= bytes.count
      && (template.isIn(bytes[place.range]) || place.file == 0 && template.holds(place.range))
  }

  /// Turns librpm's own messages into problems at the place that is being read.
  func report(_ messages: [MacroEngine.Message]) {
    for message in messages.map(LibraryMessage.init) {
      // A macro that calls itself (`Version: %{VERSION}`) fails wherever it is used: the first place says it.
      if message.cause == .recursion, spec.problems.contains(where: { $0.cause == .recursion }) { continue }
      report(message.id, message.text, cause: message.cause)
    }
  }

  /// What `%setup` or `%patch` becomes, of which rpm's macros ask as if it were a command; nil for a command.
  package func prepText(for command: [UInt8]) -> [UInt8]? { prepMacros?.answer(command) }

  /// Remembers a command that the spec wanted run.
  ///
  /// - Returns: its index in `commands`.
  package func record(command: [UInt8], outcome: ShellCall.Outcome) -> Int {
    let call = ShellCall(command: command, outcome: outcome, source: place)
    if let known = spec.commands.firstIndex(where: { $0.command == command && $0.source == call.source }) {
      return known
    }
    guard spec.commands.count < Self.commandLimit else { return spec.commands.count - 1 }
    spec.commands.append(call)
    return spec.commands.count - 1
  }

  /// Forgets what the first reading found, for the second one that `BuildArch` brings; commands stay, because macros may hold their tokens.
  func startAgain() {
    spec.text = ExpandedText()
    spec.sections = []
    spec.tags = []
    spec.conditions = []
    spec.definitions = []
    spec.undefinedMacros = []
    absentMacros = []
    parserInput = ParserInput()
    spec.sources = []
    spec.patches = []
    spec.files.removeSubrange(1...)
  }
}

/// How bad a finding is; what to do about it is decided by `--fail-on`.
public enum Severity: String, Sendable, CaseIterable, Comparable {
  case info, warning, error

  private var rank: Int {
    switch self {
    case .info: 0
    case .warning: 1
    case .error: 2
    }
  }
  public static func < (a: Self, b: Self) -> Bool { a.rank < b.rank }
}

/// How sure a finding is; apart from how bad it would be.
public enum Confidence: String, Sendable, CaseIterable, Comparable {
  case low, medium, high

  private var rank: Int {
    switch self {
    case .low: 0
    case .medium: 1
    case .high: 2
    }
  }
  public static func < (a: Self, b: Self) -> Bool { a.rank < b.rank }
}

/// A place in a file that a diagnostic speaks of.
public struct FileRange: Sendable, Hashable {
  /// Path of the file as given; for a macro of the target or the host, the file that defines it.
  public let file: String
  public let start: SourceLocation
  /// One past the last byte; equals `start` where only a point is known.
  public let end: SourceLocation

  package init(file: String, start: SourceLocation, end: SourceLocation) {
    self.file = file
    self.start = start
    self.end = end
  }
}

/// A further place or fact that explains a diagnostic: "expanded from %gobuild", "set here".
public struct Note: Sendable, Hashable {
  public let message: String
  /// nil when the note is a fact without a place.
  public let place: FileRange?
  /// The rules that it names because what the finding is about is a case of theirs too.
  package let rules: [String]
  /// Whether it says why a rewrite is not offered, which few want to know.
  package private(set) var isOnTrial = false

  package init(_ message: String, at place: FileRange? = nil, naming rules: [String] = []) {
    self.message = message
    self.place = place
    self.rules = rules
  }

  /// Why a rewrite is not offered.
  package static func onTrial(_ message: String) -> Note {
    var note = Note(message)
    note.isOnTrial = true
    return note
  }
}

/// Something a packager should know about a spec.
public struct Diagnostic: Sendable, Hashable {
  /// The rule's id, or a kebab-case name of what went wrong while the spec was read.
  public let rule: String
  /// The rule's own; whoever configures the tool may see it otherwise.
  public package(set) var severity: Severity
  public let confidence: Confidence
  /// Lower case, no full stop.
  public let message: String
  public let place: FileRange
  public package(set) var notes: [Note]
  /// The `%if` condition under which it holds, in the spec's own words; nil when it always does.
  public package(set) var condition: String?
  public package(set) var fixes: [FixIt]
  /// The targets on which it holds, where a spec was judged for several; empty where it was judged for one.
  public package(set) var targets: [String] = []

  package init(
    rule: String, severity: Severity, confidence: Confidence = .high, message: String, place: FileRange,
    notes: [Note] = [], condition: String? = nil, fixes: [FixIt] = []
  ) {
    self.rule = rule
    self.severity = severity
    self.confidence = confidence
    self.message = message
    self.place = place
    self.notes = notes
    self.condition = condition
    self.fixes = fixes
  }
}

extension Diagnostic {
  /// The same finding with other fixes, and further notes on them.
  package func offering(_ fixes: [FixIt], adding notes: [Note] = []) -> Diagnostic {
    var offering = self
    offering.fixes = fixes
    offering.notes += notes
    return offering
  }
}

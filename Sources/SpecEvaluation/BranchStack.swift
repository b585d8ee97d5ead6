internal import Diagnostics
internal import MacroExpansion
internal import SpecSyntax

/// The open `%if`s (`ReadLevelEntry` in rpm's build/rpmbuild_internal.h).
struct BranchStack {
  fileprivate struct Level {
    var isReading: Bool
    /// No branch has been taken yet, and the enclosing one was.
    var isReadable: Bool
    var last: LineKeyword
    var place: SourceReference
    /// Of the condition whose lines are being passed, in `ExpandedSpec.conditions`; nil after `%else`.
    var condition: Int?
  }
  private var levels: [Level] = []

  /// Deeper ones are treated as not taken; no real spec has more than a dozen.
  private static let depthLimit = 1_000

  var isEmpty: Bool { levels.isEmpty }
  var isReading: Bool { levels.last?.isReading ?? true }
  var isReadable: Bool { levels.last?.isReadable ?? true }

  /// What is wrong with a directive here; nil when it may stand here.
  func complaint(about keyword: LineKeyword) -> String? {
    guard !keyword.opensBranch else { return nil }
    guard let top = levels.last else { return "\(keyword.rawValue) with no %if" }
    if keyword != .endif, top.last == .else { return "\(keyword.rawValue) after %else" }
    return nil
  }

  mutating func enter(
    _ keyword: LineKeyword, isTrue: Bool, isReached: Bool, _ state: EvaluationState, at place: SourceReference
  ) {
    if keyword.opensBranch, levels.count >= Self.depthLimit {
      state.report(.badCondition, "conditions are nested more than \(Self.depthLimit) deep", at: place)
    }
    let line = state.spec.files[place.file].bytes[place.range]
    let text = line[..<(line.lastIndex { !$0.isSpace }.map { $0 + 1 } ?? line.startIndex)]
    if keyword.continuesBranch { endBody(state, at: place) }
    state.spec.conditions.append(
      Condition(
        text: Array(text.drop { $0.isSpace }), source: place, isTaken: isTrue, isUnreached: !isReached,
        body: place.range.upperBound..<place.range.upperBound))
    let condition = state.spec.conditions.count - 1
    if keyword.opensBranch {
      let outer = isReading
      levels.append(Level(isReading: outer && isTrue, isReadable: outer && !isTrue, last: keyword, place: place, condition: condition))
    } else {
      let index = levels.count - 1
      levels[index].isReading = levels[index].isReadable && isTrue
      if levels[index].isReading { levels[index].isReadable = false }
      levels[index].last = keyword
      levels[index].condition = condition
    }
  }

  mutating func takeElse(_ state: EvaluationState, at place: SourceReference) {
    guard !levels.isEmpty else { return }
    endBody(state, at: place)
    let index = levels.count - 1
    let outer = index > 0 ? levels[index - 1].isReading : true
    levels[index].isReading = outer && levels[index].isReadable
    levels[index].last = .else
    levels[index].condition = nil
  }

  mutating func close(_ state: EvaluationState, at place: SourceReference) {
    endBody(state, at: place)
    _ = levels.popLast()
  }

  /// At the end of the last file: every level that is still open is a problem.
  mutating func finish(_ state: EvaluationState) {
    for level in levels { state.report(.unclosedConditional, "\(level.openingText) is not closed by %endif", at: level.place) }
    levels = []
  }

  /// The lines of the current condition end before `place`.
  private func endBody(_ state: EvaluationState, at place: SourceReference) {
    guard let condition = levels.last?.condition, state.spec.conditions[condition].file == place.file else { return }
    let start = state.spec.conditions[condition].body.lowerBound
    state.spec.conditions[condition].body = start..<max(start, place.range.lowerBound)
  }
}

extension BranchStack.Level {
  fileprivate var openingText: String { last.opensBranch ? last.rawValue : "%if" }
}

/// What is known of a text that a shell will compute.
///
/// A text is known in parts, and where paths through a script met it may be one of several: a bounded set of alternatives, each with
/// the conditions under which it is this one. `parts`, `exact` and `display` say what all alternatives have in common.
package struct Value: Sendable, Hashable {
  package enum Part: Sendable, Hashable {
    case known([UInt8])
    /// Something, possibly empty.
    case unknown(Unknown)
  }

  package struct Alternative: Sendable, Hashable {
    /// This text alone, with no alternatives.
    package var value: Value { Value(parts: parts) }
    fileprivate let parts: [Part]
    /// What must have held for it, as far as that is known.
    package let conditions: [BranchCondition]

    /// The text counts: how it came about makes no other value.
    package static func == (a: Self, b: Self) -> Bool { a.parts == b.parts }
    package func hash(into hasher: inout Hasher) { hasher.combine(parts) }
    /// "if [ -d vendor ]"; nil where nothing is known to be needed.
    package var condition: String? { conditions.isEmpty ? nil : conditions.map(\.text).joined(separator: " and ") }
  }

  /// More than these are not kept apart.
  package static let limit = 8

  /// Longer words cannot be passed to a program (MAX_ARG_STRLEN, execve(2)); nor is a longer text known, or one in more parts.
  package static let sizeLimit = 128 << 10
  private static let partLimit = 256

  /// At least one; no two have the same text. The order is that of the branches.
  package private(set) var alternatives: [Alternative]

  package init(parts: [Part]) { alternatives = [Alternative(parts: Self.joined(parts), conditions: [])] }
  package init(_ text: some Sequence<UInt8>) { self.init(parts: [.known(Array(text))]) }
  package init(_ text: String) { self = text.isEmpty ? .empty : Value(text.utf8) }
  package static func unknown(_ reason: Unknown) -> Value { Value(parts: [.unknown(reason)]) }

  /// Made once, as it begins nearly every other.
  private static let empty = Value(parts: [])

  /// One of several texts; what they have in common where they are too many.
  private init(oneOf candidates: [Alternative]) {
    var alternatives: [Alternative] = []
    for candidate in candidates {
      guard let known = alternatives.firstIndex(where: { $0.parts == candidate.parts }) else {
        alternatives.append(candidate)
        continue
      }
      let shared = alternatives[known].conditions.filter(candidate.conditions.contains)
      alternatives[known] = Alternative(parts: candidate.parts, conditions: shared)
    }
    // Conditions that exclude each other everywhere: nothing runs here.
    self.alternatives = alternatives.isEmpty ? [Alternative(parts: [.unknown(.branches)], conditions: [])] : alternatives
    if alternatives.count == 1 { self = Value(parts: alternatives[0].parts) }
    if alternatives.count > Self.limit { self = widened }
  }

  /// Known parts that stand next to each other become one; empty ones go.
  private static func joined(_ parts: [Part]) -> [Part] {
    // As most texts are.
    if parts.count == 1 {
      guard case .known(let bytes) = parts[0] else { return parts }
      return bytes.isEmpty ? [] : bytes.count <= sizeLimit ? parts : [.unknown(.notFollowed)]
    }
    var joined: [Part] = []
    var size = 0
    for part in parts {
      if case .known(let bytes) = part { size += bytes.count }
      guard size <= sizeLimit, joined.count <= partLimit else { return [.unknown(.notFollowed)] }
      switch (joined.last, part) {
      case (_, .known(let bytes)) where bytes.isEmpty: break
      case (.known(let last), .known(let bytes)): joined[joined.count - 1] = .known(last + bytes)
      case (.unknown, _), (nil, _), (.known, .unknown): joined.append(part)
      }
    }
    return joined
  }

  /// Bytes that are known, of all alternatives.
  var size: Int {
    alternatives.reduce(0) { sum, alternative in
      alternative.parts.reduce(sum) { if case .known(let bytes) = $1 { $0 + bytes.count } else { $0 } }
    }
  }

  // MARK: What holds for all alternatives

  /// Known parts do not stand next to each other; no parts is the empty text.
  package var parts: [Part] {
    guard alternatives.count > 1 else { return alternatives[0].parts }
    return Self.joined(alternatives.dropFirst().reduce(alternatives[0].parts) { Self.common($0, $1.parts) })
  }

  /// What two texts have in common: known at both ends, unknown between.
  private static func common(_ a: [Part], _ b: [Part]) -> [Part] {
    if a == b { return a }
    var prefix: [UInt8] = []
    if case .known(let x)? = a.first, case .known(let y)? = b.first { prefix = zip(x, y).prefix { $0 == $1 }.map(\.0) }
    var suffix: [UInt8] = []
    if case .known(let x)? = a.last, case .known(let y)? = b.last {
      // The ends must not overlap: "ab" and "aab" share "a" and "ab", but not both at once.
      let room = min(a.count == 1 ? x.count - prefix.count : x.count, b.count == 1 ? y.count - prefix.count : y.count)
      suffix = Array(zip(x.reversed(), y.reversed()).prefix { $0 == $1 }.map(\.0).prefix(max(0, room)).reversed())
    }
    return [.known(prefix), .unknown(.branches), .known(suffix)]
  }

  /// The whole text; nil when any part is unknown, or it is one of several.
  package var exact: [UInt8]? {
    guard alternatives.count == 1 else { return nil }
    let parts = alternatives[0].parts
    switch parts.count {
    case 0: return []
    case 1: if case .known(let bytes) = parts[0] { return bytes } else { return nil }
    default: return nil
    }
  }

  /// The text with `*` for every unknown part, invalid UTF-8 repaired.
  package var display: String { String(decoding: displayBytes, as: UTF8.self) }

  /// The text with `*` for every unknown part.
  package var displayBytes: [UInt8] {
    var bytes: [UInt8] = []
    for part in parts {
      switch part {
      case .known(let known): bytes += known
      case .unknown: if bytes.last != 0x2A { bytes.append(0x2A) }
      }
    }
    return bytes
  }

  /// Surely the empty text.
  package var isEmpty: Bool { alternatives.allSatisfy { $0.parts.isEmpty } }

  /// Surely not the empty text.
  package var isSurelyNotEmpty: Bool {
    alternatives.allSatisfy { $0.parts.contains { if case .known = $0 { true } else { false } } }
  }

  /// Why it is not known; nil when it is.
  package var firstReason: Unknown? {
    for case .unknown(let reason) in parts { return reason }
    return nil
  }

  /// Why parts of any alternative are not known.
  package var reasons: [Unknown] {
    alternatives.flatMap(\.parts).compactMap { if case .unknown(let reason) = $0 { reason } else { nil } }
  }

  // MARK: What holds for one

  /// Whether something holds whichever alternative it is.
  package func isAlways(_ predicate: (Value) -> Bool) -> Bool {
    alternatives.count == 1 ? predicate(self) : alternatives.allSatisfy { predicate($0.value) }
  }

  /// The first alternative for which something holds.
  package func alternative(where predicate: (Value) -> Bool) -> Alternative? { alternatives.first { predicate($0.value) } }

  /// The same answer for every alternative; nil where they differ or one has none.
  package func answer<Answer: Equatable>(_ question: (Value) -> Answer?) -> Answer? {
    guard let first = question(alternatives[0].value) else { return nil }
    return alternatives.dropFirst().allSatisfy { question($0.value) == first } ? first : nil
  }

  // MARK: Making new ones

  /// What becomes of it when something is done to its text.
  package func map(_ transform: (Value) -> Value) -> Value {
    guard alternatives.count > 1 else { return transform(self) }
    return Value(
      oneOf: alternatives.flatMap { alternative in
        transform(alternative.value).alternatives.compactMap { $0.under(alternative.conditions) }
      })
  }

  package static func + (a: Value, b: Value) -> Value {
    if a.alternatives.count == 1, a.alternatives[0].parts.isEmpty { return b }
    if b.alternatives.count == 1, b.alternatives[0].parts.isEmpty { return a }
    if a.alternatives.count == 1, b.alternatives.count == 1 { return Value(parts: a.alternatives[0].parts + b.alternatives[0].parts) }
    let both = a.alternatives.flatMap { first in
      b.alternatives.compactMap { second in
        Alternative(parts: joined(first.parts + second.parts), conditions: first.conditions).under(second.conditions)
      }
    }
    return Value(oneOf: both)
  }

  /// Either of two, under the conditions given for each.
  static func either(_ a: Value, _ aCondition: BranchCondition?, or b: Value, _ bCondition: BranchCondition?) -> Value {
    either(a, under: aCondition.map { [$0] } ?? [], or: b, under: bCondition.map { [$0] } ?? [])
  }

  /// Either of two.
  static func either(
    _ a: Value, under aConditions: [BranchCondition] = [], or b: Value, under bConditions: [BranchCondition] = []
  ) -> Value {
    Value(oneOf: a.under(aConditions) + b.under(bConditions))
  }

  private func under(_ conditions: [BranchCondition]) -> [Alternative] { alternatives.compactMap { $0.under(conditions) } }

  /// One text, with what all alternatives have in common.
  var widened: Value { alternatives.count == 1 ? self : Value(parts: parts) }

  /// Whether every alternative is one of another value's.
  func isCovered(by other: Value) -> Bool {
    alternatives.allSatisfy { alternative in other.alternatives.contains { $0.parts == alternative.parts } }
  }
}

extension Value.Alternative {
  /// The same under further conditions; nil where they exclude its own.
  fileprivate func under(_ more: [BranchCondition]) -> Self? {
    var all = conditions
    for condition in more {
      if let same = all.first(where: { $0.point == condition.point }) {
        if same.outcome != condition.outcome { return nil }
      } else {
        all.append(condition)
      }
    }
    return Self(parts: parts, conditions: all)
  }
}

/// Which way a script went where paths part.
package struct BranchCondition: Sendable, Hashable {
  /// Of the scriptlet's branchings, in the order in which they were met.
  let point: Int
  /// Which of its branches.
  let outcome: Int
  /// "if [ -d vendor ]"
  package let text: String
}

internal import Diagnostics
internal import MacroExpansion

/// What is known of a shell variable at one moment.
struct Variable: Sendable, Hashable {
  /// nil: surely unset, though it may carry the export attribute.
  var value: Value?
  /// It may also be unset: set in one branch only.
  var mayBeUnset = false
  var isExported = false
  /// Words of an array, where it is one that is known.
  var elements: [Value]?
  /// Where its value was given, in the section's expanded text; nil for what rpm or the caller set.
  var setAt: ByteRange?
  var source: SourceReference?
  /// Its value is only a default for a caller that gives none.
  var yieldsToCaller = false

  /// What a word sees: empty where unset.
  var text: Value {
    guard let value else { return Value("") }
    return mayBeUnset ? .unknown("set in one branch only") : value
  }

  /// What is known after two paths meet.
  static func joined(_ a: Variable?, _ b: Variable?) -> Variable? {
    guard a != b else { return a }
    let a = a ?? Variable()
    let b = b ?? Variable()
    var joined = Variable()
    switch (a.value, b.value) {
    case (nil, nil): joined.value = nil
    case (let value?, nil), (nil, let value?):
      joined.value = value
      joined.mayBeUnset = true
    case (let first?, let second?):
      joined.value = Value.joined(first, second)
      joined.mayBeUnset = a.mayBeUnset || b.mayBeUnset
    }
    joined.elements = a.elements == b.elements ? a.elements : nil
    joined.isExported = a.isExported || b.isExported
    if a.isExported != b.isExported { joined.mayBeUnset = true }
    let given = a.setAt != nil ? a : b
    joined.setAt = given.setAt
    joined.source = given.source
    joined.yieldsToCaller = a.yieldsToCaller && b.yieldsToCaller
    return joined
  }
}

extension Value {
  /// What two values have in common: known at both ends, unknown between.
  static func joined(_ a: Value, _ b: Value) -> Value {
    if a == b { return a }
    var prefix: [UInt8] = []
    if case .known(let x)? = a.parts.first, case .known(let y)? = b.parts.first {
      prefix = zip(x, y).prefix { $0 == $1 }.map(\.0)
    }
    var suffix: [UInt8] = []
    if case .known(let x)? = a.parts.last, case .known(let y)? = b.parts.last {
      // The ends must not overlap: "ab" and "aab" share "a" and "ab", but not both at once.
      let room = min(a.parts.count == 1 ? x.count - prefix.count : x.count, b.parts.count == 1 ? y.count - prefix.count : y.count)
      suffix = Array(zip(x.reversed(), y.reversed()).prefix { $0 == $1 }.map(\.0).prefix(max(0, room)).reversed())
    }
    return Value(parts: [.known(prefix), .unknown("differs between branches"), .known(suffix)])
  }

  /// Text of the spec, in which the words for outputs of commands that were not run stand for something unknown.
  init(literal bytes: [UInt8]) {
    var rest = bytes[...]
    var parts: [Part] = []
    while let token = OpaqueValue.first(in: rest) {
      parts.append(.known(Array(rest[..<token.lowerBound])))
      parts.append(.unknown("output of a command that is not run"))
      rest = rest[token.upperBound...]
    }
    self.init(parts: parts + [.known(Array(rest))])
  }

  static func + (a: Value, b: Value) -> Value { Value(parts: a.parts + b.parts) }

  /// Surely the empty text.
  var isEmpty: Bool { parts.isEmpty }
  /// Surely not the empty text.
  var isSurelyNotEmpty: Bool {
    parts.contains { part in
      if case .known = part { true } else { false }
    }
  }
  /// Why it is not known; nil when it is.
  var firstReason: String? {
    for case .unknown(let reason) in parts { return reason }
    return nil
  }
}

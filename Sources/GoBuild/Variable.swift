internal import Diagnostics
internal import MacroExpansion

/// What is known of a shell variable at one moment.
struct Variable: Sendable, Hashable {
  /// nil: surely unset, though it may carry the export attribute.
  var value: Value?
  /// The conditions under which it is unset or not exported anyway; nil if there are none.
  var unset: [BranchCondition]?
  /// Where it may be unset: what is known to hold where it is set.
  private var set: [BranchCondition] = []
  var isExported = false
  /// Words of an array, where it is one that is known.
  var elements: [Value]?
  /// Where its value was given, in the section's expanded text; nil for what rpm or the caller set.
  var setAt: ByteRange?
  var source: SourceReference?
  /// Its value is only a default for a caller that gives none.
  var yieldsToCaller = false

  init(value: Value? = nil, isExported: Bool = false) {
    self.value = value
    self.isExported = isExported
  }

  var mayBeUnset: Bool { unset != nil }

  /// Whether no condition decides what it is, so that joining it with its like changes nothing.
  var isOneText: Bool { unset == nil && set.isEmpty && (value.map { $0.alternatives.count == 1 } ?? true) }

  /// What a word sees: empty where unset.
  var text: Value {
    guard let value else { return Value("") }
    return unset.map { Value.either(value, under: set, or: Value(""), under: $0) } ?? value
  }

  /// What is known after two paths meet.
  static func joined(_ a: Variable?, _ aCondition: BranchCondition?, _ b: Variable?, _ bCondition: BranchCondition?) -> Variable? {
    if a == nil, b == nil { return nil }
    let a = a ?? Variable()
    let b = b ?? Variable()
    var joined = Variable()
    switch (a.value, b.value) {
    case (nil, nil): break
    case (let value?, nil), (nil, let value?): joined.value = value
    case (let first?, let second?): joined.value = Value.either(first, aCondition, or: second, bCondition)
    }
    if joined.value != nil {
      let isOnlyExportedOnce = a.isExported != b.isExported
      let first = a.unsetConditions(aCondition, isUnset: a.value == nil || isOnlyExportedOnce && !a.isExported)
      let second = b.unsetConditions(bCondition, isUnset: b.value == nil || isOnlyExportedOnce && !b.isExported)
      // Where it is unset it has no value, so there are no conditions to keep.
      if a.value == nil { joined.set = b.set + (bCondition.map { [$0] } ?? []) }
      if b.value == nil { joined.set = a.set + (aCondition.map { [$0] } ?? []) }
      joined.unset =
        switch (first, second) {
        case (nil, nil): nil
        case (let one?, nil), (nil, let one?): one
        case (let one?, let other?): one.filter(other.contains)
        }
    }
    joined.elements = a.elements == b.elements ? a.elements : nil
    joined.isExported = a.isExported || b.isExported
    let given = a.setAt != nil ? a : b
    joined.setAt = given.setAt
    joined.source = given.source
    joined.yieldsToCaller = a.yieldsToCaller && b.yieldsToCaller
    return joined
  }

  private func unsetConditions(_ condition: BranchCondition?, isUnset: Bool) -> [BranchCondition]? {
    if isUnset { return condition.map { [$0] } ?? [] }
    return unset.map { $0 + (condition.map { [$0] } ?? []) }
  }

  /// The same after a loop that changes it again in every turn: what all turns have in common.
  func widened(by next: Variable?) -> Variable {
    guard let next else { return self }
    var widened = self
    if let text = value, let other = next.value, !other.isCovered(by: text) { widened.value = Value.either(text, or: other).widened }
    if value == nil { widened.value = next.value?.widened }
    widened.unset = unset ?? next.unset
    if elements != next.elements { widened.elements = nil }
    widened.isExported = isExported || next.isExported
    return widened
  }
}

extension Value {
  /// Text of the spec, in which the words for outputs of commands that were not run stand for something unknown.
  init(literal bytes: [UInt8]) {
    guard OpaqueValue.first(in: bytes[...]) != nil else {
      self.init(parts: [.known(bytes)])
      return
    }
    var rest = bytes[...]
    var parts: [Part] = []
    while let token = OpaqueValue.first(in: rest) {
      parts.append(.known(Array(rest[..<token.lowerBound])))
      parts.append(.unknown(.output(of: nil)))
      rest = rest[token.upperBound...]
    }
    self.init(parts: parts + [.known(Array(rest))])
  }
}

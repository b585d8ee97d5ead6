import Diagnostics
import MacroExpansion

/// The branches of a spec that its target does not take, and how to read the spec as if it did.
///
/// One more reading for each distinct condition, with that condition turned round; conditions that are only met in the
/// branch it opens are then decided as the target would. Conditions in included files stay as they are.
struct BranchPlan {
  struct Branch {
    /// In the spec's own words: "%if %{with vendor}", or what makes its `%else` hold.
    let condition: String
    /// By the byte offset of the condition's line.
    let decisions: [Int: Bool]
  }

  let branches: [Branch]
  /// Distinct conditions beyond the limit.
  let leftOut: Int

  /// Real specs have fewer than a dozen; generated ones may have hundreds.
  static let limit = 16

  init(_ spec: ExpandedSpec) {
    var order: [[UInt8]] = []
    var decisions: [[UInt8]: [Int: Bool]] = [:]
    var taken: Set<[UInt8]> = []
    for condition in spec.conditions where condition.file == 0 && !condition.isUnreached {
      // A condition that holds and has no other branch hides nothing.
      if condition.isTaken, !Self.hasOtherBranch(condition, in: spec) { continue }
      if decisions[condition.text] == nil { order.append(condition.text) }
      decisions[condition.text, default: [:]][condition.range.lowerBound] = !condition.isTaken
      if condition.isTaken { taken.insert(condition.text) }
    }
    branches = order.prefix(Self.limit).map { text in
      let words = String(decoding: text, as: UTF8.self)
      return Branch(condition: taken.contains(text) ? "'\(words)' is false" : words, decisions: decisions[text] ?? [:])
    }
    leftOut = max(0, order.count - Self.limit)
  }

  private static func hasOtherBranch(_ condition: Condition, in spec: ExpandedSpec) -> Bool {
    let bytes = spec.files[0].bytes
    guard condition.body.upperBound < bytes.count else { return false }
    let next = bytes[condition.body.upperBound...].drop { $0 == 0x20 || $0 == 0x09 }
    return next.starts(with: "%el".utf8)
  }
}

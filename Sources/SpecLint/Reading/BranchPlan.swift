import Diagnostics
import MacroExpansion
import SpecSyntax

/// The branches of a spec that its target does not take, and how to read the spec as if it did.
///
/// One more reading for each distinct condition, with that condition turned round wherever it is asked; conditions that are only met
/// in the branch it opens are decided as the target would, and then turned in their turn (`further`). Conditions in included files
/// stay as they are.
struct BranchPlan {
  struct Branch {
    /// In the spec's own words: "%if %{with vendor}", or what makes its `%else` hold.
    let condition: String
    /// Where it is asked first.
    let place: ByteRange
    /// By the byte offset of the condition's line.
    let decisions: [Int: Bool]
  }

  /// Of the reading in which the target decides all conditions.
  private(set) var branches: [Branch] = []
  /// The first distinct condition beyond the limit, and how many there are.
  private(set) var firstLeftOut: ByteRange?
  private(set) var leftOut = 0
  private var planned: Set<String> = []
  private var room = Self.limit
  /// The spec's own text, which is the same in every branch.
  private let tree: Spec
  private let linesWithFurtherBranch: Set<Int>
  /// What the target always defines, where the user has named it; nothing is decided where it was guessed.
  private let fixed: TargetCondition.Macros

  /// Readings for one spec. Of 2,700 real specs 26 have more conditions; generated ones may have hundreds.
  static let limit = 16

  init(_ build: BuildReader.Build, fixed: TargetCondition.Macros = [:]) {
    let spec = build.spec
    // A spec that sets them itself decides otherwise.
    let own = Set(spec.definitions.map(\.name))
    self.fixed = fixed.filter { !own.contains($0.key) }
    tree = build.trees.first ?? Spec([])
    linesWithFurtherBranch = tree.linesWithFurtherBranch
    branches = plan(spec, within: nil)
  }

  /// The branches that only come to light in another one.
  mutating func further(in spec: ExpandedSpec, of branch: Branch) -> [Branch] { plan(spec, within: branch) }

  private mutating func plan(_ spec: ExpandedSpec, within outer: Branch?) -> [Branch] {
    let reached = spec.conditions.filter { $0.file == 0 && !$0.isUnreached }.map { (condition: $0, sense: ConditionSense($0.text)) }
    var found: [Branch] = []
    for (condition, sense) in reached where !planned.contains(sense.question) && hides(condition) && !isFixed(condition) {
      planned.insert(sense.question)
      guard room > 0 else {
        leftOut += 1
        firstLeftOut = firstLeftOut ?? condition.range
        continue
      }
      room -= 1
      var decisions = outer?.decisions ?? [:]
      for (same, other) in reached where other.question == sense.question { decisions[same.range.lowerBound] = !same.isTaken }
      let words = String(decoding: condition.text, as: UTF8.self)
      let turned = condition.isTaken ? "'\(words)' is false" : words
      found.append(
        Branch(condition: outer.map { "\($0.condition) and \(turned)" } ?? turned, place: condition.range, decisions: decisions))
    }
    return found
  }

  /// Whether the target cannot decide a condition the other way.
  private func isFixed(_ condition: Condition) -> Bool {
    // A condition that asks no macro is fixed for everybody, and tried all the same.
    !fixed.isEmpty && condition.text.dropFirst().contains(UInt8(ascii: "%"))
      && TargetCondition.decide(condition.text, with: fixed) != nil
  }

  /// Whether turning a condition brings lines to light: one that holds and has no other branch hides nothing.
  private func hides(_ condition: Condition) -> Bool {
    !condition.isTaken || tree.lineIndex(at: condition.range.lowerBound).map(linesWithFurtherBranch.contains) ?? false
  }
}

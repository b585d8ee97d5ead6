/// What an evaluation may still spend, shared by everything that takes part in it.
///
/// A class, because commands, regular expressions and loops in them all draw on the same sum.
package final class StepBudget {
  private var remaining: Int
  private let whole: StepBudget?

  /// 500,000 steps take about a tenth of a second in an optimised build.
  ///
  /// - Parameter whole: what many evaluations may spend together.
  package init(steps: Int, of whole: StepBudget? = nil) {
    remaining = steps
    self.whole = whole
  }

  func spend(_ steps: Int = 1) throws(Doubt) {
    remaining -= steps
    if remaining < 0 { throw .steps }
    try whole?.spend(steps)
  }

  /// Spends steps if there are so many left, and tells whether there are.
  package func affords(_ steps: Int) -> Bool {
    guard steps <= remaining else { return false }
    remaining -= steps
    return true
  }
}

/// What an evaluation may still spend, shared by everything that takes part in it.
///
/// A class, because commands, regular expressions and loops in them all draw on the same sum.
final class StepBudget {
  private var remaining: Int

  /// About a tenth of a second in an optimised build.
  init(steps: Int = 500_000) { remaining = steps }

  func spend(_ steps: Int = 1) throws(Doubt) {
    remaining -= steps
    if remaining < 0 { throw .steps }
  }
}

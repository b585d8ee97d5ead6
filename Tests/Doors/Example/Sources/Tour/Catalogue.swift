import SpecLint

/// What the library knows, and what it refuses.
enum Catalogue {
  static func show() throws(LintFailure) {
    for rule in DescribedRule.all { print("\(rule.id), \(rule.severity): \(rule.summary) \(rule.page.count > 0)") }
    print(Target.all.map(\.name))
    print(try Definition("name(o:) body") == Definition("name body"))
    refused("target") { () throws(LintFailure) in _ = try Target("fedra") }
    refused("definition") { () throws(LintFailure) in _ = try Definition("name") }
    refused("rule") { () throws(LintFailure) in _ = try DescribedRule("rejected-flg") }
    let severities: [Severity] = Severity.allCases
    let confidences: [Confidence] = Confidence.allCases
    let thresholds: [FailureThreshold] = FailureThreshold.allCases
    let applicability: FixIt.Applicability = .safe
    print(
      severities, confidences, thresholds, LintOptions.Persona.allCases, LintOptions.Builder.allCases, LintOptions.Branches.allCases,
      LintOptions.Fixes.allCases)
    print(applicability, ResolvedCommand.ModuleMode.vendor)
  }

  private static func refused(_ what: String, _ make: () throws(LintFailure) -> Void) {
    do throws(LintFailure) {
      try make()
      print("\(what): not refused")
    } catch {
      print("\(what): \(error)")
    }
  }
}

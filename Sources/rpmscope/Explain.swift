import ArgumentParser
import SpecLint
import SpecRules

/// `rpmscope explain RULE`: a rule's page.
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Print a rule's page.")

  @Argument(help: "The rule's id.")
  var rule: String

  func run() throws {
    if let registered = RuleRegistry.rule(withID: rule) {
      Console.write("# \(registered.id)\n\n\(registered.page)\n")
    } else if let problem = ReadingProblem(rawValue: rule) {
      Console.write("# \(problem.rawValue)\n\n\(problem.summary)\n")
    } else {
      throw RuleSelection.unknown(rule)
    }
  }
}

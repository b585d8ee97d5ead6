import ArgumentParser
import SpecLint

/// `rpmscope explain RULE`: a rule's page.
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "explain", abstract: "Print a rule's page, or the rules of a chapter.")

  @Argument(help: "The rule's id, or a chapter or pattern as for --select.", completion: RuleCompletion.kind)
  var rule: String

  func run() throws {
    let rules = try DescribedRule.matching(rule)
    guard rules.count == 1, let described = rules.first else { return Console.write(RuleCatalogue.text(of: rules)) }
    Console.write("# \(described.id)\n\n(\(RuleCatalogue.heading(of: described)))\n\n\(described.page)\n")
  }
}

import ArgumentParser
import SpecLint

/// `rpmscope explain RULE`: a rule's page.
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Print a rule's page.")

  @Argument(help: "The rule's id.")
  var rule: String

  func run() throws {
    let described = try DescribedRule(rule)
    Console.write("# \(described.id)\n\n\(described.page)\n")
  }
}

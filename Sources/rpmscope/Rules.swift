import ArgumentParser
import SpecLint

/// `rpmscope rules`: the catalogue.
struct Rules: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "List all rules by chapter.")

  func run() { Console.write(RuleCatalogue.text(of: DescribedRule.all)) }
}

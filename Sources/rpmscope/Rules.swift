import ArgumentParser
import SpecLint

/// `rpmscope rules`: the catalogue.
struct Rules: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "rules", abstract: "List all rules by chapter.")

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @Option(help: ArgumentHelp("How the list is written.", valueName: "FORMAT"))
  var format = Format.text

  func run() {
    switch format {
    case .text: Console.write(RuleCatalogue.text(of: DescribedRule.all))
    case .json: Console.write(RuleCatalogue.json(of: DescribedRule.all))
    }
  }
}

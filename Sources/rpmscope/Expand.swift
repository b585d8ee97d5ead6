import ArgumentParser
import SpecLint

/// `rpmscope expand`: the spec as rpm sees it.
struct Expand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "expand",
    abstract: "Print a spec as rpm sees it.",
    discussion: """
      The text is that of 'rpmspec -P'. What cannot be read is told on standard error, and reading goes on. With several targets the
      differences between the first and each of the others are printed, section by section, as 'diff -u' does.
      """)

  @Argument(help: "A spec, or '-' for standard input.", completion: FileCompletion.specs)
  var file: String

  @Option(help: ArgumentHelp("Only this section's text: prep, build, install …", valueName: "NAME"), completion: FileCompletion.sections)
  var section: String?

  @Flag(help: "Print JSON: all sections with the origin of every byte.")
  var json = false

  @OptionGroup(title: "Reading")
  var evaluation: EvaluationArguments

  func validate() throws {
    if json, section != nil { throw ValidationError("--json and --section cannot be combined") }
  }

  mutating func run() throws {
    let expansions = try Linter(evaluation.options(for: file)).expand(SpecInput(argument: file))
    if json {
      Console.write(Expansion.json(of: expansions))
    } else if expansions.count == 1 {
      let (text, unrun) = expansions[0].readable(try text(of: expansions[0]))
      Console.write(text)
      if unrun > 0 {
        Console.complain("commands are not run: '[output of: …]' is in the place of what they print; --allow-shell runs them")
      }
      complain(of: expansions[0], isOneOfSeveral: false)
    } else {
      Console.write(expansions.dropFirst().flatMap { differences(from: expansions[0], to: $0) })
      for expansion in expansions { complain(of: expansion, isOneOfSeveral: true) }
    }
    if expansions.contains(where: \.hasErrors) { throw ExitCode(1) }
  }

  private func complain(of expansion: Expansion, isOneOfSeveral: Bool) {
    if let choice = expansion.choice { Console.complain(choice) }
    Console.writeError(expansion.problemReport(namingTarget: isOneOfSeveral))
  }

  private func differences(from old: Expansion, to new: Expansion) -> [UInt8] {
    let texts = new.differences(from: old, section: sectionName)
    return texts.isEmpty ? Array("no difference between \(old.target) and \(new.target)\n".utf8) : texts
  }

  private var sectionName: String? {
    section.map { $0.hasPrefix("%") ? String($0.dropFirst()) : $0 }
  }

  private func text(of expansion: Expansion) throws(LintFailure) -> [UInt8] {
    guard let name = sectionName else { return expansion.text }
    guard let text = expansion.text(ofSection: name) else { throw LintFailure("'\(file)' has no section '\(name)'") }
    return text
  }
}

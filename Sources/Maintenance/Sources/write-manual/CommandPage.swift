/// rpmscope(1), from the command's own help.
///
/// Options that several commands share by a titled group ("Reading") are written once.
struct CommandPage {
  let command: ToolHelp.Command
  let version: String

  var roff: String {
    var page = Roff(
      title: command.commandName.uppercased(), section: 1, source: "\(command.commandName) \(version)", manual: "User Commands")
    page.section("Name")
    page.composed("\(Roff.escaped(command.commandName)) \\- \(Roff.escaped(Self.clause(command.abstract ?? "")))")
    page.section("Synopsis")
    for (index, subcommand) in command.shownSubcommands.enumerated() {
      if index > 0 { page.composed(".br") }
      page.composed(synopsis(of: subcommand))
    }
    if let discussion = command.discussion {
      page.section("Description")
      page.prose(discussion)
    }
    page.section("Commands")
    for subcommand in command.shownSubcommands { append(subcommand, to: &page) }
    for group in groups { append(group, to: &page) }
    appendFixedParts(to: &page)
    return page.text
  }

  private func synopsis(of subcommand: ToolHelp.Command) -> String {
    var words = [Roff.bold(command.commandName), Roff.bold(subcommand.commandName)]
    if subcommand.shownArguments.contains(where: { $0.kind != .positional }) { words.append("[\(Roff.italic("option"))]...") }
    for argument in subcommand.shownArguments where argument.kind == .positional {
      let name = Roff.italic(argument.valueName ?? "argument") + (argument.isRepeating ? "..." : "")
      words.append(argument.isOptional ? "[\(name)]" : name)
    }
    return words.joined(separator: " ")
  }

  private func append(_ subcommand: ToolHelp.Command, to page: inout Roff) {
    page.subsection("\(command.commandName) \(subcommand.commandName)")
    if let abstract = subcommand.abstract { page.prose(abstract) }
    if let discussion = subcommand.discussion {
      page.paragraph()
      page.prose(discussion)
    }
    for argument in subcommand.shownArguments where argument.sectionTitle == nil { append(argument, to: &page) }
  }

  private func append(_ argument: ToolHelp.Argument, to page: inout Roff) {
    var description = argument.abstract ?? ""
    if let values = argument.allValues { description += " One of \(values.joined(separator: ", "))." }
    if let value = argument.defaultValue, argument.kind == .option { description += " Default: \(value)." }
    if argument.isRepeating, argument.kind == .option { description += " May be given several times." }
    page.entry(term(argument), description)
  }

  private func term(_ argument: ToolHelp.Argument) -> String {
    let value = Roff.italic(argument.valueName ?? "value")
    let names = (argument.names ?? []).map { Roff.bold($0.spelling) }.joined(separator: ", ")
    switch argument.kind {
    case .positional: return value
    case .flag: return names
    case .option: return "\(names) \(value)"
    }
  }

  // MARK: Shared options

  private struct Group {
    let title: String
    let commands: [String]
    let arguments: [ToolHelp.Argument]
  }

  /// The titled groups in the order in which they come up, each with the commands that have it.
  private var groups: [Group] {
    var titles: [String] = []
    for argument in command.shownSubcommands.flatMap(\.shownArguments) {
      if let title = argument.sectionTitle, !titles.contains(title) { titles.append(title) }
    }
    return titles.map { title in
      let owners = command.shownSubcommands.filter { $0.shownArguments.contains { $0.sectionTitle == title } }
      var arguments: [ToolHelp.Argument] = []
      for argument in owners.flatMap(\.shownArguments) where argument.sectionTitle == title && !arguments.contains(argument) {
        arguments.append(argument)
      }
      return Group(title: title, commands: owners.map(\.commandName), arguments: arguments)
    }
  }

  private func append(_ group: Group, to page: inout Roff) {
    page.section("\(group.title) options")
    page.prose("Of \(Self.list(group.commands)).")
    for argument in group.arguments { append(argument, to: &page) }
  }

  private static func list(_ names: [String]) -> String {
    guard let last = names.last, names.count > 1 else { return names.joined() }
    return "\(names.dropLast().joined(separator: ", ")) and \(last)"
  }

  // MARK: What no option's help says

  private func appendFixedParts(to page: inout Roff) {
    page.section("Every command")
    page.entry("\(Roff.bold("-h")), \(Roff.bold("--help"))", "Show the command's options.")
    page.entry(Roff.bold("--version"), "Show the release, the rpm that specs are read with, and how tight the sandbox is.")
    append("Environment", Self.environment, to: &page)
    append("Files", Self.files, to: &page)
    append("Suppressions", Self.suppressions, to: &page)
    append("Examples", Self.examples, to: &page)
    page.section("See also")
    page.composed(".BR rpmscope.yml (5),\n.BR rpmbuild (8),\n.BR rpmspec (8)")
  }

  private func append(_ title: String, _ entries: [(term: String, text: String)], to page: inout Roff) {
    page.section(title)
    for entry in entries { page.entry(Roff.bold(entry.term), entry.text) }
  }

  private static let environment = [
    ("RPM_CONFIGDIR", "Where rpm's configuration and macros are, as for rpm itself."),
    ("HOME, XDG_CONFIG_HOME", "Where the user's own macro files and Go's settings file are."),
    ("SOURCE_DATE_EPOCH", "The time that date in a spec's commands prints."),
    ("NO_COLOR, CLICOLOR_FORCE, TERM", "Whether the text report is colored, unless --color says it."),
    ("COLUMNS", "The width of the text report, instead of the terminal's."),
    ("RPMSCOPE_RULE_URL", "The address of a rule's page, with {rule} for its id: rules become links."),
    ("FORCE_HYPERLINK", "0 for no links, anything else for links also where the terminal is not known to have them."),
    ("RPMSCOPE_WORKER", "The worker's executable, if it is not beside the command."),
  ]

  private static let files = [
    (".rpmscope.yml", "Settings for the specs of its folder and the folders below: rpmscope.yml(5)."),
    (".rpmscope-baseline", "Known findings, as --write-baseline writes them unless --baseline names another file."),
    (".rpmscope-*", "What a process that was killed while it wrote a file may leave beside it; it can be deleted."),
    (".gitignore", "What git ignores is passed over in folders."),
  ]

  private static let suppressions = [
    (
      "# rpmscope: ignore[RULE] reason",
      "Above a line: for that line and what rpm joins to it. After a command of a scriptlet: for that command."
    ),
    ("# rpmscope: ignore-file[RULE,RULE] reason", "Anywhere: for the whole file."),
  ]

  private static let examples = [
    ("rpmscope hello.spec", "Findings in a spec."),
    ("rpmscope lint --fix .", "Apply the safe fixes to the specs of the current folder."),
    ("rpmscope lint --format text --format sarif=out.sarif .", "A report for people and one for a code scanner."),
    ("rpmscope lint --since main .", "Only findings on lines that a branch changed."),
    ("rpmscope resolve --target fedora hello.spec", "What each go command of the build sees on Fedora."),
  ]

  /// An abstract as the NAME section wants it: a clause without its full stop.
  private static func clause(_ abstract: String) -> String {
    let clause = abstract.hasSuffix(".") ? String(abstract.dropLast()) : abstract
    return clause.prefix(1).lowercased() + clause.dropFirst()
  }
}

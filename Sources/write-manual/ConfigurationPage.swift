import SpecLint

/// rpmscope.yml(5), from the list of keys that the reader of configurations goes by.
struct ConfigurationPage {
  let version: String

  var roff: String {
    var page = Roff(title: "RPMSCOPE.YML", section: 5, source: "rpmscope \(version)", manual: "File Formats")
    page.section("Name")
    page.composed("rpmscope.yml \\- configuration of rpmscope")
    page.section("Synopsis")
    page.composed(Roff.bold(Configuration.fileName))
    page.section("Description")
    page.prose(
      """
      What holds for a spec is read from the nearest \(Configuration.fileName), from the spec's own folder upwards. It is YAML with the
      keys below, all of them optional. Options on the command line go over it.

      What would let a folder of specs decide what rpmscope runs or reads is no key.

      'rpmscope config FILE' prints what holds for a spec; 'rpmscope config --schema' prints the JSON schema for editors.
      """)
    page.section("Keys")
    for key in ConfigurationKey.allCases { page.entry(Self.term(key), Self.description(key)) }
    page.subsection("Keys of an override")
    page.entry(
      "\(Roff.bold("paths"))\\&: \(Roff.italic("patterns"))", "The specs it is for: patterns as in .gitignore, from this file's folder.")
    page.paragraph()
    page.prose("And \(ConfigurationKey.allCases.filter(\.isForSomeFiles).map(\.rawValue).joined(separator: ", ")), as above.")
    page.section("Example")
    page.literal(Self.example)
    page.section("See also")
    page.composed(".BR rpmscope (1)")
    return page.text
  }

  private static func term(_ key: ConfigurationKey) -> String { "\(Roff.bold(key.rawValue))\\&: \(Roff.italic(kind(key.shape)))" }

  private static func description(_ key: ConfigurationKey) -> String {
    guard case .word(let words) = key.shape else { return key.summary }
    return "\(key.summary) One of \(words.joined(separator: ", "))."
  }

  private static func kind(_ shape: ConfigurationKey.Shape) -> String {
    switch shape {
    case .word: "word"
    case .targets: "targets"
    case .text: "file"
    case .seconds: "seconds"
    case .definitions: "definitions"
    case .names: "names"
    case .rules: "rules"
    case .severities: "severities by rule"
    case .globs: "patterns"
    case .overrides: "list"
    }
  }

  /// A test reads it as a configuration.
  private static let example = [
    "target: fedora",
    "fail-on: error",
    "severity:",
    "  module-cache-per-build: error",
    "exclude:",
    "  - retired/",
    "overrides:",
    "  - paths: [\"epel/*.spec\"]",
    "    target: epel9",
    "    ignore: [download-in-build]",
  ]
}

/// rpmscope.yml(5), from the JSON schema that the command prints.
struct ConfigurationPage {
  let schema: ConfigurationSchema
  let version: String

  var roff: String {
    var page = Roff(title: "RPMSCOPE.YML", section: 5, source: "rpmscope \(version)", manual: "File Formats")
    page.section("Name")
    page.composed("rpmscope.yml \\- configuration of rpmscope")
    page.section("Synopsis")
    page.composed(Roff.bold(schema.title))
    page.section("Description")
    page.prose(
      """
      The settings for a spec are read from the nearest \(schema.title), from the spec's own folder upwards. It is YAML with the keys
      below, all of them optional. Command-line options take precedence.

      Options that decide what rpmscope runs or reads (--allow-shell, --load) cannot be set in the file.

      'rpmscope config FILE' prints the settings for a spec; 'rpmscope config --schema' prints the JSON schema for editors.
      """)
    page.section("Keys")
    for (key, value) in Self.sorted(schema.properties) { append(key, value, to: &page) }
    let override = Self.sorted(schema.properties["overrides"]?.items?.properties ?? [:])
    page.subsection("Keys of an override")
    for (key, value) in override where schema.properties[key] == nil { append(key, value, to: &page) }
    page.paragraph()
    page.prose("And \(override.map(\.key).filter { schema.properties[$0] != nil }.joined(separator: ", ")), as above.")
    page.section("Example")
    page.literal(Self.example)
    page.section("See also")
    page.composed(".BR rpmscope (1)")
    return page.text
  }

  private func append(_ key: String, _ value: ConfigurationSchema.Value, to page: inout Roff) {
    var description = value.description ?? ""
    if let words = value.words { description += " One of \(words.joined(separator: ", "))." }
    page.entry("\(Roff.bold(key))\\&: \(Roff.italic(value.kind))", description)
  }

  private static func sorted(_ values: [String: ConfigurationSchema.Value]) -> [(key: String, value: ConfigurationSchema.Value)] {
    values.sorted { $0.key < $1.key }
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

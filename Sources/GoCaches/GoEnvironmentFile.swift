/// A file of go's settings: the user's (`go env -w` writes it) or `$GOROOT/go.env`.
///
/// It is not a shell script (cmd/go/internal/cfg, readEnvFile): a line counts when its first byte is A–Z and it holds `=`; everything
/// behind that is the value, quotes, `$` and comments too.
package struct GoEnvironmentFile: Sendable {
  package struct Entry: Sendable {
    package let name: String
    package let value: String
    /// From 1.
    package let line: Int
  }

  package let path: String
  package private(set) var entries: [Entry] = []
  package private(set) var problems: [SettingsProblem] = []

  package init(path: String, text: [UInt8]) {
    self.path = path
    for (index, bytes) in text.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      let line = String(decoding: bytes, as: UTF8.self)
      if let first = bytes.first, (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(first), let equals = line.firstIndex(of: "=") {
        let entry = Entry(name: String(line[..<equals]), value: String(line[line.index(after: equals)...]), line: index + 1)
        entries.append(entry)
        if let problem = Self.problem(of: entry) { problems.append(SettingsProblem(file: path, line: index + 1, message: problem)) }
      } else if let problem = Self.problem(ofIgnored: line) {
        problems.append(SettingsProblem(file: path, line: index + 1, message: problem))
      }
    }
  }

  /// The last line of a name wins.
  package func entry(_ name: String) -> Entry? { entries.last { $0.name == name } }

  /// Comments and empty lines are meant to be ignored.
  private static func problem(ofIgnored line: String) -> String? {
    let trimmed = line.drop { $0 == " " || $0 == "\t" }
    if trimmed.isEmpty || trimmed.hasPrefix("#") || trimmed == "\r" { return nil }
    if trimmed.hasPrefix("export ") { return "go ignores the line because it begins with 'export'; write 'NAME=value' alone" }
    if trimmed.startIndex != line.startIndex { return "go ignores the line because it begins with a blank" }
    if !line.contains("=") { return "go ignores the line because it has no '='" }
    return "go ignores the line because it does not begin with an upper-case letter"
  }

  private static func problem(of entry: Entry) -> String? {
    let value = entry.value
    if entry.name.hasSuffix(" ") || entry.name.hasSuffix("\t") {
      return "go takes the blank before '=' for a part of the name; remove it"
    }
    if onlyFromEnvironment.contains(entry.name) {
      return "go reads '\(entry.name)' from the process's environment only, not from this file"
    }
    if value.hasSuffix("\r") { return "the value ends in a carriage return, which go does not remove" }
    if let quote = value.first, quote == "\"" || quote == "'", value.count > 1, value.last == quote, entry.name != "GOFLAGS" {
      return "the quotes are part of the value; remove them"
    }
    if value.contains("$") || value.hasPrefix("~") { return "go does not expand '\(value)'; write the path out" }
    if value.contains(" #") { return "the comment is part of the value; put it on a line of its own" }
    return nil
  }

  /// What the runtime or os.UserHomeDir and its kin read.
  private static let onlyFromEnvironment: Set<String> = [
    "GOENV", "GOGC", "GOMAXPROCS", "GOMEMLIMIT", "GOTRACEBACK", "HOME", "PATH", "TMPDIR", "XDG_CACHE_HOME", "XDG_CONFIG_HOME",
  ]
}

/// What is wrong with a machine's settings.
package struct SettingsProblem: Sendable, Equatable {
  /// nil for what no file is to blame for.
  package let file: String?
  /// From 1.
  package let line: Int?
  package let message: String

  package init(file: String?, line: Int? = nil, message: String) {
    self.file = file
    self.line = line
    self.message = message
  }
}

package import Diagnostics
import GoBuild
import MacroExpansion

/// A file with Go's settings holds lines that go does not read as they are meant.
///
/// ## What it does
/// Reports texts that the scriptlets write to Go's environment file (`$HOME/.config/go/env`, `$XDG_CONFIG_HOME/go/env`, GOENV,
/// `$GOROOT/go.env`) when a line begins with `export` or a blank, a value stands in quotes, ends in a comment or names a variable,
/// and files in a place where no go looks (`/etc/xdg/go/env`).
///
/// ## Why it matters
/// The file is no shell script. A line whose first character is not A–Z is ignored without a word, so are `export …` and lines
/// that begin with a blank; quotes, `$HOME` and `# comment` become part of the value: `GOCACHE="/x"` makes every build fail, `GOCACHE is
/// not an absolute path`. Go opens `$XDG_CONFIG_HOME/go/env`, else `$HOME/.config/go/env`, or what GOENV names, and from 1.21 on
/// `$GOROOT/go.env`; never `/etc/xdg` (system calls traced with Go 1.19, 1.21 and 1.27).
///
/// ## Example
/// ```
/// %build
/// mkdir -p $HOME/.config/go
/// cat > $HOME/.config/go/env <<'EOF'
/// export GOFLAGS="-mod=vendor"
/// EOF
/// go build -o hello .
/// ```
///
/// ## Use instead
/// ```
/// %build
/// export GOFLAGS=-mod=vendor
/// go build -o hello .
/// ```
///
/// ## When it stays silent
/// Lines that are comments as a whole, and empty ones. `/etc/xdg/go/env` where the spec has GOENV or XDG_CONFIG_HOME name it.
///
/// ## Settings
/// None.
package struct GoEnvFileIgnored: Rule {
  package static let severity: Severity = .warning

  package init() {}

  package func check(_ context: RuleContext) -> [Diagnostic] {
    context.model.writtenFiles.compactMap { file in
      let path = file.path.display
      if path.hasSuffix("/etc/xdg/go/env") {
        if context.names(path) == false { return finding(.isNotRead(path), at: ScriptPlace(file), in: context) }
      } else if !context.isGoEnvironmentFile(path) {
        return nil
      }
      guard let complaint = Self.complaint(about: file.text.display) else { return nil }
      return finding(complaint(path), at: ScriptPlace(file), in: context)
    }
  }

  /// The first line that is not read as it is meant: `readEnvFile` in cmd/go/internal/cfg.
  private static func complaint(about text: String) -> ((String) -> String)? {
    for line in text.split(separator: "\n") {
      guard let first = line.utf8.first, first != UInt8(ascii: "#"), !line.allSatisfy(\.isWhitespace) else { continue }
      guard (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(first), let equals = line.firstIndex(of: "=") else {
        // Text that begins with something unknown may be a line of any kind.
        if first == UInt8(ascii: "*") { continue }
        return { .lineIsIgnored(String(line), $0) }
      }
      let value = line[line.index(after: equals)...]
      if value.hasPrefix("\"") || value.hasPrefix("'") { return { .isTakenLiterally("quotes", String(line), $0) } }
      if value.contains("$") { return { .isTakenLiterally("variables", String(line), $0) } }
      if value.contains(" #") { return { .isTakenLiterally("comments", String(line), $0) } }
    }
    return nil
  }
}

extension RuleContext {
  /// Whether go reads its settings from a path: by its place, or because GOENV says so.
  fileprivate func isGoEnvironmentFile(_ path: String) -> Bool {
    if path.hasSuffix("/.config/go/env") || path.hasSuffix("/lib/golang/go.env") || path.hasSuffix("/lib/go/go.env") { return true }
    return names(path)
  }

  /// Whether a variable of the spec's leads go to a file.
  fileprivate func names(_ path: String) -> Bool {
    model.assignments.contains { assignment in
      guard let value = assignment.value?.display, !value.isEmpty else { return false }
      switch assignment.name {
      case "GOENV": return path == value || path.hasSuffix(value)
      case "XDG_CONFIG_HOME": return path == "\(value)/go/env" || path.hasSuffix("\(value)/go/env")
      default: return false
      }
    }
  }
}

extension String {
  fileprivate static func isNotRead(_ path: String) -> String { "no go reads '\(path)'" }
  fileprivate static func lineIsIgnored(_ line: String, _ path: String) -> String {
    "go ignores the line '\(line.prefix(80))' in '\(path)', for it does not begin with a variable's name"
  }
  fileprivate static func isTakenLiterally(_ what: String, _ line: String, _ path: String) -> String {
    "go takes \(what) literally in '\(path)': '\(line.prefix(80))'"
  }
}

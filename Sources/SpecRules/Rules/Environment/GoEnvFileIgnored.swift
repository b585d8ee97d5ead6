package import Diagnostics
import GoBuild
import MacroExpansion

/// A Go settings file has lines that Go ignores or reads differently than intended.
///
/// ## What it does
/// Reports texts that the scriptlets write to Go's environment file (`$HOME/.config/go/env`, `$XDG_CONFIG_HOME/go/env`, GOENV,
/// `$GOROOT/go.env`) when a line begins with `export` or a blank, a value is quoted, ends in a comment or names a variable,
/// and files in a place where no go looks (`/etc/xdg/go/env`).
///
/// ## Why it matters
/// The file is not a shell script. A line whose first character is not A–Z is silently ignored, and so are `export …` and lines
/// that begin with a blank; quotes, `$HOME` and `# comment` become part of the value: `GOCACHE="/x"` makes every build fail, `GOCACHE is
/// not an absolute path`. Go opens `$XDG_CONFIG_HOME/go/env`, else `$HOME/.config/go/env`, or what GOENV names, and from 1.21 on
/// `$GOROOT/go.env`; never `/etc/xdg`.
///
/// Shown by: `env-file-lines`, `etc-xdg`, `quoted-value`.
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
/// Export the variables in the scriptlet, or write the file as lines of `NAME=value`.
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
  package static let fixes: Set<FixIt.Applicability> = [.unsafe]

  package init() {}

  package func check(_ context: RuleContext) -> [Diagnostic] {
    context.model.writtenFiles.compactMap { file in
      let path = file.path.display
      if path.hasSuffix("/etc/xdg/go/env") {
        guard !context.names(path) else { return nil }
        return finding(.isNotRead(path), at: ScriptPlace(file), in: context, fixes: Self.naming(file, context))
      }
      guard context.isGoEnvironmentFile(path) else { return nil }
      let lines = Self.lines(of: file)
      guard let line = lines.first(where: { $0.fault != nil }), let fault = line.fault else { return nil }
      let fixes = FixIt.unsafe(
        "write it the way Go reads it", context.rewrites.asGoReads(lines, of: file), because: .takesMore, changing: Self.promise(lines))
      switch fault {
      case .isIgnored: return finding(.lineIsIgnored(line.text, path), at: ScriptPlace(file), in: context, fixes: fixes)
      case .isLiteral(let what):
        return finding(.isTakenLiterally(what, line.text, path), at: ScriptPlace(file), in: context, fixes: fixes)
      }
    }
  }

  private static func lines(of file: WrittenFile) -> [SettingsLine] {
    file.text.display.split(separator: "\n").map { SettingsLine(String($0)) }
  }

  /// What the build writes for itself GOENV can name; what is shipped it cannot.
  private static func naming(_ file: WrittenFile, _ context: RuleContext) -> [FixIt] {
    guard file.path.display.hasPrefix("/etc/") else { return [] }
    return FixIt.unsafe(
      "let GOENV name it", context.rewrites.namingSettingsFile(file), because: .takesMore, changing: promise(lines(of: file)))
  }

  private static func promise(_ lines: [SettingsLine]) -> FixPromise {
    FixPromise(
      variables: Set(lines.compactMap(\.name) + ["GOENV"]), effects: [.moduleMode, .moduleCache, .buildCache, .parallelism])
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
  fileprivate static var takesMore: String { "Go then applies settings that it ignored before" }
  fileprivate static func isNotRead(_ path: String) -> String { "no 'go' command reads '\(path)'" }
  fileprivate static func lineIsIgnored(_ line: String, _ path: String) -> String {
    "Go ignores the line '\(line.prefix(80))' in '\(path)' because it does not begin with an upper-case letter"
  }
  fileprivate static func isTakenLiterally(_ what: String, _ line: String, _ path: String) -> String {
    "Go takes \(what) literally in '\(path)': '\(line.prefix(80))'"
  }
}

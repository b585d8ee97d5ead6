package import Diagnostics
import GoBuild
import MacroTargets
import SpecSyntax

/// The build downloads a Go toolchain other than the distribution's.
///
/// ## What it does
/// Reports `curl` and `wget` of Go's own archives (`go.dev/dl/`, `dl.google.com/go/` …), and a GOTOOLCHAIN that lets go fetch a
/// toolchain where the target's go is set to use none but itself.
///
/// ## Why it matters
/// Build services have no network. Where there is one, what compiles the package is a program that the distribution neither
/// built nor updates, and which no `BuildRequires` shows. Fedora's go says `GOTOOLCHAIN=local` for that reason.
///
/// Shown by: `newer-toolchain`.
///
/// ## Example
/// ```
/// %prep
/// curl -LO https://go.dev/dl/go1.25.5.linux-amd64.tar.gz
/// ```
///
/// ## Use instead
/// Require the distribution's Go with `BuildRequires: golang`.
/// ```
/// BuildRequires: golang >= 1.25
/// ```
///
/// ## When it stays silent
/// `GOTOOLCHAIN=local` and `path`, which fetch nothing, `GOPROXY=off`, and `auto` where the go.mod that is built is known to ask for
/// no newer go than the target's.
///
/// ## Settings
/// `--target` decides what the distribution's go does by itself.
package struct ToolchainDownload: Rule {
  package static let severity: Severity = .warning
  package static let confidences: Set<Confidence> = [.high, .medium]
  package static let fixes: Set<FixIt.Applicability> = [.unsafe]

  package init() {}

  package func check(_ context: RuleContext) -> [Diagnostic] {
    let fetched = context.model.shellCommands.compactMap { command -> Diagnostic? in
      guard command.section.isBuildScriptlet, Self.isFetched(by: command) else { return nil }
      return finding(.fetches(command.words.first?.value.display ?? ""), at: ScriptPlace(command), in: context)
    }
    return fetched + selections(in: context)
  }

  // MARK: curl and wget

  private static let places = [
    "go.dev/dl/go", "go.dev/dl/*", "golang.org/dl/*", "golang.org/dl/go", "dl.google.com/go/go", "storage.googleapis.com/golang/go",
  ]

  /// `curl https://go.dev/VERSION?m=text`, which only asks what to download.
  static func asksForRelease(_ command: ShellCommand) -> Bool {
    command.words.contains { $0.value.display.contains("go.dev/VERSION") || $0.value.display.contains("golang.org/VERSION") }
  }

  /// Whether a command downloads a Go distribution.
  static func isFetched(by command: ShellCommand) -> Bool {
    let words = command.words.map { $0.value.display }
    guard FetchingCommand.title(of: words) != nil else { return false }
    return words.contains { word in places.contains(where: word.contains) }
  }

  // MARK: GOTOOLCHAIN

  private func selections(in context: RuleContext) -> [Diagnostic] {
    var seen: Set<Binding> = []
    return context.model.commands.compactMap { command in
      guard command.kind == .direct, let binding = command.environment["GOTOOLCHAIN"], binding.source != nil,
        DownloadSource(command) != .local,
        let chosen = binding.value.alternative(where: { Self.confidence(of: $0, command, in: context) != nil }),
        let confidence = Self.confidence(of: chosen.value, command, in: context), seen.insert(binding).inserted
      else { return nil }
      return finding(
        .selects(chosen.value.display, command.title), at: ScriptPlace(command), in: context,
        confidence: min(confidence, binding.value.confidence), notes: context.settingNotes("GOTOOLCHAIN", at: binding.source),
        under: command.condition(with: chosen), fixes: fixes(command, context))
    }
  }

  /// How surely a toolchain is fetched for a GOTOOLCHAIN; nil where surely none is (https://go.dev/doc/toolchain).
  private static func confidence(of value: Value, _ command: GoCommand, in context: RuleContext) -> Confidence? {
    guard let bytes = value.exact else { return nil }
    let value = String(decoding: bytes, as: UTF8.self)
    guard !["", "local", "path"].contains(value), !value.hasSuffix("+path") else { return nil }
    let release = context.goVersion?.minor
    let isLocalByDefault = context.target?.goEnvironment["GOTOOLCHAIN"] == "local"
    if let wanted = minorRelease(value), value.hasPrefix("go") { return release == wanted ? nil : .high }
    // Of a host neither its `go.env` nor its release is known: who writes the default of go itself has reason to.
    guard isLocalByDefault || context.target == nil else { return nil }
    guard let release, let minor = command.module?.goMinor else { return .medium }
    return minor > release ? .high : nil
  }

  /// 24 for "go1.24.3" and "go1.24.3+auto".
  private static func minorRelease(_ name: String) -> Int? {
    let parts = name.split(separator: ".")
    guard parts.count > 1, parts[0] == "go1" else { return nil }
    return Int(parts[1].prefix { $0.isNumber })
  }
}

extension ToolchainDownload {
  private func fixes(_ command: GoCommand, _ context: RuleContext) -> [FixIt] {
    guard let assignment = context.rewrites.writtenAssignment(of: "GOTOOLCHAIN", to: command) else { return [] }
    return FixIt.unsafe(
      "set GOTOOLCHAIN=local", [context.rewrites.replacement(of: assignment.value, with: "local")],
      because: "a go.mod that requires a newer Go is then refused", changing: .sets("GOTOOLCHAIN"))
  }
}

extension String {
  fileprivate static func fetches(_ command: String) -> String { "'\(command)' downloads a Go toolchain other than the distribution's" }
  fileprivate static func selects(_ value: String, _ command: String) -> String {
    "GOTOOLCHAIN=\(value) lets '\(command)' download a Go toolchain other than the distribution's"
  }
}

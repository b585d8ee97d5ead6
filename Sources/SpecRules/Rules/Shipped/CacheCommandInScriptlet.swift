package import Diagnostics
import GoBuild
import MacroExpansion
import SpecSyntax

/// Installing or removing the package deletes its users' Go caches.
///
/// ## What it does
/// Reports `go clean -cache`, `-modcache` and the like, and `rm -rf` of a Go cache in somebody's home, in the scriptlets that run where
/// the package is installed (`%post`, `%preun`, `%triggerin` …).
///
/// ## Why it matters
/// Those caches are their users', not the package's: every module is downloaded and every package compiled again, in builds that may be
/// running at that moment. Nothing has to be deleted for a new compiler: its own version is part of every key in the build cache,
/// and go trims what has not been used for five days.
///
/// Shown by: `trimmed-cache`, `compiler-is-a-key`, `cleaned-caches`.
///
/// ## Example
/// ```
/// %post
/// go clean -cache -modcache
/// ```
///
/// ## Use instead
/// Remove the command; a cache is its owner's.
/// ```
/// %post
/// ldconfig
/// ```
/// Whoever owns a cache keeps it small: `rpmscope cache --max-size`, by hand or with a timer, as the page "GoCaches" of rpmscope's manual
/// shows (Sources/SpecLint/SpecLint.docc/GoCaches.md).
///
/// ## When it stays silent
/// For caches elsewhere, which may be the package's own (`/var/cache/hello/go-build` of a service), for the build's scriptlets, which
/// have rules of their own, and for scriptlets in Lua.
///
/// ## Settings
/// None.
package struct CacheCommandInScriptlet: Rule {
  package static let severity: Severity = .warning

  package init() {}

  package func check(_ context: RuleContext) -> [Diagnostic] {
    context.shipped.installScriptlets.flatMap { model in
      model.commands.filter(Self.cleans).map { found(.deletes($0.title), at: $0.sourceReference, in: $0.section, context) }
        + model.shellCommands.filter(Self.removes).map { found(.deletes($0.shownWords), at: $0.source, in: $0.section, context) }
    }
  }

  private func found(_ message: String, at reference: SourceReference, in section: SectionKeyword, _ context: RuleContext) -> Diagnostic {
    Diagnostic(rule: Self.id, severity: Self.severity, message: message, place: context.place(reference), notes: [Note("in %\(section)")])
  }

  private static func cleans(_ command: GoCommand) -> Bool {
    guard command.kind == .direct, let invocation = command.invocation, invocation.subcommand == "clean" else { return false }
    return ["cache", "modcache", "testcache", "fuzzcache"].contains { invocation.flag($0) != nil }
  }

  private static func removes(_ command: ShellCommand) -> Bool {
    let words = command.words.map { $0.value.display }
    switch words.first {
    case "rm":
      return words.dropFirst().contains { $0.hasPrefix("-") && !$0.hasPrefix("--") && $0.lowercased().contains("r") || $0 == "--recursive" }
        && words.contains { GoCacheFolder.liesInHome($0) && GoCacheFolder.isMeant(by: $0) }
    case "find":
      let deletes = words.contains("-delete") || words.contains("rm")
      return deletes && words.contains { GoCacheFolder.liesInHome($0 + "/") } && words.contains { GoCacheFolder.isMeant(by: $0) }
    default: return false
    }
  }
}

extension ShellCommand {
  /// The command as it runs, for messages.
  var shownWords: String {
    let text = words.map { $0.value.display }.joined(separator: " ")
    return text.count > 60 ? "\(text.prefix(59))…" : text
  }
}

extension String {
  fileprivate static func deletes(_ command: String) -> String { "'\(command)' deletes the Go caches of the machine's users" }
}

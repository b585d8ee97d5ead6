package import Diagnostics
import GoBuild

/// The build uses whatever module versions are newest that day.
///
/// ## What it does
/// Reports `go get -u`, and `go mod tidy` or `go get` after the build's own `go mod init`.
///
/// ## Why it matters
/// `-u` asks for the newest release of every dependency, and a go.mod that the build has only just made names no version at all. What is
/// built changes as soon as one of them has a new release, and that combination is untested.
///
/// Shown by: `newest-modules`.
///
/// ## Example
/// ```
/// %build
/// go mod init example.com/hello
/// go mod tidy
/// ```
/// The download itself is `mod-tidy-in-build`.
///
/// ## Use instead
/// Make go.mod and the vendor folder once, and ship them as a source.
/// ```
/// Source1: %{name}-%{version}-vendor.tar.xz
///
/// %prep
/// %autosetup -a1
///
/// %build
/// go build -mod=vendor -o hello .
/// ```
/// with a go.mod and a vendor folder made once and kept as a source.
///
/// ## When it stays silent
/// With `GOPROXY=off` or a `file:` proxy, for `go get path@v1.2.3`, and for a plain `go get`, which is `go-get-in-build`.
///
/// ## Settings
/// None.
package struct UnpinnedModules: Rule {
  package static let severity: Severity = .error

  package init() {}

  package func check(_ context: RuleContext) -> [Diagnostic] {
    let creation = context.model.commands.first { $0.invocation?.subcommand == "mod init" }
    var findings: [Diagnostic] = []
    for command in context.model.commands {
      if command.updatesModules {
        findings.append(finding(.updates, at: ScriptPlace(command), in: context, under: command.condition))
      }
      guard let creation, findings.isEmpty, [.tidy, .get].contains(command.downloads), command.namesNoVersion,
        ScriptPlace(command).isLater(than: ScriptPlace(creation)), !restoresModuleFile(context, after: creation)
      else { continue }
      findings.append(
        finding(
          .fills(command.title), at: ScriptPlace(creation), in: context,
          notes: [Note("'\(command.title)' chooses the versions here", at: context.place(command.sourceReference))],
          under: creation.condition))
    }
    return findings
  }

  /// Whether go.mod is replaced by a source: `cp %{SOURCE2} go.mod`.
  private func restoresModuleFile(_ context: RuleContext, after creation: GoCommand) -> Bool {
    context.model.shellCommands.contains { command in
      ["cp", "mv", "install", "cat", "tee", "patch"].contains(command.programName)
        && command.words.dropFirst().contains { $0.value.display.hasSuffix("go.mod") }
    }
  }
}

extension GoCommand {
  /// `go get -u`, which asks for what is newest.
  var updatesModules: Bool {
    guard downloads == .get, let flag = invocation?.flag("u") else { return false }
    return flag.value?.exact != Array("false".utf8)
  }

  fileprivate var namesNoVersion: Bool { invocation?.operands.contains { $0.value.display.contains("@v") } != true }
}

extension String {
  fileprivate static var updates: String { "'go get -u' builds from whatever versions of its dependencies are newest" }
  fileprivate static func fills(_ command: String) -> String {
    "'go mod init' names no versions, so '\(command)' takes whatever is newest"
  }
}

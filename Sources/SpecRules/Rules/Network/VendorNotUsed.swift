package import Diagnostics
import GoBuild
import MacroExpansion

/// The sources include a vendor folder, but `go` does not use it.
///
/// ## What it does
/// Reports go commands with `-mod=mod` where the sources bring a vendor folder, commands without `-mod=vendor` where go.mod asks for a Go
/// before 1.14, and `go mod edit -go=1.13`, which makes it so.
///
/// ## Why it matters
/// With `-mod=mod` go reads go.mod alone and downloads what the vendor folder holds already; for a go.mod of before Go 1.14 it does so
/// without being told.
///
/// Shown by: `vendor-by-go-line`, `mod-mod-downloads`.
///
/// ## Example
/// ```
/// Source1: hello-1.2-vendor.tar.xz
/// %prep
/// %setup -q -a1
/// %build
/// go build -mod=mod -o hello .
/// ```
///
/// ## Use instead
/// Build with `-mod=vendor`.
/// ```
/// Source1: hello-1.2-vendor.tar.xz
/// %prep
/// %setup -q -a1
/// %build
/// go build -mod=vendor -o hello .
/// ```
///
/// ## When it stays silent
/// In GOPATH mode, with `GOPROXY=off` or a `file:` proxy, after `rm -rf vendor`, and where no source is known to bring a vendor
/// folder. The download itself is then not reported as `download-in-build`.
///
/// ## Settings
/// None.
package struct VendorNotUsed: Rule {
  package static let severity: Severity = .warning
  package static let confidences: Set<Confidence> = [.medium]

  package init() {}

  package func check(_ context: RuleContext) -> [Diagnostic] {
    let lowering = context.model.shellCommands.lazy.compactMap { command in Self.loweredGo(command).map { (command: command, version: $0) }
    }
    if let lowering = lowering.first,
      context.model.commands.contains(where: { $0.isBuilder && $0.moduleMode == .vendor && $0.flagValue("mod") != "vendor" })
    {
      return [finding(.lowers(lowering.version), at: ScriptPlace(lowering.command), in: context, confidence: .medium)]
    }
    for command in context.model.commands {
      if let edit = Self.loweredGo(command), context.model.commands.contains(where: { $0.isBuilder && $0.moduleMode == .vendor }) {
        return [finding(.lowers(edit), at: ScriptPlace(command), in: context, confidence: .medium, under: command.condition)]
      }
      guard let reason = Self.reason(command, in: context) else { continue }
      return [
        finding(
          .ignores(command.title, reason), at: ScriptPlace(command), in: context,
          confidence: command.module?.hasVendor == true ? .high : .medium, under: command.condition)
      ]
    }
    return []
  }

  /// Why a command leaves the vendor folder alone that the sources bring; nil where it uses it, or there is none.
  static func reason(_ command: GoCommand, in context: RuleContext) -> String? {
    guard command.isBuilder, command.moduleMode == .modules, DownloadSource(command) != .local, !isDeleted(before: command, in: context)
    else {
      return nil
    }
    if command.flagValue("mod") == "mod" {
      return command.module?.hasVendor ?? context.go.hasVendorArchive ? "-mod=mod" : nil
    }
    guard let module = command.module, module.hasVendor, module.leavesVendorAlone, command.flagValue("mod") == nil else { return nil }
    return "'go \(module.goVersion ?? "")' in go.mod"
  }

  private static func isDeleted(before command: GoCommand, in context: RuleContext) -> Bool {
    context.model.shellCommands.contains { other in
      other.words.first?.exactText == "rm" && other.words.contains { ["vendor", "./vendor", "vendor/"].contains($0.exactText) }
        && command.follows(section: other.section, other.range)
    }
  }

  /// "1.13" of `sed -i 's/^go 1.*/go 1.13/' go.mod`.
  private static func loweredGo(_ command: ShellCommand) -> String? {
    let words = command.words.map { $0.value.display }
    guard command.programName == "sed", words.contains(where: { $0.hasPrefix("-i") || $0.hasPrefix("--in-place") }),
      words.contains(where: { $0 == "go.mod" || $0.hasSuffix("/go.mod") })
    else { return nil }
    return words.lazy.compactMap { script -> String? in
      guard script.first == "s", let delimiter = script.dropFirst().first else { return nil }
      let parts = script.split(separator: delimiter, omittingEmptySubsequences: false)
      guard parts.count > 2, parts[1].contains("go "), parts[2].hasPrefix("go 1."),
        let minor = Int(parts[2].dropFirst(5).prefix { $0.isNumber }),
        minor < 14
      else { return nil }
      return String(parts[2].dropFirst(3))
    }.first
  }

  /// "1.13" of `go mod edit -go=1.13`.
  private static func loweredGo(_ command: GoCommand) -> String? {
    guard command.invocation?.subcommand == "mod edit", let value = command.invocation?.flag("go")?.value?.exact else { return nil }
    let text = String(decoding: value, as: UTF8.self)
    let parts = text.split(separator: ".")
    guard parts.count > 1, parts[0] == "1", let minor = Int(parts[1]), minor < 14 else { return nil }
    return text
  }
}

extension String {
  fileprivate static func ignores(_ command: String, _ reason: String) -> String {
    "'\(command)' does not use the vendor folder in the sources because of \(reason)"
  }
  fileprivate static func lowers(_ version: String) -> String { "with 'go \(version)' in go.mod, Go does not use the vendor folder" }
}

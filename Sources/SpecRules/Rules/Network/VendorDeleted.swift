package import Diagnostics
import GoBuild
import MacroExpansion
import SpecSyntax

/// The vendor folder is deleted before a vendored build.
///
/// ## What it does
/// Reports a go command with `-mod=vendor`, of its own or in GOFLAGS, when an earlier `rm` has deleted `vendor` and nothing since
/// then may have brought it back.
///
/// ## Why it matters
/// The command fails: there is nothing to build from. `%goprep` without `-k` is what deletes it most often.
///
/// Shown by: `no-vendor-folder`.
///
/// ## Example
/// ```
/// %prep
/// %setup -q
/// rm -rf vendor
///
/// %build
/// go build -mod=vendor -o hello .
/// ```
///
/// ## Use instead
/// Keep the vendor folder.
/// ```
/// %prep
/// %setup -q
///
/// %build
/// go build -mod=vendor -o hello .
/// ```
/// With Fedora's macros: `%goprep -k`.
///
/// ## When it stays silent
/// Where an archive is unpacked afterwards, or anything else names `vendor` that is not a deletion.
///
/// ## Settings
/// None.
package struct VendorDeleted: Rule {
  package static let severity: Severity = .error
  package static let fixes: Set<FixIt.Applicability> = [.safe, .unsafe]

  package init() {}

  package func check(_ context: RuleContext) -> [Diagnostic] {
    guard let deletion = context.model.shellCommands.last(where: Self.deletesVendor), !context.go.isPartlyUnread else { return [] }
    guard !context.model.shellCommands.contains(where: { Self.follows($0, deletion) && Self.mayRestore($0) }) else { return [] }
    let command = context.model.commands.first { command in
      follows(command, deletion) && command.isBuilder && command.flagValue("mod") == "vendor"
    }
    guard let command, !context.model.commands.contains(where: { follows($0, deletion) && $0.invocation?.subcommand == "mod vendor" })
    else { return [] }
    return [
      finding(
        .isGone(command.title), at: ScriptPlace(command), in: context,
        notes: [Note("'vendor' is deleted here", at: context.place(deletion.source))], under: command.condition,
        fixes: fixes(deletion, context))
    ]
  }

  private static func deletesVendor(_ command: ShellCommand) -> Bool {
    guard command.words.first?.exactText == "rm" else { return false }
    // %goprep names the folder by its whole path.
    let here = command.directory.exact.map { String(decoding: $0, as: UTF8.self) + "/vendor" }
    return command.words.dropFirst().contains { word in
      guard let path = word.exactText else { return false }
      return ["vendor", "./vendor", "vendor/"].contains(path) || path == here
    }
  }

  /// Unpacking, copying, linking: whatever may bring a folder.
  private static func mayRestore(_ command: ShellCommand) -> Bool {
    let name = command.words.first?.exactText?.split(separator: "/").last.map(String.init) ?? "*"
    if ["*", "tar", "unzip", "bsdtar", "rpmuncompress", "cpio", "git", "make"].contains(name) { return true }
    return name != "rm" && command.words.contains { $0.value.display.contains("vendor") }
  }

  private static func follows(_ command: ShellCommand, _ deletion: ShellCommand) -> Bool {
    isLater((command.section, command.range), than: deletion)
  }

  private func follows(_ command: GoCommand, _ deletion: ShellCommand) -> Bool {
    Self.isLater((command.section, command.range), than: deletion)
  }

  private static func isLater(_ place: (section: SectionKeyword, range: ByteRange), than deletion: ShellCommand) -> Bool {
    guard place.section != deletion.section else { return place.range.lowerBound >= deletion.range.upperBound }
    return deletion.section.runs(before: place.section)
  }
}

extension VendorDeleted {
  /// `%goprep` keeps the folder with `-k`; an `rm` of the spec's own may have its reasons.
  private func fixes(_ deletion: ShellCommand, _ context: RuleContext) -> [FixIt] {
    guard deletion.source.file == 0, context.rewrites.written(deletion.range, in: deletion.section) == nil else {
      return FixIt.unsafe(
        "keep the vendor folder", context.rewrites.removingLine(of: deletion.range, in: deletion.section),
        because: "other files in it may have been in the way")
    }
    guard let call = ["%goprep", "%{goprep"].first(where: context.rewrites.specWords(deletion.source.range).hasPrefix) else { return [] }
    return FixIt.safe(
      "keep the vendor folder with '-k'", [context.rewrites.insertion(" -k", at: deletion.source.range.lowerBound + call.utf8.count)])
  }
}

extension String {
  fileprivate static func isGone(_ command: String) -> String { "'\(command)' needs the vendor folder, which was deleted" }
}

package import Diagnostics
import GoBuild
import MacroExpansion

/// go.mod is changed, but the vendor folder that matches the old one is kept.
///
/// ## What it does
/// Reports `go mod edit` of requirements and replacements, and `sed` of them in go.mod, before a vendored build.
///
/// ## Why it matters
/// `vendor/modules.txt` lists what go.mod asks for. Where the two disagree go stops with "inconsistent vendoring".
///
/// Shown by: `edited-go-mod`.
///
/// ## Example
/// ```
/// %build
/// go mod edit -replace example.com/x=example.com/y@v1.2.3
/// go build -mod=vendor -o hello .
/// ```
///
/// ## Use instead
/// Make the vendor archive from the edited go.mod.
/// ```
/// %build
/// go build -mod=vendor -o hello .
/// ```
///
/// ## When it stays silent
/// For the `go` and `toolchain` lines, which `vendor/modules.txt` does not repeat as such; where `vendor/modules.txt` is changed too, and
/// where `go mod vendor` comes after it. Where a vendor archive is among the sources it may have been made from the
/// edited go.mod: low confidence.
///
/// ## Settings
/// None.
package struct GoModEditedAfterVendoring: Rule {
  package static let severity: Severity = .error
  package static let confidences: Set<Confidence> = [.high, .medium, .low]

  package init() {}

  package func check(_ context: RuleContext) -> [Diagnostic] {
    guard !context.go.isPartlyUnread, !context.model.shellCommands.contains(where: Self.namesModulesList) else { return [] }
    return edits(in: context).compactMap { edit in
      let later = context.model.commands.filter { $0.kind == .direct && $0.follows(section: edit.place.section, edit.place.range) }
      guard let build = later.first(where: { $0.isBuilder && $0.moduleMode == .vendor }),
        !later.contains(where: { ["mod vendor", "work vendor"].contains($0.invocation?.subcommand) && !$0.follows(build) })
      else { return nil }
      return finding(
        .disagrees(edit.title, build.title), at: edit.place, in: context, confidence: Self.confidence(build, in: context),
        notes: [Note("'\(build.title)' builds from vendor/ here", at: context.place(build.sourceReference))])
    }
  }

  private struct Edit {
    let title: String
    let place: ScriptPlace
  }

  private func edits(in context: RuleContext) -> [Edit] {
    let flags: Set<String> = ["require", "droprequire", "replace", "dropreplace"]
    let byGo = context.model.commands.compactMap { command -> Edit? in
      guard let invocation = command.invocation, invocation.subcommand == "mod edit",
        let flag = invocation.flags.first(where: { flags.contains($0.name) })
      else { return nil }
      return Edit(title: "go mod edit -\(flag.name)", place: ScriptPlace(command))
    }
    let bySed = context.model.shellCommands.filter(Self.changesRequirements).map { Edit(title: "sed", place: ScriptPlace($0)) }
    let byText = context.model.writtenFiles.filter(Self.addsRequirements).map { file in
      Edit(title: "text added to go.mod", place: ScriptPlace(file))
    }
    return byGo + bySed + byText
  }

  /// `cat >> go.mod`: text that changes requirements.
  private static func addsRequirements(_ file: WrittenFile) -> Bool {
    let text = file.text.display
    return file.path.display.hasSuffix("/go.mod")
      && text.split(separator: "\n").contains { line in
        let word = line.drop { $0 == " " || $0 == "\t" }
        return word.hasPrefix("replace ") || word.hasPrefix("replace(") || word.hasPrefix("require ") || word.hasPrefix("require(")
          || word.contains(" => ")
      }
  }

  private static func namesModulesList(_ command: ShellCommand) -> Bool {
    let name = command.words.first?.exactText ?? ""
    return ["sed", "cp", "patch", "tee", "cat", "perl"].contains(name)
      && command.words.contains { $0.value.display.contains("modules.txt") }
  }

  /// `sed -i 's/example.com\/x v1/…/' go.mod`: a script that speaks of requirements, not of the `go` line.
  private static func changesRequirements(_ command: ShellCommand) -> Bool {
    let words = command.words.map { $0.value.display }
    guard words.first == "sed", words.contains(where: { $0.hasPrefix("-i") || $0.hasPrefix("--in-place") }),
      words.contains(where: { $0 == "go.mod" || $0.hasSuffix("/go.mod") })
    else { return false }
    return words.contains { word in
      !word.hasSuffix("go.mod") && (word.contains("require") || word.contains("replace") || hasModuleVersion(word))
    }
  }

  /// "example.com/x v1": a path, a blank and a version.
  private static func hasModuleVersion(_ script: String) -> Bool {
    let words = script.split(separator: " ")
    return zip(words, words.dropFirst()).contains { first, second in
      first.contains(".") && second.first == "v" && second.dropFirst().first?.isNumber == true
    }
  }

  private static func confidence(_ build: GoCommand, in context: RuleContext) -> Confidence {
    if context.model.commands.contains(where: { $0.invocation?.subcommand == "mod vendor" }) || build.module?.hasVendor == true {
      return .high
    }
    return context.go.hasVendorArchive ? .low : .medium
  }
}

extension GoCommand {
  fileprivate func follows(_ other: GoCommand) -> Bool { follows(section: other.section, other.range) }
}

extension String {
  fileprivate static func disagrees(_ edit: String, _ build: String) -> String {
    "after '\(edit)', go.mod disagrees with vendor/modules.txt, so '\(build)' fails"
  }
}

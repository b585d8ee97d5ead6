import Diagnostics
import MacroExpansion
import SpecRules

/// A checklist in Markdown for a package review's Bugzilla comment: Fedora's Go packaging guideline, requirement by requirement, then
/// what else was found.
///
/// The marks are those of fedora-review: `[x]` holds, `[!]` does not, `[?]` has to be looked at, `[-]` does not apply.
package struct ReviewReport: Report {
  package static func bytes(_ run: LintRun, _ style: ReportStyle) -> [UInt8] {
    Array(run.files.map(review).joined(separator: "\n").utf8)
  }

  private static func review(_ file: FileReport) -> String {
    let name = file.path.split(separator: "/").last.map(String.init) ?? file.path
    var text = "# Review of \(Markdown.escaped(name)): Go packaging\n\n"
    guard let target = file.target, let checklist = file.guideline else {
      return text + "Not reviewed: \(Markdown.escaped(file.failure ?? "the file was not read")).\n"
    }
    text +=
      "rpmscope \(ToolVersion.current) read the spec for target \(Markdown.escaped(target)), without running anything of it, and held it "
    text += "against Fedora's [Go packaging guideline](\(FedoraGuideline.address)).\n"
    text += "`[x]` holds, `[!]` does not hold, `[?]` is not shown by the spec, `[-]` does not apply.\n"
    if let obstacle = checklist.obstacle {
      text += "\nThe guideline was not checked: \(Markdown.escaped(obstacle)).\n"
    } else {
      text += checked(checklist) + notChecked(checklist)
    }
    return text + otherFindings(file, than: checklist)
  }

  private static func checked(_ checklist: GuidelineChecklist) -> String {
    var text = ""
    var heading: String?
    for item in checklist.items {
      if case .notChecked = item.verdict { continue }
      if item.heading != heading { text += "\n## \(item.heading)\n\n" }
      heading = item.heading
      let requirement = Markdown.escaped(item.requirement)
      switch item.verdict {
      case .holds(let evidence): text += "- [x] \(requirement): \(Markdown.escaped(evidence))\n"
      case .lacking(let evidence): text += "- [!] \(requirement): \(Markdown.escaped(evidence))\n"
      case .notApplicable(let reason): text += "- [-] \(requirement): \(Markdown.escaped(reason))\n"
      case .broken(let findings):
        text += "- [!] \(requirement)\n"
        for finding in findings { text += "  - \(line(finding))\n" }
      case .notChecked: break
      }
    }
    return text
  }

  private static func notChecked(_ checklist: GuidelineChecklist) -> String {
    var text = "\n## Not checked\n\n"
    for item in checklist.items {
      guard case .notChecked(let reason) = item.verdict else { continue }
      text += "- [?] \(item.heading): \(Markdown.escaped(item.requirement)): \(Markdown.escaped(reason))\n"
    }
    return text
  }

  private static func otherFindings(_ file: FileReport, than checklist: GuidelineChecklist) -> String {
    let told = Set(checklist.items.flatMap(\.verdict.findings).map(\.rule))
    let others = file.diagnostics.filter { !told.contains($0.rule) }
    guard !others.isEmpty else { return "\nNothing else was found.\n" }
    return "\n## Other findings\n\n" + others.map { "- \(line($0))\n" }.joined()
  }

  private static func line(_ diagnostic: Diagnostic) -> String {
    let condition = diagnostic.condition.map { " (under '\($0)')" } ?? ""
    return "line \(diagnostic.place.start.line): \(Markdown.escaped(diagnostic.message + condition)) "
      + "(\(diagnostic.severity.rawValue), `\(diagnostic.rule)`)"
  }
}

/// Text of a spec's in Markdown: what it says is shown, and does nothing.
enum Markdown {
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for character in TerminalText.display(text) {
      if "\\`*_[]<>#|&~".contains(character) { escaped.append("\\") }
      escaped.append(character)
    }
    return escaped
  }
}

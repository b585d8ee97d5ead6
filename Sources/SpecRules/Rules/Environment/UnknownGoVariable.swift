package import Diagnostics
import GoBuild
import MacroExpansion

/// A variable resembles a Go variable but is not one.
///
/// ## What it does
/// Compares the names of exported variables with those that the go command reads, and reports near misses and names that were
/// never Go's.
///
/// ## Why it matters
/// Go ignores it, without a word, and does what it would have done anyway.
///
/// Shown by: `unknown-variables`.
///
/// ## Example
/// ```
/// %build
/// export GONOSUMCHECK=1
/// export GOMODECACHE=%{_builddir}/mod
/// go build .
/// ```
///
/// ## Use instead
/// Correct the name; `go help environment` lists all variables.
/// ```
/// %build
/// export GONOSUMDB=example.com
/// export GOMODCACHE=%{_builddir}/mod
/// go build .
/// ```
///
/// ## When it stays silent
/// Variables that the spec itself reads, inputs of macros and makefiles (`GO_LDFLAGS`, `GOTAGS`, `GOTESTFLAGS` …), and variables
/// that are not exported.
///
/// ## Settings
/// None.
package struct UnknownGoVariable: Rule {
  package static let severity: Severity = .warning
  package static let confidences: Set<Confidence> = [.medium]
  package static let fixes: Set<FixIt.Applicability> = [.unsafe]

  package init() {}

  package func check(_ context: RuleContext) -> [Diagnostic] {
    var seen: Set<String> = []
    return context.model.assignments.compactMap { assignment in
      guard assignment.isExported, assignment.value != nil, let meant = GoVariable.meant(by: assignment.name),
        !isRead(assignment.name, context), seen.insert(assignment.name).inserted
      else { return nil }
      return finding(
        .unknown(assignment.name, meant: meant), at: ScriptPlace(assignment), in: context, confidence: .medium,
        fixes: fixes(assignment, meant: meant, context))
    }
  }

  /// `$NAME` or `${NAME` anywhere in the spec's scriptlets: then it is a variable of the spec's own.
  private func isRead(_ name: String, _ context: RuleContext) -> Bool {
    context.spec.sections.contains { section in
      let text = String(decoding: section.text.bytes, as: UTF8.self)
      return text.contains("$\(name)") || text.contains("${\(name)")
    }
  }
}

extension UnknownGoVariable {
  private func fixes(_ assignment: Assignment, meant: String, _ context: RuleContext) -> [FixIt] {
    guard let written = context.rewrites.writtenAssignment(of: assignment.name, at: assignment.range, in: assignment.section) else {
      return []
    }
    let name = written.range.lowerBound..<written.range.lowerBound + assignment.name.utf8.count
    return FixIt.unsafe(
      "write '\(meant)'", [context.rewrites.replacement(of: name, with: meant)],
      because: "Go then applies a setting that it ignored before",
      changing: FixPromise(
        variables: [assignment.name, meant], effects: [.moduleMode, .moduleCache, .buildCache, .parallelism]))
  }
}

extension String {
  fileprivate static func unknown(_ name: String, meant: String) -> String {
    "'\(name)' is not a Go variable; did you mean '\(meant)'?"
  }
}

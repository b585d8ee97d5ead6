package import Diagnostics
import GoBuild
import MacroExpansion
import SpecSyntax

/// A Python package is built with deprecated macros or commands.
///
/// ## What it does
/// Reports `%py3_build`, `%py3_install`, `%py3_build_wheel` and `setup.py install`.
///
/// ## Why it matters
/// They run `setup.py`, which setuptools no longer supports as a command, and leave metadata that pip cannot use. `%pyproject_wheel` and `%pyproject_install`
/// build as upstream declares it, and find the build requirements.
///
/// Source: Fedora's change *Deprecate %py3_build and %py3_install* (Fedora 43); Fedora's Python packaging guideline, under *Build macros*.
///
/// ## Example
/// ```
/// %build
/// %py3_build
/// ```
///
/// ## Use instead
/// Build with the `%pyproject_*` macros.
/// ```
/// %generate_buildrequires
/// %pyproject_buildrequires
/// %build
/// %pyproject_wheel
/// ```
///
/// ## When it stays silent
/// For other targets: EPEL 8 and others do not have the new macros. For `python` and `python2`, because the new macros do not support
/// Python 2.
///
/// ## Settings
/// For Fedora.
package struct DeprecatedPythonMacros: Rule {
  package static let severity: Severity = .info
  package static let profiles: Set<Profile> = [.fedora]

  package init() {}

  package func check(_ context: RuleContext) -> [Diagnostic] {
    guard context.isTakenByTarget else { return [] }
    let names = ["py3_build", "py3_install", "py3_build_wheel", "py3_build_egg", "py3_install_wheel", "py3_install_egg"]
    let calls = names.compactMap { name in
      context.calledMacros.contains(name) ? context.fedora.firstCall(of: name).map { ($0, "%\(name)") } : nil
    }
    if let first = calls.first {
      return [Diagnostic(rule: Self.id, severity: Self.severity, message: .deprecated(first.1), place: context.place(first.0))]
    }
    let command = context.model.shellCommands.first { command in
      let words = command.words.map(\.value.display)
      return words.first?.split(separator: "/").last?.hasPrefix("python3") == true
        && words.dropFirst().prefix(2).contains { $0.hasSuffix("setup.py") }
        && words.contains("install")
    }
    return command.map { [finding(.deprecated("setup.py install"), at: ScriptPlace($0), in: context)] } ?? []
  }
}

extension String {
  fileprivate static func deprecated(_ what: String) -> String { "'\(what)' is deprecated; use the %pyproject macros" }
}

package import Diagnostics
import GoBuild
import MacroExpansion
import SpecSyntax

/// `%prep` or `%build` writes into the build root, which rpmbuild empties before `%install`.
///
/// ## What it does
/// Reports commands of `%prep`, `%build` and `%conf` that write into the build root.
///
/// ## Why it matters
/// rpmbuild empties the build root before `%install`: what is put there earlier is not in the package.
///
/// Source: tried with rpmbuild 4.18.0, 4.20.1 and 6.1.0, which begin `%install` with `rm -rf` of the build root; Fedora's packaging
/// guideline, under *Build Scripts*: `%prep` and `%build` may not alter files in the build root.
///
/// ## Example
/// ```
/// %build
/// make
/// make install DESTDIR=%{buildroot}
/// %install
/// ls %{buildroot}
/// ```
///
/// ## Use instead
/// Move what installs files to `%install`.
/// ```
/// %build
/// make
/// %install
/// make install DESTDIR=%{buildroot}
/// ```
///
/// ## When it stays silent
/// For commands that only name the build root, or take it away (`rm -rf %{buildroot}`), and where `%install` does not empty it.
///
/// ## Settings
/// None.
package struct BuildrootInBuild: Rule {
  package static let severity: Severity = .warning

  package init() {}

  package func check(_ context: RuleContext) -> [Diagnostic] {
    guard let root = context.spec.macros["buildroot"].map({ String(decoding: $0, as: UTF8.self) }), root.count > 4,
      context.spec.sections.contains(where: { $0.keyword == .install })
    else { return [] }
    let command = context.model.shellCommands.first { command in
      [.prep, .conf, .build].contains(command.section) && Self.writes(command, root)
    }
    return command.map { [finding(.removed(Self.shown($0, root), $0.section), at: ScriptPlace($0), in: context)] } ?? []
  }

  /// A command with the build root as packagers write it.
  private static func shown(_ command: ShellCommand, _ root: String) -> String {
    String(command.words.map(\.value.display).joined(separator: " ").replacing(root, with: "%{buildroot}").prefix(80))
  }

  private static func writes(_ command: ShellCommand, _ root: String) -> Bool {
    let words = command.words.dropFirst().map(\.value.display)
    func isInside(_ word: String) -> Bool { word == root || word.hasPrefix(root + "/") }
    switch command.programName {
    case "install", "cp", "mv", "ln": return words.last.map(isInside) ?? false
    case "mkdir", "touch": return words.contains(where: isInside)
    case "make", "ninja", "meson", "cmake":
      return words.contains { $0.hasPrefix("install") }
        && words.contains { word in
          ["DESTDIR=", "INSTALL_ROOT="].contains { word.hasPrefix($0) && isInside(String(word.dropFirst($0.count))) }
        }
    default: return false
    }
  }
}

extension String {
  fileprivate static func removed(_ command: String, _ keyword: SectionKeyword) -> String {
    "rpmbuild empties the build root after %\(keyword), so what '\(command)' puts there is lost"
  }
}

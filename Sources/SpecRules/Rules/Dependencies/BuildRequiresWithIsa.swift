package import Diagnostics
import MacroExpansion
import SpecSyntax

/// A build dependency is tied to the architecture on which the source package was made.
///
/// ## What it does
/// Reports `%{?_isa}` and `%{_isa}` in `BuildRequires`.
///
/// ## Why it matters
/// Build dependencies are stored in the source package, which is made once, on any architecture. Builds on other architectures then ask
/// for that architecture's package, and `dnf builddep` finds nothing to install.
///
/// Source: Fedora's packaging guideline, under *BuildRequires and %{_isa}*: packages must not use arched BuildRequires.
///
/// ## Example
/// ```
/// BuildRequires: zlib-devel%{?_isa}
/// ```
///
/// ## Use instead
/// Name the package without `%{?_isa}`.
/// ```
/// BuildRequires: zlib-devel
/// ```
///
/// ## When it stays silent
/// For `Requires` and other tags of binary packages, where it belongs.
///
/// ## Settings
/// For Fedora and EPEL.
package struct BuildRequiresWithIsa: Rule {
  package static let severity: Severity = .warning
  package static let profiles: Set<Profile> = [.epel, .fedora]

  package init() {}

  package func check(_ context: RuleContext) -> [Diagnostic] {
    context.trees.indices.flatMap { file -> [Diagnostic] in
      let tree = context.trees[file]
      return tree.tags.flatMap { tag, line -> [Diagnostic] in
        guard tree[tag.name].map(\.lowercased).elementsEqual("buildrequires".utf8) else { return [] }
        return line.pieces.calls.filter { tree.name(of: $0) == "_isa" }.map { call in
          Diagnostic(
            rule: Self.id, severity: Self.severity, message: .bound,
            place: context.place(SourceReference(file: file, range: call.reference.range)))
        }
      }
    }
  }
}

extension String {
  fileprivate static let bound = "builds on other architectures ask for this one's package; leave '%{?_isa}' out"
}

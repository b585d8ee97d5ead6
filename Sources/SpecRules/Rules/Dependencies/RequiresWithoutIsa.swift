package import Diagnostics
import MacroExpansion
import SpecSyntax

/// A package accepts the base package of another architecture.
///
/// ## What it does
/// Reports `Requires` of a package of the same spec with its exact version and without `%{?_isa}`, where neither is `noarch`.
///
/// ## Why it matters
/// On a machine with packages of two architectures `hello-devel.i686` accepts `hello.x86_64` of the same version, and then lacks the
/// library that its own files link to.
///
/// Source: Fedora's packaging guideline, under *Requiring Base Package*: the dependency must be arch-specific for packages that are not noarch.
///
/// ## Example
/// ```
/// %package devel
/// Summary: Headers
/// Requires: %{name} = %{version}-%{release}
/// %description devel
/// Headers.
/// ```
///
/// ## Use instead
/// Add `%{?_isa}` to the name.
/// ```
/// %package devel
/// Summary: Headers
/// Requires: %{name}%{?_isa} = %{version}-%{release}
/// %description devel
/// Headers.
/// ```
///
/// ## When it stays silent
/// Where one of the two is `noarch`, and for dependencies without the exact version, which `subpackage-requires-not-exact` reports.
///
/// ## Settings
/// For Fedora and EPEL, with `--persona pedantic`.
package struct RequiresWithoutIsa: Rule {
  package static let severity: Severity = .info
  package static let persona: Persona = .pedantic
  package static let profiles: Set<Profile> = [.epel, .fedora]

  package init() {}

  package func check(_ context: RuleContext) -> [Diagnostic] {
    let packages = context.packages
    let names = Set(packages.names)
    return packages.tags("requires").flatMap { tag -> [Diagnostic] in
      let own = packages.name(of: tag)
      let written = context.source.text(of: tag.source.range, file: tag.source.file)
      guard tag.qualifier == nil, !packages.isNoarch(own), written.firstRange(of: "_isa".utf8) == nil else { return [] }
      return tag.dependencies.compactMap { dependency in
        guard dependency.comparison == "=", names.contains(dependency.name), dependency.name != own,
          !packages.isNoarch(dependency.name), let range = tag.value.bytes.firstRange(of: dependency.name.utf8),
          let source = tag.value.source(of: range)
        else { return nil }
        return Diagnostic(rule: Self.id, severity: Self.severity, message: .any(dependency.name), place: context.place(source))
      }
    }
  }
}

extension String {
  fileprivate static func any(_ name: String) -> String { "'\(name)' of any architecture satisfies this; write '%{?_isa}' after the name" }
}

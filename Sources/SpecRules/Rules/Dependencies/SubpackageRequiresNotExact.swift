package import Diagnostics
import MacroExpansion
import SpecSyntax

/// A package requires another of the same spec without its exact version.
///
/// ## What it does
/// Reports `Requires` of the main package or a subpackage of the same spec without `= %{version}-%{release}`.
///
/// ## Why it matters
/// The packages of one build are made for each other. Without the version an update may bring one of them and leave the other: headers that do not fit the
/// library, a program that does not find its data's format.
///
/// Source: Fedora's packaging guideline, under *Requiring Base Package*: subpackages must require it with a fully versioned dependency,
/// `Requires: %{name}%{?_isa} = %{version}-%{release}`.
///
/// ## Example
/// ```
/// %package devel
/// Summary: Headers
/// Requires: %{name}
/// %description devel
/// Headers.
/// ```
///
/// ## Use instead
/// Require the same version and release: `= %{version}-%{release}`.
/// ```
/// %package devel
/// Summary: Headers
/// Requires: %{name}%{?_isa} = %{version}-%{release}
/// %description devel
/// Headers.
/// ```
///
/// ## When it stays silent
/// For `=` with the version alone, other comparisons, names that only begin like a package of the spec, virtual names, and for other tags than `Requires`.
///
/// ## Settings
/// For Fedora, EPEL and openSUSE.
package struct SubpackageRequiresNotExact: Rule {
  package static let severity: Severity = .warning
  package static let profiles: Set<Profile> = [.epel, .fedora, .opensuse]

  package init() {}

  package func check(_ context: RuleContext) -> [Diagnostic] {
    let names = Set(context.packages.names)
    return context.spec.tags.flatMap { tag -> [Diagnostic] in
      guard tag.name.lowercased() == "requires", tag.qualifier == nil, !tag.text.contains("(") || tag.text.contains("(x86") else {
        return []
      }
      let own = context.packages.name(of: tag)
      return tag.dependencies.compactMap { dependency in
        let name = String(dependency.name.prefix { $0 != "(" })
        guard dependency.comparison == nil, names.contains(name), name != own,
          let range = tag.value.bytes.firstRange(of: dependency.name.utf8), let source = tag.value.source(of: range)
        else { return nil }
        return Diagnostic(
          rule: Self.id, severity: Self.severity, message: .anyVersion(name), place: context.place(source))
      }
    }
  }
}

extension String {
  fileprivate static func anyVersion(_ name: String) -> String { "'\(name)' of the same spec is required without its exact version" }
}

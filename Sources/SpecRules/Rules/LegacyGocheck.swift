package import Diagnostics
import MacroExpansion

/// A vendored Fedora package runs its tests with `%gocheck`.
///
/// ## What it does
/// Reports `%gocheck` in a spec that is built from vendored modules.
///
/// ## Why it matters
/// Fedora's Go packaging guideline, on testing: `%gocheck` is for packages whose dependencies are packages too. It runs every test in
/// GOPATH mode (`GO111MODULE=off`), whatever the build used, so that go.mod counts for nothing there: the tests are compiled with
/// other language versions and settings than the program. `%gocheck2` of go-vendor-tools tests modules as modules.
///
/// ## Example
/// ```
/// Source1: %{name}-%{version}-vendor.tar.xz
/// BuildRequires: go-vendor-tools
///
/// %check
/// %gocheck
/// ```
/// The archive without licence data is `vendored-without-license-data`.
///
/// ## Use instead
/// ```
/// Source1: %{name}-%{version}-vendor.tar.xz
/// BuildRequires: go-vendor-tools
///
/// %check
/// %gocheck2
/// ```
///
/// ## When it stays silent
/// For packages that are not vendored, other targets than Fedora (EPEL 9 has no go-vendor-tools), and in branches that the target does
/// not take.
///
/// ## Settings
/// None.
package struct LegacyGocheck: Rule {
  package static let severity: Severity = .info

  package init() {}

  package func check(_ context: RuleContext) -> [Diagnostic] {
    guard context.followsFedora, context.spec.target != "epel9", let evidence = context.vendoringEvidence,
      let call = context.firstCall(of: "gocheck")
    else { return [] }
    return [Diagnostic(rule: Self.id, severity: Self.severity, message: .legacy(evidence), place: context.place(call))]
  }
}

extension String {
  fileprivate static func legacy(_ evidence: String) -> String {
    "%gocheck tests in GOPATH mode, and \(evidence) shows a vendored package"
  }
}

package import Diagnostics
import GoBuild
import MacroExpansion

/// A vendored Fedora package runs its tests with `%gocheck`.
///
/// ## What it does
/// Reports `%gocheck` in a spec that is built from vendored modules.
///
/// ## Why it matters
/// Fedora's Go packaging guideline, under *Testing*: packages MUST NOT use the deprecated legacy `%gocheck`. It is for packages whose
/// dependencies are packages too, and runs every test in GOPATH mode (`GO111MODULE=off`), whatever the build used, so that go.mod counts
/// for nothing there: the tests are compiled with other language versions and settings than the program. `%gocheck2` of
/// go-vendor-tools 0.9 and later tests modules as modules, keeps Fedora's flags, and can leave single tests out; `%gotest ./...` in
/// modules mode, as go2rpm writes it, is right as well.
///
/// ## Example
/// ```
/// Source1: %{name}-%{version}-vendor.tar.xz
/// BuildRequires: go-rpm-macros
/// BuildRequires: go-vendor-tools
///
/// %check
/// %gocheck
/// ```
/// The archive without license data is `vendored-without-license-data`.
///
/// ## Use instead
/// Run the tests with `%gocheck2`.
/// ```
/// Source1: %{name}-%{version}-vendor.tar.xz
/// BuildRequires: go-rpm-macros
/// BuildRequires: go-vendor-tools
///
/// %check
/// %gocheck2
/// ```
/// The fix changes a plain call, where the package requires go-vendor-tools, which brings `%gocheck2`.
///
/// ## When it stays silent
/// For packages that are not vendored: those from before Fedora 43 may stay as they are. For other targets than Fedora and EPEL, and in
/// branches that the target does not take.
///
/// ## Settings
/// `--target fedora` holds any spec against the guideline.
package struct LegacyGocheck: Rule {
  package static let severity: Severity = .info
  package static let fixes: Set<FixIt.Applicability> = [.unsafe]

  package init() {}

  package func check(_ context: RuleContext) -> [Diagnostic] {
    guard context.fedora.followsFedora, let evidence = context.fedora.vendoringEvidence else { return [] }
    return context.fedora.calls(of: "gocheck").map { call in
      Diagnostic(
        rule: Self.id, severity: Self.severity, message: .legacy(evidence), place: context.place(call), fixes: Self.fixes(call, context))
    }
  }

  /// Only for a plain call, for `%gocheck2` has other options, and where go-vendor-tools is there, which brings it.
  private static func fixes(_ call: SourceReference, _ context: RuleContext) -> [FixIt] {
    let hasTools = context.fedora.tags(named: "BuildRequires").contains { tag in
      String(decoding: tag.value.bytes, as: UTF8.self).split { " ,\t".contains($0) }.contains("go-vendor-tools")
    }
    guard hasTools, call.file == 0,
      let other = ["%gocheck": "%gocheck2", "%{gocheck}": "%{gocheck2}"][context.rewrites.specWords(call.range)],
      LineShape(context.rewrites.specBytes).isBlank(afterOffset: call.range.upperBound)
    else { return [] }
    return FixIt.unsafe(
      "test with '\(other)'", [context.rewrites.replacement(of: call.range, with: other)],
      because: "tests that fail in module mode then fail the build", changing: FixPromise(effects: [.commands, .arguments, .moduleMode]))
  }
}

extension String {
  fileprivate static func legacy(_ evidence: String) -> String {
    "%gocheck tests in GOPATH mode, but \(evidence) shows a vendored package"
  }
}

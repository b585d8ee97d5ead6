package import Diagnostics
import MacroExpansion

/// A vendored Fedora package has the name of a library package.
///
/// ## What it does
/// Reports a name that begins with `golang-` where the package is built from vendored modules.
///
/// ## Why it matters
/// Fedora's Go packaging guideline, under *Naming*: vendored Go packages MUST NOT have a `golang-` prefix, unless it is part of upstream's
/// own name. The prefix tells packages of the former kind, with `-devel` packages for every library, from vendored ones; an existing
/// package that becomes vendored MUST go through the process for renaming.
///
/// ## Example
/// ```
/// Name: golang-github-example-hello
/// BuildRequires: go-vendor-tools
///
/// %install
/// %go_vendor_license_install -c %{S:0}
/// ```
///
/// ## Use instead
/// Name the package after its program or its upstream project.
/// ```
/// BuildRequires: go-vendor-tools
///
/// %install
/// %go_vendor_license_install -c %{S:0}
/// ```
///
/// ## When it stays silent
/// Where the import path (`%{goipath}`) or the URL says that upstream is called so, and in branches that the target does not take.
///
/// ## Settings
/// `--target fedora` holds any spec against the guideline.
package struct GolangPrefixOnVendoredPackage: Rule {
  package static let severity: Severity = .warning

  package init() {}

  package func check(_ context: RuleContext) -> [Diagnostic] {
    guard context.fedora.followsFedora, let tag = context.fedora.packageName, let evidence = context.fedora.vendoringEvidence else {
      return []
    }
    let name = String(decoding: tag.value.bytes, as: UTF8.self)
    guard name.hasPrefix("golang-"), !upstreamNames(context).contains(where: { $0.hasPrefix("golang-") }) else { return [] }
    return [Diagnostic(rule: Self.id, severity: Self.severity, message: .prefixed(name, evidence), place: context.fedora.place(of: tag))]
  }

  /// The last parts of import path and URL.
  private func upstreamNames(_ context: RuleContext) -> [Substring] {
    let texts = [context.spec.macros["goipath"] ?? []] + context.fedora.tags(named: "URL").map(\.value.bytes)
    return texts.compactMap { String(decoding: $0, as: UTF8.self).split(separator: "/").last }
  }
}

extension String {
  fileprivate static func prefixed(_ name: String, _ evidence: String) -> String {
    "'\(name)' has the prefix of library packages, but \(evidence) shows a vendored package"
  }
}

package import Diagnostics
import GoBuild
import MacroExpansion

/// A vendored Fedora package does not record the modules it bundles.
///
/// ## What it does
/// Reports a spec that is built from vendored modules and neither uses go-vendor-tools' `%go_vendor_license_*` macros, nor ships
/// `vendor/modules.txt` as license data, nor lists `bundled(golang(…))` provides.
///
/// ## Why it matters
/// Fedora's Go packaging guideline, under *Licensing*: the license files of the project and of all vendored modules MUST be in the
/// package, marked with `%license`, and the `License` tag MUST cover them all; under *Bundled provides*: the package MUST have
/// `bundled(golang(IMPORT_PATH)) = VERSION` provides for all of them, which a generator makes from the `modules.txt` in the license
/// folder. `%go_vendor_license_install` ships both kinds of file (modules.txt since go-vendor-tools 0.10), and
/// `%go_vendor_license_check` compares the tag with what the modules say.
///
/// ## Example
/// ```
/// Source1: %{name}-%{version}-vendor.tar.xz
/// BuildRequires: go-rpm-macros
///
/// %prep
/// %autosetup -a1
///
/// %build
/// export GO111MODULE=on
/// %gobuild -mod=vendor -o hello .
/// ```
/// That nothing restricts the architectures is `missing-exclusive-arch`.
///
/// ## Use instead
/// Record the bundled modules and their licenses with go-vendor-tools.
/// ```
/// Source1: %{name}-%{version}-vendor.tar.xz
/// Source2: go-vendor-tools.toml
/// BuildRequires: go-rpm-macros
/// BuildRequires: go-vendor-tools
///
/// %prep
/// %autosetup -a1
///
/// %generate_buildrequires
/// %go_vendor_license_buildrequires -c %{S:2}
///
/// %build
/// export GO111MODULE=on
/// %gobuild -mod=vendor -o hello .
///
/// %install
/// %go_vendor_license_install -c %{S:2}
///
/// %check
/// %go_vendor_license_check -c %{S:2}
///
/// %files -f %{go_vendor_license_filelist}
/// ```
///
/// ## When it stays silent
/// Where it is not sure that the package is vendored, and in branches that the target does not take. Whether the licenses listed are
/// the right ones, and all of them, a spec alone does not show.
///
/// ## Settings
/// `--target fedora` holds any spec against the guideline.
package struct VendoredWithoutLicenseData: Rule {
  package static let severity: Severity = .warning
  package static let confidences: Set<Confidence> = [.high, .medium]

  package init() {}

  package func check(_ context: RuleContext) -> [Diagnostic] {
    guard context.fedora.followsFedora, !context.go.isPartlyUnread, !hasLicenseData(context) else { return [] }
    if let name = context.fedora.vendorArchive, let tag = context.spec.tags.first(where: { Self.names($0, name) }) {
      return [diagnostic(.says(name), at: context.fedora.place(of: tag))]
    }
    if let command = context.fedora.programBuilds.first(where: { $0.moduleMode == .vendor }) {
      return [finding(.says(command.title), at: ScriptPlace(command), in: context, under: command.condition)]
    }
    // A kept vendor folder is used by what is compiled in module mode.
    guard let call = context.fedora.keepingPrep, let command = context.fedora.programBuilds.first, command.moduleMode != .gopath else {
      return []
    }
    return [
      Diagnostic(
        rule: Self.id, severity: Self.severity, confidence: .medium, message: .says("%goprep -k"), place: context.place(call),
        notes: [Note("'\(command.title)' compiles what it keeps", at: context.place(command.sourceReference))])
    ]
  }

  private func diagnostic(_ message: String, at place: FileRange) -> Diagnostic {
    Diagnostic(rule: Self.id, severity: Self.severity, message: message, place: place)
  }

  private static func names(_ tag: Tag, _ source: String) -> Bool {
    tag.name.lowercased().hasPrefix("source") && String(decoding: tag.value.bytes, as: UTF8.self).hasSuffix(source)
  }

  private func hasLicenseData(_ context: RuleContext) -> Bool {
    if context.calledMacros.contains(where: { $0.hasPrefix("go_vendor_license") }) { return true }
    let words = ["go_vendor_license", "modules.txt", "bundled(golang"]
    // A comment that mentions licenses records none.
    let lines = context.spec.text.bytes.split(separator: UInt8(ascii: "\n")).filter { line in
      line.first { $0 != 0x20 && $0 != 0x09 } != UInt8(ascii: "#")
    }
    return lines.contains { line in words.contains { line.firstRange(of: $0.utf8) != nil } }
  }
}

extension String {
  fileprivate static func says(_ vendored: String) -> String {
    "'\(vendored)' bundles modules, but nothing records them or their licenses"
  }
}

package import Diagnostics
import MacroExpansion
import MacroTargets
import SpecSyntax

/// A systemd unit is installed without the scriptlets that register it.
///
/// ## What it does
/// Reports a `.service`, `.socket`, `.timer` or `.path` unit in `%files` of a spec whose scriptlets never mention systemd.
///
/// ## Why it matters
/// `%systemd_post` applies the presets by which the distribution decides what is enabled, `%systemd_preun` stops and disables the unit when the package is
/// removed, `%systemd_postun_with_restart` restarts it in an update: without them the old program keeps running.
///
/// Source: daemon(7), under *Installing systemd service files*; Fedora's packaging guideline, under *Scriptlets*, *Systemd*; openSUSE's, under
/// *Systemd*.
///
/// ## Example
/// ```
/// %files
/// /usr/lib/systemd/system/hello.service
/// ```
///
/// ## Use instead
/// Call `%systemd_post`, `%systemd_preun` and `%systemd_postun` in the scriptlets.
/// ```
/// BuildRequires: systemd-rpm-macros
/// %post
/// %systemd_post hello.service
/// %preun
/// %systemd_preun hello.service
/// %postun
/// %systemd_postun_with_restart hello.service
/// %files
/// /usr/lib/systemd/system/hello.service
/// ```
///
/// ## When it stays silent
/// For templates (`hello@.service`), units of users, units in `*.wants`, units that D-Bus starts, where any scriptlet of the spec mentions systemd or the
/// unit, or is not known. For ALT, whose macros are others.
///
/// ## Settings
/// None.
package struct UnitWithoutScriptlets: Rule {
  package static let severity: Severity = .warning
  package static let confidences: Set<Confidence> = [.medium]

  package init() {}

  package func check(_ context: RuleContext) -> [Diagnostic] {
    guard context.target?.name != "altlinux", let unit = context.packages.files.first(where: Self.isUnit) else { return [] }
    let scriptlets = context.spec.sections.filter(\.keyword.runsWhereInstalled)
    let isTold = scriptlets.contains { section in
      let words = String(decoding: section.text.bytes, as: UTF8.self)
      return ["systemd", "systemctl", "chkconfig", "service"].contains(where: words.contains) || section.interpreter == "<lua>"
        || context.isPartlyUnknown(section.keyword)
    }
    // Also where nothing is known to come of it: ALT's `%post_service`.
    let called = context.calledMacros.union(context.source.calledNames)
    let callsMacros = called.contains { name in
      ["systemd_", "service_", "post_", "_post_service"].contains(where: name.hasPrefix) || name.hasSuffix("_service")
    }
    guard !isTold, !callsMacros,
      !context.spec.undefinedMacros.contains(where: { $0.name.contains("systemd") || $0.name.contains("service") })
    else { return [] }
    return [
      Diagnostic(
        rule: Self.id, severity: Self.severity, confidence: .medium,
        message: .untold(Self.name(of: unit), isSUSE: context.target?.name == "opensuse"),
        place: context.place(unit.source))
    ]
  }

  private static func name(of file: ListedFile) -> String { file.path.split(separator: "/").last.map(String.init) ?? file.path }

  private static func isUnit(_ file: ListedFile) -> Bool {
    let folders = ["/usr/lib/systemd/system/", "/lib/systemd/system/"]
    guard let folder = folders.first(where: file.path.hasPrefix), !["ghost", "exclude", "dir"].contains(where: file.has) else {
      return false
    }
    let name = file.path.dropFirst(folder.count)
    return !name.contains("/") && !name.contains("@") && !name.hasPrefix("dbus-") && !name.hasPrefix("*.")
      && [".service", ".socket", ".timer", ".path"].contains(where: name.hasSuffix)
  }
}

extension String {
  fileprivate static func untold(_ unit: String, isSUSE: Bool) -> String {
    let macros =
      isSUSE
      ? "%service_add_pre, %service_add_post, %service_del_preun and %service_del_postun"
      : "%systemd_post, %systemd_preun and %systemd_postun"
    return "no scriptlet registers '\(unit)' with systemd; use \(macros)"
  }
}

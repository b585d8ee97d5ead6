package import Diagnostics
import MacroExpansion
import SpecSyntax

/// A scriptlet of the installed package uses the build root.
///
/// ## What it does
/// Reports `%{buildroot}`, `$RPM_BUILD_ROOT` and `$RPM_BUILD_DIR` in scriptlets that run where the package is installed.
///
/// ## Why it matters
/// The folder is one of the machine that built the package. Where the package is installed it does not exist, and the variables are not set:
/// `rm -rf $RPM_BUILD_ROOT/etc/hello` then removes `/etc/hello`.
///
/// Source: rpm's manual, rpm-spec(5), and `rpmScriptRun` in lib/rpmscript.c (4.18), which sets `RPM_INSTALL_PREFIX` and no other variable of rpm's.
///
/// ## Example
/// ```
/// %post
/// touch %{buildroot}/var/lib/hello || :
/// ```
///
/// ## Use instead
/// Name the file as it is on the installed system.
/// ```
/// %post
/// touch /var/lib/hello || :
/// ```
///
/// ## When it stays silent
/// In comments and in the build's scriptlets.
///
/// ## Settings
/// None.
package struct BuildrootInScriptlet: Rule {
  package static let severity: Severity = .error

  package init() {}

  package func check(_ context: RuleContext) -> [Diagnostic] {
    let root = context.spec.macros["buildroot"].map { $0.count > 4 ? [$0] : [] } ?? []
    let names = root + ["$RPM_BUILD_ROOT", "${RPM_BUILD_ROOT}", "$RPM_BUILD_DIR", "${RPM_BUILD_DIR}"].map { Array($0.utf8) }
    return context.spec.sections.filter(\.keyword.runsWhereInstalled).flatMap { section in
      names.compactMap { name -> Diagnostic? in
        guard let range = Self.first(name, in: section.text.bytes), let place = context.shipped.place(of: range, in: section) else {
          return nil
        }
        return Diagnostic(rule: Self.id, severity: Self.severity, message: .used(section.keyword), place: place)
      }
    }
  }

  /// The first time outside of comments.
  private static func first(_ name: [UInt8], in text: [UInt8]) -> ByteRange? {
    var rest = text[...]
    while let found = rest.firstRange(of: name) {
      let line = text[text.lineStart(of: found.lowerBound)...]
      if line.first(where: { !$0.isBlank }) != UInt8(ascii: "#") { return found }
      rest = rest[found.upperBound...]
    }
    return nil
  }
}

extension String {
  fileprivate static func used(_ keyword: SectionKeyword) -> String {
    "the build root does not exist where %\(keyword) runs"
  }
}

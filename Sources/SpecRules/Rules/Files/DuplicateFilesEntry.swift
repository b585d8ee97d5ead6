package import Diagnostics
import MacroExpansion
import SpecSyntax

/// One path is listed twice for one package.
///
/// ## What it does
/// Reports a path of `%files` that the same package has already listed in the same way.
///
/// ## Why it matters
/// rpmbuild warns "File listed twice", and where the two lines give other attributes, which one counts is not documented. Mostly one of
/// the two should have been something else.
///
/// Source: `checkHardLinks` and `genCpioListAndHeader` in rpm's build/files.c (4.18).
///
/// ## Example
/// ```
/// %files
/// %{_bindir}/hello
/// %{_bindir}/hello
/// ```
///
/// ## Use instead
/// Remove one of the lines.
/// ```
/// %files
/// %{_bindir}/hello
/// ```
///
/// ## When it stays silent
/// For `%exclude`, for a folder that is listed with `%dir` and as a whole, for `%doc` and `%license` without a folder, whose files are copied, and for
/// one path in two packages, which Fedora asks for with licenses. In branches that
/// the target does not take.
///
/// ## Settings
/// None.
package struct DuplicateFilesEntry: Rule {
  package static let severity: Severity = .warning

  package init() {}

  package func check(_ context: RuleContext) -> [Diagnostic] {
    // Read as if the target took other branches, a line may lie beside what its condition rules out: '%ifarch x86_64', '%ifarch aarch64'.
    guard context.isTakenByTarget else { return [] }
    var first: [[String]: ListedFile] = [:]
    return context.packages.files.compactMap { file in
      guard file.path.hasPrefix("/"), !file.has("exclude"), !file.path.contains("%") else { return nil }
      let key = [file.package, file.path, file.has("dir") ? "dir" : ""]
      guard let known = first[key] else {
        first[key] = file
        return nil
      }
      guard known.source != file.source else { return nil }
      return Diagnostic(
        rule: Self.id, severity: Self.severity, message: .twice(file.path), place: context.place(file.source),
        notes: [Note("first listed here", at: context.place(known.source))])
    }
  }
}

extension String {
  fileprivate static func twice(_ path: String) -> String { "'\(path)' is listed twice" }
}

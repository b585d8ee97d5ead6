package import Diagnostics
import MacroExpansion
import SpecSyntax

/// A library is listed in `/usr/lib`, which is `/usr/lib64` on most architectures.
///
/// ## What it does
/// Reports libraries, static libraries and pkg-config files that `%files` of a package for one architecture lists under a literal `/usr/lib` or `/lib`, where
/// `%{_libdir}` is another folder.
///
/// ## Why it matters
/// Where `%{_libdir}` is another folder, `/usr/lib` is for libraries of the narrower architecture: the linker and pkg-config do not look there for others, and the package cannot
/// be installed beside its twin for that one.
///
/// Source: the Filesystem Hierarchy Standard 3.0, under `/usr/lib<qual>`; Fedora's packaging guideline, under *Macros*.
///
/// ## Example
/// ```
/// %files
/// /usr/lib/libhello.so.1
/// ```
///
/// ## Use instead
/// Write `%{_libdir}`.
/// ```
/// %files
/// %{_libdir}/libhello.so.1
/// ```
///
/// ## When it stays silent
/// For packages that are `noarch`, for other files, of which systemd, firmware, udev and rpm have theirs in `/usr/lib` on every architecture, and for
/// `%{_prefix}/lib`, which is written on purpose.
///
/// ## Settings
/// `--persona pedantic`.
package struct HardCodedLibraryPath: Rule {
  package static let severity: Severity = .info
  package static let persona: Persona = .pedantic

  package init() {}

  package func check(_ context: RuleContext) -> [Diagnostic] {
    guard let folder = context.spec.macros["_libdir"], !folder.elementsEqual("/usr/lib".utf8), !folder.isEmpty else { return [] }
    return context.packages.files.compactMap { file in
      guard !file.has("exclude"), Self.isOfArchitecture(file.path), !context.packages.isNoarch(file.package) else { return nil }
      let written = context.source.text(of: file.source.range, file: file.source.file)
      guard Self.folders.contains(where: { written.starts(with: $0.utf8) }) else { return nil }
      return Diagnostic(rule: Self.id, severity: Self.severity, message: .literal(file.path), place: context.place(file.source))
    }
  }

  private static let folders = ["/usr/lib/", "/lib/"]

  private static func isOfArchitecture(_ path: String) -> Bool {
    guard let folder = folders.first(where: path.hasPrefix) else { return false }
    let parts = path.dropFirst(folder.utf8.count).split(separator: "/")
    guard let name = parts.last else { return false }
    if parts.first == "pkgconfig" { return true }
    return parts.count == 1 && name.hasPrefix("lib") && (name.hasSuffix(".so") || name.contains(".so.") || name.hasSuffix(".a"))
  }
}

extension String {
  fileprivate static func literal(_ path: String) -> String { "'\(path)' is not where 64-bit libraries are; write '%{_libdir}'" }
}

internal import RPMMacros

/// The folder per build that rpm ≥ 4.20 makes: `%{builddir}`, with `%{_builddir}` and `%{buildroot}` below it.
///
/// rpm sets the three at the end of the preamble, so the same words mean another folder before it.
enum BuildFolder {
  static func publish(_ engine: MacroEngine) {
    // `~` and `^` of a version would trouble shells and pkg-config, so rpm writes `_`; the release is not part of it.
    let folder = engine.text("%{NAME}-%{VERSION}-build").map { $0 == UInt8(ascii: "~") || $0 == UInt8(ascii: "^") ? UInt8(ascii: "_") : $0 }
    let path = engine.path(Array("%{_topdir}/BUILD/".utf8) + folder)
    engine.push("builddir", body: path, isLiteral: true)
    engine.push("_builddir", body: path, isLiteral: true)
    engine.push("buildroot", body: path + Array("/BUILDROOT".utf8), isLiteral: true)
  }
}

internal import RPMMacros

/// The folder per build that rpm ≥ 4.20 makes: `%{builddir}`, with `%{_builddir}` and `%{buildroot}` in it (`parsePreamble`, `parseSpec`).
enum BuildFolder {
  /// Not defined in the preamble, though no mistake there.
  static let names: Set<String> = ["_builddir", "builddir", "buildroot", "_buildrootdir", "specpartsdir"]

  /// Before the spec's first line: what is made of `%{_builddir}` in the preamble is to follow the folder that is made later.
  static func withdraw(_ engine: MacroEngine) {
    guard !engine.isDefined("_top_builddir".utf8) else { return }
    engine.push("_top_builddir", body: engine.text("%{_builddir}"), level: .global, isLiteral: true)
    while engine.isDefined("_builddir".utf8) { engine.pop("_builddir") }
  }

  /// At the end of the preamble.
  static func publish(_ engine: MacroEngine) {
    // `~` and `^` of a version would trouble shells and pkg-config, so rpm writes `_`; the release is not part of it.
    let folder = engine.text("%{NAME}-%{VERSION}-build").map { $0 == UInt8(ascii: "~") || $0 == UInt8(ascii: "^") ? UInt8(ascii: "_") : $0 }
    let path = engine.text("%{_top_builddir}/") + folder
    engine.push("_builddir", body: path, isLiteral: true)
    engine.push("builddir", body: path, isLiteral: true)
    engine.push("specpartsdir", body: engine.path(path + Array("/SPECPARTS".utf8)), isLiteral: true)
    engine.push("buildroot", body: engine.path(path + Array("/BUILDROOT".utf8)), isLiteral: true)
    engine.push("_buildrootdir", body: "%{dirname:%{buildroot}}".utf8, level: .global)
  }
}

internal import MacroExpansion
internal import RPMMacros
internal import SpecSyntax

/// The shell text that rpmbuild puts before a build scriptlet (`doScript` in rpm's build/build.c).
enum Prologue {
  static func text(for section: Section, engine: MacroEngine) -> ExpandedText {
    let name = section.keyword == .generateBuildrequires ? "buildrequires" : section.keyword.rawValue
    var text = engine.text("%{?__spec_\(name)_pre}")
    if text.isEmpty { text = engine.text("%{?___build_pre}") }
    if text.last != 0x0A { text.append(0x0A) }
    let folder = engine.path("%{?buildsubdir}".utf8)
    if section.keyword != .prep, !folder.isEmpty { text += Array("cd '".utf8) + folder + Array("'\n".utf8) }
    var prologue = ExpandedText()
    prologue.append(text, origin: .macro(file: 0, call: 0..<0, name: "___build_pre"))
    return prologue
  }
}

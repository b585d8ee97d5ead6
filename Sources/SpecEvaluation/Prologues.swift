internal import MacroExpansion
internal import RPMMacros
internal import SpecSyntax

/// The shell texts that rpmbuild puts before the build scriptlets of one spec (`doScript` in rpm's build/build.c).
struct Prologues {
  private let engine: MacroEngine
  /// By the macro's body: those of most scriptlets are the same, and expanding them takes longer than most lines of a spec.
  private var known: [[UInt8]: [UInt8]] = [:]

  init(_ engine: MacroEngine) { self.engine = engine }

  mutating func text(for section: Section) -> ExpandedText {
    let name = section.keyword == .generateBuildrequires ? "buildrequires" : section.keyword.rawValue
    var text = text(of: "__spec_\(name)_pre")
    let folder = engine.path("%{?buildsubdir}".utf8)
    if section.keyword != .prep, !folder.isEmpty { text += Array("cd '".utf8) + folder + Array("'\n".utf8) }
    var prologue = ExpandedText()
    prologue.append(text, origin: .macro(file: 0, call: 0..<0, name: "___build_pre"))
    return prologue
  }

  private mutating func text(of macro: String) -> [UInt8] {
    let body = engine.text("%{?\(macro):%{macrobody:\(macro)}}")
    if let text = known[body] { return text }
    var text = engine.text("%{?\(macro)}")
    if text.isEmpty { text = engine.text("%{?___build_pre}") }
    if text.last != 0x0A { text.append(0x0A) }
    text = withEnvironment(text)
    known[body] = text
    return text
  }

  /// rpm 6.1 writes the expansion of `%___build_pre_env` to a file before `%prep`, which every scriptlet begins with reading
  /// (`doBuildDir` in rpm's build/build.cc); here its text stands in the place of the line that reads it.
  private func withEnvironment(_ text: [UInt8]) -> [UInt8] {
    let lines = text.split(separator: 0x0A, omittingEmptySubsequences: false)
    let isReading = { (line: ArraySlice<UInt8>) in
      let command = line.drop { $0 == 0x20 }
      return command.starts(with: ". ".utf8) && command.suffix(13).elementsEqual("/rpmbuild.env".utf8)
    }
    return Array(lines.map { isReading($0) ? engine.text("%{?___build_pre_env}")[...] : $0 }.joined(separator: [0x0A]))
  }
}

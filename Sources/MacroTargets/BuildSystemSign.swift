/// The `BuildSystem` tag of a spec's text, which rpm reads from 4.20 on.
struct BuildSystemSign {
  let name: String

  /// The macros without which rpm refuses the build system (`checkBuildsystem` in rpm's build/parsePreamble.c).
  var macros: [String] { ["buildsystem_\(name)_build", "buildsystem_\(name)_install"] }

  /// Nil if the spec has no such tag.
  init?(of spec: [UInt8]) {
    let tag = "buildsystem:".utf8
    for line in spec.split(separator: 0x0A) {
      let text = line.drop(while: Self.isBlank)
      guard text.prefix(tag.count).elementsEqual(tag, by: { $0 | 0x20 == $1 }) else { continue }
      let value = text.dropFirst(tag.count).drop(while: Self.isBlank).prefix(while: MacroNames.isNameByte)
      guard !value.isEmpty else { continue }
      name = String(decoding: value, as: UTF8.self)
      return
    }
    return nil
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}

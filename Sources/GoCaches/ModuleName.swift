/// Module paths as they are spelled in file names: an upper-case letter is `!` and its lower-case one (golang.org/x/mod/module,
/// EscapePath), because some file systems do not tell them apart.
package enum ModuleName {
  package static func unescaped(_ name: some StringProtocol) -> String {
    guard name.utf8.contains(UInt8(ascii: "!")) else { return String(name) }
    var text: [UInt8] = []
    var isUpper = false
    for byte in name.utf8 {
      if byte == UInt8(ascii: "!") {
        isUpper = true
        continue
      }
      text.append(isUpper && (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) ? byte - 0x20 : byte)
      isUpper = false
    }
    return String(decoding: text, as: UTF8.self)
  }

  package static func escaped(_ name: some StringProtocol) -> String {
    var text: [UInt8] = []
    for byte in name.utf8 {
      if (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) {
        text += [UInt8(ascii: "!"), byte + 0x20]
      } else {
        text.append(byte)
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}

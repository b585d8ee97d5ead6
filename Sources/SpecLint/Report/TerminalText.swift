import Diagnostics

/// Bytes of a spec made safe to show on a terminal.
///
/// A spec is hostile: an escape sequence in it must not reach the terminal, nor a bidirectional control hide what a line says.
package enum TerminalText {
  /// Invalid UTF-8 becomes U+FFFD, a control character its picture (U+2400 …); tabs stay, and line feeds where that is asked for.
  package static func display(_ bytes: some Sequence<UInt8>, keepingLines: Bool = false) -> String {
    var result = String.UnicodeScalarView()
    for scalar in String(decoding: Array(bytes), as: UTF8.self).unicodeScalars {
      switch scalar.value {
      case 0x09: result.append(scalar)
      case 0x0A where keepingLines: result.append(scalar)
      case 0..<0x20: result.append(Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}")
      case 0x7F: result.append("\u{2421}")
      case _ where FileName.isStandIn(scalar): result.append("\u{FFFD}")
      case 0x80..<0xA0, 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: result.append("\u{FFFD}")
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  package static func display(_ text: String, keepingLines: Bool = false) -> String { display(text.utf8, keepingLines: keepingLines) }
}

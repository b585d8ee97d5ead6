/// File names as text. On Linux a name is any bytes but NUL, and a `String` cannot hold those that are not UTF-8.
///
/// Each such byte travels as one character of a private use area, U+10FF80…U+10FFFF for 0x80…0xFF, which `bytes(of:)` turns back. A
/// name that contains one of these characters itself is taken byte by byte, so that no two names become one.
package enum FileName {
  private static let base: UInt32 = 0x10_FF00

  package static func text(_ bytes: some Collection<UInt8>) -> String {
    let bytes = Array(bytes)
    if UTF8Sequence.isValid(bytes), !bytes.contains(0xF4) { return String(decoding: bytes, as: UTF8.self) }
    var text = String.UnicodeScalarView()
    var index = 0
    while index < bytes.count {
      let length = UTF8Sequence.length(in: bytes, at: index)
      let character = bytes[index..<index + max(1, length)]
      let scalars = String(decoding: character, as: UTF8.self).unicodeScalars
      if length == 0 || scalars.contains(where: isStandIn) {
        text.append(contentsOf: character.compactMap { Unicode.Scalar(base + UInt32($0)) })
      } else {
        text.append(contentsOf: scalars)
      }
      index += character.count
    }
    return String(text)
  }

  package static func bytes(of text: String) -> [UInt8] {
    // What stands for a byte begins with 0xF4.
    guard text.utf8.contains(0xF4) else { return Array(text.utf8) }
    return text.unicodeScalars.flatMap { isStandIn($0) ? [UInt8(truncatingIfNeeded: $0.value)] : Array(String($0).utf8) }
  }

  /// The name for a system call, ended by NUL.
  package static func characters(of text: String) -> [CChar] { bytes(of: text).map { CChar(bitPattern: $0) } + [0] }

  /// Whether a character stands for a byte that is not UTF-8.
  package static func isStandIn(_ scalar: Unicode.Scalar) -> Bool { (base + 0x80...base + 0xFF).contains(scalar.value) }
}

extension String {
  /// A name that a system call gave.
  package init(fileName: UnsafePointer<CChar>) {
    var count = 0
    while fileName[count] != 0 { count += 1 }
    self = FileName.text(UnsafeBufferPointer(start: fileName, count: count).map { UInt8(bitPattern: $0) })
  }

  package func withFileName<Value>(_ body: (UnsafePointer<CChar>) -> Value) -> Value { body(fileName) }

  /// The name as a system call takes it.
  package var fileName: [CChar] { FileName.characters(of: self) }
}

import Diagnostics

/// Writes JSON.
///
/// Specs are bytes, not text, and JSON is text: `InvalidBytes` says what becomes of a byte that is no part of valid UTF-8.
package struct JSONWriter {
  package enum InvalidBytes: Sendable {
    /// The lone surrogate `\udc80`–`\udcff`, as Python's `surrogateescape` does it, so that offsets counted in the original bytes still
    /// fit after decoding. Strict readers refuse it.
    case escaped
    /// U+FFFD, which every reader takes.
    case replaced
  }

  package private(set) var bytes: [UInt8] = []
  /// Whether the next element of the innermost object or array needs a comma before it.
  private var needsComma = false

  private let invalidBytes: InvalidBytes

  package init(invalidBytes: InvalidBytes = .escaped) { self.invalidBytes = invalidBytes }

  // MARK: Containers

  package mutating func object(_ members: (inout JSONWriter) -> Void) {
    container(open: "{", close: "}", members)
  }

  package mutating func array(_ elements: (inout JSONWriter) -> Void) {
    container(open: "[", close: "]", elements)
  }

  package mutating func array<Element>(_ elements: some Sequence<Element>, _ write: (inout JSONWriter, Element) -> Void) {
    array { json in
      for element in elements { write(&json, element) }
    }
  }

  private mutating func container(open: Unicode.Scalar, close: Unicode.Scalar, _ content: (inout JSONWriter) -> Void) {
    separate()
    bytes.append(UInt8(ascii: open))
    needsComma = false
    content(&self)
    bytes.append(UInt8(ascii: close))
    needsComma = true
  }

  /// The member that every JSON output begins with. It counts up when a member is taken away or means something else, for programs to
  /// refuse what they do not know; `Schemas` beside this has each output's shape.
  package mutating func formatVersion() { member("formatVersion", 1) }

  /// Starts a member of an object; exactly one value must follow.
  package mutating func key(_ name: some StringProtocol) {
    string(name)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  // MARK: Values

  package mutating func string(_ text: some StringProtocol) { string(bytes: FileName.bytes(of: String(text))) }

  package mutating func string(bytes text: some Collection<UInt8>) {
    separate()
    let text = Array(text)
    bytes.append(UInt8(ascii: "\""))
    var index = 0
    while index < text.count {
      let length = UTF8Sequence.length(in: text, at: index)
      switch length {
      case 0: append(invalid: text[index])
      case 1: append(ascii: text[index])
      default: bytes.append(contentsOf: text[index..<index + length])
      }
      index += max(1, length)
    }
    bytes.append(UInt8(ascii: "\""))
    needsComma = true
  }

  package mutating func number(_ value: Int) { literal(String(value)) }
  package mutating func bool(_ value: Bool) { literal(value ? "true" : "false") }
  package mutating func null() { literal("null") }
  package mutating func number(_ value: Int?) {
    if let value { number(value) } else { null() }
  }

  private mutating func literal(_ text: String) {
    separate()
    bytes.append(contentsOf: text.utf8)
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
  }

  private mutating func append(ascii byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
    case 0x0A: bytes.append(contentsOf: "\\n".utf8)
    case 0x0D: bytes.append(contentsOf: "\\r".utf8)
    case 0x09: bytes.append(contentsOf: "\\t".utf8)
    case 0..<0x20, 0x7F: escape(UInt16(byte))
    default: bytes.append(byte)
    }
  }

  private mutating func append(invalid byte: UInt8) {
    switch invalidBytes {
    case .escaped: escape(0xDC00 + UInt16(byte))
    case .replaced: bytes += [0xEF, 0xBF, 0xBD]
    }
  }

  private mutating func escape(_ unit: UInt16) {
    let digits = String(unit, radix: 16)
    bytes.append(contentsOf: "\\u".utf8)
    bytes.append(contentsOf: String(repeating: "0", count: 4 - digits.count).utf8)
    bytes.append(contentsOf: digits.utf8)
  }
}

extension JSONWriter {
  package mutating func member(_ name: String, _ value: some StringProtocol) {
    key(name)
    string(value)
  }
  package mutating func member(_ name: String, bytes value: some Collection<UInt8>) {
    key(name)
    string(bytes: value)
  }
  package mutating func member(_ name: String, _ value: Int) {
    key(name)
    number(value)
  }
  package mutating func member(_ name: String, _ value: Bool) {
    key(name)
    bool(value)
  }
  package mutating func member(_ name: String, _ members: (inout JSONWriter) -> Void) {
    key(name)
    object(members)
  }
  package mutating func member<Element>(
    _ name: String, array elements: some Sequence<Element>, _ write: (inout JSONWriter, Element) -> Void
  ) {
    key(name)
    array(elements, write)
  }
}

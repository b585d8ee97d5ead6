/// What is wrong with a message; the other side of the pipe may have been taken over by the spec it read.
package enum WireError: Error, Equatable {
  /// It ends before the value does.
  case truncated
  /// A length, tag or range that no writer makes.
  case invalid
  /// Bytes follow the value.
  case trailing
  /// Command and worker are of different releases.
  case otherRelease
}

/// Takes a message apart; total on any bytes, never reads or allocates beyond them.
package struct WireReader: ~Copyable {
  private let bytes: [UInt8]
  private var offset = 0

  package init(_ bytes: [UInt8]) { self.bytes = bytes }

  package var remaining: Int { bytes.count - offset }

  package func expectEnd() throws(WireError) {
    guard remaining == 0 else { throw .trailing }
  }

  package mutating func readByte() throws(WireError) -> UInt8 {
    guard offset < bytes.count else { throw .truncated }
    defer { offset += 1 }
    return bytes[offset]
  }

  package mutating func readUnsigned() throws(WireError) -> UInt64 {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while true {
      let byte = try readByte()
      let part = UInt64(byte & 0x7F)
      guard shift < 64, (part << shift) >> shift == part else { throw .invalid }
      value |= part << shift
      if byte < 0x80 { return value }
      shift += 7
    }
  }

  package mutating func readInt() throws(WireError) -> Int {
    let value = try readUnsigned()
    return Int(truncatingIfNeeded: Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1))
  }

  package mutating func readBool() throws(WireError) -> Bool {
    switch try readByte() {
    case 0: false
    case 1: true
    default: throw .invalid
    }
  }

  package mutating func readDouble() throws(WireError) -> Double { Double(bitPattern: try readUnsigned()) }

  /// A length or count; each thing counted takes at least one byte, so that a false count cannot ask for more memory than was sent.
  package mutating func readCount() throws(WireError) -> Int {
    let count = try readInt()
    guard count >= 0 else { throw .invalid }
    guard count <= remaining else { throw .truncated }
    return count
  }

  package mutating func readBytes() throws(WireError) -> [UInt8] {
    let count = try readCount()
    defer { offset += count }
    return Array(bytes[offset..<offset + count])
  }

  /// Invalid UTF-8 is repaired: strings are names and messages, texts travel as bytes.
  package mutating func readString() throws(WireError) -> String {
    let count = try readCount()
    defer { offset += count }
    return String(decoding: bytes[offset..<offset + count], as: UTF8.self)
  }

  package mutating func readRange() throws(WireError) -> Range<Int> {
    let start = try readInt()
    let count = try readInt()
    guard start >= 0, count >= 0, start <= Int.max - count else { throw .invalid }
    return start..<start + count
  }

  package mutating func readArray<Element: WireCodable>(of type: Element.Type = Element.self) throws(WireError) -> [Element] {
    try readArray { reader throws(WireError) in try Element(from: &reader) }
  }

  package mutating func readArray<Element>(
    _ each: (inout WireReader) throws(WireError) -> Element
  ) throws(WireError) -> [Element] {
    let count = try readCount()
    var values: [Element] = []
    for _ in 0..<count { values.append(try each(&self)) }
    return values
  }

  /// A case by its name.
  package mutating func readCase<Value: RawRepresentable>(of type: Value.Type = Value.self) throws(WireError) -> Value
  where Value.RawValue == String {
    guard let value = Value(rawValue: try readString()) else { throw .invalid }
    return value
  }

  package mutating func readOptional<Element>(
    _ some: (inout WireReader) throws(WireError) -> Element
  ) throws(WireError) -> Element? {
    try readBool() ? try some(&self) : nil
  }
}

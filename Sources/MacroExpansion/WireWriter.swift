/// Builds a message between command and worker: integers as LEB128, everything else length first.
package struct WireWriter: ~Copyable {
  package private(set) var bytes: [UInt8] = []

  package init() {}

  package mutating func write(_ value: UInt64) {
    var rest = value
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  /// Zigzag, so that small negative numbers stay short.
  package mutating func write(_ value: Int) {
    write(UInt64(bitPattern: Int64(value << 1) ^ Int64(value >> 63)))
  }

  package mutating func write(_ value: Bool) { bytes.append(value ? 1 : 0) }

  package mutating func write(_ value: Double) { write(value.bitPattern) }

  package mutating func write(_ value: [UInt8]) {
    write(value.count)
    bytes.append(contentsOf: value)
  }

  package mutating func write(_ value: String) {
    let text = value.utf8
    write(text.count)
    bytes.append(contentsOf: text)
  }

  package mutating func write(_ value: Range<Int>) {
    write(value.lowerBound)
    write(value.count)
  }

  package mutating func write<Element: WireCodable>(_ values: [Element]) {
    write(values, each: { $0.write(into: &$1) })
  }

  package mutating func write<Element>(_ values: some Collection<Element>, each: (Element, inout WireWriter) -> Void) {
    write(values.count)
    for value in values { each(value, &self) }
  }

  package mutating func write<Element>(optional value: Element?, some: (Element, inout WireWriter) -> Void) {
    write(value != nil)
    if let value { some(value, &self) }
  }
}

/// A value that can travel between command and worker.
package protocol WireCodable {
  func write(into writer: inout WireWriter)
  init(from reader: inout WireReader) throws(WireError)
}

extension WireCodable {
  /// The value as a message of its own.
  package var wireBytes: [UInt8] {
    var writer = WireWriter()
    write(into: &writer)
    return writer.bytes
  }

  /// Reads a whole message; bytes left over are an error.
  package init(wireBytes: [UInt8]) throws(WireError) {
    var reader = WireReader(wireBytes)
    try self.init(from: &reader)
    try reader.expectEnd()
  }
}

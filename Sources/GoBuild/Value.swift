/// What is known of a text that a shell will compute.
package struct Value: Sendable, Hashable {
  package enum Part: Sendable, Hashable {
    case known([UInt8])
    /// Something, possibly empty; the string says why it cannot be known: "output of curl", "$RANDOM".
    case unknown(String)
  }
  /// Known parts do not stand next to each other; no parts is the empty text.
  package private(set) var parts: [Part]

  package init(parts: [Part]) {
    self.parts = []
    for part in parts { append(part) }
  }
  package init(_ text: some Sequence<UInt8>) { self.init(parts: [.known(Array(text))]) }
  package init(_ text: String) { self.init(text.utf8) }
  package static func unknown(_ reason: String) -> Value { Value(parts: [.unknown(reason)]) }

  package mutating func append(_ part: Part) {
    switch (parts.last, part) {
    case (_, .known(let bytes)) where bytes.isEmpty: break
    case (.known(let last), .known(let bytes)): parts[parts.count - 1] = .known(last + bytes)
    case (.unknown, .unknown), (_, .known), (_, .unknown): parts.append(part)
    }
  }

  /// The whole text; nil when any part is unknown.
  package var exact: [UInt8]? {
    switch parts.count {
    case 0: []
    case 1: if case .known(let bytes) = parts[0] { bytes } else { nil }
    default: nil
    }
  }

  /// The text with `*` for every unknown part, invalid UTF-8 repaired.
  package var display: String { String(decoding: displayBytes, as: UTF8.self) }

  /// The text with `*` for every unknown part.
  package var displayBytes: [UInt8] {
    var bytes: [UInt8] = []
    for part in parts {
      switch part {
      case .known(let known): bytes += known
      case .unknown: if bytes.last != 0x2A { bytes.append(0x2A) }
      }
    }
    return bytes
  }
}

/// A stretch of a word after expansion, before it is split into fields.
struct Fragment: Sendable {
  var bytes: [UInt8]
  /// From quotes: makes a field even when it is empty, and is no pattern.
  var isQuoted: Bool
  /// To be split at IFS: the result of an unquoted expansion.
  var isSplit = false
  /// Begins a field of its own: the elements of `"$@"` and `"${a[@]}"`.
  var startsField = false
}

/// Field splitting (XCU 2.6.5).
struct FieldSplitting {
  typealias Field = [(byte: UInt8, isQuoted: Bool)]

  private let separators: [UInt8]
  private var fields: [Field] = []
  private var current: Field?
  /// White space ended a field, so that one other separator after it belongs to the same gap.
  private var mayTakeSeparator = false

  private init(_ separators: [UInt8]) { self.separators = separators }

  static func split(_ fragments: [Fragment], separators: [UInt8]) -> [Field] {
    var splitting = FieldSplitting(separators)
    for fragment in fragments { splitting.add(fragment) }
    splitting.finish()
    return splitting.fields
  }

  private mutating func finish() {
    if let current { fields.append(current) }
    current = nil
  }

  private mutating func add(_ fragment: Fragment) {
    if fragment.startsField {
      finish()
      mayTakeSeparator = false
    }
    if fragment.isQuoted { current = current ?? [] }
    for byte in fragment.bytes {
      guard fragment.isSplit, separators.contains(byte) else {
        current = current ?? []
        current?.append((byte, fragment.isQuoted))
        mayTakeSeparator = false
        continue
      }
      if byte == 0x20 || byte == 0x09 || byte == 0x0A {
        if current != nil { mayTakeSeparator = true }
        finish()
      } else if current != nil {
        finish()
        mayTakeSeparator = false
      } else if mayTakeSeparator {
        mayTakeSeparator = false
      } else {
        fields.append([])
      }
    }
  }
}

/// Text to fields, for whoever has no words.
package enum FieldSplitter {
  /// The fields of an unquoted expansion's result.
  package static func fields(of text: [UInt8], separators: [UInt8] = [0x20, 0x09, 0x0A]) -> [[UInt8]] {
    FieldSplitting.split([Fragment(bytes: text, isQuoted: false, isSplit: true)], separators: separators).map { $0.map(\.byte) }
  }
}

package import Diagnostics

/// Joins physical lines as rpm does before it expands them.
///
/// A line goes on while a `%{`, `%(` or `%[` is open or it ends in a backslash (`copyNextLineFromOFI` in rpm's
/// build/parseSpec.c, which counts brackets without looking at quotes).
package struct LogicalLineScanner: Sendable {
  private var braces = 0
  private var parentheses = 0
  private var brackets = 0
  private var isContinued = false

  /// More unclosed lines than this are not looked for to the file's end again, so that a hostile file costs linear time.
  private static let lookAheads = 32
  private var failures = 0

  package init() {}

  /// The range of the logical line that starts at `start`, its line feed included.
  ///
  /// - Returns: `isComplete` is false when the file ends before the line does; the range is then the first physical line alone,
  ///   so that reading can go on.
  package mutating func line(in bytes: [UInt8], from start: Int) -> (range: ByteRange, isComplete: Bool) {
    braces = 0
    parentheses = 0
    brackets = 0
    isContinued = false
    var position = start
    var firstEnd: Int?
    while position < bytes.count {
      let end = bytes[position...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? bytes.count
      if firstEnd == nil { firstEnd = end }
      count(bytes, position..<end)
      position = end
      if braces == 0 && parentheses == 0 && brackets == 0 && !isContinued { return (start..<position, true) }
      if failures >= Self.lookAheads { break }
    }
    failures += 1
    return (start..<(firstEnd ?? bytes.count), firstEnd == nil)
  }

  private mutating func count(_ bytes: [UInt8], _ range: ByteRange) {
    var index = range.lowerBound
    func next() -> UInt8? { index + 1 < range.upperBound ? bytes[index + 1] : nil }
    while index < range.upperBound {
      switch bytes[index] {
      case UInt8(ascii: "\\"):
        switch next() {
        case UInt8(ascii: "\n"):
          index += 1
          isContinued = true
        case nil: break
        default: index += 1
        }
      case UInt8(ascii: "\n"): isContinued = false
      case UInt8(ascii: "%"):
        switch next() {
        case UInt8(ascii: "{"):
          index += 1
          braces += 1
        case UInt8(ascii: "("):
          index += 1
          parentheses += 1
        case UInt8(ascii: "["):
          index += 1
          brackets += 1
        case UInt8(ascii: "%"): index += 1
        default: break
        }
      case UInt8(ascii: "{"): if braces > 0 { braces += 1 }
      case UInt8(ascii: "}"): if braces > 0 { braces -= 1 }
      case UInt8(ascii: "("): if parentheses > 0 { parentheses += 1 }
      case UInt8(ascii: ")"): if parentheses > 0 { parentheses -= 1 }
      case UInt8(ascii: "["): if brackets > 0 { brackets += 1 }
      case UInt8(ascii: "]"): if brackets > 0 { brackets -= 1 }
      default: break
      }
      index += 1
    }
  }
}

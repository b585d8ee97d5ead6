package import Diagnostics
import MacroExpansion

extension RuleContext {
  /// Whether the spec itself has the words of a range: no macro wrote them, and no shell variable stands in them.
  package func isWritten(_ range: ByteRange, in section: String) -> Bool {
    guard let part = text(of: section)?[range], !part.bytes.contains(UInt8(ascii: "$")) else { return false }
    return part.runs.allSatisfy { if case .verbatim = $0.origin { true } else { false } }
  }

  /// Whether the spec, or a macro that it defines, has the words of a range; false for the target's own macros.
  package func isSpecs(_ range: ByteRange, in section: String) -> Bool {
    guard let part = text(of: section)?[range] else { return false }
    return part.runs.allSatisfy { run in
      switch run.origin {
      case .verbatim: true
      case .macro(_, _, let name): spec.definitions.contains { $0.name == name }
      }
    }
  }

  /// Whether a comment stands on the line of a range or on the line above it.
  package func isCommented(_ range: ByteRange, in section: String) -> Bool {
    guard let bytes = text(of: section)?.bytes, range.upperBound <= bytes.count else { return false }
    let lineStart = Self.start(ofLineAt: range.lowerBound, in: bytes)
    if Self.rest(ofLineAt: range.upperBound, in: bytes).contains(UInt8(ascii: "#")) { return true }
    guard lineStart > 0 else { return false }
    let above = bytes[Self.start(ofLineAt: lineStart - 1, in: bytes)..<lineStart]
    return above.first { $0 != 0x20 && $0 != 0x09 } == UInt8(ascii: "#")
  }

  /// What follows a range up to the end of its logical line.
  package func remainder(after range: ByteRange, in section: String) -> ArraySlice<UInt8> {
    guard let bytes = text(of: section)?.bytes, range.upperBound <= bytes.count else { return [] }
    return Self.rest(ofLineAt: range.upperBound, in: bytes)
  }

  private static func start(ofLineAt offset: Int, in bytes: [UInt8]) -> Int {
    bytes[..<offset].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
  }

  private static func rest(ofLineAt offset: Int, in bytes: [UInt8]) -> ArraySlice<UInt8> {
    var end = offset
    while end < bytes.count {
      if bytes[end] == 0x0A, end == 0 || bytes[end - 1] != UInt8(ascii: "\\") { break }
      end += 1
    }
    return bytes[offset..<end]
  }
}

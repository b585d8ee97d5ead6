import Diagnostics

/// A line of a settings file as somebody wrote it, for a shell, and as go reads it.
package struct SettingsLine: Sendable {
  package let text: String
  /// What go makes of it: nil where that is what it says.
  package let fault: Fault?

  package enum Fault: Sendable, Hashable {
    /// It does not begin with a variable's name.
    case isIgnored
    /// What stands in the value for the shell is a part of it: "quotes".
    case isLiteral(String)
  }

  /// - Parameter text: A line without its end, `*` for unknown parts.
  package init(_ text: String) {
    self.text = text
    fault = Self.fault(in: text)
  }

  /// `readEnvFile` in cmd/go/internal/cfg.
  private static func fault(in line: String) -> Fault? {
    guard let first = line.utf8.first, first != UInt8(ascii: "#"), !line.allSatisfy(\.isWhitespace) else { return nil }
    guard (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(first), let equals = line.firstIndex(of: "=") else {
      // Text that begins with something unknown may be a line of any kind.
      return first == UInt8(ascii: "*") ? nil : .isIgnored
    }
    let value = line[line.index(after: equals)...]
    if value.hasPrefix("\"") || value.hasPrefix("'") { return .isLiteral("quotes") }
    if value.contains("$") { return .isLiteral("variables") }
    return value.contains(" #") ? .isLiteral("comments") : nil
  }

  /// The variable that it is meant to set.
  package var name: String? {
    let words = text.split(separator: " ").drop { $0 == "export" }
    guard let equals = words.first?.firstIndex(of: "=") else { return nil }
    return words.first.map { String($0[..<equals]) }
  }

  /// What must go for go to read it as it is meant, in offsets of the line's bytes; nil where that is not all it takes.
  var superfluous: [ByteRange]? {
    let bytes = Array(text.utf8)
    var ranges: [ByteRange] = []
    var start = bytes.prefix { $0 == 0x20 || $0 == 0x09 }.count
    if bytes[start...].starts(with: "export ".utf8) {
      start += 6
      start += bytes[start...].prefix { $0 == 0x20 || $0 == 0x09 }.count
    }
    if start > 0 { ranges.append(0..<start) }
    guard let equals = bytes[start...].firstIndex(of: UInt8(ascii: "=")) else { return nil }
    var end = bytes.count
    if let comment = bytes[equals...].firstRange(of: Array(" #".utf8)) {
      end = comment.lowerBound
      while end > equals + 1, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
    }
    let value = equals + 1..<end
    if let quote = bytes[value].first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      guard value.count > 1, bytes[end - 1] == quote else { return nil }
      ranges += [equals + 1..<equals + 2, end - 1..<end]
    }
    if end < bytes.count { ranges.append(end..<bytes.count) }
    var rest = bytes
    for range in ranges.reversed() { rest.removeSubrange(range) }
    guard SettingsLine(String(decoding: rest, as: UTF8.self)).fault == nil, !rest.contains(where: { $0 == 0x22 || $0 == 0x27 }) else {
      return nil
    }
    return ranges
  }
}

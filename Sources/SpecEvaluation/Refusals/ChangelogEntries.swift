internal import MacroExpansion
internal import SpecSyntax

/// The entries of a %changelog (`addChangelog` in rpm's build/parseChangelog.c), to find the one that rpm's sentence is about.
struct ChangelogEntries {
  private let part: ParserInput.Part

  init(_ part: ParserInput.Part) { self.part = part }

  /// The header of an entry: "* Mon Jan 01 2024 Name <address> - 1.0-1".
  struct Header {
    /// Years, months, days and seconds, in an order that is that of time.
    let time: [Int]
    /// nil where the month has no such day.
    let weekday: String?
    let writtenWeekday: String

    private static let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

    init?(_ line: [UInt8]) {
      let words = line.drop { $0.isSpace || $0 == UInt8(ascii: "*") }.split { $0.isSpace }.map { String(decoding: $0, as: UTF8.self) }
      guard words.count >= 4, let month = Self.months.firstIndex(of: words[1]), let day = Int(words[2]) else { return nil }
      writtenWeekday = words[0]
      let clock = words[3].split(separator: ":").compactMap { Int($0) }
      let yearWord = clock.count == 3 ? (words.count > 5 ? words[5] : "") : words[3]
      guard let year = Int(yearWord) else { return nil }
      time = [year, month, day] + (clock.count == 3 ? clock : [12, 0, 0])
      weekday = Self.weekday(year, month + 1, day)
    }

    private static func weekday(_ year: Int, _ month: Int, _ day: Int) -> String? {
      let isLeap = year % 4 == 0 && year % 100 != 0 || year % 400 == 0
      let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
      guard day >= 1, day <= lengths[month - 1] else { return nil }
      // Sakamoto's formula.
      let offsets = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4]
      let shifted = month < 3 ? year - 1 : year
      return days[(shifted + shifted / 4 - shifted / 100 + shifted / 400 + offsets[month - 1] + day) % 7]
    }
  }

  /// The line, in the part, that a sentence is about.
  func line(_ said: RefusalMessage) -> Int? {
    let headers = part.lines.indices.filter { part.lines[$0].text.bytes.first == UInt8(ascii: "*") }
    switch said.row.words {
    case "%changelog entries must start with *": return part.lines.firstIndex { $0.text.bytes.contains { !$0.isSpace } }
    case "bad date in %changelog", "bogus date in %changelog": return headers.first { said.text.hasSuffix(date(at: $0)) }
    case "not in descending chronological order":
      return zip(headers, headers.dropFirst()).first { first, next in
        guard let above = Header(part.lines[first].text.bytes), let below = Header(part.lines[next].text.bytes) else { return false }
        return above.time.lexicographicallyPrecedes(below.time)
      }?.1
    case "missing name in %changelog":
      return headers.first { part.lines[$0].text.bytes.split { $0.isSpace }.count <= (Self.isExtended(part.lines[$0].text.bytes) ? 7 : 5) }
    default: return headers.last
    }
  }

  private static func isExtended(_ line: [UInt8]) -> Bool {
    let words = line.split { $0.isSpace }
    return words.count > 4 && words[4].contains(UInt8(ascii: ":"))
  }

  /// As the parser was given it and prints it.
  private func date(at index: Int) -> String {
    let bytes = part.lines[index].text.bytes.dropFirst().drop { $0.isSpace }.prefix { $0 != 0x0A }
    return String(decoding: bytes.map { $0 == UInt8(ascii: "%") ? UInt8(ascii: "_") : $0 }, as: UTF8.self)
  }
}

import Diagnostics

// Reading bytes. A backslash before a line feed is nothing at all wherever quotes do not protect it (XCU 2.2.1), so looking
// further than the next byte goes through `following`.
extension ShellParser {
  var atEnd: Bool { offset >= source.count }

  /// The byte at the present place.
  var byte: UInt8? { offset < source.count ? source[offset] : nil }

  /// The byte at a place.
  func byte(at place: Int) -> UInt8? { place < source.count ? source[place] : nil }

  /// The place or, if line continuations stand there, the place behind them.
  func afterContinuations(_ place: Int) -> Int {
    var place = place
    while place + 1 < source.count, source[place] == UInt8(ascii: "\\"), source[place + 1] == 0x0A { place += 2 }
    return place
  }

  /// The place of the byte after the one at a place.
  func following(_ place: Int) -> Int { afterContinuations(place + 1) }

  /// The end of an operator if it stands at the present place.
  func end(of op: String) -> Int? { end(of: op, at: offset) }

  func end(of op: String, at place: Int) -> Int? {
    var end = place
    for expected in op.utf8 {
      let next = afterContinuations(end)
      guard next < source.count, source[next] == expected else { return nil }
      end = next + 1
    }
    return end
  }

  /// Moves over an operator if it stands here.
  mutating func accept(_ op: String) -> Bool {
    guard let end = end(of: op) else { return false }
    offset = end
    return true
  }

  func range(from start: Int) -> ByteRange { source.range(start..<max(start, offset)) }

  /// Moves over blanks, line continuations and a comment to the next token or line feed.
  mutating func skipBlanks() {
    while offset < source.count {
      let byte = source[offset]
      if byte.isBlank {
        offset += 1
      } else if byte == UInt8(ascii: "\\") {
        let next = afterContinuations(offset)
        guard next != offset else { return }
        offset = next
      } else if byte == UInt8(ascii: "#") {
        let start = offset
        while offset < source.count, source[offset] != 0x0A { offset += 1 }
        comments.append(Comment(range: range(from: start)))
      } else {
        return
      }
    }
  }

  /// Moves over blanks, comments and line feeds.
  mutating func skipNewlines() {
    skipBlanks()
    while byte == 0x0A {
      consumeNewline()
      skipBlanks()
    }
  }

  /// Moves over a line feed and the here-documents that begin behind it.
  mutating func consumeNewline() {
    offset += 1
    if !pendingHereDocuments.isEmpty { readHereDocuments() }
  }

  /// A name at a place, which may be interrupted by line continuations.
  func name(at place: Int) -> (name: String, end: Int)? {
    guard let first = byte(at: place), first.isNameStart else { return nil }
    var end = place
    while end < source.count, source[end].isNameByte { end += 1 }
    guard byte(at: end) == UInt8(ascii: "\\"), afterContinuations(end) != end else { return (source.text(place..<end), end) }
    var bytes: [UInt8] = []
    var next = place
    while let byte = byte(at: next), byte.isNameByte {
      bytes.append(byte)
      end = next + 1
      next = following(next)
    }
    return (String(decoding: bytes, as: UTF8.self), end)
  }

  /// The reserved word at the present place, which must be a token's first byte.
  func reservedWord() -> (word: ReservedWord, end: Int)? {
    guard let first = byte, ReservedWord.firstBytes.contains(first) else { return nil }
    var key: UInt64 = 0
    var count = 0
    var end = offset
    var next = offset
    while let byte = byte(at: next), !byte.isMetacharacter {
      guard count < ReservedWord.longest else { return nil }
      key = key << 8 | UInt64(byte)
      count += 1
      end = next + 1
      next = following(next)
    }
    guard let word = ReservedWord(key: key) else { return nil }
    return (word, end)
  }

  /// Moves over a reserved word if it stands here.
  mutating func accept(_ expected: ReservedWord) -> Bool {
    guard let (word, end) = reservedWord(), word == expected else { return false }
    offset = end
    return true
  }

  /// What ends a list, if it stands here.
  func terminator() -> (kind: Terminators, end: Int)? {
    guard let byte else { return nil }
    switch byte {
    case UInt8(ascii: ")"): return (.closeParenthesis, offset + 1)
    case UInt8(ascii: ";"):
      guard let end = end(of: ";;&") ?? end(of: ";;") ?? end(of: ";&") else { return nil }
      return (.caseBreak, end)
    default:
      guard let (word, end) = reservedWord(), let kind = word.terminator else { return nil }
      return (kind, end)
    }
  }
}

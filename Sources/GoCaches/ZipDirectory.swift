/// The table of contents at the end of a zip file (APPNOTE.TXT, 4.3.12 and 4.3.16), read without unpacking anything.
///
/// Modules' zips are at most 500 MB (golang.org/x/mod/zip, MaxZipFile), so that ZIP64 is only needed for more than 65,535 files; such
/// a table is given up on.
struct ZipDirectory {
  struct Entry {
    let name: ArraySlice<UInt8>
    let size: Int
  }

  enum Problem: Error {
    /// It does not end as a zip does: cut off, or something else.
    case malformed
    case unsupported
  }

  private let table: [UInt8]
  private let count: Int

  /// Bytes of the end record without its comment, and the longest comment.
  static let endLength = 22
  static let longestEnd = endLength + 0xFFFF

  /// - Parameter read: Bytes from an offset of the file.
  init(size: Int, read: (_ offset: Int, _ count: Int) -> [UInt8]) throws(Problem) {
    let tail = read(max(0, size - Self.longestEnd), min(size, Self.longestEnd))
    guard let end = Self.endRecord(in: tail) else { throw .malformed }
    count = tail.number(at: end + 10, bytes: 2)
    let length = tail.number(at: end + 12, bytes: 4)
    let offset = tail.number(at: end + 16, bytes: 4)
    if count == 0xFFFF || length == 0xFFFF_FFFF || offset == 0xFFFF_FFFF { throw .unsupported }
    guard offset + length <= size else { throw .malformed }
    table = read(offset, length)
    guard table.count == length else { throw .malformed }
  }

  private static func endRecord(in tail: [UInt8]) -> Int? {
    var index = tail.count - endLength
    while index >= 0 {
      if tail.number(at: index, bytes: 4) == 0x0605_4B50, tail.number(at: index + 20, bytes: 2) + endLength + index <= tail.count {
        return index
      }
      index -= 1
    }
    return nil
  }

  func forEach(_ body: (Entry) -> Void) throws(Problem) {
    var index = 0
    for _ in 0..<count {
      guard index + 46 <= table.count, table.number(at: index, bytes: 4) == 0x0201_4B50 else { throw .malformed }
      let nameLength = table.number(at: index + 28, bytes: 2)
      let rest = table.number(at: index + 30, bytes: 2) + table.number(at: index + 32, bytes: 2)
      guard index + 46 + nameLength + rest <= table.count else { throw .malformed }
      body(Entry(name: table[index + 46..<index + 46 + nameLength], size: table.number(at: index + 24, bytes: 4)))
      index += 46 + nameLength + rest
    }
  }

  /// The files of a module's zip, all of which are named `module@version/…`.
  func digest(prefix: Int) throws(Problem) -> TreeDigest {
    var digest = TreeDigest()
    try forEach { entry in
      guard entry.name.count > prefix, entry.name.last != UInt8(ascii: "/") else { return }
      digest.add(path: entry.name.dropFirst(prefix).reduce(PathHash.start, PathHash.extended), size: entry.size)
    }
    return digest
  }
}

extension [UInt8] {
  /// A number with its lowest byte first; 0 where the bytes end.
  fileprivate func number(at index: Int, bytes: Int) -> Int {
    guard index >= 0, index + bytes <= count else { return 0 }
    return (0..<bytes).reduce(0) { $0 | Int(self[index + $1]) << (8 * $1) }
  }
}

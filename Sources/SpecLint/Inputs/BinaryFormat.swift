/// Files that are no text of any kind, by how they begin.
enum BinaryFormat: CaseIterable {
  case utf16, executable, package, archive, document, image

  /// What it is, and what to do about it.
  var description: String {
    switch self {
    case .utf16: "it is UTF-16; rpm reads UTF-8: 'iconv -f UTF-16 -t UTF-8'"
    case .executable: "it is an executable, not a spec"
    case .package: "it is a package; give it a name that ends in '.src.rpm'"
    case .archive: "it is an archive; unpack the spec from it"
    case .document: "it is a document, not a spec"
    case .image: "it is an image, not a spec"
    }
  }

  init?(_ bytes: [UInt8]) {
    let found = Self.allCases.first { $0.beginnings.contains { bytes.starts(with: $0) } }
    guard let format = found ?? (Self.isUnmarkedUTF16(bytes) ? .utf16 : nil) else { return nil }
    self = format
  }

  /// Whether every second byte of the beginning is NUL and no other is, as in UTF-16 of Latin letters without a byte order mark.
  private static func isUnmarkedUTF16(_ bytes: [UInt8]) -> Bool {
    let start = bytes.prefix(64)
    guard start.count == 64 else { return false }
    let halves = [0, 1].map { half in start.enumerated().filter { $0.offset % 2 == half }.map(\.element) }
    return halves.contains { $0.allSatisfy { $0 == 0 } } && halves.contains { !$0.contains(0) }
  }

  /// As file(1)'s database has them.
  private var beginnings: [[UInt8]] {
    switch self {
    case .utf16: [[0xFF, 0xFE], [0xFE, 0xFF]]
    case .executable: [[0x7F] + "ELF".utf8]
    case .package: [[0xED, 0xAB, 0xEE, 0xDB]]
    case .archive:
      [
        [0x1F, 0x8B], [0xFD] + "7zXZ\0".utf8, Array("BZh9".utf8), [0x28, 0xB5, 0x2F, 0xFD], Array("PK\u{3}\u{4}".utf8),
        Array("070701".utf8),
      ]
    case .document: [Array("%PDF-".utf8), [0xD0, 0xCF, 0x11, 0xE0]]
    case .image: [[0x89] + "PNG".utf8, [0xFF, 0xD8, 0xFF], Array("GIF8".utf8)]
    }
  }
}

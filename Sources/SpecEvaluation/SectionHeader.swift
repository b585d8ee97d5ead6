/// The words of a section's header line.
enum SectionHeader {
  /// The sub-package that `%package devel` or `%package -n name` is about, as it is written there.
  static func package(_ words: [[UInt8]]) -> String? {
    guard let first = words.first else { return nil }
    let name = first.elementsEqual("-n".utf8) ? words.dropFirst().first : first
    return name.map { String(decoding: $0, as: UTF8.self) }
  }
}

/// Finds the families that a macro's name belongs to.
///
/// Made when the first name is asked for: most specs call no macro that nobody defines.
package struct MacroFamilyIndex: Sendable {
  private struct Pattern {
    let bytes: [UInt8]
    let family: Int
  }

  package static let shared = MacroFamilyIndex(MacroFamily.all)

  /// A name that a family lists.
  private struct Name {
    let range: Range<Int>
    let family: Int
    /// The one before with the same hash; -1 for none.
    let previous: Int
  }

  private let families: [MacroFamily]
  /// All names one after another, in `names`, and the last of each hash: a dictionary of so many strings took longer to make than
  /// most specs take to read.
  private var bytes: [UInt8] = []
  private var names: [Name] = []
  private var lastOfHash = [Int](repeating: -1, count: 1 << 13)
  /// By their first byte, which no pattern leaves open.
  private var patterns: [UInt8: [Pattern]] = [:]

  init(_ families: [MacroFamily]) {
    self.families = families
    for (index, family) in families.enumerated() {
      family.forEachPattern { name in
        if let first = name.first, name.contains(where: Self.isOpen) {
          patterns[first, default: []].append(Pattern(bytes: Array(name), family: index))
        } else {
          add(name, family: index)
        }
      }
    }
  }

  private mutating func add(_ name: ArraySlice<UInt8>, family: Int) {
    let hash = hash(of: name)
    names.append(Name(range: bytes.count..<bytes.count + name.count, family: family, previous: lastOfHash[hash]))
    lastOfHash[hash] = names.count - 1
    bytes += name
  }

  /// FNV-1a, as far as the table reaches.
  private func hash(of name: ArraySlice<UInt8>) -> Int {
    var hash: UInt32 = 2_166_136_261
    for byte in name { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    return Int(hash ^ hash >> 16) & (lastOfHash.count - 1)
  }

  /// The families that list a name.
  package func listing(_ name: String) -> [MacroFamily] {
    let wanted = Array(name.utf8)
    var found: [MacroFamily] = []
    var next = lastOfHash[hash(of: wanted[...])]
    while next >= 0 {
      if bytes[names[next].range].elementsEqual(wanted) { found.append(families[names[next].family]) }
      next = names[next].previous
    }
    return found.reversed()
  }

  /// The distributions that a name tells of; not ALT, whose names were taken from its specs and are often the packager's own.
  func distributions(tellingFrom name: String) -> [Distribution] {
    listing(name).flatMap(\.distributions).filter { $0 != .alt }
  }

  /// The families of which a name has the form.
  package func matching(_ name: String) -> [MacroFamily] {
    let name = Array(name.utf8)
    guard let first = name.first else { return [] }
    return (patterns[first] ?? []).filter { Self.matches(name[...], $0.bytes[...]) }.map { families[$0.family] }
  }

  /// The names that are listed for a distribution.
  package func names(on distributions: [Distribution]) -> [String] {
    let isThere = families.map { $0.distributions.contains(where: distributions.contains) }
    return names.filter { isThere[$0.family] }.map { String(decoding: bytes[$0.range], as: UTF8.self) }
  }

  private static func isOpen(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "*") || byte == UInt8(ascii: "#") }

  private static func matches(_ name: ArraySlice<UInt8>, _ pattern: ArraySlice<UInt8>) -> Bool {
    guard let first = pattern.first else { return name.isEmpty }
    let rest = pattern.dropFirst()
    if first == UInt8(ascii: "*") {
      return rest.isEmpty || name.indices.contains { matches(name[$0...], rest) }
    }
    if first == UInt8(ascii: "#") {
      let digits = name.prefix { (0x30...0x39).contains($0) }
      return !digits.isEmpty && matches(name[digits.endIndex...], rest)
    }
    return name.first == first && matches(name.dropFirst(), rest)
  }
}

/// Finds the families that a macro's name belongs to.
///
/// Made when the first name is asked for: most specs call no macro that nobody defines.
package struct MacroFamilyIndex: Sendable {
  private struct Pattern {
    let bytes: [UInt8]
    let family: Int
  }

  package static let shared = MacroFamilyIndex(MacroFamily.all)

  private let families: [MacroFamily]
  private var exact: [String: [Int]] = [:]
  /// By their first byte, which no pattern leaves open.
  private var patterns: [UInt8: [Pattern]] = [:]

  init(_ families: [MacroFamily]) {
    self.families = families
    for (index, family) in families.enumerated() {
      family.forEachPattern { name in
        if let first = name.first, name.contains(where: Self.isOpen) {
          patterns[first, default: []].append(Pattern(bytes: Array(name), family: index))
        } else {
          exact[String(decoding: name, as: UTF8.self), default: []].append(index)
        }
      }
    }
  }

  /// The families that list a name.
  package func listing(_ name: String) -> [MacroFamily] { (exact[name] ?? []).map { families[$0] } }

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
    exact.lazy.filter { $0.value.contains { families[$0].distributions.contains(where: distributions.contains) } }.map(\.key)
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

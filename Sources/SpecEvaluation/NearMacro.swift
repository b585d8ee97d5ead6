internal import SpecSyntax

/// Looks for the macro that a misspelt name was meant to be: one character more, less or other, or two neighbours swapped.
///
/// Names that differ in a digit only (`python2_sitelib`, `el8`) are other things and no misspellings.
struct NearMacro {
  /// By their first byte, which a slip of the finger seldom changes.
  private let known: [UInt8: [[UInt8]]]
  private let names: Set<String>

  /// - Parameter names: of macros that exist.
  init(_ names: Set<String>) {
    self.names = names
    known = Dictionary(grouping: names.lazy.map { Array($0.utf8) }, by: { $0.first ?? 0 })
  }

  func contains(_ name: String) -> Bool { names.contains(name) }

  /// The name with the underscore that rpm's own folders begin with: `_docdir` for `docdir`.
  func underscored(_ name: String) -> String? {
    name.hasSuffix("dir") || name == "prefix" ? ["_\(name)"].first(where: names.contains) : nil
  }

  /// The one name that is near; nil when there is none, or more than one, or the name is too short to tell.
  func nearest(to name: String) -> String? {
    guard name.utf8.count > 4 else { return nil }
    let name = Array(name.utf8)
    guard let first = name.first else { return nil }
    var found: [UInt8]?
    for candidate in known[first] ?? [] where Self.isOneSlip(candidate, name) {
      guard found == nil else { return nil }
      found = candidate
    }
    return found.map { String(decoding: $0, as: UTF8.self) }
  }

  private static func isOneSlip(_ first: [UInt8], _ second: [UInt8]) -> Bool {
    guard abs(first.count - second.count) <= 1, first != second else { return false }
    let start = zip(first, second).prefix { $0 == $1 }.count
    let a = first[start...]
    let b = second[start...]
    if a.count != b.count {
      let (longer, shorter) = a.count > b.count ? (a, b) : (b, a)
      return longer.dropFirst().elementsEqual(shorter) && !(longer.first?.isDigit ?? true)
    }
    let isSwap = a.count > 1 && a[start] == b[start + 1] && a[start + 1] == b[start]
    if isSwap { return a.dropFirst(2).elementsEqual(b.dropFirst(2)) }
    return a.dropFirst().elementsEqual(b.dropFirst()) && !(a[start].isDigit && b[start].isDigit)
  }
}

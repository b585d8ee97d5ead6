/// A pattern for paths, as gitignore(5) defines it.
///
/// `*`, `?` and `[…]` do not match a slash, `**` as a whole part matches any number of folders. A pattern with a slash in it counts
/// from the folder it is written in, one without matches at any depth; a slash at the end asks for a folder.
package struct GlobPattern: Sendable, Hashable {
  /// As written.
  package let text: String
  /// `!pattern`: takes back what patterns before it said.
  package let isNegated: Bool
  private let needsFolder: Bool
  private let parts: [[UInt8]]

  /// - Returns: nil for a blank line or a comment.
  package init?(_ text: String) {
    self.text = text
    var bytes = Self.withoutTrailingBlanks(Array(text.utf8))[...]
    guard let first = bytes.first, first != UInt8(ascii: "#") else { return nil }
    isNegated = first == UInt8(ascii: "!")
    if isNegated { bytes = bytes.dropFirst() }
    needsFolder = bytes.last == UInt8(ascii: "/")
    if needsFolder { bytes = bytes.dropLast() }
    let isAnchored = bytes.contains(UInt8(ascii: "/"))
    if bytes.first == UInt8(ascii: "/") { bytes = bytes.dropFirst() }
    guard !bytes.isEmpty else { return nil }
    let parts = bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).map(Array.init)
    self.parts = isAnchored ? parts : [Self.anyFolders] + parts
  }

  private static let anyFolders = Array("**".utf8)

  /// Blanks at the end do not count, unless a backslash stands before them.
  private static func withoutTrailingBlanks(_ text: [UInt8]) -> [UInt8] {
    var text = text[...]
    if text.last == 0x0D { text = text.dropLast() }
    while text.last == 0x20, text.dropLast().last != UInt8(ascii: "\\") { text = text.dropLast() }
    return Array(text)
  }

  /// - Parameter path: From the pattern's folder, without a slash at either end.
  package func matches(_ path: String, isFolder: Bool = false) -> Bool {
    guard !needsFolder || isFolder else { return false }
    return Self.match(parts[...], Array(path.utf8).split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)[...])
  }

  /// Like a name's bytes below, with `**` as the star: what follows the last one is tried further and further right.
  private static func match(_ parts: ArraySlice<[UInt8]>, _ path: ArraySlice<ArraySlice<UInt8>>) -> Bool {
    var (parts, path) = (parts, path)
    var retry: (parts: ArraySlice<[UInt8]>, path: ArraySlice<ArraySlice<UInt8>>)?
    while true {
      if parts.first == anyFolders {
        parts = parts.dropFirst()
        // At the end it matches everything inside a folder, not the folder itself.
        if parts.isEmpty { return !path.isEmpty }
        retry = (parts, path)
      } else if let part = parts.first, let name = path.first, matchName(part[...], name) {
        (parts, path) = (parts.dropFirst(), path.dropFirst())
      } else if parts.isEmpty, path.isEmpty {
        return true
      } else if let (starParts, starPath) = retry, !starPath.isEmpty {
        (parts, path) = (starParts, starPath.dropFirst())
        retry = (parts, path)
      } else {
        return false
      }
    }
  }

  // MARK: One part

  private static func matchName(_ pattern: ArraySlice<UInt8>, _ name: ArraySlice<UInt8>) -> Bool {
    var (pattern, name) = (pattern, name)
    // Where to go on when what follows the last star does not fit: one byte further.
    var retry: (pattern: ArraySlice<UInt8>, name: ArraySlice<UInt8>)?
    while true {
      if pattern.first == UInt8(ascii: "*") {
        pattern = pattern.dropFirst()
        retry = (pattern, name)
      } else if let byte = name.first, let rest = step(pattern, byte) {
        (pattern, name) = (rest, name.dropFirst())
      } else if name.isEmpty, pattern.isEmpty {
        return true
      } else if let (starPattern, starName) = retry, !starName.isEmpty {
        (pattern, name) = (starPattern, starName.dropFirst())
        retry = (pattern, name)
      } else {
        return false
      }
    }
  }

  /// What follows the pattern's first element if a byte matches that; nil otherwise.
  private static func step(_ pattern: ArraySlice<UInt8>, _ byte: UInt8) -> ArraySlice<UInt8>? {
    guard let first = pattern.first else { return nil }
    let rest = pattern.dropFirst()
    switch first {
    case UInt8(ascii: "?"): return rest
    case UInt8(ascii: "["): return stepSet(rest, byte)
    case UInt8(ascii: "\\"): return rest.first == byte ? rest.dropFirst() : nil
    default: return first == byte ? rest : nil
    }
  }

  /// `[a-z]`, `[!a-z]`, after the bracket; a set without an end matches nothing.
  private static func stepSet(_ pattern: ArraySlice<UInt8>, _ byte: UInt8) -> ArraySlice<UInt8>? {
    var rest = pattern
    let isInverted = rest.first == UInt8(ascii: "!") || rest.first == UInt8(ascii: "^")
    if isInverted { rest = rest.dropFirst() }
    var isFirst = true
    var isIn = false
    while let low = rest.first {
      rest = rest.dropFirst()
      if low == UInt8(ascii: "]"), !isFirst { return isIn != isInverted ? rest : nil }
      isFirst = false
      var (start, end) = (low, low)
      if low == UInt8(ascii: "\\"), let escaped = rest.first {
        (start, end) = (escaped, escaped)
        rest = rest.dropFirst()
      }
      if rest.first == UInt8(ascii: "-"), let high = rest.dropFirst().first, high != UInt8(ascii: "]") {
        end = high
        rest = rest.dropFirst(2)
      }
      if start <= end, (start...end).contains(byte) { isIn = true }
    }
    return nil
  }
}

/// The patterns of one file, the last one that matches decides.
package struct GlobList: Sendable, Hashable {
  package let patterns: [GlobPattern]

  package init(_ patterns: [GlobPattern]) { self.patterns = patterns }

  /// What the last matching pattern says; nil when none matches.
  package func verdict(on path: String, isFolder: Bool) -> Bool? {
    patterns.last { $0.matches(path, isFolder: isFolder) }.map { !$0.isNegated }
  }

  /// Whether a file or one of the folders it lies in is meant.
  package func contains(file path: String) -> Bool {
    var folder = ""
    for part in path.split(separator: "/").dropLast() {
      folder += folder.isEmpty ? part : "/" + part
      if verdict(on: folder, isFolder: true) == true { return true }
    }
    return verdict(on: path, isFolder: false) == true
  }
}

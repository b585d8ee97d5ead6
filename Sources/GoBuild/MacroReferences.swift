internal import Diagnostics
internal import MacroExpansion
internal import SpecSyntax

/// Names of macros that a text calls: `%name`, `%{name}`, `%{?name:…}`, and Lua's `macros.name`.
///
/// Names only: which of them are defined, and where a call ends, is librpm's to say. A name in a comment or after `%%` counts too.
package enum MacroReferences {
  package static func names(in text: some Collection<UInt8>) -> [String] {
    let bytes = Array(text)
    var names: [String] = []
    var known: Set<String> = []
    func add(from start: Int) {
      var end = start
      while end < bytes.count, bytes[end].isNameByte { end += 1 }
      guard end > start + 1 else { return }
      let name = String(decoding: bytes[start..<end], as: UTF8.self)
      if known.insert(name).inserted { names.append(name) }
    }
    var next = 0
    while let percent = bytes[next...].firstIndex(of: UInt8(ascii: "%")) {
      next = percent + 1
      var start = next
      while start < bytes.count, isMark(bytes[start]) { start += 1 }
      add(from: start)
    }
    var rest = bytes[...]
    while let found = rest.firstRange(of: "macros.".utf8) {
      add(from: found.upperBound)
      rest = rest[found.upperBound...]
    }
    return names
  }

  /// What may stand between the percent sign and the name.
  private static func isMark(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "{") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "!")
  }
}

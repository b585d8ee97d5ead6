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
    func add(from start: Int) {
      let name = bytes[start...].prefix(while: \.isNameByte)
      guard name.count > 1 else { return }
      let text = String(decoding: name, as: UTF8.self)
      if !names.contains(text) { names.append(text) }
    }
    for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "%") {
      var start = index + 1
      while start < bytes.count, "{?!".utf8.contains(bytes[start]) { start += 1 }
      if start < bytes.count { add(from: start) }
    }
    var rest = bytes[...]
    while let found = rest.firstRange(of: "macros.".utf8) {
      add(from: found.upperBound)
      rest = rest[found.upperBound...]
    }
    return names
  }
}

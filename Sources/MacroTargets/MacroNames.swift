/// Macro names in texts.
package enum MacroNames {
  static func isNameByte(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == UInt8(ascii: "_")
  }

  /// Names that a macro file defines: `%name` at the start of a line that continues no body.
  ///
  /// A body goes on after a backslash and while a brace is open.
  static func defined(in text: String) -> [String] {
    let bytes = Array(text.utf8)
    var names: [String] = []
    var position = 0
    var depth = 0
    var isContinued = false
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: "%"), depth == 0, !isContinued {
        var end = position + 1
        while end < bytes.count, isNameByte(bytes[end]) { end += 1 }
        if end > position + 3 { names.append(String(decoding: bytes[(position + 1)..<end], as: UTF8.self)) }
      }
      isContinued = false
      while position < bytes.count, bytes[position] != 0x0A {
        if bytes[position] == UInt8(ascii: "{") { depth += 1 }
        if bytes[position] == UInt8(ascii: "}") { depth = max(0, depth - 1) }
        isContinued = bytes[position] == UInt8(ascii: "\\")
        position += 1
      }
      position += 1
    }
    return names
  }

  /// Names that a spec calls without a question mark and does not define itself, so that it needs them; at most a few thousand.
  static func needed(in spec: [UInt8]) -> [String] {
    var names: [String] = []
    var seen: Set<String> = []
    var rest = spec[...]
    while names.count < 4_000, let percent = rest.firstIndex(of: UInt8(ascii: "%")) {
      rest = rest[(percent + 1)...]
      if rest.first == UInt8(ascii: "%") {
        rest = rest.dropFirst()
        continue
      }
      let body = rest.first == UInt8(ascii: "{") ? rest.dropFirst() : rest
      let name = String(decoding: body.prefix(while: isNameByte), as: UTF8.self)
      guard name.utf8.count > 2 else { continue }
      if name == "global" || name == "define" {
        let defined = body.dropFirst(name.utf8.count).drop { $0 == 0x20 || $0 == 0x09 }.prefix(while: isNameByte)
        seen.insert(String(decoding: defined, as: UTF8.self))
      } else if seen.insert(name).inserted {
        names.append(name)
      }
    }
    return names
  }

  /// Words after a percent sign that say nothing about a distribution, because nearly every spec has them: sections, conditionals, file
  /// attributes, and the macros that rpm defines while it reads a spec.
  package static let ofAllSpecs: Set<String> = [
    "description", "package", "prep", "generate_buildrequires", "build", "install", "check", "clean", "files", "changelog", "pre", "post",
    "preun", "postun", "pretrans", "posttrans", "sourcelist", "patchlist", "ifarch", "ifnarch", "elif", "else", "endif", "include", "dir",
    "doc", "config", "attr", "defattr", "license", "lang", "ghost", "exclude", "verify", "name", "version", "release", "url", "summary",
    "buildroot", "buildsubdir", "SOURCE0", "SOURCE1", "SOURCE2", "SOURCE3", "PATCH0", "PATCH1", "setup", "autosetup", "patch", "dnl",
  ]

  /// Names that a spec asks about with `%{?name` or `%{!?name`, so that it does without them where they are missing.
  static func asked(in spec: [UInt8]) -> Set<String> {
    var names: Set<String> = []
    var rest = spec[...]
    while let percent = rest.firstIndex(of: UInt8(ascii: "%")) {
      rest = rest[(percent + 1)...]
      let marks = (rest.first == UInt8(ascii: "{") ? rest.dropFirst() : rest).prefix { "!?".utf8.contains($0) }
      guard marks.contains(UInt8(ascii: "?")) else { continue }
      names.insert(String(decoding: spec[marks.endIndex...].prefix(while: isNameByte), as: UTF8.self))
    }
    return names
  }
}

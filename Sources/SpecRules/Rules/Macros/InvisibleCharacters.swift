package import Diagnostics
import MacroExpansion
import SpecSyntax

/// The spec contains invisible characters where rpm or the shell reads them.
///
/// ## What it does
/// Reports the first character of each line that changes the direction of writing, has no width, is a no-break space or a control
/// character, outside of %description and %changelog.
///
/// ## Why it matters
/// The text does not do what a reviewer sees. Characters that change the direction make a command look like a comment; with a no-break
/// space `make install` is one word, a command that does not exist; a name with a zero-width character is a different name.
///
/// Source: `CVE-2021-42574`; Unicode's report on security considerations, under *Bidirectional Text Spoofing*; tried with rpmbuild 4.18.0 and bash 5.2.
///
/// ## Example
/// ```
/// %build
/// make all
/// ```
///
/// ## Use instead
/// Remove the character, or write a space.
/// ```
/// %build
/// make all
/// ```
///
/// ## When it stays silent
/// In %description and %changelog, `Summary` and `Packager`, which are prose in any language; for form feeds, tabs and carriage returns, and
/// for a byte order mark at the start of the file, which `unknown-tag` explains. No-break spaces in comments.
///
/// ## Settings
/// None.
package struct InvisibleCharacters: Rule {
  package static let severity: Severity = .warning

  package init() {}

  package func check(_ context: RuleContext) -> [Diagnostic] {
    context.trees.indices.flatMap { file -> [Diagnostic] in
      let tree = context.trees[file]
      guard tree.bytes.contains(where: { $0 >= 0x80 || $0 < 0x09 || $0 == 0x7F || (0x0E...0x1F).contains($0) }) else { return [] }
      return tree.sections.filter { $0.keyword.kind != .prose && $0.keyword != .changelog }.flatMap { section in
        tree.lines(of: section).compactMap { line in
          guard !Self.isProse(line, tree), let found = Self.first(in: tree.bytes, line.range, isComment: line.content == .comment) else {
            return nil
          }
          return Diagnostic(
            rule: Self.id, severity: Self.severity, message: .hidden(found.scalar),
            place: context.place(SourceReference(file: file, range: found.range)))
        }
      }
    }
  }

  private static func isProse(_ line: SpecLine, _ tree: Spec) -> Bool {
    guard case .tag(let tag) = line.content else { return false }
    return ["summary", "packager", "vendor", "group"].contains(String(decoding: tree[tag.name], as: UTF8.self).lowercased())
  }

  private static func first(in bytes: [UInt8], _ range: ByteRange, isComment: Bool) -> (scalar: Unicode.Scalar, range: ByteRange)? {
    var offset = range.lowerBound
    for scalar in String(decoding: bytes[range], as: UTF8.self).unicodeScalars {
      let width = scalar == "\u{FFFD}" ? 1 : UTF8.width(scalar)
      if isHidden(scalar, isComment: isComment), !(scalar == "\u{FEFF}" && offset == 0) { return (scalar, offset..<offset + width) }
      offset += width
    }
    return nil
  }

  private static func isHidden(_ scalar: Unicode.Scalar, isComment: Bool) -> Bool {
    switch scalar.value {
    case 0x01...0x08, 0x0E...0x1F, 0x7F: !isComment
    case 0xA0, 0x2007, 0x202F: !isComment
    case 0x00AD, 0x200B, 0x2060...0x2064, 0xFEFF: !isComment
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}

extension String {
  fileprivate static func hidden(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    let code = "U+" + String(repeating: "0", count: digits.count < 4 ? 4 - digits.count : 0) + digits
    let name = scalar.properties.name?.lowercased() ?? "a control character"
    return "\(code), \(name), cannot be seen here; remove it or write a space"
  }
}

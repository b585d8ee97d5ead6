import Diagnostics
package import MacroExpansion
import SpecSyntax

/// One path of a `%files` section, expanded.
package struct ListedFile: Sendable {
  /// Of the package that it is listed for.
  package let package: String
  /// Without quotes.
  package let path: String
  /// `dir`, `config` … without the percent sign.
  package let directives: [String]
  /// Between the parentheses of `%config(noreplace)`.
  package let configOptions: String?
  package let source: SourceReference

  package func has(_ directive: String) -> Bool { directives.contains(directive) }
  /// Whether it names one path and no pattern.
  package var isLiteral: Bool { !path.contains { "*?[{".contains($0) } }
}

extension PackageFacts {
  /// Every path of every `%files`, in order.
  package var files: [ListedFile] {
    context.known.once(\.files) { spec.sections.filter { $0.keyword == .files }.flatMap(files(of:)) }
  }

  private func files(of section: Section) -> [ListedFile] {
    let bytes = section.text.bytes
    let parser = FileEntryParser(bytes)
    let package = name(of: section)
    var found: [ListedFile] = []
    for line in bytes.lineRanges {
      guard bytes[line].first(where: { !$0.isSpace }) != UInt8(ascii: "#"), let entry = parser.entry(in: line) else { continue }
      let directives = entry.directives.map { (name: String(decoding: bytes[$0.name], as: UTF8.self), arguments: $0.arguments) }
      let options = directives.first { $0.name == "config" }?.arguments.map { String(decoding: bytes[$0], as: UTF8.self) }
      for path in entry.paths {
        guard let source = section.text.source(of: path) else { continue }
        found.append(
          ListedFile(
            package: package, path: String(decoding: bytes[path], as: UTF8.self).filter { $0 != "\"" }, directives: directives.map(\.name),
            configOptions: options, source: source))
      }
    }
    return found
  }

  /// Whether a package's files may be more than its `%files` says: `-f list`, but for the list of translations, and macros not known.
  package func hasHiddenFiles(_ package: String) -> Bool {
    if context.isPartlyUnknown(.files) { return true }
    return spec.sections.contains { section in
      guard section.keyword == .files, name(of: section) == package else { return false }
      return section.arguments.indices.contains { index in
        section.arguments[index].elementsEqual("-f".utf8) && index + 1 < section.arguments.count
          && !section.arguments[index + 1].ends(with: ".lang".utf8)
      }
    }
  }
}

extension [UInt8] {
  /// The lines without their line feeds.
  fileprivate var lineRanges: [ByteRange] {
    var ranges: [ByteRange] = []
    var start = 0
    while start < count {
      let end = self[start...].firstIndex(of: 0x0A) ?? count
      ranges.append(start..<end)
      start = end + 1
    }
    return ranges
  }
}

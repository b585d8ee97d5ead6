import Diagnostics

/// Writes the comments into a spec that make its findings silent.
///
/// Each goes directly above the line it speaks of; where no comment can stand there, the rule is ignored for the whole file, by a
/// line on top. The spec is linted again with them: they are kept only if every finding meant is silent, no other one came or went
/// and rpm still expands the spec to the same text.
struct SuppressionWriter {
  private let source: SourceFile
  /// The findings that are meant.
  let diagnostics: [Diagnostic]

  /// - Parameter report: What is found in the spec; findings in its includes are left alone.
  init(_ source: SourceFile, _ report: FileReport) {
    self.source = source
    diagnostics = report.diagnostics.filter { $0.place.file == source.path && SuppressionProblem(rawValue: $0.rule) == nil }
  }

  /// Comments above the lines, where they can stand.
  var withComments: [UInt8] {
    let places = CommentPlaces(source)
    var above: [Int: Set<String>] = [:]
    var everywhere: Set<String> = []
    for diagnostic in diagnostics {
      if let place = places.place(above: diagnostic.place.start.line) {
        above[place, default: []].insert(diagnostic.rule)
      } else {
        everywhere.insert(diagnostic.rule)
      }
    }
    var bytes: [UInt8] = []
    var position = 0
    for (place, rules) in above.sorted(by: { $0.key < $1.key }) {
      // What the whole file ignores needs no comment of its own.
      let rules = rules.subtracting(everywhere)
      guard !rules.isEmpty else { continue }
      bytes += source.bytes[position..<place] + indentation(at: place) + Self.comment("ignore", rules)
      position = place
    }
    return withTopLine(everywhere, bytes + source.bytes[position...])
  }

  /// One line on top for all.
  var withTopLine: [UInt8] { withTopLine(Set(diagnostics.map(\.rule)), source.bytes) }

  private func withTopLine(_ rules: Set<String>, _ bytes: [UInt8]) -> [UInt8] {
    guard !rules.isEmpty else { return bytes }
    // Editors look for their own line in the first one only.
    let first = bytes.prefix { $0 != 0x0A }
    let isForEditor = first.first == UInt8(ascii: "#") && first.firstRange(of: Array("-*-".utf8)) != nil
    let place = isForEditor ? min(bytes.count, first.count + 1) : 0
    return bytes[..<place] + Self.comment("ignore-file", rules) + bytes[place...]
  }

  private func indentation(at place: Int) -> ArraySlice<UInt8> { source.bytes[place...].prefix { $0 == 0x20 || $0 == 0x09 } }

  private static func comment(_ word: String, _ rules: Set<String>) -> [UInt8] {
    Array("# rpmscope: \(word)[\(rules.sorted().joined(separator: ", "))]\n".utf8)
  }
}

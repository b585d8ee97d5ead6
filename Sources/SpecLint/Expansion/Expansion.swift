public import Diagnostics
package import MacroExpansion
import SpecSyntax

/// A spec as rpm sees it on one target, with the origin of every byte.
public struct Expansion: Sendable {
  /// A part of the spec, from its header line to the next one.
  public struct Section: Sendable {
    /// Without `%`: "preamble", "package", "prep", "build", "files" …
    public let name: String
    /// What follows the header, as bytes; for a build scriptlet exactly what rpm runs after its own preparations.
    public let text: [UInt8]
    /// 1-based line of the header; 1 for the preamble.
    public let line: Int

    let spec: ExpandedSpec
    let expanded: ExpandedText

    /// Where a byte of the text came from: its place in the spec or an included file, or the macro call that gave it.
    ///
    /// - Returns: nil outside of the text.
    public func origin(of offset: Int) -> FileRange? {
      guard text.indices.contains(offset), let source = expanded.source(of: offset..<offset + 1) else { return nil }
      return spec.place(source)
    }
  }

  package let spec: ExpandedSpec
  /// As the user wrote it.
  package let file: String

  package init(_ spec: ExpandedSpec, file: String) {
    self.spec = spec
    self.file = file
  }

  /// The macro set it was read with: "host", "fedora" …
  public var target: String { spec.target }

  /// The bytes that `rpmspec -P` prints.
  public var text: [UInt8] { spec.text.bytes }

  /// A text of the expansion for people: in place of the words that stand for the output of commands that were not run, the commands.
  ///
  /// - Returns: the text, and how many of them are in it.
  package func readable(_ text: [UInt8]) -> (text: [UInt8], unrun: Int) {
    var result: [UInt8] = []
    var rest = text[...]
    var unrun = 0
    while let found = OpaqueValue.first(in: rest) {
      result += rest[..<found.lowerBound] + Array("[output of: \(command(of: rest[found]))]".utf8)
      rest = rest[found.upperBound...]
      unrun += 1
    }
    return (result + rest, unrun)
  }

  /// The command that such a word stands for, cut to what a line can take.
  private func command(of token: ArraySlice<UInt8>) -> String {
    let digits = token.filter { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    guard let index = Int(String(decoding: digits, as: UTF8.self)), spec.commands.indices.contains(index) else { return "a command" }
    let words = TerminalText.display(spec.commands[index].command.map { $0 == 0x0A ? 0x20 : $0 })
    return words.count > 60 ? "\(words.prefix(59))…" : words
  }

  /// In the spec's order; the preamble is the first.
  public var sections: [Section] {
    spec.sections.map { Section(name: $0.keyword.rawValue, text: $0.text.bytes, line: $0.line, spec: spec, expanded: $0.text) }
  }

  /// What went wrong while the spec was read.
  public var problems: [Diagnostic] { spec.diagnosedProblems }

  package var hasErrors: Bool { spec.problems.contains { $0.severity == .error } }

  /// Why the target was chosen; nil where the caller named it or the host was.
  package var choice: String? { spec.targetReason.isEmpty || target == "host" ? nil : "read as \(target): \(spec.targetReason)" }

  /// The text of all sections of a name; nil without any.
  package func text(ofSection name: String) -> [UInt8]? {
    let sections = spec.sections.filter { $0.keyword.rawValue == name }
    return sections.isEmpty ? nil : sections.flatMap(\.text.bytes)
  }

  /// How it differs from another target's expansion, section by section, as unified diffs.
  ///
  /// - Parameter section: Only sections of this name; nil for all.
  package func differences(from old: Expansion, section: String? = nil) -> [UInt8] {
    SpecDifference(from: old.spec, to: spec, section: section).text
  }

  /// The problems as a report for people, with their target where it is one of several.
  package func problemReport(namingTarget: Bool) -> String {
    let problems = problems.map { problem in
      var problem = problem
      if namingTarget { problem.targets = [target] }
      return problem
    }
    var report = TextReport()
    report.append(FileReport(path: file, target: target, diagnostics: problems, sources: spec.files))
    return report.text
  }
}

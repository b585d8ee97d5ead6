import Diagnostics
import MacroExpansion
import SpecSyntax
import Testing

/// What a spec's text becomes, and where each part of it came from.
///
/// A section is written as its header, a colon and its text, in which what a macro wrote stands as `<name|text>`; everything else is verbatim.
/// That the text is librpm's own, byte for byte, is checked on whole specs elsewhere; here it is which run has which origin.
@Suite("Reading")
struct ReadingTests {
  struct Row: Sendable {
    let text: String
    let sections: [String]
    let problems: [ReadingProblem]

    init(_ text: String, _ sections: [String], problems: [ReadingProblem] = []) {
      self.text = text
      self.sections = sections
      self.problems = problems
    }
  }

  struct Group: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let rows: [Row]

    init(_ title: String, _ rows: [Row]) {
      testDescription = title
      self.rows = rows
    }
  }

  private static let groups: [Group] = [
    Group("Verbatim text", verbatimText), Group("Macros of tags", macrosOfTags), Group("Definitions", definitions),
    Group("Conditional calls", conditionalCalls), Group("Branches", branches), Group("Commands", commands),
    Group("Lua and built-ins", luaAndBuiltIns), Group("Sections", sections), Group("Faults", faults),
  ]

  @Test("gives the text with its origins", arguments: groups)
  func reading(group: Group) throws {
    try #require(!group.rows.isEmpty)
    let pool = try WorkerPool(configuration: WorkerConfiguration(target: "host", ignoresUserMacros: true, jobs: 1))
    for row in group.rows {
      let request = EvaluationRequest(path: "x.spec", bytes: Array(row.text.utf8), sourceDirectory: "/sources")
      guard case .spec(let spec) = pool.evaluate(request) else {
        Issue.record("\(row.text) was not read")
        continue
      }
      #expect(spec.sections.map(Self.dump) == row.sections, "\(row.text)")
      #expect(spec.problems.filter { $0.id != .missingTag && !$0.isRefusal }.map(\.id) == row.problems, "\(row.text)")
    }
  }

  private static func dump(_ section: Section) -> String {
    let header = [section.keyword.rawValue] + section.arguments.map { String(decoding: $0, as: UTF8.self) }
    let runs = section.text.runs.map { run in
      let text = String(decoding: section.text.bytes[run.offset..<run.offset + run.length], as: UTF8.self)
      return switch run.origin {
      case .verbatim: text
      case .macro(_, _, let name): "<\(name)|\(text)>"
      }
    }
    return header.joined(separator: " ") + ": " + runs.joined()
  }
}

extension Problem {
  /// A call of Lua's that is not run has a rule of its own, and what rpm's own parser refuses has a table of its own.
  fileprivate var isRefusal: Bool {
    switch cause {
    case .refusedCall: true
    case .parser: id != .expansionError && id != .expansionWarning
    case .missingMacroFile, .recursion, .misspelling, nil: false
    }
  }
}

import Diagnostics
import Foundation
import SpecLint
import SpecRules
import Testing

/// Whole specs, one for each rule: `Fixtures/rules/RULE-ID.spec`, in which `# finds: RULE-ID` stands on the line before everything
/// that must be found, and `Fixtures/clean/*.spec`, in which nothing must be.
@Suite("Fixtures")
struct RuleFixtureTests {
  struct Fixture: CustomTestStringConvertible, Sendable {
    let path: String
    var testDescription: String { path }

    static func all(in folder: String) -> [Fixture] {
      let names = (try? FileManager.default.contentsOfDirectory(atPath: "\(BuiltCommand.package)/\(folder)")) ?? []
      return names.filter { $0.hasSuffix(".spec") }.sorted().map { Fixture(path: "\(folder)/\($0)") }
    }

    /// The findings that are sure enough to be shown, as "LINE RULE".
    func found() throws -> [String] {
      var options = LintOptions()
      options.evaluation.jobs = 1
      options.evaluation.workerPath = BuiltCommand.path(of: "rpmscope-worker")
      let report = try Linter(options).lint(path: "\(BuiltCommand.package)/\(path)")
      #expect(report.failure == nil)
      return report.diagnostics.map { "\($0.place.start.line) \($0.rule)" }.sorted()
    }

    /// What its `# finds:` lines announce, as "LINE RULE".
    func announced() throws -> [String] {
      let lines = try BuiltCommand.file(path).split(separator: "\n", omittingEmptySubsequences: false)
      return lines.enumerated().flatMap { index, line -> [String] in
        let words = line.drop { $0 == " " || $0 == "\t" }
        // `%dnl` where a comment would be the reason that the rule asks for.
        guard let prefix = ["# finds: ", "%dnl finds: "].first(where: words.hasPrefix) else { return [] }
        return words.dropFirst(prefix.count).split(separator: " ").map { "\(index + 2) \($0)" }
      }.sorted()
    }
  }

  @Test("a rule's fixture shows the rule, and what it announces is all that is found", arguments: Fixture.all(in: "Fixtures/rules"))
  func rules(_ fixture: Fixture) throws {
    let id = String(fixture.path.dropFirst("Fixtures/rules/".count).dropLast(".spec".count))
    #expect(RuleRegistry.rule(withID: id) != nil || ReadingProblem(rawValue: id) != nil, "no rule '\(id)'")
    let announced = try fixture.announced()
    #expect(announced.contains { $0.hasSuffix(" \(id)") })
    #expect(try fixture.found() == announced)
  }

  @Test("every rule has one", arguments: RuleRegistry.all.map(\.id))
  func exists(id: String) {
    #expect(Fixture.all(in: "Fixtures/rules").contains { $0.path.hasSuffix("/\(id).spec") })
  }

  @Test("correct specs yield nothing", arguments: Fixture.all(in: "Fixtures/clean"))
  func clean(_ fixture: Fixture) throws {
    #expect(try fixture.found().isEmpty)
  }
}

import Diagnostics
import Foundation
import MacroExpansion
import SpecLint
import SpecRules
import Testing

/// Whole specs, one for each rule: `Fixtures/rules/CHAPTER/RULE-ID.spec`, in which `# finds: RULE-ID` stands on the line before
/// everything that must be found, and `Fixtures/clean/*.spec`, in which nothing must be.
@Suite("Fixtures")
struct RuleFixtureTests {
  struct Fixture: CustomTestStringConvertible, Sendable {
    let path: String
    var testDescription: String { path }

    /// `module-cache-per-build`
    var id: String { String(path.split(separator: "/").last?.dropLast(".spec".count) ?? "") }

    /// The specs in a folder and the folders in it.
    static func all(in folder: String) -> [Fixture] {
      BuiltCommand.files(in: folder).filter { $0.hasSuffix(".spec") }.map(Fixture.init)
    }

    /// Those that show what comes of one build folder for all packages.
    static let ofSharedFolder = ["read-only-module-cache"]

    /// The findings that are sure enough to be shown, as "LINE RULE".
    func found() throws -> [String] {
      var options = LintOptions()
      options.evaluation.jobs = 1
      options.evaluation.workerPath = BuiltCommand.path(of: "rpmscope-worker")
      options.listen(to: id)
      if let target = try namedTarget() { options.evaluation.targets = [try Target(target)] }
      if Self.ofSharedFolder.contains(id), let target = LinkedRPM.sharedTarget { options.evaluation.targets = [Target(known: target)] }
      let report = try Linter(options).lint(path: "\(BuiltCommand.package)/\(path)")
      #expect(report.failure == nil)
      return report.diagnostics.map { "\($0.place.start.line) \($0.rule)" }.sorted()
    }

    /// The target that a `# target: NAME` on its first line names: for rules about what a distribution has.
    private func namedTarget() throws -> String? {
      guard let line = try BuiltCommand.file(path).split(separator: "\n").first, line.hasPrefix("# target: ") else { return nil }
      return String(line.dropFirst("# target: ".count))
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
    let id = fixture.id
    #expect(RuleRegistry.rule(withID: id) != nil || ReadingProblem(rawValue: id) != nil, "no rule '\(id)'")
    let announced = try fixture.announced()
    #expect(announced.contains { $0.hasSuffix(" \(id)") })
    #expect(try fixture.found() == announced)
  }

  @Test("a rule, its test and its fixture lie in the same chapter", arguments: BuiltCommand.files(in: "Sources/SpecRules/Rules"))
  func chapter(path: String) throws {
    let parts = path.split(separator: "/")
    let (chapter, type) = (parts[parts.count - 2], parts[parts.count - 1].dropLast(".swift".count))
    #expect(try !BuiltCommand.file("Tests/SpecLintTests/Rules/\(chapter)/\(type)Tests.swift").isEmpty)
    let id = RuleID.derived(fromTypeName: String(type))
    #expect(try !BuiltCommand.file("Fixtures/rules/\(chapter)/\(id).spec").isEmpty)
  }

  @Test("there are rules, and specs to show them")
  func fixturesAreFound() throws {
    try #require(RuleRegistry.all.count > 50)
    #expect(BuiltCommand.files(in: "Sources/SpecRules/Rules").count == RuleRegistry.all.count)
    #expect(Fixture.all(in: "Fixtures/rules").count >= RuleRegistry.all.count)
    #expect(Fixture.all(in: "Fixtures/clean").count > 5)
  }

  @Test("correct specs yield nothing", arguments: Fixture.all(in: "Fixtures/clean"))
  func clean(_ fixture: Fixture) throws {
    #expect(try fixture.found().isEmpty)
  }
}

import Diagnostics
import Testing

@testable import SpecLint

@Suite("Branches that the target does not take")
struct BranchTests {
  private static func report(_ body: String, branches: LintOptions.Branches = .all) throws -> FileReport {
    let head = "Name: x\nVersion: 1\nRelease: 1\nSummary: x\nLicense: MIT\n%bcond_with vendor\n%description\nx\n%build\n"
    var options = LintOptions()
    options.evaluation.targets = [.host]
    options.branches = branches
    options.select = [try DescribedRule("rejected-flag")]
    return try Linter(options).lint(SpecInput(path: "x.spec", bytes: Array((head + body).utf8)))
  }

  @Test func eachFindingNamesItsConditionOnce() throws {
    let bodies = (0..<8).map { "%if 0%{?macro\($0)}\ngo mod download -p \($0)\n%endif\n" }.joined()
    let found = try Self.report(bodies).diagnostics
    #expect(found.map(\.condition) == (0..<8).map { "%if 0%{?macro\($0)}" })
    #expect(Set(found.map(\.place.start.line)).count == 8)
  }

  @Test func theTakenBranchHasNoCondition() throws {
    let body = "%if 1\ngo mod download -p 1\n%else\ngo mod download -p 2\n%endif\ngo mod verify -p 3\n"
    let found = try Self.report(body).diagnostics
    #expect(found.map(\.condition) == [nil, "'%if 1' is false", nil])
  }

  @Test func sameConditionsAreTurnedTogether() throws {
    let body = "%if %{with vendor}\nexport F=-p\n%endif\n%if %{with vendor}\ngo mod download $F 4\n%endif\n"
    #expect(try Self.report(body).diagnostics.map(\.condition) == ["%if %{with vendor}"])
  }

  @Test func onlyTakenOnesOnRequest() throws {
    let body = "%if %{with vendor}\ngo mod download -p 4\n%endif\n"
    #expect(try Self.report(body, branches: .taken).diagnostics.isEmpty)
  }

  @Test("Conditions inside a branch are tried in their turn, whichever way they go there")
  func nestedConditions() throws {
    let nested = "%if 0%{?a}\n%if 1\ngo mod download -p 4\n%else\ngo mod verify -p 5\n%endif\n%endif\n"
    #expect(try Self.report(nested).diagnostics.map(\.condition) == ["%if 0%{?a}", "%if 0%{?a} and '%if 1' is false"])
    let chain = "%if 1\ntrue\n%elif 0%{?b}\ngo mod download -p 4\n%endif\n"
    #expect(try Self.report(chain).diagnostics.map(\.condition) == ["'%if 1' is false and %elif 0%{?b}"])
  }

  static let opposites = [
    ("%if 0%{?a}", "%if ! 0%{?a}"), ("%if %{with x}", "%if %{without x}"), ("%ifarch riscv64", "%ifnarch  riscv64"),
    ("%if 0%{?a}", "%if 0%{!?a:1}"), ("%if (0%{?a})", "%if !(0%{?a})"), ("%if %{with x}", "%if !%{with x}"),
  ]

  @Test("A condition and its opposite are turned together", arguments: opposites)
  func turnedTogether(condition: String, opposite: String) throws {
    // In a world where both hold, or none, the flag would be seen twice, or not at all.
    let body = "\(condition)\nF=-p\n%endif\n\(opposite)\nF=-v\n%endif\ngo build -o x\ngo mod download $F\n"
    #expect(try Self.report(body).diagnostics.map(\.condition) == [nil])
    let turned = "\(condition)\nF=-p\n%endif\n\(opposite)\nF=-x\n%endif\ngo mod download $F 4\n"
    #expect(try Self.report(turned).diagnostics.map(\.condition) == [condition])
  }

  static let different = [
    ("%if 0%{?rhel} >= 8", "%if ! 0%{?rhel} >= 8"), ("%if !0%{?a} && 0%{?b}", "%if 0%{?a} && 0%{?b}"), ("%ifarch x", "%ifos x"),
  ]

  @Test("What only looks like an opposite is a condition of its own", arguments: different)
  func differentConditions(first: String, second: String) {
    #expect(ConditionSense(Array(first.utf8)).question != ConditionSense(Array(second.utf8)).question)
  }

  @Test("One reading for each distinct condition, and not more than the limit")
  func readings() throws {
    let lines = (0..<20).map { "%if 0%{?macro\($0)}\ngo mod download -p \($0)\n%endif\n" }
    func lint(_ count: Int, _ branches: LintOptions.Branches = .all) throws -> (report: FileReport, evaluations: Int) {
      let body = (lines[..<count] + lines[..<count]).joined()
      let head = "Name: x\nVersion: 1\nRelease: 1\nSummary: x\nLicense: MIT\n%description\nx\n%build\n"
      var options = LintOptions()
      options.evaluation.targets = [.host]
      options.branches = branches
      options.select = try ["rejected-flag", "untried-conditions"].map { try DescribedRule($0) }
      let linter = try Linter(options)
      let report = linter.lint(SpecInput(path: "x.spec", bytes: Array((head + body).utf8)))
      return (report, linter.evaluations)
    }
    #expect(try lint(8).evaluations == 9)
    #expect(try lint(8, .taken).evaluations == 1)
    let many = try lint(20)
    #expect(many.evaluations == 17)
    let untried = try #require(many.report.diagnostics.first { $0.rule == "untried-conditions" })
    #expect(untried.message.contains("4 conditions are not tried"))
    #expect(untried.place.start.line == 9 + 16 * 3)
    #expect(untried.severity == .info)
  }

  @Test("A finding that a branch only words differently is none of its own")
  func otherWords() throws {
    let body = "%if 0%{?a}\nF=-p\n%else\nF=-j\n%endif\ngo mod download ${F}4\n"
    #expect(try Self.report(body).diagnostics.map(\.condition) == [nil])
  }
}

import Diagnostics
import SpecLint
import Testing

@Suite("Branches that the target does not take")
struct BranchTests {
  private static func report(_ body: String, branches: LintOptions.Branches = .all) throws -> FileReport {
    let head = "Name: x\nVersion: 1\nRelease: 1\nSummary: x\nLicense: MIT\n%bcond_with vendor\n%description\nx\n%build\n"
    var options = LintOptions()
    options.evaluation.target = "host"
    options.branches = branches
    options.select = ["rejected-flag"]
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

  @Test func nestedConditionsAreReached() throws {
    let body = "%if 0%{?a}\n%if 1\ngo mod download -p 4\n%endif\n%endif\n"
    #expect(try Self.report(body).diagnostics.map(\.condition) == ["%if 0%{?a}"])
  }
}

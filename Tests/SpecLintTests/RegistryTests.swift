import Diagnostics
import Foundation
import SpecLint
import SpecRules
import Testing

@Suite("Rules")
struct RegistryTests {
  @Test("what is generated is fresh")
  func freshness() throws {
    let result = try BuiltCommand(maintenance: "generate-rules").run(["--check"])
    #expect(result.status == 0, "run 'swift run --package-path Sources/Maintenance generate-rules': \(result.text)\(result.errors)")
  }

  @Test("ids follow from the types' names")
  func ids() {
    #expect(RuleID.derived(fromTypeName: "ModuleCachePerBuild") == "module-cache-per-build")
    #expect(RuleRegistry.all.map(\.id) == RuleRegistry.all.map(\.id).sorted())
    #expect(Set(RuleRegistry.all.map(\.id)).count == RuleRegistry.all.count)
  }

  private static let described = DescribedRule.all.filter { $0.kind != .suppression }.map(\.id)
  /// Pages whose example is not one among other tags, cannot be shown, or would be too long.
  private static let withoutExample = [
    "carriage-returns", "go-newer-than-target", "inconsistent-vendoring", "invalid-encoding", "missing-tag", "nul-byte", "numbered-patch",
    "spec-refused",
    "untried-conditions",
  ]
  /// Of rules about what a distribution's packages need.
  private static let targets = ["missing-build-id": "openeuler", "trimpath-with-debuginfo": "openeuler"]

  @Test("every page has its parts", arguments: described)
  func pages(id: String) throws {
    let rule = try #require(DescribedRule.named(id))
    let headings = rule.page.split(separator: "\n").filter { $0.hasPrefix("## ") }.map { $0.dropFirst(3) }
    #expect(headings == ["What it does", "Why it matters", "Example", "Use instead", "When it stays silent", "Settings"])
    #expect(rule.summary.hasSuffix("."))
  }

  @Test("every page's example is found and its remedy accepted", arguments: described.filter { !withoutExample.contains($0) })
  func examples(id: String) throws {
    let rule = try #require(DescribedRule.named(id))
    let example = MarkedSpec(try #require(Self.code(under: "Example", in: rule.page)))
    let target = RuleFixtureTests.Fixture.ofSharedFolder.contains(id) ? LinkedRPM.sharedTarget : Self.targets[id]
    let found = Set(try example.findings(target: target, audience: id).map(\.rule))
    #expect(found.contains(id), "not found in:\n\(example.text)")
    let unnamed = found.subtracting([id]).filter { !rule.page.contains("`\($0)`") }
    #expect(unnamed.isEmpty, "the page does not name what else is found in its example")
    let remedy = MarkedSpec(try #require(Self.code(under: "Use instead", in: rule.page)))
    #expect(try remedy.findings(of: id, confidence: .low, target: Self.targets[id]).isEmpty, "found in:\n\(remedy.text)")
  }

  /// The first fenced block under a heading.
  private static func code(under heading: String, in page: String) -> String? {
    let lines = page.split(separator: "\n", omittingEmptySubsequences: false)
    guard let start = lines.firstIndex(of: "## \(heading)") else { return nil }
    let body = lines[(start + 1)...].prefix { !$0.hasPrefix("## ") }
    guard let open = body.firstIndex(of: "```"), let close = body[(open + 1)...].firstIndex(of: "```") else { return nil }
    return body[(open + 1)..<close].joined(separator: "\n")
  }
}

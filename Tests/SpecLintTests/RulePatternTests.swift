import SpecLint
import SpecRules
import Testing

@Suite("Words that select rules")
struct RulePatternTests {
  private static func ids(_ word: String) -> [String] { RulePattern.rules(matching: word)?.map(\.id) ?? [] }

  @Test("an id selects itself", arguments: DescribedRule.all.map(\.id))
  func id(_ id: String) { #expect(Self.ids(id) == [id]) }

  @Test("every chapter has rules, which are in one alone")
  func chapters() {
    let all = Chapter.allCases.flatMap { Self.ids($0.rawValue) }
    #expect(all.sorted() == DescribedRule.all.map(\.id).sorted())
    #expect(Self.ids("fedora").contains("missing-exclusive-arch"))
  }

  @Test("a group selects its chapters")
  func groups() {
    #expect(Self.ids("go").contains("module-cache-per-build"))
    #expect(!Self.ids("go").contains("unowned-directory"))
    #expect(Self.ids("general").contains("unowned-directory"))
    #expect(Self.ids("rpm").contains("undefined-macro"))
  }

  @Test("patterns and beginnings select by id")
  func patterns() {
    #expect(Self.ids("module-cache-*") == Self.ids("module-cache-").filter { $0.hasPrefix("module-cache-") })
    #expect(Self.ids("*-in-build").contains("network-in-build"))
    #expect(Self.ids("unused") == ["unused-ldflags", "unused-macro", "unused-suppression"])
    #expect(RulePattern.rules(matching: "unus") == nil)
    #expect(RulePattern.rules(matching: "nosuch*") == nil)
  }
}

import Foundation
import SpecLint
import Testing

/// What the pages state, held against the experiments of `Tests/Evidence`.
@Suite("The pages' evidence")
struct EvidenceTests {
  struct Claim {
    let name: String
    let rules: Set<String>
    let text: String
  }

  private static func claims() throws -> [Claim] {
    let result = try BuiltCommand(atPath: "/usr/bin/python3").run(["-B", "Tests/Evidence/evidence.py", "--list"])
    try #require(result.status == 0, "\(result.errors)")
    return try result.text.split(separator: "\n").map { line in
      let parts = line.split(separator: "\t").map(String.init)
      try #require(parts.count == 3)
      return Claim(name: parts[0], rules: Set(parts[1].split(separator: " ").map(String.init)), text: parts[2])
    }
  }

  @Test("has names that differ, and rules that exist")
  func names() throws {
    let claims = try Self.claims()
    #expect(claims.count > 50)
    #expect(Set(claims.map(\.name)).count == claims.count)
    #expect(claims.flatMap(\.rules).filter { DescribedRule.named($0) == nil } == [])
  }

  @Test("is named on every page: the experiments that show it, or whose word it is")
  func links() throws {
    let claims = try Self.claims()
    for rule in DescribedRule.all where rule.kind != .suppression {
      let reasons = try #require(Self.reasons(of: rule.page))
      let shown = reasons.components(separatedBy: "\nShown by: ").dropFirst().joined()
      let expected = claims.filter { $0.rules.contains(rule.id) }.map(\.name)
      #expect(Self.inlineCode(in: shown) == expected, "\(rule.id)")
      #expect(
        !expected.isEmpty || Self.ownNotes.contains(rule.id) || reasons.contains("\nSource: ")
          || reasons.hasPrefix("Fedora's Go packaging guideline, under *"), "\(rule.id)")
    }
  }

  @Test("has the figures that the pages quote")
  func figures() throws {
    let claims = try Self.claims()
    for rule in DescribedRule.all where rule.kind != .suppression {
      let reasons = try #require(Self.reasons(of: rule.page)).replacing(/\n(Shown by|Source): (?s:.*)/, with: "")
      let told = claims.filter { $0.rules.contains(rule.id) }.map(\.text).joined(separator: " ")
      let unfounded = Self.figures(in: reasons).subtracting(Self.figures(in: told))
      #expect(unfounded.isEmpty, "\(rule.id): \(unfounded)")
    }
  }

  @Test("reads figures, and neither releases nor what stands as code")
  func reading() {
    let text =
      "24 modules of 48 packages, `-p 99`, Go 1.22, from rpm 4.20 on, Fedora 43, 0555, 32-bit, 1,085 MB, mount(8), x86_64, /usr/lib64, 205."
    #expect(Self.figures(in: text) == ["24", "48", "1085", "205"])
  }

  /// What rpmscope says of its own reading, which no experiment with rpm or Go can show.
  private static let ownNotes: Set<String> = ["undecided-condition", "unfilled-template", "untried-conditions"]

  /// The text under *Why it matters*.
  private static func reasons(of page: String) -> String? {
    page.components(separatedBy: "\n## ").first { $0.hasPrefix("Why it matters\n") }
      .map { String($0.dropFirst("Why it matters\n".count)) }
  }

  private static func inlineCode(in text: String) -> [String] {
    text.split(separator: "`", omittingEmptySubsequences: false).enumerated().filter { $0.offset % 2 == 1 }.map { String($0.element) }
  }

  /// Numbers of at least two digits that count something.
  private static func figures(in text: String) -> Set<String> {
    let prose = text.replacing(/`[^`]*`/, with: " ").replacing(/\b(Fedora|EPEL|Go|rpm) \d[\d.]*/, with: " ")
      .replacing(/\d+\.\d[\d.]*|\d+-bit|\b0\d{3}\b|[A-Za-z_]+\d\w*/, with: " ").replacing(/(\d),(\d{3})/) { "\($0.1)\($0.2)" }
    return Set(prose.matches(of: /\d{2,}/).map { String($0.0) })
  }
}

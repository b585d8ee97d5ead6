import Diagnostics
import Testing

@Suite("Notes")
struct NoteTests {
  @Test("tell the chain of macros and settings")
  func chain() throws {
    let spec = MarkedSpec(
      """
      %define fetch() go mod download %1
      %build
      export GOMODCACHE=/tmp/%{version}
      %fetch example.com/x
      """)
    let finding = try #require(try spec.findings(of: "module-cache-per-build").first)
    #expect(finding.place.start.line == 10)
    #expect(finding.notes.map(\.message) == ["'GOMODCACHE' is set here", "expanded from %fetch, defined here"])
    #expect(finding.notes.map(\.place?.start.line) == [9, 7])
  }

  @Test("name a shell condition")
  func condition() throws {
    let spec = MarkedSpec("%build\nif [ -d x ]; then\n  go mod download -p 4\nfi")
    let finding = try #require(try spec.findings(of: "rejected-flag").first)
    #expect(finding.notes.contains { $0.message.contains("[ -d x ]") })
  }
}

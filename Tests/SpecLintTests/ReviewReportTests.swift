import Foundation
import Testing

@testable import SpecLint

@Suite("A review")
struct ReviewReportTests {
  private func review(_ arguments: String...) throws -> String {
    try BuiltCommand().run(["lint", "--format", "review", "--fail-on", "never"] + arguments).text
  }

  @Test("of a correct vendored package finds nothing to object to, and says what it did not check")
  func correct() throws {
    let text = try review("Fixtures/clean/fedora-vendored.spec")
    #expect(!text.contains("- [!]"))
    for line in [
      "# Review of fedora-vendored.spec: Go packaging", "## Naming", "## Go Language Architectures",
      "- [x] binaries SHOULD set ExclusiveArch", "- [x] Fedora's flags MUST be kept: by %gobuild",
      "- [x] MUST have BuildRequires: go-rpm-macros", "- [x] unit tests MUST be run in %check: by %gocheck2",
      "- [x] the License tag MUST cover the vendored modules", "## Not checked", "- [?] Naming: the name MUST follow",
      "Nothing else was found.",
    ] { #expect(text.contains(line.replacing("_", with: "\\_")), "\(line) in:\n\(text)") }
  }

  @Test(
    "shows what does not hold, with line and rule",
    arguments: [
      ("go-build-bypasses-gobuild", "- [!] Fedora's flags MUST be kept\n  - line 21: "),
      ("missing-exclusive-arch", "- [!] binaries SHOULD set ExclusiveArch\n  - line 2: "),
      ("missing-go-buildrequires", "- [!] MUST have BuildRequires: go-rpm-macros\n  - line 20: "),
      ("golang-prefix-on-vendored-package", "- [!] a vendored package MUST NOT have a 'golang-' prefix\n  - line 7: "),
      ("legacy-gocheck", "- [!] vendored packages test with %gocheck2\n  - line 34: "),
      ("vendored-without-license-data", "- [!] licences of vendored modules MUST be recorded and shipped\n  - line 9: "),
    ])
  func broken(rule: String, line: String) throws {
    let text = try review("Fixtures/rules/\(rule).spec")
    #expect(text.contains(line), "\(text)")
    #expect(text.contains("`\(rule)`)"))
  }

  @Test("of what is no Fedora package says why the guideline was not checked, and checks it when told to")
  func otherOrigin() throws {
    #expect(try review("Fixtures/hello/hello.spec").contains("The guideline was not checked: "))
    let text = try review("--target", "fedora", "Fixtures/hello/hello.spec")
    #expect(text.contains("- [!] Fedora's flags MUST be kept"))
    #expect(text.contains("- [!] the build does without the network"))
    #expect(text.contains("## Other findings\n\n- line "))
  }

  @Test("leaves open what the rules only suspect")
  func suspected() throws {
    let folder = try TemporaryFolder([
      "x.spec": "Name: x\nVersion: 1\nRelease: 1\nSummary: x\nLicense: MIT\n%{include_of_nothing\n%description\nx\n%build\ngo build .\n"
    ])
    #expect(try !review("--target", "all", "\(folder.path)/x.spec").contains("- [!]"))
    let text = try review("--target", "fedora", "\(folder.path)/x.spec")
    #expect(text.contains("- [!] Fedora's flags MUST be kept"))
    #expect(!text.contains("- [!] the build does without the network"))
  }

  @Test("of what cannot be read says so")
  func unreadable() {
    let run = LintRun(files: [FileReport(path: "a/b.spec", failure: "no such file")])
    #expect(String(decoding: ReviewReport.bytes(run, ReportStyle()), as: UTF8.self).hasSuffix("Not reviewed: no such file.\n"))
  }

  @Test("shows a spec's text as it is, whatever Markdown would make of it")
  func markdown() {
    #expect(Markdown.escaped("'[x](http://e) <b>*_`") == "'\\[x\\](http://e) \\<b\\>\\*\\_\\`")
  }
}

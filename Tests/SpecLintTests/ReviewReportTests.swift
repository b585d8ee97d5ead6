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
      "- [x] binaries SHOULD set ExclusiveArch", "- [x] Fedora's flags MUST be preserved, by %gobuild or the",
      "- [x] Go linker flags MUST NOT be set by $LDFLAGS",
      "- [x] MUST have BuildRequires: go-rpm-macros, and go-vendor-tools where its macros are used: by %gometa",
      "## Bundled provides", "- [x] unit tests SHOULD be run: by %gocheck2", "- [x] packages MUST NOT use the legacy %gocheck",
      "- [x] the License tag MUST be a cumulative SPDX expression", "- [x] packages SHOULD enable modules mode",
      "## Not checked", "- [?] Naming: the name MUST follow",
      "Nothing else was found.",
    ] { #expect(text.contains(line.replacing("_", with: "\\_")), "\(line) in:\n\(text)") }
  }

  @Test(
    "shows what does not hold, with line and rule",
    arguments: [
      ("go-build-bypasses-gobuild", "- [!] Fedora's flags MUST be preserved, by %gobuild or the %gobuild\\_\\*flags macros\n  - line 21: "),
      ("missing-exclusive-arch", "- [!] binaries SHOULD set ExclusiveArch\n  - line 2: "),
      (
        "missing-go-buildrequires",
        "- [!] MUST have BuildRequires: go-rpm-macros, and go-vendor-tools where its macros are used\n  - line 20: "
      ),
      ("golang-prefix-on-vendored-package", "- [!] a vendored package MUST NOT have a 'golang-' prefix, unless upstream has\n  - line 7: "),
      ("legacy-gocheck", "- [!] packages MUST NOT use the legacy %gocheck\n  - line 34: "),
      (
        "vendored-without-license-data",
        "- [!] license files of the project and of all vendored modules MUST be included, with %license\n  - line 9: "
      ),
    ])
  func broken(rule: String, line: String) throws {
    let text = try review("Fixtures/rules/Fedora/\(rule).spec")
    #expect(text.contains(line), "\(text)")
    #expect(text.contains("`\(rule)`)"))
  }

  @Test("of what is no Fedora package says why the guideline was not checked, and checks it when told to")
  func otherOrigin() throws {
    #expect(try review("Fixtures/hello/hello.spec").contains("The guideline was not checked: "))
    let text = try review("--target", "fedora", "Fixtures/hello/hello.spec")
    #expect(text.contains("- [!] Fedora's flags MUST be preserved"))
    #expect(text.contains("- [!] packages MUST vendor their Go module dependencies"))
    #expect(text.contains("where its macros are used: go-rpm-macros is not required"))
    #expect(text.contains("## Other findings\n\n- line "))
  }

  @Test(
    "shows what no rule of its own finds",
    arguments: [
      ("export LDFLAGS=\"$LDFLAGS -X main.version=1\"", "- [!] Go linker flags MUST NOT be set by $LDFLAGS, but by $GO\\_LDFLAGS: line 11"),
      ("export BUILDTAGS=systemd", "- [!] build tags MUST NOT be set by $BUILDTAGS, but by $GO\\_BUILDTAGS: line 11"),
      ("%go_vendor_license_install", "%go\\_vendor\\_license\\_install is called without it"),
      ("export GO111MODULE=off", "'go build' of line 12 runs in GOPATH mode"),
      ("true", "- [!] MUST include bundled(golang(IMPORT\\_PATH)) = VERSION for all vendored modules: the spec has none"),
    ])
  func lacking(line: String, expected: String) throws {
    let spec = """
      Name: hello
      Version: 1
      Release: 1
      Summary: x
      License: MIT
      Source1: hello-vendor.tar.xz
      BuildRequires: go-rpm-macros, go-vendor-tools
      %description
      x
      %build
      \(line)
      %gobuild -o hello .
      """
    let folder = try TemporaryFolder(["x.spec": spec])
    let text = try review("--target", "fedora", "\(folder.path)/x.spec")
    #expect(text.contains(expected), "\(text)")
    let clean = try review("Fixtures/clean/fedora-vendored.spec")
    #expect(!clean.contains(expected))
  }

  @Test("has the requirements that its manual lists, in the same order")
  func manual() throws {
    let page = try BuiltCommand.file("Sources/SpecLint/SpecLint.docc/FedoraReview.md")
    let rows = page.split(separator: "\n").filter { $0.hasPrefix("| ") && $0.hasSuffix(" |") }.map { $0.dropFirst(2).dropLast(2) }
    let listed = rows.map { $0.components(separatedBy: " | ") }.filter { $0.count == 4 && $0[0] != "heading" }
    let text = try review("Fixtures/clean/fedora-vendored.spec")
    #expect(listed.count > 20)
    var last = text.startIndex
    for row in listed {
      let requirement = Markdown.escaped(row[1].replacingOccurrences(of: "`", with: "'"))
      #expect(text.contains("## \(row[0])\n") || text.contains("- [?] \(row[0]): "), "\(row[0])")
      if text.contains("- [?] \(row[0]): \(requirement): ") { continue }
      let place = try #require(text.range(of: "] \(requirement): "), "\(requirement)\n\(text)")
      #expect(place.lowerBound > last, "\(requirement)")
      last = place.lowerBound
    }
    #expect(text.split(separator: "\n").count { $0.hasPrefix("- [") } == listed.count)
  }

  @Test("leaves open what the rules only suspect")
  func suspected() throws {
    let folder = try TemporaryFolder([
      "x.spec": "Name: x\nVersion: 1\nRelease: 1\nSummary: x\nLicense: MIT\n%{include_of_nothing\n%description\nx\n%build\ngo build .\n"
    ])
    #expect(try !review("--target", "all", "\(folder.path)/x.spec").contains("- [!]"))
    let text = try review("--target", "fedora", "\(folder.path)/x.spec")
    #expect(text.contains("- [!] Fedora's flags MUST be preserved"))
    #expect(!text.contains("- [!] packages MUST vendor"))
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

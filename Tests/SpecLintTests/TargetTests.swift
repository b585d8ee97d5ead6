import Foundation
import Testing

@Suite("Several targets")
struct TargetTests {
  static let spec = """
    Name: hello
    Version: 1.2
    Release: 1%{?dist}
    Summary: x
    License: MIT
    %description
    x
    %prep
    %setup -q
    %build
    %if 0%{?fedora}
    go mod verify -p 3
    %endif
    %if 0%{?suse_version}
    export GOFLAGS=-p=2
    %endif
    go mod download -p 4
    %files
    %changelog

    """

  private static func run(_ arguments: [String]) throws -> BuiltCommand.Result {
    try BuiltCommand().run(arguments + ["-"], input: Array(spec.utf8))
  }

  @Test("lint says for each finding where it holds")
  func lint() throws {
    let result = try Self.run([
      "lint", "--target", "fedora,epel9,opensuse", "--branches", "taken", "--select", "rejected-flag", "--format", "json",
    ])
    let report = try JSONDecoder().decode(Report.self, from: Data(result.output))
    #expect(report.files.map(\.target) == ["fedora,epel9,opensuse"])
    #expect(report.files[0].diagnostics.map(\.line) == [12, 17])
    #expect(report.files[0].diagnostics.map(\.targets) == [["fedora"], ["fedora", "epel9", "opensuse"]])
    #expect(report.files[0].diagnostics.allSatisfy { $0.fingerprint?.isEmpty == false })
    let text = try Self.run(["lint", "--target", "fedora,epel9", "--branches", "taken", "--select", "rejected-flag"]).text
    #expect(text.contains("  note: on fedora\n"))
    #expect(text.contains("  note: on fedora, epel9\n"))
  }

  @Test("A branch that a target cannot take is not judged for it")
  func branches() throws {
    let result = try Self.run(["lint", "--target", "fedora,epel9", "--select", "rejected-flag", "--format", "json"])
    let found = try JSONDecoder().decode(Report.self, from: Data(result.output)).files[0].diagnostics
    #expect(found.map(\.targets) == [["fedora"], ["fedora", "epel9"]])
    #expect(found.map(\.condition) == [nil, nil])
  }

  @Test("A finding is told once, with the condition that it has on some")
  func conditions() throws {
    let spec = Self.spec.replacingOccurrences(
      of: "%if 0%{?fedora}\n", with: "%bcond_with checks\n%if 0%{?fedora} || %{with checks} || 0%{?suse_version}\n")
    let result = try BuiltCommand().run(
      ["lint", "--target", "epel9,fedora", "--select", "rejected-flag", "--format", "json", "-"], input: Array(spec.utf8))
    let found = try JSONDecoder().decode(Report.self, from: Data(result.output)).files[0].diagnostics
    #expect(found.map(\.targets) == [["epel9", "fedora"], ["epel9", "fedora"]])
    #expect(found.map(\.condition) == [nil, nil])
  }

  @Test("the text report says for whom a spec was read, and why")
  func reason() throws {
    let text = try Self.run(["lint", "--target", "auto", "--select", "rejected-flag"]).text
    #expect(text.contains("\nread for fedora: it asks for '%{?fedora}'\n"))
    #expect(try !Self.run(["lint", "--target", "fedora"]).text.contains("read for"))
    #expect(try !Self.run(["lint", "--quiet"]).text.contains("read for"))
  }

  @Test("one target gives the report of always")
  func one() throws {
    let result = try Self.run(["lint", "--target", "fedora", "--select", "rejected-flag", "--format", "json"])
    let report = try JSONDecoder().decode(Report.self, from: Data(result.output))
    #expect(report.files.map(\.target) == ["fedora"])
    #expect(report.files[0].diagnostics.allSatisfy { $0.targets == nil })
  }

  @Test("all means every bundled target")
  func all() throws {
    let result = try Self.run(["lint", "--target", "all", "--branches", "taken", "--select", "rejected-flag", "--format", "json"])
    let found = try JSONDecoder().decode(Report.self, from: Data(result.output)).files[0].diagnostics
    let targets = try BuiltCommand().run(["targets"]).text.split(separator: "\n").map { String($0.prefix { $0 != " " }) }
    #expect(found.last?.targets == targets.filter { $0 != "auto" && $0 != "host" })
  }

  @Test("a suppression that one target needs is needed")
  func suppressions() throws {
    let text = Self.spec.replacingOccurrences(
      of: "go mod verify -p 3", with: "# rpmscope: ignore[rejected-flag] known\ngo mod verify -p 3\n# rpmscope: ignore[forced-rebuild] no")
    let result = try BuiltCommand().run(
      ["lint", "--target", "epel9,fedora", "--select", "rejected-flag,forced-rebuild,unused-suppression", "--format", "json", "-"],
      input: Array(text.utf8))
    let file = try JSONDecoder().decode(Report.self, from: Data(result.output)).files[0]
    #expect(file.diagnostics.map(\.rule) == ["unused-suppression", "rejected-flag"])
  }

  @Test("--statistics counts the readings")
  func statistics() throws {
    let result = try Self.run(["lint", "--target", "host,fedora", "--select", "rejected-flag", "--statistics", "--format", "json"])
    let report = try JSONDecoder().decode(Report.self, from: Data(result.output))
    // The host takes neither branch and both are tried; fedora can take only one of them. Nothing sets a cache.
    #expect(report.evaluations == 3 + 1)
    #expect(try Self.run(["lint", "--target", "host", "--statistics"]).text.contains("\n3 evaluations of 1 spec in "))
  }

  @Test("resolve prints a block for each")
  func resolve() throws {
    let text = try Self.run(["resolve", "--target", "host,opensuse"]).text
    let headings = text.split(separator: "\n").filter { $0.hasPrefix("for ") }
    #expect(headings.map { $0.prefix { $0 != ":" } } == ["for host", "for opensuse"])
    #expect(text.contains("GOFLAGS       -p=2"))
    let json = try Self.run(["resolve", "--json", "--target", "host,opensuse"])
    #expect(try JSONDecoder().decode(Resolutions.self, from: Data(json.output)).targets.map(\.target) == ["host", "opensuse"])
  }

  @Test("expand prints where they differ, section by section")
  func expand() throws {
    let text = try Self.run(["expand", "--target", "fedora,epel9"]).text
    #expect(text.contains("--- fedora/preamble\n+++ epel9/preamble\n"))
    #expect(text.contains("-Release: 1.fc44\n+Release: 1.el9\n"))
    #expect(text.contains("--- fedora/%build\n+++ epel9/%build\n@@ -1,2 +1 @@\n-go mod verify -p 3\n go mod download -p 4\n"))
    let build = try Self.run(["expand", "--target", "epel9,epel10,fedora", "--section", "build"]).text
    #expect(build.hasPrefix("no difference between epel9 and epel10\n--- epel9/%build\n+++ fedora/%build\n"))
    let json = try Self.run(["expand", "--json", "--target", "fedora,epel9"])
    #expect(try JSONDecoder().decode(Resolutions.self, from: Data(json.output)).targets.map(\.target) == ["fedora", "epel9"])
  }

  @Test("a target that there is not is refused", arguments: ["nosuch", "fedora,nosuch", ","])
  func unknown(target: String) throws {
    for command in ["lint", "expand", "resolve"] {
      let result = try Self.run([command, "--target", target])
      #expect(result.status == 2)
      #expect(result.errors.contains("there are all, auto, host, fedora"))
    }
  }

  private struct Report: Decodable {
    struct File: Decodable {
      let target: String
      let diagnostics: [Diagnostic]
    }
    struct Diagnostic: Decodable {
      let rule: String
      let line: Int
      let condition, fingerprint: String?
      let targets: [String]?
    }
    let files: [File]
    let evaluations: Int?
  }

  private struct Resolutions: Decodable {
    struct Target: Decodable { let target: String }
    let targets: [Target]
  }

  @Test("a further part of a scriptlet is no second one for rpm ≥ 4.20", arguments: [("fedora", 0), ("epel9", 1)])
  func parts(target: String, expected: Int) throws {
    let spec = MarkedSpec("%build\nmake\n%build -a\ngo mod download -p 4")
    #expect(try spec.findings(of: "duplicate-section", target: target).count == expected)
    #expect(try spec.findings(of: "rejected-flag", target: target).count == 1)
  }
}

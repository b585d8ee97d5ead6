import Diagnostics
import SpecLint
import Testing

@Suite("go-newer-than-target")
struct GoNewerThanTargetTests {
  private struct Sources: Sendable, CustomTestStringConvertible {
    let name: String
    var mod = "module example.com/hello\n\ngo 1.99.0\n"
    var tags = ""
    var prep = "%autosetup"
    var build = "go build -mod=vendor -o hello ."
    var target = "fedora"
    var testDescription: String { name }

    func findings() throws -> [Diagnostic] {
      let folder = try TemporaryFolder.withSources(
        spec: "Name: hello\nVersion: 1.2\nRelease: 1\nSummary: s\nLicense: MIT\nSource0: %{name}-%{version}.tar.gz\n\(tags)"
          + "%description\nd\n%prep\n\(prep)\n%build\n\(build)\n",
        files: ["hello-1.2/go.mod": mod])
      var options = LintOptions()
      options.minimumConfidence = .medium
      options.evaluation.targets = [try Target(target)]
      options.evaluation.workerPath = BuiltCommand.path(of: "rpmscope-worker")
      return try Linter(options).lint(path: "\(folder.path)/hello.spec").diagnostics.filter { $0.rule == "go-newer-than-target" }
    }
  }

  @Test(
    "finds",
    arguments: [
      Sources(name: "a later release"),
      Sources(name: "without its last part", mod: "module h\ngo 1.99\n"),
      Sources(name: "modules of the caller's cache", build: "GOFLAGS=-mod=mod GOPROXY=off go build ."),
      Sources(name: "tests alone", build: "go test ./..."),
      Sources(name: "raised by the spec", mod: "module h\ngo 1.20\n", prep: "%autosetup\nsed -i 's/^go 1.20/go 1.99/' go.mod"),
      Sources(name: "local by the spec's word", build: "export GOTOOLCHAIN=local\ngo build .", target: "opensuse"),
    ])
  private func finds(_ sources: Sources) throws {
    let findings = try sources.findings()
    #expect(findings.count == 1)
    #expect(findings.first?.message.contains("requires Go 1.99") == true)
  }

  @Test(
    "accepts",
    arguments: [
      Sources(name: "an earlier release", mod: "module h\ngo 1.20\ntoolchain go1.99.0\n"),
      Sources(name: "no go line", mod: "module h\n"),
      Sources(name: "GOPATH mode", build: "GO111MODULE=off go build ."),
      Sources(name: "another toolchain", build: "GOTOOLCHAIN=auto go build ."),
      Sources(name: "a patched go.mod", tags: "Patch0: older.patch\n"),
      Sources(name: "lowered by the spec", prep: "%autosetup\nsed -i 's/^go 1.99.0/go 1.20/' go.mod"),
      Sources(name: "no Go known", target: "host"),
      Sources(name: "a Go that tries", build: "export GOTOOLCHAIN=local\ngo build .", target: "host"),
      Sources(name: "nothing built", build: "go version"),
    ])
  private func accepts(_ sources: Sources) throws { #expect(try sources.findings().isEmpty) }
}

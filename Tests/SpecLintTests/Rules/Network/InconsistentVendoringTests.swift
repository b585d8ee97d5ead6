import Diagnostics
import SpecLint
import Testing

@Suite("inconsistent-vendoring")
struct InconsistentVendoringTests {
  private struct Tree: Sendable, CustomTestStringConvertible {
    let name: String
    var mod = "module example.com/hello\n\ngo 1.21\n\nrequire example.com/a v1.0.0\n"
    var list = "# example.com/a v1.0.0\n## explicit; go 1.20\nexample.com/a\n"
    var prep = "%autosetup"
    var testDescription: String { name }

    func findings() throws -> [Diagnostic] {
      let folder = try TemporaryFolder.withSources(
        spec: "Name: hello\nVersion: 1.2\nRelease: 1\nSummary: s\nLicense: MIT\nSource0: %{name}-%{version}.tar.gz\n"
          + "%description\nd\n%prep\n\(prep)\n%build\ngo build -mod=vendor -o hello .\n",
        files: ["hello-1.2/go.mod": mod, "hello-1.2/vendor/modules.txt": list])
      var options = LintOptions()
      options.minimumConfidence = .medium
      options.evaluation.workerPath = BuiltCommand.path(of: "rpmscope-worker")
      return try Linter(options).lint(path: "\(folder.path)/hello.spec").diagnostics.filter { $0.rule == "inconsistent-vendoring" }
    }
  }

  @Test(
    "finds",
    arguments: [
      Tree(name: "another version", list: "# example.com/a v0.9.0\n## explicit\n"),
      Tree(name: "a module that is not listed", list: "# example.com/b v1.0.0\n## explicit\n"),
      Tree(name: "not marked explicit", list: "# example.com/a v1.0.0\nexample.com/a\n"),
      Tree(
        name: "a block", mod: "module h\ngo 1.21\nrequire (\n\texample.com/a v1.0.0\n\texample.com/c v1.0.0 // indirect\n)\n"),
    ])
  private func finds(_ tree: Tree) throws { #expect(try tree.findings().map(\.place.start.line) == [12]) }

  @Test(
    "accepts",
    arguments: [
      Tree(name: "the same"),
      Tree(name: "replacements", mod: "module h\ngo 1.21\nrequire example.com/a v1.0.0\nreplace example.com/a => ../a\n", list: ""),
      Tree(name: "before Go 1.14", mod: "module h\ngo 1.13\nrequire example.com/a v1.0.0\n", list: "# example.com/a v0.9.0\n"),
      Tree(name: "edited", list: "# example.com/a v0.9.0\n## explicit\n", prep: "%autosetup\nsed -i 's/v1.0.0/v0.9.0/' go.mod"),
    ])
  private func accepts(_ tree: Tree) throws { #expect(try tree.findings().isEmpty) }
}

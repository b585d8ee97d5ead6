import Diagnostics
import Foundation
import SpecLint
import Testing

/// Specs with the archives of their sources beside them, made by the real tar.
@Suite("Sources beside a spec")
struct SourceArchiveTests {
  private static let spec = """
    Name: hello
    Version: 1.2
    Release: 1
    Summary: Greets
    License: MIT
    Source0: https://example.org/v%{version}.tar.gz#/%{name}-%{version}.tar.gz
    %description
    Greets.
    %prep
    %autosetup
    %build
    export GOPATH=%{_builddir}/go/%{name}-%{version}/_build
    go build -o hello .

    """

  private static func folder(_ files: [String: String]) throws -> TemporaryFolder {
    try TemporaryFolder.withSources(spec: spec, files: files)
  }

  private static let module = [
    "hello-1.2/go.mod": "module example.com/hello\n\ngo 1.21\n\nrequire example.com/a v1.0.0\n",
    "hello-1.2/go.sum": "example.com/a v1.0.0 h1:x=\nexample.com/a v1.0.0/go.mod h1:y=\nexample.com/b v0.1.0/go.mod h1:z=\n",
  ]

  @Test("make what a private cache costs sure, and say it")
  func downloads() throws {
    let folder = try Self.folder(Self.module)
    let report = try Linter(Self.options).lint(path: "\(folder.path)/hello.spec")
    let finding = try #require(report.diagnostics.first { $0.rule == "module-cache-per-build" })
    #expect(finding.confidence == .high)
    #expect(
      finding.notes.contains {
        $0.message == "'hello-1.2/go.sum' in 'hello-1.2.tar.gz' lists 1 module that an empty module cache has to fetch"
      })
  }

  @Test("keep quiet a build that they vendor")
  func vendored() throws {
    let folder = try Self.folder(Self.module.merging(["hello-1.2/vendor/modules.txt": "# example.com/a v1.0.0\n"]) { $1 })
    let report = try Linter(Self.options).lint(path: "\(folder.path)/hello.spec")
    #expect(report.diagnostics.filter { $0.rule.hasPrefix("module-cache") }.isEmpty)
  }

  @Test("leave what lies nowhere to what the spec says")
  func absent() throws {
    let folder = try TemporaryFolder(["hello.spec": Self.spec])
    let report = try Linter(Self.options).lint(path: "\(folder.path)/hello.spec")
    #expect(report.diagnostics.first { $0.rule == "module-cache-per-build" }?.confidence == .medium)
  }

  @Test("are read as scriptlets leave them: a go line that sed raises")
  func editedGoLine() throws {
    let files = ["hello-1.2/go.mod": "module example.com/hello\n\ngo 1.13\n", "hello-1.2/vendor/modules.txt": ""]
    let rules = ["", "sed -i 's/^go .*/go 1.21/' go.mod\n"].map { edit in
      Result { () throws -> [String] in
        let text = Self.spec.replacing("%autosetup\n", with: "%autosetup\n\(edit)")
        let folder = try TemporaryFolder.withSources(spec: text, files: files)
        return try Linter(Self.options).lint(path: "\(folder.path)/hello.spec").diagnostics.map(\.rule)
      }
    }
    #expect(try rules[0].get().contains("vendor-not-used"))
    #expect(try !rules[1].get().contains("vendor-not-used"))
  }

  @Test("hold modules in folders that -C names")
  func folders() throws {
    let files = [
      "hello-1.2/go.mod": "module example.com/hello\n\ngo 1.21\n", "hello-1.2/vendor/modules.txt": "",
      "hello-1.2/tools/go.mod": "module example.com/hello/tools\n\ngo 1.21\n\nrequire example.com/a v1.0.0\n",
    ]
    let text = Self.spec.replacing(
      "go build -o hello .", with: "go build -C tools .\ngo -C tools build .\ngo vet -C=tools ./...\n(cd tools && go build .)")
    let folder = try TemporaryFolder.withSources(spec: text, files: files)
    let shown = try BuiltCommand().run(["resolve", "--json", "\(folder.path)/hello.spec"])
    let object = try #require(try JSONSerialization.jsonObject(with: Data(shown.output)) as? [String: Any])
    let commands = try #require(object["commands"] as? [[String: Any]])
    #expect(commands.map { $0["moduleMode"] as? String } == Array(repeating: "modules", count: 4))
    #expect(commands.allSatisfy { ($0["cwd"] as? String)?.hasSuffix("/tools") == true })
  }

  @Test("are shown by 'resolve'")
  func resolve() throws {
    let folder = try Self.folder(Self.module)
    let text = try BuiltCommand().run(["resolve", "\(folder.path)/hello.spec"]).text
    #expect(text.contains("module        example.com/hello, go 1.21, 1 in go.sum, from 'hello-1.2.tar.gz'"))
    #expect(text.contains("mode          modules"))
    let json = try BuiltCommand().run(["resolve", "--json", "\(folder.path)/hello.spec"])
    let object = try #require(try JSONSerialization.jsonObject(with: Data(json.output)) as? [String: Any])
    let module = try #require((object["commands"] as? [[String: Any]])?.first?["module"] as? [String: Any])
    #expect(module["moduleCount"] as? Int == 1)
    #expect(module["hasVendor"] as? Bool == false)
  }

  private static var options: LintOptions {
    var options = LintOptions()
    options.minimumConfidence = .low
    options.evaluation.jobs = 1
    options.evaluation.workerPath = BuiltCommand.path(of: "rpmscope-worker")
    return options
  }
}

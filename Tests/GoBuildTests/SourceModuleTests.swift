import MacroExpansion
import SpecSyntax
import Testing

@testable import GoBuild

/// What the archives among the sources settle: a build, and the mode of its last go command.
struct SettledBySources: Sendable, CustomTestStringConvertible {
  let testDescription: String
  var prep = "cd /builddir/build/BUILD\nrpmuncompress -x /sources/hello-1.2.tar.gz\ncd hello-1.2\n"
  var build = "go build .\n"
  /// Path in the archive and contents.
  var files = ["hello-1.2/go.mod": "module example.com/hello\ngo 1.21\nrequire a v1\n"]
  var isComplete = true
  /// The files of a second archive, `deps.tar.xz`.
  var others: [String: String] = [:]
  let mode: ModuleMode
  var isModuleCacheUsed: Bool?
  /// The module's path.
  var module: String? = "example.com/hello"
}

@Suite("What archives beside the spec settle")
struct SourceModuleTests {
  private static let module = "module example.com/hello\ngo 1.21\nrequire a v1\n"
  private static let nested = [
    "hello-1.2/go.mod": module, "hello-1.2/tools/go.mod": "module tools\nrequire b v1\n", "hello-1.2/vendor/modules.txt": "",
  ]

  static let table: [SettledBySources] = [
    SettledBySources(testDescription: "nothing vendored", mode: .modules, isModuleCacheUsed: true),
    SettledBySources(
      testDescription: "vendored", files: ["hello-1.2/go.mod": module, "hello-1.2/vendor/modules.txt": "# a v1"], mode: .vendor,
      isModuleCacheUsed: false),
    SettledBySources(
      testDescription: "vendored for a go that did not vendor by itself",
      files: ["hello-1.2/go.mod": "module example.com/hello\ngo 1.13\nrequire a v1\n", "hello-1.2/vendor/modules.txt": ""], mode: .modules,
      isModuleCacheUsed: true),
    SettledBySources(
      testDescription: "vendored, and deleted",
      prep: "cd /builddir/build/BUILD\ngzip -dc '/sources/hello-1.2.tar.gz' | tar -xof -\ncd hello-1.2\nrm -rf vendor\n",
      files: ["hello-1.2/go.mod": module, "hello-1.2/vendor/modules.txt": ""], mode: .modules, isModuleCacheUsed: true),
    SettledBySources(
      testDescription: "a vendor archive of its own",
      prep: "cd /builddir/build/BUILD\ntar -xf /sources/hello-1.2.tar.gz\ncd hello-1.2\ntar -xf /sources/deps.tar.xz\n",
      others: ["vendor/modules.txt": ""], mode: .vendor, isModuleCacheUsed: false),
    SettledBySources(
      testDescription: "a vendor archive that is not unpacked", others: ["vendor/modules.txt": ""], mode: .modules, isModuleCacheUsed: true),
    SettledBySources(testDescription: "not read to its end", isComplete: false, mode: .unknown),
    SettledBySources(testDescription: "not unpacked", prep: "cd /builddir/build/BUILD/hello-1.2\n", mode: .unknown, module: nil),
    SettledBySources(
      testDescription: "no requirements", files: ["hello-1.2/go.mod": "module example.com/hello\n"], mode: .modules,
      isModuleCacheUsed: false),
    SettledBySources(
      testDescription: "in a folder of the module", build: "cd cmd/hello\ngo build\n", mode: .modules, isModuleCacheUsed: true),
    SettledBySources(
      testDescription: "in another module", build: "cd tools\ngo build\n", files: nested, mode: .modules, isModuleCacheUsed: true,
      module: "tools"),
    SettledBySources(testDescription: "beside another module", files: nested, mode: .vendor, isModuleCacheUsed: false),
    SettledBySources(
      testDescription: "through a link as %goprep makes it",
      build: "cd /builddir/build/BUILD/go/src/example.com/hello\ngo build\n", mode: .modules, isModuleCacheUsed: true),
    SettledBySources(
      testDescription: "beside modules that stand side by side",
      files: ["hello-1.2/a/go.mod": "module a\n", "hello-1.2/b/go.mod": "module b\n"],
      mode: .unknown, module: nil),
    SettledBySources(
      testDescription: "under another name",
      prep:
        "cd /builddir/build/BUILD\nmkdir hello-1.2\ntar -C hello-1.2 --strip-components=1 -xf /sources/hello-1.2.tar.gz\ncd hello-1.2\n",
      mode: .modules, isModuleCacheUsed: true),
    SettledBySources(
      testDescription: "GO111MODULE=auto", build: "export GO111MODULE=auto\ngo build\n", mode: .modules, isModuleCacheUsed: true),
    SettledBySources(
      testDescription: "GO111MODULE=off", build: "export GO111MODULE=off\ngo build\n", mode: .gopath, isModuleCacheUsed: false),
    SettledBySources(testDescription: "-mod=mod", build: "go build -mod=mod .\n", files: nested, mode: .modules, isModuleCacheUsed: true),
  ]

  @Test("modes", arguments: table) func modes(_ settled: SettledBySources) throws {
    var spec = Scriptlets.spec([(.prep, settled.prep), (.build, settled.build)])
    func source(_ name: String, _ files: [String: String]) -> LocalSource {
      let files = files.map { LocalSource.ArchivedFile(path: $0.key, bytes: Array($0.value.utf8)) }
      return LocalSource(name: name, content: .archive(files: files, isComplete: settled.isComplete))
    }
    spec.localSources = [source("hello-1.2.tar.gz", settled.files)]
    if !settled.others.isEmpty { spec.localSources.append(source("deps.tar.xz", settled.others)) }
    let command = try #require(BuildModel(spec).commands.last)
    #expect(command.moduleMode == settled.mode)
    #expect(command.moduleCache.isUsed == settled.isModuleCacheUsed)
    #expect(command.module?.path == settled.module)
  }

  @Test func whatGoModAndGoSumSay() throws {
    let file = GoModFile(
      Array("// go 1.1\nmodule \"example.com/x\" // it\n\ngo 1.22.3\ntoolchain go1.23.0\nrequire (\n\tgo v9\n\ta v1 // indirect\n)\n".utf8))
    #expect(file.module == "example.com/x")
    #expect(file.go == "1.22.3")
    #expect(file.toolchain == "go1.23.0")
    #expect(file.requiresModules)
    #expect(GoSumFile(Array("a v1 h1:x\na v1/go.mod h1:y\na v2/go.mod h1:z\nb v1 h1:x\nb v1 h1:x\nnonsense\n".utf8)).moduleCount == 2)
  }
}

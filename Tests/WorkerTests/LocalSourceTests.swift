import Glibc
import MacroExpansion
import Testing

/// Archives made by the real tar and zip, seen through the locked worker.
@Suite(.serialized, .timeLimit(.minutes(3))) struct LocalSourceTests {
  /// A spec's folder that shell commands fill.
  private final class SourceFolder {
    let path: String

    init(_ commands: String) throws {
      var template = Array("/tmp/rpmscope-sources-XXXXXX".utf8CString)
      guard let made = mkdtemp(&template) else { throw FolderError(number: errno) }
      path = String(cString: made)
      try run(commands)
    }

    deinit { try? Self.run("rm -rf '\(path)'") }

    func run(_ commands: String) throws { try Self.run("set -e; cd '\(path)'; \(commands)") }

    private static func run(_ commands: String) throws {
      let texts: [String] = ["sh", "-c", commands]
      let words = texts.map { strdup($0) }
      defer { for word in words { free(word) } }
      var child: pid_t = 0
      var status: Int32 = -1
      guard posix_spawn(&child, "/bin/sh", nil, nil, words + [nil], environ) == 0, waitpid(child, &status, 0) == child, status == 0 else {
        throw FolderError(number: status)
      }
    }

    /// What the worker finds of the named sources.
    func sources(_ names: [String], readsSources: Bool = true, timeLimit: Double = 10) throws -> [LocalSource] {
      let pool = try WorkerPool(configuration: WorkerConfiguration(ignoresUserMacros: true, jobs: 1))
      let tags = names.enumerated().map { "Source\($0): \($1)\n" }.joined()
      var request = EvaluationRequest(
        path: "x.spec", bytes: Array("Name: x\n\(tags)%description\n".utf8), sourceDirectory: path, timeLimit: timeLimit)
      request.readsSources = readsSources
      switch pool.evaluate(request) {
      case .spec(let spec): return spec.localSources
      case .failed(let failure): throw failure
      case .package: throw EvaluationFailure.malformed
      }
    }
  }

  private static let tree =
    "mkdir -p hello-1.2/vendor hello-1.2/tools hello-1.2/cmd; echo module hello >hello-1.2/go.mod; "
    + "echo sums >hello-1.2/go.sum; echo '# a v1' >hello-1.2/vendor/modules.txt; echo module tools >hello-1.2/tools/go.mod; "
    + "echo package main >hello-1.2/cmd/main.go; "
  private static let treeFiles = [
    "hello-1.2/go.mod", "hello-1.2/go.sum", "hello-1.2/tools/go.mod", "hello-1.2/vendor/modules.txt",
  ]

  @Test(arguments: [
    "tar cf a hello-1.2", "tar czf a hello-1.2", "tar cJf a hello-1.2", "tar cjf a hello-1.2", "tar c --zstd -f a hello-1.2",
    "tar czf a ./hello-1.2", "tar c --format=ustar -f a hello-1.2",
    "tar c --format=posix -f a hello-1.2", "python3 -m zipfile -c a hello-1.2",
  ])
  func aModulesFilesAreFoundInAnArchive(_ command: String) throws {
    let folder = try SourceFolder(Self.tree + command)
    let sources = try folder.sources(["https://example.org/a"])
    try #require(sources.map(\.name) == ["a"])
    guard case .archive(let files, let isComplete) = sources[0].content else {
      Issue.record("\(sources[0].content)")
      return
    }
    #expect(isComplete)
    #expect(files.map(\.path).sorted() == Self.treeFiles)
    #expect(files.first { $0.path == "hello-1.2/go.mod" }?.bytes == Array("module hello\n".utf8))
  }

  @Test func onlySourcesThatAreThereAndAskedForAreRead() throws {
    let folder = try SourceFolder(
      Self.tree + "tar cf a hello-1.2; echo 'export GOPATH=/opt/go' >go.sh; printf 'x\\0y' >b; mkfifo f; mkdir d")
    let sources = try folder.sources(["a", "missing", "go.sh", "b", "f", "d", "https://example.org/%7E/q?f=a", "../a"])
    #expect(sources.map(\.name) == ["a", "go.sh", "b"])
    #expect(sources[1].content == .text(Array("export GOPATH=/opt/go\n".utf8)))
    guard case .unread = sources[2].content else {
      Issue.record("\(sources[2].content)")
      return
    }
    #expect(try folder.sources(["a"], readsSources: false) == [])
  }

  /// Nothing outside of the spec's folder, nothing hidden.
  @Test func linksOutOfTheFolderAreNotFollowed() throws {
    let other = try SourceFolder(Self.tree + "tar cf a hello-1.2")
    let folder = try SourceFolder("ln -s '\(other.path)/a' a; ln -s b b; cp '\(other.path)/a' .hidden")
    #expect(try folder.sources(["a", "b", ".hidden"]) == [])
  }

  struct Hostile: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let commands: String
    /// Files that are still found.
    var files: [String] = []

    init(_ name: String, _ commands: String, files: [String] = []) {
      testDescription = name
      self.commands = commands
      self.files = files
    }
  }

  /// A file compressed twice over is only met as a bomb.
  @Test func whatIsCompressedTwiceIsNotRead() throws {
    let folder = try SourceFolder(Self.tree + "tar czf b hello-1.2; gzip <b >a")
    guard case .unread = try folder.sources(["a"]).first?.content else {
      Issue.record("read")
      return
    }
  }

  /// What they hide or cannot be read to their end is not known, and the spec still gets its answer in time.
  @Test(arguments: [
    Hostile("links in place of files", "mkdir x; ln -s /etc/passwd x/go.mod; ln -s ../../.. x/vendor; tar cf a x"),
    Hostile("a hard link", "mkdir x; echo m >x/a; ln x/a x/go.mod; tar cf a x/a x/go.mod"),
    Hostile(
      "cut short", tree + "head -c 300000 /dev/urandom >z; tar c hello-1.2 z | gzip | head -c 200000 >a", files: treeFiles),
    Hostile("a file too large", "mkdir x; head -c 9000000 /dev/zero >x/go.sum; tar czf a x"),
    Hostile("too many files", "mkdir x; for i in $(seq 600); do mkdir x/$i; echo m >x/$i/go.mod; done; tar cf a x"),
    Hostile("a sparse file of a terabyte", "mkdir x; truncate -s 1T x/go.sum; tar cSf a x"),
    Hostile(
      "a bomb of zeros",
      "mkdir x; truncate -s 60G x/a; head -c 500M /dev/zero | zstd -q >z; (tar c x | head -c 1024 | zstd -q; "
        + "for i in $(seq 100); do cat z; done) >a 2>/dev/null"),
    Hostile(
      "a name of a hundred thousand bytes",
      "python3 -c \"import tarfile; t = tarfile.open('a', 'w', format=tarfile.GNU_FORMAT); "
        + "t.addfile(tarfile.TarInfo('x/' + 'a' * 100000 + '/go.mod'))\""),
  ])
  func hostileArchivesAreNotBelieved(_ hostile: Hostile) throws {
    let folder = try SourceFolder(hostile.commands)
    let start = TestWorker.now
    let sources = try folder.sources(["a"], timeLimit: 1.5)
    #expect(TestWorker.now - start < 5)
    try #require(sources.count == 1)
    guard case .archive(let files, let isComplete) = sources[0].content else {
      Issue.record("\(sources[0].content)")
      return
    }
    #expect(!isComplete)
    if !hostile.files.isEmpty { #expect(files.map(\.path).sorted() == hostile.files) }
  }
}

import Foundation
import SpecLint
import Testing

@Suite("Baseline and changed lines")
struct BaselineTests {
  private static let head = "Name: x\nVersion: 1\nRelease: 1\nSummary: x\nLicense: MIT\n%description\nx\n%build\n"
  private static let spec = head + "go build -j4\ngo build -j4\ngo mod download -p 4\n"
  private static let options = ["--target", "fedora", "--select", "rejected-flag"]

  private static func run(_ arguments: [String]) throws -> BuiltCommand.Result { try BuiltCommand().run(options + arguments) }

  private static func write(_ text: String, to path: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
  }

  @Test("silences what it lists, also when lines have moved, and nothing else")
  func movedLines() throws {
    let folder = try TemporaryFolder(["specs/x.spec": Self.spec])
    let (baseline, spec) = ("\(folder.path)/known", "\(folder.path)/specs/x.spec")
    let written = try Self.run(["--baseline", baseline, "--write-baseline", folder.path])
    #expect(written.status == 0)
    #expect(written.text == "no findings in 1 file, 3 in the baseline\n")
    #expect(try Self.run(["--baseline", baseline, spec]).text == written.text)

    try Self.write(String(repeating: "# A comment\n", count: 20) + Self.spec, to: spec)
    #expect(try Self.run(["--baseline", baseline, spec]).text == written.text)

    try Self.write(Self.spec + "go build -j4\ngo build -j8\n", to: spec)
    let more = try Self.run(["--baseline", baseline, spec])
    #expect(more.status == 1)
    #expect(more.text.contains("x.spec:12:10: error") && more.text.contains("x.spec:13:10: error"))
    #expect(more.text.hasSuffix("found 2 errors in 1 file, 3 in the baseline, 2 fixable with '--fix'\n"))
  }

  @Test("tells what is fixed, and forgets it when it is written anew")
  func fixed() throws {
    let folder = try TemporaryFolder(["a.spec": Self.spec, "b.spec": Self.spec])
    let baseline = "\(folder.path)/known"
    _ = try Self.run(["--baseline", baseline, "--write-baseline", folder.path])
    try Self.write(Self.head + "go build -j4\n", to: "\(folder.path)/a.spec")
    let result = try Self.run(["--baseline", baseline, "\(folder.path)/a.spec"])
    #expect(result.status == 0)
    #expect(result.text.contains("a.spec: rejected-flag is in the baseline but no longer found\n"))
    #expect(result.text.contains("2 findings in the baseline no longer found"))
    _ = try Self.run(["--baseline", baseline, "--write-baseline", "\(folder.path)/a.spec"])
    let lines = try String(contentsOfFile: baseline, encoding: .utf8).split(separator: "\n").dropFirst()
    #expect(lines.map { $0.split(separator: " ").last.map(String.init) } == ["a.spec", "b.spec", "b.spec", "b.spec"])
  }

  @Test("fingerprints stay when twenty lines come on top, in every format that has them", arguments: ["json", "sarif", "gitlab"])
  func fingerprints(format: String) throws {
    let folder = try TemporaryFolder(["x.spec": Self.spec])
    let before = try Self.run(["--format", format, "\(folder.path)/x.spec"]).text
    try Self.write(String(repeating: "\n", count: 20) + Self.spec, to: "\(folder.path)/x.spec")
    let after = try Self.run(["--format", format, "\(folder.path)/x.spec"]).text
    let pattern = /[0-9a-f]{16}:[0-9]+/
    #expect(before != after)
    #expect(before.matches(of: pattern).count == 3)
    #expect(before.matches(of: pattern).map(\.output) == after.matches(of: pattern).map(\.output))
  }

  @Test(
    "that is none is refused with its place",
    arguments: [
      ("", ":1:1: this is not a baseline"), ("x\n", ":1:1: this is not a baseline"),
      ("# rpmscope baseline 1: known findings, written by 'rpmscope lint --write-baseline'\n\nx y z\n", ":3:1: 'x y z' is not an entry"),
    ])
  func malformed(text: String, complaint: String) throws {
    let folder = try TemporaryFolder(["known": text, "x.spec": Self.spec])
    let result = try Self.run(["--baseline", "\(folder.path)/known", "\(folder.path)/x.spec"])
    #expect(result.status == 2)
    #expect(result.errors.contains(complaint), "\(result.errors)")
    #expect(try Self.run(["--baseline", "\(folder.path)/nosuch", "\(folder.path)/x.spec"]).status == 2)
  }

  @Test("--since keeps findings on lines that a branch changed, and those of new files")
  func since() throws {
    let folder = try TemporaryFolder(["a b/x.spec": Self.spec, "y.spec": Self.spec])
    func git(_ arguments: String...) throws {
      let identity = ["-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "init.defaultBranch=main"]
      let result = try BuiltCommand(atPath: "/usr/bin/git").run(["-C", folder.path] + identity + arguments)
      #expect(result.status == 0, "\(result.errors)")
    }
    try git("init", "-q")
    try git("add", ".")
    try git("commit", "-qm", "First")
    try git("checkout", "-qb", "topic")
    try Self.write(Self.spec.replacing("go mod download", with: "go mod verify"), to: "\(folder.path)/a b/x.spec")
    try Self.write(Self.spec, to: "\(folder.path)/z.spec")
    let result = try Self.run(["--since", "main", folder.path])
    let places = result.text.split(separator: "\n").filter { $0.contains("error[") }.compactMap { $0.split(separator: ":")[safe: 0..<2] }
    #expect(
      places.map { $0.joined(separator: ":").dropFirst(folder.path.count + 1) } == ["a b/x.spec:11", "z.spec:9", "z.spec:10", "z.spec:11"])

    // What the other branch did since is none of this one's.
    try git("commit", "-qam", "Second")
    try git("checkout", "-q", "main")
    try Self.write(Self.spec.replacing("-j4", with: "-j5"), to: "\(folder.path)/y.spec")
    try git("commit", "-qam", "Third")
    try git("checkout", "-q", "topic")
    #expect(try Self.run(["--since", "main", "\(folder.path)/y.spec"]).status == 0)
  }

  @Test("--since keeps a finding whose cause is a changed line, wherever it is told")
  func sinceCause() throws {
    let old = Self.spec.split(separator: "\n", omittingEmptySubsequences: false).filter { !$0.contains("go build") }.joined(separator: "\n")
    let folder = try TemporaryFolder(["x.spec": old])
    for arguments in [["init", "-q"], ["add", "."], ["commit", "-qm", "First"]] {
      let identity = ["-c", "user.name=x", "-c", "user.email=x@example.org"]
      #expect(try BuiltCommand(atPath: "/usr/bin/git").run(["-C", folder.path] + identity + arguments).status == 0)
    }
    #expect(
      try BuiltCommand().run(["--select", "module-cache-per-build,read-only-module-cache", "--since", "HEAD", folder.path]).status == 0)
    let setting = "export GOMODCACHE=%{_builddir}/%{name}-%{version}/mods\n"
    try Self.write(old.replacing("go mod download", with: "\(setting)go mod download"), to: "\(folder.path)/x.spec")
    let result = try BuiltCommand().run(["--select", "module-cache-per-build,read-only-module-cache", "--since", "HEAD", folder.path])
    #expect(result.text.contains("-cache]") || result.text.contains("-per-build]"), "\(result.text)")
    #expect(result.text.contains("'GOMODCACHE' is set here"), "\(result.text)")
  }

  @Test(
    "--since needs a revision",
    arguments: [("nosuch", "no revision 'nosuch'"), ("--output=/tmp/x", "'--output=/tmp/x' is not a revision")])
  func noRevision(revision: String, complaint: String) throws {
    let folder = try TemporaryFolder(["x.spec": Self.spec])
    _ = try BuiltCommand(atPath: "/usr/bin/git").run(["-C", folder.path, "init", "-q"])
    let result = try Self.run(["--since=\(revision)", folder.path])
    #expect(result.status == 2)
    #expect(result.errors.contains(complaint), "\(result.errors)")
  }
}

extension Array {
  fileprivate subscript(safe range: Range<Int>) -> ArraySlice<Element>? { range.upperBound <= count ? self[range] : nil }
}

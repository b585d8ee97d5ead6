import Foundation
import SpecLint
import Testing

@Suite("lint --fix")
struct FixCommandTests {
  private static let tags = "Name: hello\nVersion: 1.2\nRelease: 1\nSummary: Greets\nLicense: MIT\n"
  private static let spec = tags + "%description\nGreets.\n%build\nexport GOMODCACHE=/tmp/%{version}\ngo mod download -p 4\n"
  private static let fixed =
    tags + "%description\nGreets.\n%build\nexport GOMODCACHE=\"${GOMODCACHE:-/tmp/%{version}}\"\ngo mod download\n"

  /// Files as bytes, that Unicode may not hold together.
  struct Text: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let before: [UInt8]
    let after: [UInt8]

    init(_ name: String, _ change: (String) -> [UInt8]) {
      testDescription = name
      before = change(FixCommandTests.spec)
      after = change(FixCommandTests.fixed)
    }
  }

  static let texts = [
    Text("a plain spec") { Array($0.utf8) },
    Text("no line feed at the end") { Array($0.utf8.dropLast()) },
    // A carriage return after a word is a part of it, so here none ends its line.
    Text("line ends of DOS") { Array(Self.closed($0).replacingOccurrences(of: "\n", with: "\r\n").utf8) },
    Text("a spec that is no UTF-8") { Array("# Andr".utf8) + [0xE9, 0x0A] + Array($0.utf8) + Array("# ".utf8) + [0xFF, 0xFE, 0x0A] },
    Text("tabs and blanks at line ends") { Array($0.replacingOccurrences(of: "export ", with: "\texport\t").utf8) },
    Text("blank lines and comments") { Array($0.replacingOccurrences(of: "%build\n", with: "%build \t\n\n\n# 100%% ours  \n").utf8) },
  ]

  private static func closed(_ text: String) -> String {
    var lines = text.split(separator: "\n").map(String.init)
    for index in lines.indices.suffix(2) { lines[index] += " #" }
    return lines.joined(separator: "\n") + "\n"
  }

  @Test("changes what it must and not a byte more", arguments: texts)
  func bytes(_ text: Text) throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/hello.spec"
    try Data(text.before).write(to: URL(fileURLWithPath: path))
    let result = try BuiltCommand().run(["--fix", "--quiet", path])
    #expect(result.status == 0, "\(result.text)\(result.errors)")
    #expect(try Array(Data(contentsOf: URL(fileURLWithPath: path))) == text.after)
    let again = try BuiltCommand().run(["--fix", path])
    #expect(again.errors.isEmpty)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["hello.spec"])
  }

  @Test("--diff is what git applies to get the same", arguments: texts)
  func diff(_ text: Text) throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/a file \"of\" ours/hello.spec"
    try FileManager.default.createDirectory(atPath: "\(folder.path)/a file \"of\" ours", withIntermediateDirectories: true)
    try Data(text.before).write(to: URL(fileURLWithPath: path))
    let outside = try BuiltCommand().run(["--diff", path])
    #expect(outside.status == 1)
    #expect(try Array(Data(contentsOf: URL(fileURLWithPath: path))) == text.before)
    try Self.apply(outside.output, in: "/")
    #expect(try Array(Data(contentsOf: URL(fileURLWithPath: path))) == text.after)

    try Data(text.before).write(to: URL(fileURLWithPath: path))
    let inside = try BuiltCommand().run(["--diff", "."], folder: folder.path)
    #expect(inside.status == 1)
    try Self.apply(inside.output, in: folder.path)
    #expect(try Array(Data(contentsOf: URL(fileURLWithPath: path))) == text.after)
    #expect(try BuiltCommand().run(["--diff", path]).status == 0)
  }

  private static func apply(_ diff: [UInt8], in folder: String) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/git")
    process.arguments = ["-C", folder, "apply", "-"]
    let input = Pipe()
    process.standardInput = input
    try process.run()
    try input.fileHandleForWriting.write(contentsOf: diff)
    try input.fileHandleForWriting.close()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(String(decoding: diff, as: UTF8.self))")
  }

  struct Invocation: CustomTestStringConvertible, Sendable {
    let arguments: [String]
    let status: Int32
    var output = ""
    var errors = ""
    var isFixed = true
    var testDescription: String { arguments.joined(separator: " ") }
  }

  @Test(
    "exits as ruff does",
    arguments: [
      Invocation(arguments: ["--fix"], status: 0, output: "found 1 info", errors: "fixed 2 findings in 1 file"),
      Invocation(arguments: ["--fix", "--exit-non-zero-on-fix"], status: 1, output: "found 1 info", errors: "fixed 2 findings"),
      Invocation(arguments: ["--fix", "--fail-on", "info"], status: 1, output: "download-in-build", errors: "fixed 2 findings"),
      Invocation(
        arguments: ["--fix", "--select", "rejected-flag"], status: 0, output: "no findings", errors: "rejected-flag: remove '-p'",
        isFixed: false),
      Invocation(
        arguments: ["--fix-only", "rejected-flag"], status: 1, output: "module-cache-per-build", errors: "fixed 1 finding in 1 file",
        isFixed: false),
      Invocation(arguments: ["--diff"], status: 1, output: "+go mod download\n", errors: "would fix 2 findings in 1 file", isFixed: false),
      Invocation(arguments: ["--diff", "--select", "test-failures-ignored"], status: 0, isFixed: false),
      Invocation(arguments: ["--fix-only", "rejected-flg"], status: 2, errors: "did you mean 'rejected-flag'?", isFixed: false),
      Invocation(arguments: ["--unsafe-fixes"], status: 2, errors: "need --fix", isFixed: false),
      Invocation(arguments: ["--fix", "--since", "HEAD"], status: 2, errors: "cannot be combined", isFixed: false),
    ])
  func exitCodes(_ invocation: Invocation) throws {
    let folder = try TemporaryFolder(["hello.spec": Self.spec])
    let result = try BuiltCommand().run(invocation.arguments + ["\(folder.path)/hello.spec"])
    #expect(result.status == invocation.status, "\(result.text)\(result.errors)")
    #expect(invocation.output.isEmpty ? result.text.isEmpty : result.text.contains(invocation.output), "\(result.text)")
    #expect(invocation.errors.isEmpty ? result.errors.isEmpty : result.errors.contains(invocation.errors), "\(result.errors)")
    #expect(try String(contentsOfFile: "\(folder.path)/hello.spec", encoding: .utf8) == Self.fixed || !invocation.isFixed)
  }

  @Test("prints the fixed text of standard input and the report beside it")
  func standardInput() throws {
    let result = try BuiltCommand().run(["--fix", "-"], input: Array(Self.spec.utf8))
    #expect(result.text == Self.fixed)
    #expect(result.errors.contains("found 1 info"))
    #expect(result.status == 0)
  }

  @Test("keeps modes and links")
  func modesAndLinks() throws {
    let folder = try TemporaryFolder(["real/hello.spec": Self.spec])
    let file = "\(folder.path)/real/hello.spec"
    let link = "\(folder.path)/link.spec"
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: file)
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "real/hello.spec")
    #expect(try BuiltCommand().run(["--fix", link]).status == 0)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "real/hello.spec")
    #expect(try String(contentsOfFile: file, encoding: .utf8) == Self.fixed)
    #expect(try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int == 0o640)
  }

  @Test("refuses a file that changed meanwhile, and leaves nothing beside it")
  func changedMeanwhile() throws {
    let folder = try TemporaryFolder(["hello.spec": Self.spec])
    let path = "\(folder.path)/hello.spec"
    #expect(throws: LintFailure.self) {
      try FileReplacement.replace(path, holding: Array("something else".utf8), with: Array(Self.fixed.utf8))
    }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == Self.spec)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["hello.spec"])
  }

  @Test("fixes neither what a comment suppresses nor what a baseline lists")
  func silenced() throws {
    let folder = try TemporaryFolder(["hello.spec": Self.spec])
    let arguments = ["--baseline", "\(folder.path)/known", "\(folder.path)/hello.spec"]
    _ = try BuiltCommand().run(["--write-baseline"] + arguments)
    let result = try BuiltCommand().run(["--fix"] + arguments)
    #expect(result.status == 0)
    #expect(try String(contentsOfFile: "\(folder.path)/hello.spec", encoding: .utf8) == Self.spec)
  }

  @Test("applies in rounds what overlaps")
  func rounds() throws {
    // Three flags side by side: no two of them can go in the same round.
    let before = Self.tags + "%build\nexport GOFLAGS=\"-a -p 4 -mod=vendor\"\ngo build -j4 -j5 -j6 .\n"
    let input = SpecInput(path: "hello.spec", bytes: Array(before.utf8))
    var options = FixOptions()
    options.appliesUnsafe = true
    let fixed = SpecFixer(try FixCase.linter(), options).fix(input)
    #expect(String(decoding: fixed.bytes, as: UTF8.self) == Self.tags + "%build\nexport GOFLAGS=\"-p=4 -mod=vendor\"\ngo build .\n")
    #expect(fixed.applied.count >= 5)
    #expect(fixed.isSettled)
  }
}

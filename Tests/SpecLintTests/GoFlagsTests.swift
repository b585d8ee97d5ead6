import Foundation
import GoBuild
import Testing

@Suite("Flags of go", .enabled(if: GoInPath.release != nil, "there is no go in PATH"))
struct GoFlagsTests {
  @Test(
    "are those that the go at hand defines",
    arguments: [
      "build", "install", "run", "get", "list", "generate", "clean", "fmt", "env", "version", "mod download", "mod edit", "mod graph",
      "mod init", "mod tidy", "mod vendor", "mod verify", "mod why", "work edit", "work init", "work sync", "work use",
    ])
  func table(subcommand: String) throws {
    let release = try #require(GoInPath.release)
    let defined = try #require(GoFlags.flags(of: subcommand))
    let names = Set(defined.keys).union(["a", "diff", "j", "json", "mod", "p", "q", "v", "x"]).subtracting(["h", "help"]).sorted()
    let outputs = try GoInPath.outputs(of: names.map { "go \(subcommand) -\($0)" })
    for (name, output) in zip(names, outputs) {
      let isDefined = !output.contains("flag provided but not defined: -\(name)")
      #expect(isDefined == (defined[name]?.isDefined(inGo: release) ?? false), "go \(subcommand) -\(name): \(output.prefix(120))")
      if isDefined { #expect(output.contains("flag needs an argument") == defined[name]?.takesValue, "go \(subcommand) -\(name)") }
    }
  }

  @Test("in GOFLAGS are those of any command")
  func known() throws {
    let release = try #require(GoInPath.release)
    let strangers = ["X", "args", "extldflags", "h", "j4", "linkmode", "s"]
    let names = GoFlags.known.sorted() + strangers
    let outputs = try GoInPath.outputs(of: names.map { "GOFLAGS=-\($0) go version" })
    for (name, output) in zip(names, outputs) {
      let isAccepted = !output.contains("unknown flag") && !output.contains("non-flag")
      // Flags of younger releases are known here, too.
      if strangers.contains(name) || release >= 27 { #expect(isAccepted == GoFlags.known.contains(name), "GOFLAGS=-\(name)") }
      if isAccepted { #expect(GoFlags.known.contains(name)) }
    }
  }

  static let texts = [
    "-p=2 -tags=a", "'-tags=a b' -p=2", "\"-p=2 '-tags=a -p=9'\"", "-p=2 '-ldflags=-X a=b -p=9' -tags=b", "'-tags=a'-p=3",
    "'-tags=a'b", "-tags=a\t-p=1", "-tags=a\n-p=1", "-tags=a\r", "-tags=a\u{0B}-p=1", "'-ldflags=-s -tags=x' -tags=a", "'-tags=a", "\"",
    "''",
    "-p 4", "-tags", "-tags=", "--tags=a", "---tags=a", "-=a", "-", "--", "-tags=a=b", "-tags=a -tags=b", "-tags=\"a\"", "-j4 -tags=a",
    "  ",
    "-ldflags='-s -w'", "-mod=mod -tags=a", "x\"-tags=a\"",
  ]

  @Test("are read from GOFLAGS as the go at hand reads them", arguments: texts)
  func words(text: String) throws {
    let release = try #require(GoInPath.release)
    let quoted = "'" + text.replacing("'", with: "'\\''") + "'"
    let command = "GOFLAGS=\(quoted) go list -e -f '{{range context.BuildTags}}<{{.}}>{{end}}'"
    let output = try #require(GoInPath.outputs(of: [command]).first).trimmingCharacters(in: .whitespacesAndNewlines)
    let words = GoFlagsWord.words(of: Value(text), release: release)
    #expect(words.contains(where: \.isRejected) == output.hasPrefix("go: parsing $GOFLAGS"), "\(output.prefix(200))")
    guard !words.contains(where: \.isRejected) else { return }
    if output.hasPrefix("go: invalid value") {
      return #expect(words.contains { $0.name == "p" && $0.value.flatMap { Int($0) } == nil }, "\(output)")
    }
    let tags = words.last { $0.name == "tags" }
    guard tags == nil || tags?.value != nil else { return #expect(output.contains("flag needs an argument")) }
    // `-tags` takes a list with commas, or its old form with blanks.
    let names = (tags?.value ?? "").split { $0 == "," || $0 == " " }
    #expect(output == names.map { "<\($0)>" }.joined(), "\(words)")
  }
}

/// The go command of the machine that tests.
enum GoInPath {
  /// Minor release of Go 1; nil without a go.
  static let release: Int? = {
    guard let output = try? outputs(of: ["go version"]).first, let start = output.firstRange(of: "go1.") else { return nil }
    return Int(output[start.upperBound...].prefix { $0.isNumber })
  }()

  /// What each of some commands prints, in an empty folder of an empty module.
  static func outputs(of commands: [String]) throws -> [String] {
    let folder = try TemporaryFolder(["go.mod": "module example.com/x\n\ngo 1.18\n", "empty/README": ""])
    let mark = "--- end of a command ---\n"
    let script = commands.map { "(\($0)) 2>&1 </dev/null\nprintf %s '\(mark)'\n" }.joined()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", script]
    process.currentDirectoryURL = URL(fileURLWithPath: folder.path + "/empty")
    process.environment = [
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin", "HOME": folder.path, "GOPROXY": "off", "GOENV": "off",
      "GOTOOLCHAIN": "local",
    ]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return text.components(separatedBy: mark).dropLast()
  }
}

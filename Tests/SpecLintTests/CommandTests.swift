import Foundation
import Testing

@Suite("The command")
struct CommandTests {
  struct Invocation: CustomTestStringConvertible, Sendable {
    let arguments: [String]
    let status: Int32
    /// What standard output and standard error must contain.
    var output = ""
    var errors = ""
    var testDescription: String { "rpmscope " + arguments.joined(separator: " ") }
  }

  @Test(
    "keeps its exit codes",
    arguments: [
      Invocation(arguments: ["lint", "Fixtures/hello/hello.spec"], status: 1, output: "rejected-flag"),
      Invocation(arguments: ["Fixtures/hello/hello.spec"], status: 1, output: "module-cache-per-build"),
      Invocation(arguments: ["lint", "Fixtures/clean/weather.spec"], status: 0, output: "no findings in 1 file"),
      Invocation(arguments: ["lint", "--quiet", "Fixtures/clean/weather.spec"], status: 0),
      Invocation(arguments: ["lint", "Fixtures/hello/hello.spec", "Fixtures/clean/weather.spec"], status: 1, output: "in 2 files"),
      Invocation(
        arguments: ["lint", "--fail-on", "never", "Fixtures/hello/hello.spec", "Fixtures/clean/weather.spec"], status: 0,
        output: "rejected-flag"),
      Invocation(
        arguments: ["lint", "--fail-on", "error", "--ignore", "rejected-flag", "Fixtures/hello/hello.spec", "Fixtures/clean/weather.spec"],
        status: 0),
      Invocation(
        arguments: ["lint", "--select", "download-in-build", "Fixtures/hello/hello.spec", "Fixtures/clean/weather.spec"], status: 0,
        output: "found 1 info"),
      Invocation(
        arguments: [
          "lint", "--select", "download-in-build", "--fail-on", "info", "Fixtures/hello/hello.spec", "Fixtures/clean/weather.spec",
        ], status: 1),
      Invocation(
        arguments: [
          "lint", "--builder", "official", "--select", "module-cache-per-build", "Fixtures/hello/hello.spec", "Fixtures/clean/weather.spec",
        ], status: 0),
      Invocation(arguments: ["lint", "nosuch.spec"], status: 2, errors: "rpmscope: cannot read 'nosuch.spec': no such file or directory"),
      Invocation(
        arguments: ["lint", "nosuch.spec", "Fixtures/hello/hello.spec"], status: 2, output: "rejected-flag",
        errors: "cannot read 'nosuch.spec'"),
      Invocation(arguments: ["lint", "Tests/WorkerTests"], status: 2, errors: "no specs below 'Tests/WorkerTests'"),
      Invocation(arguments: ["lint", "--nosuch"], status: 2, errors: "unknown option '--nosuch'"),
      Invocation(arguments: ["lint", "--format", "yaml"], status: 2, errors: "--format"),
      Invocation(
        arguments: ["lint", "--select", "rejected-flg"], status: 2, errors: "unknown rule 'rejected-flg'; did you mean 'rejected-flag'?"),
      Invocation(arguments: ["lint", "--define", "x"], status: 2, errors: "'x' does not define a macro; write 'NAME BODY'"),
      Invocation(arguments: ["lint", "--load", "nosuch"], status: 2, errors: "cannot read 'nosuch'"),
      Invocation(arguments: ["lint", "--timeout", "0"], status: 2, errors: "--timeout"),
      Invocation(
        arguments: ["lint", "--output", "/dev/null/x", "Fixtures/hello/hello.spec"], status: 2, errors: "cannot write '/dev/null/x'"),
      Invocation(arguments: ["expand"], status: 2, errors: "missing expected argument"),
      Invocation(arguments: ["expand", "nosuch.spec"], status: 2, errors: "cannot read 'nosuch.spec'"),
      Invocation(arguments: ["expand", "--section", "check", "Fixtures/hello/hello.spec"], status: 2, errors: "has no section 'check'"),
      Invocation(arguments: ["expand", "--section", "build", "Fixtures/hello/hello.spec"], status: 0, output: "go mod download -p 4\n"),
      Invocation(arguments: ["resolve", "Fixtures/hello/hello.spec"], status: 0, output: "from GOPATH, set at 24:1"),
      Invocation(arguments: ["rules"], status: 0, output: "rejected-flag"),
      Invocation(arguments: ["explain", "rejected-flag"], status: 0, output: "## Why it matters"),
      Invocation(arguments: ["explain", "unclosed-conditional"], status: 0, output: "has no `%endif`"),
      Invocation(arguments: ["explain", "nosuch"], status: 2, errors: "unknown rule 'nosuch'"),
      Invocation(arguments: ["--help"], status: 0, output: "USAGE: rpmscope"),
      Invocation(arguments: ["--version"], status: 0, output: "sandbox: "),
    ])
  func exitCodes(_ invocation: Invocation) throws {
    let result = try BuiltCommand().run(invocation.arguments)
    #expect(result.status == invocation.status, "\(result.text)\(result.errors)")
    #expect(invocation.output.isEmpty || result.text.contains(invocation.output), "\(result.text)")
    #expect(invocation.errors.isEmpty ? result.errors.isEmpty : result.errors.contains(invocation.errors), "\(result.errors)")
  }

  @Test("needs its worker")
  func missingWorker() throws {
    let result = try BuiltCommand().run(["Fixtures/hello/hello.spec"], environment: ["RPMSCOPE_WORKER": "/nonexistent/worker"])
    #expect(result.status == 2)
    #expect(result.errors.contains("the worker '/nonexistent/worker' does not exist"))
    #expect(result.output.isEmpty)
  }

  /// What is wrong with the machine or the call, by environment and arguments.
  struct Misfit: CustomTestStringConvertible, Sendable {
    var environment: [String: String] = [:]
    var arguments: [String] = []
    let complaint: String
    var testDescription: String { environment.map { "\($0)=\($1)" }.joined() + arguments.joined(separator: " ") }
  }

  @Test(
    "judges no spec where rpm is missing or cannot do what is asked",
    arguments: [
      Misfit(
        environment: ["RPM_CONFIGDIR": "/nonexistent"],
        complaint: "rpm's configuration cannot be read from '/nonexistent'; install rpm (on Debian, rpm-common), or correct RPM_CONFIGDIR"),
      Misfit(environment: ["RPMSCOPE_WORKER": "/usr/bin/true"], complaint: "the worker '/usr/bin/true' did not start; install"),
      Misfit(arguments: ["--define", "x %{y"], complaint: "the macro 'x' cannot be defined: Macro %x has unterminated body"),
      Misfit(arguments: ["--define", "x(a:"], complaint: "'x(a:' does not define a macro; write 'NAME BODY'"),
      Misfit(arguments: ["--target", "fedroa"], complaint: "unknown target 'fedroa'; did you mean 'fedora'?"),
    ])
  func misfits(_ misfit: Misfit) throws {
    for command in ["lint", "expand", "resolve"] {
      let result = try BuiltCommand().run([command] + misfit.arguments + ["Fixtures/hello/hello.spec"], environment: misfit.environment)
      #expect(result.status == 2)
      #expect(result.text == "")
      #expect(result.errors.contains(": \(misfit.complaint)"), "\(result.errors)")
      #expect(misfit.arguments.isEmpty ? result.errors.split(separator: "\n").count == 1 : true, "\(result.errors)")
    }
  }

  @Test("takes no rpmrc without rpm's macros for a configuration") func configurationWithoutMacros() throws {
    let folder = try TemporaryFolder(["rpmrc": ""])
    let result = try BuiltCommand().run(["lint", "Fixtures/hello/hello.spec"], environment: ["RPM_CONFIGDIR": folder.path])
    #expect(result.status == 2)
    #expect(result.errors.hasPrefix("rpmscope: rpm's configuration cannot be read from '\(folder.path)'"), "\(result.errors)")
  }

  @Test("works where a macro file has an error, as rpm does, and says so with its version") func brokenMacroFile() throws {
    let folder = try TemporaryFolder([".rpmmacros": "%broken{ yes\n%whole yes\n"])
    let version = try BuiltCommand().run(["--version"], environment: ["HOME": folder.path])
    #expect(version.text.contains("warning: \(folder.path)/.rpmmacros: line 1: Macro %broken"), "\(version.text)")
    let result = try BuiltCommand().run(["lint", "Fixtures/clean/weather.spec"], environment: ["HOME": folder.path])
    #expect(result.status == 0 && result.errors.isEmpty, "\(result.text)\(result.errors)")
  }

  @Test("reads standard input")
  func standardInput() throws {
    let spec = Array(try BuiltCommand.file("Fixtures/hello/hello.spec").utf8)
    let result = try BuiltCommand().run(["lint", "-", "--stdin-filename", "some/name.spec"], input: spec)
    #expect(result.status == 1)
    #expect(result.text.contains("some/name.spec:25:17: error[rejected-flag]"))
    #expect(try BuiltCommand().run(["expand", "--section", "%build", "-"], input: spec).text.contains("go mod download -p 4"))
  }

  @Test("finds the specs of a folder, but not those of version control and builds")
  func folders() throws {
    let spec = "Name: x\nVersion: 1\nRelease: 1\nSummary: x\nLicense: MIT\n%description\n%build\ngo mod download -p 4\n"
    let folder = try TemporaryFolder([
      "a/one.spec": spec, "b/c/two.spec": spec, ".git/three.spec": spec, "BUILD/four.spec": spec, "five.txt": spec,
    ])
    let result = try BuiltCommand().run(["lint", "--select", "rejected-flag", folder.path])
    let files = result.text.split(separator: "\n").filter { $0.hasPrefix("/") }.compactMap { $0.split(separator: ":").first }
    #expect(files == ["\(folder.path)/a/one.spec", "\(folder.path)/b/c/two.spec"])
  }

  @Test("colours only where it is told to or on a terminal", arguments: [("auto", false), ("never", false), ("always", true)])
  func colours(color: String, isColored: Bool) throws {
    let result = try BuiltCommand().run(["--color", color, "Fixtures/hello/hello.spec"])
    #expect(result.text.contains("\u{1B}[") == isColored)
    #expect(try BuiltCommand().run(["Fixtures/hello/hello.spec"], environment: ["CLICOLOR_FORCE": "1"]).text.contains("\u{1B}["))
    let both = try BuiltCommand().run(["Fixtures/hello/hello.spec"], environment: ["CLICOLOR_FORCE": "1", "NO_COLOR": "1"])
    #expect(!both.text.contains("\u{1B}["))
  }

  @Test("lets no escape sequence of a spec reach the terminal")
  func escapes() throws {
    let spec =
      "Name: x\nVersion: 1\nRelease: 1\nSummary: x\nLicense: MIT\n%description\n%build\ngo build -j\u{1B}]0;x\u{7} \u{202E}. # \u{9B}\n"
    let result = try BuiltCommand().run(["--select", "rejected-flag", "-"], input: Array(spec.utf8))
    #expect(result.status == 1)
    let values = result.text.unicodeScalars.map(\.value)
    #expect(!values.contains { $0 < 0x20 && $0 != 0x0A || (0x7F..<0xA0).contains($0) || $0 == 0x202E })
  }

  @Test("writes to a file")
  func output() throws {
    let folder = try TemporaryFolder()
    let result = try BuiltCommand().run(["--output", "\(folder.path)/findings", "Fixtures/hello/hello.spec"])
    #expect(result.status == 1)
    #expect(result.output.isEmpty)
    #expect(try String(contentsOfFile: "\(folder.path)/findings", encoding: .utf8).contains("rejected-flag"))
  }
}

import Foundation
import SpecLint
import Testing

@Suite("--add-ignore")
struct AddIgnoreTests {
  struct Sample: CustomTestStringConvertible, Sendable {
    /// With `§` where a comment must come.
    let body: String
    /// What the file's first line becomes.
    var top = ""
    var testDescription: String { body }
  }

  private static let tags = "Name: x\nVersion: 1\nRelease: 1\nSummary: x\nLicense: MIT\n"
  private static let options = ["--target", "fedora", "--select", "rejected-flag,undefined-macro,expansion-error,unused-suppression"]

  @Test(
    "writes comments where they change nothing",
    arguments: [
      Sample(body: "%description\n%build\n§go build -j4\n"),
      Sample(body: "%description\n%build\nif true; then\n  §go build -j4\nfi\n"),
      Sample(body: "%description\n%build\n§go build \\\n  -trimpath \\\n  -j4\n"),
      Sample(body: "%define fetch() \\\n  go mod download -p 4 \\\n%{nil}\n%description\n%build\n§%fetch\n"),
      Sample(body: "%description\n%build\necho \"a\nb\" && go build -j4\n", top: "# rpmscope: ignore-file[rejected-flag]\n"),
      Sample(body: "%description\n%build\ncat > x <<E\nsome %{buildrot}\nE\n", top: "# rpmscope: ignore-file[undefined-macro]\n"),
      Sample(body: "%description\nSome %{error:no}\n%build\n", top: "# rpmscope: ignore-file[expansion-error]\n"),
      Sample(body: "§URL: %{buildrot}\n%description\n%build\n"),
      Sample(body: "%description\n%post -p <lua>\nprint('%{buildrot}')\n", top: "# rpmscope: ignore-file[undefined-macro]\n"),
      Sample(body: "%description\n%build\n%if 0%{?a}\n§go build -j4\n%else\n§go build -j8\n%endif\n"),
      Sample(body: "%description\n%build\ncase x in\n  x)\n    §go build -j4 ;;\nesac\n"),
      Sample(body: "%description\n%build\n"),
    ])
  func places(_ sample: Sample) throws {
    let plain = Self.tags + sample.body.replacing("§", with: "")
    let folder = try TemporaryFolder(["x.spec": plain])
    let path = "\(folder.path)/x.spec"
    let result = try BuiltCommand().run(Self.options + ["--add-ignore", path])
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.text.hasPrefix("no findings in 1 file"))
    let written = try String(contentsOfFile: path, encoding: .utf8)
    var expected = sample.top + Self.tags
    for line in sample.body.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
      if line.contains("§") {
        let indentation = line.prefix { $0 == " " }
        let rule = line.contains("buildrot") ? "undefined-macro" : "rejected-flag"
        expected += "\(indentation)# rpmscope: ignore[\(rule)]\n"
      }
      expected += line.replacing("§", with: "") + "\n"
    }
    #expect(written == expected)
    #expect(try BuiltCommand().run(Self.options + [path]).text == result.text)
    _ = try BuiltCommand().run(Self.options + ["--add-ignore", path])
    #expect(try String(contentsOfFile: path, encoding: .utf8) == written, "a second run adds more")
  }

  @Test("keeps an editor's line first, and suppresses only what is shown")
  func details() throws {
    let folder = try TemporaryFolder([
      "x.spec": "# -*- mode: rpm-spec -*-\n\(Self.tags)%description\nSome %{error:no}\n%build\ngo build -j4\n"
    ])
    let path = "\(folder.path)/x.spec"
    _ = try BuiltCommand().run(["--target", "fedora", "--select", "expansion-error", "--add-ignore", path])
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
    #expect(lines[..<3] == ["# -*- mode: rpm-spec -*-", "# rpmscope: ignore-file[expansion-error]", "Name: x"])
    #expect(lines.suffix(2) == ["%build", "go build -j4"])
  }

  @Test("leaves alone what it cannot write into")
  func refusals() throws {
    let spec = "\(Self.tags)%description\n%build\ngo build -j4\n"
    let folder = try TemporaryFolder(["x.spec": spec])
    let piped = try BuiltCommand().run(
      Self.options + ["--add-ignore", "-", "--stdin-filename", "\(folder.path)/x.spec"], input: Array((spec + "true\n").utf8))
    #expect(piped.status == 2)
    #expect(piped.errors.contains("cannot write '\(folder.path)/x.spec': it has changed since it was read"), "\(piped.errors)")
    #expect(try String(contentsOfFile: "\(folder.path)/x.spec", encoding: .utf8) == spec)
  }
}

import Foundation
import SpecLint
import Testing

@Suite("Configuration")
struct ConfigurationTests {
  private static let spec = "Name: x\nVersion: 1\nRelease: 1\nSummary: x\nLicense: MIT\n%description\nx\n%build\ngo build -j4\ngo get x\n"

  struct Broken: CustomTestStringConvertible, Sendable {
    let text: String
    /// "LINE:COLUMN: message", each of them a line of standard error after the file's name.
    let complaints: [String]
    var testDescription: String { text }
  }

  @Test(
    "that is broken is refused with file, line, column and what to write instead",
    arguments: [
      Broken(text: "# ours\ntaget: fedora\n", complaints: ["2:1: unknown key 'taget'; did you mean 'target'?"]),
      Broken(
        text: "colour: red\n",
        complaints: [
          "1:1: unknown key 'colour'; there are target, define, undefine, branches, builder, persona, profile, select, ignore, severity, "
            + "min-confidence, fail-on, timeout, baseline, exclude, overrides"
        ]),
      Broken(text: "builder: corp\n", complaints: ["1:10: invalid builder 'corp'; did you mean 'copr'?"]),
      Broken(text: "fail-on: sometimes\n", complaints: ["1:10: invalid fail-on 'sometimes'; write one of error, warning, info, never"]),
      Broken(text: "target: [fedora, epl9]\n", complaints: ["1:18: unknown target 'epl9'; did you mean 'epel9'?"]),
      Broken(text: "target: fedra\n", complaints: ["1:9: unknown target 'fedra'; did you mean 'fedora'?"]),
      Broken(text: "ignore:\n  - rejected-flg\n", complaints: ["2:5: unknown rule 'rejected-flg'; did you mean 'rejected-flag'?"]),
      Broken(text: "select: [xyzzy]\n", complaints: ["1:10: unknown rule 'xyzzy'; 'rpmscope rules' lists them"]),
      Broken(text: "severity:\n  rejected-flag: off\n", complaints: ["2:18: invalid severity 'off'; list 'rejected-flag' under 'ignore'"]),
      Broken(text: "severity: {rejected-flag: fatal}\n", complaints: ["1:27: invalid severity 'fatal'; write error, warning or info"]),
      Broken(text: "severity: error\n", complaints: ["1:11: expected rules with severities, as in 'download-in-build: warning'"]),
      Broken(text: "define: dist\n", complaints: ["1:9: 'dist' does not define a macro; write 'NAME BODY'"]),
      Broken(text: "timeout: soon\n", complaints: ["1:10: invalid timeout 'soon'; write a number of seconds from 1 to 86400"]),
      Broken(text: "exclude:\n  a: b\n", complaints: ["2:3: expected a list, each item a pattern"]),
      Broken(text: "exclude: ['# x']\n", complaints: ["1:11: invalid pattern '# x'; write one as in .gitignore, such as 'legacy/*.spec'"]),
      Broken(
        text: "overrides:\n  - ignore: [rejected-flag]\n",
        complaints: ["2:5: an override needs 'paths', a list of patterns such as '- legacy/*.spec'"]),
      Broken(
        text: "overrides:\n  - paths: x\n    exclude: y\n",
        complaints: ["3:5: 'exclude' is not allowed in 'overrides'; move it to the top level"]),
      Broken(
        text: "allow-shell: true\n",
        complaints: [
          "1:1: 'allow-shell' cannot be set in a file, because a folder of specs must not decide what is run or read; use the option --allow-shell"
        ]
      ),
      Broken(text: "- target\n", complaints: ["1:1: expected a mapping, as in 'target: …'"]),
      Broken(text: "target: fedora\ntarget: host\n", complaints: ["1:1: 'target' is given twice; keep one"]),
      Broken(text: "target: [fedora\n", complaints: ["2:1: invalid YAML: did not find expected ',' or ']'"]),
      Broken(text: "target: \"fedora\n", complaints: ["2:1: invalid YAML: found unexpected end of stream"]),
      Broken(
        text: "taget: x\nbuilder: corp\n",
        complaints: ["1:1: unknown key 'taget'; did you mean 'target'?", "2:10: invalid builder 'corp'; did you mean 'copr'?"]),
    ])
  func broken(_ broken: Broken) throws {
    let folder = try TemporaryFolder([".rpmscope.yml": broken.text, "x.spec": Self.spec])
    let path = "\(folder.path)/.rpmscope.yml"
    for arguments in [["\(folder.path)/x.spec"], ["config", folder.path], ["--config", path, "Fixtures/hello/hello.spec"]] {
      let result = try BuiltCommand().run(arguments)
      #expect(result.status == 2)
      #expect(result.output.isEmpty)
      #expect(result.errors == broken.complaints.map { "rpmscope: \(path):\($0)\n" }.joined())
    }
  }

  @Test(
    "hostile ones end as well",
    arguments: [
      String(repeating: "[", count: 100_000), String(repeating: "- ", count: 90) + "x", String(repeating: "? ", count: 150),
      (0..<60).map { String(repeating: " ", count: $0) + "a:\n" }.joined(), "target: *nosuch", "\u{0}", "a: &a [*a]",
      "a: &a [x,x,x,x,x,x,x,x]\n"
        + (0..<12).map {
          "\($0): &\(Character(UnicodeScalar(98 + UInt8($0)))) [\(String(repeating: "*\(Character(UnicodeScalar(97 + UInt8($0)))),", count: 8))]\n"
        }
        .joined(),
      String(repeating: "x", count: 300_000),
    ])
  func hostile(text: String) throws {
    let folder = try TemporaryFolder([".rpmscope.yml": text, "x.spec": Self.spec])
    let result = try BuiltCommand().run(["\(folder.path)/x.spec"])
    #expect(result.status == 2)
    #expect(result.errors.hasPrefix("rpmscope: \(folder.path)/.rpmscope.yml:"), "\(result.errors)")
  }

  private static func rules(_ result: BuiltCommand.Result) -> [String] {
    result.text.split(separator: "\n").compactMap { $0.firstMatch(of: /(error|warning|info)\[.+?\]/).map { String($0.output.0) } }
  }

  struct Sample: CustomTestStringConvertible, Sendable {
    let text: String
    var arguments: [String] = []
    let found: [String]
    var status: Int32 = 1
    var testDescription: String { "\(text) \(arguments)" }
  }

  @Test(
    "decides what is found, and options go over it",
    arguments: [
      Sample(text: "", found: ["error[rejected-flag]", "warning[go-get-in-build]"]),
      Sample(text: "ignore: rejected-flag", found: ["warning[go-get-in-build]"]),
      Sample(text: "ignore: rejected-flag", arguments: ["--ignore", "go-get-in-build"], found: [], status: 0),
      Sample(text: "select: [rejected-flag]", found: ["error[rejected-flag]"]),
      Sample(text: "select: [rejected-flag]", arguments: ["--select", "go-get-in-build"], found: ["warning[go-get-in-build]"]),
      Sample(text: "ignore: rejected-flag", arguments: ["--no-config"], found: ["error[rejected-flag]", "warning[go-get-in-build]"]),
      Sample(
        text: "severity: {rejected-flag: info}\nfail-on: error", found: ["info[rejected-flag]", "warning[go-get-in-build]"], status: 0),
      Sample(
        text: "fail-on: never", arguments: ["--fail-on", "info"], found: ["error[rejected-flag]", "warning[go-get-in-build]"]),
      Sample(text: "overrides:\n  - paths: '*.spec'\n    ignore: [rejected-flag]", found: ["warning[go-get-in-build]"]),
      Sample(
        text: "overrides:\n  - paths: [other/]\n    ignore: [rejected-flag]", found: ["error[rejected-flag]", "warning[go-get-in-build]"]),
      Sample(
        text: "overrides:\n  - paths: sub/\n    select: rejected-flag\n  - paths: [x.spec]\n    severity:\n      rejected-flag: warning",
        found: ["warning[rejected-flag]"]),
    ])
  func settings(_ sample: Sample) throws {
    let folder = try TemporaryFolder([".rpmscope.yml": sample.text, "sub/x.spec": Self.spec])
    let rules = ["rejected-flag", "go-get-in-build"]
    let restricted = sample.arguments.contains("--select") || sample.text.contains("select:")
    let others = restricted ? [] : ["--ignore", DescribedRule.all.map(\.id).filter { !rules.contains($0) }.joined(separator: ",")]
    let result = try BuiltCommand().run(["--target", "fedora", "\(folder.path)/sub/x.spec"] + others + sample.arguments)
    #expect(Self.rules(result) == sample.found, "\(result.errors)")
    #expect(result.status == sample.status)
  }

  @Test("the nearest one holds, and specs of several are reported in the order given")
  func nearest() throws {
    let folder = try TemporaryFolder([
      ".rpmscope.yml": "select: [rejected-flag]\n", "a.spec": Self.spec, "b/.rpmscope.yml": "select: [go-get-in-build]\n",
      "b/b.spec": Self.spec,
      "c/c.spec": Self.spec, "d/.rpmscope.yml": "exclude: '*.spec'\n", "d/d.spec": Self.spec,
    ])
    let result = try BuiltCommand().run([folder.path])
    #expect(Self.rules(result) == ["error[rejected-flag]", "warning[go-get-in-build]", "error[rejected-flag]"])
    #expect(result.errors.isEmpty)
    let named = try BuiltCommand().run(["\(folder.path)/d/d.spec"])
    #expect(named.status == 0)
    #expect(named.errors.contains("d.spec is skipped: '\(folder.path)/d/.rpmscope.yml' excludes it"))
    let piped = try BuiltCommand().run(["-", "--stdin-filename", "\(folder.path)/b/new.spec"], input: Array(Self.spec.utf8))
    #expect(Self.rules(piped) == ["warning[go-get-in-build]"])
  }

  @Test("decides macros, also for expand and resolve")
  func macros() throws {
    let spec = Self.spec.replacing("go build -j4", with: "go build %{?flags}")
    let folder = try TemporaryFolder([".rpmscope.yml": "define: ['flags -p %{number}', number 7]\ntarget: host\n", "x.spec": spec])
    #expect(try BuiltCommand().run(["expand", "--section", "build", "\(folder.path)/x.spec"]).text.contains("go build -p 7"))
    #expect(try BuiltCommand().run(["resolve", "\(folder.path)/x.spec"]).text.contains("go build -p 7"))
    let over = ["--define", "number 8"]
    #expect(try BuiltCommand().run(["resolve", "\(folder.path)/x.spec"] + over).text.contains("go build -p 8"))
  }

  @Test("takes several targets in a list or with commas", arguments: ["[fedora, epel9]", "\n  - fedora\n  - epel9", "fedora,epel9"])
  func targets(_ value: String) throws {
    let folder = try TemporaryFolder([".rpmscope.yml": "target: \(value)\n", "x.spec": Self.spec])
    #expect(try BuiltCommand().run(["config", "\(folder.path)/x.spec"]).text.contains("\ntarget: \"fedora,epel9\"\n"))
    let report = try BuiltCommand().run(["--format", "json", "\(folder.path)/x.spec"])
    #expect(report.text.contains("\"target\":\"fedora,epel9\""))
  }

  @Test("printed as it holds, is a configuration that says the same")
  func effective() throws {
    let text = """
      target: fedora
      define: ["dist .fc42", 'quoted "a\\b"']
      builder: copr
      ignore: [rejected-flag]
      severity: {go-get-in-build: info}
      exclude: ["/vendor/", '!x']
      overrides:
        - paths: x.spec
          min-confidence: low
      """
    let folder = try TemporaryFolder([".rpmscope.yml": text, "x.spec": ""])
    let first = try BuiltCommand().run(["config", "\(folder.path)/x.spec"]).text
    for line in ["target: fedora\n", "  - \"dist .fc42\"\n", "builder: copr\n", "min-confidence: low\n", "  go-get-in-build: info\n"] {
      #expect(first.contains(line), "\(first)")
    }
    try Data(first.utf8).write(to: URL(fileURLWithPath: "\(folder.path)/.rpmscope.yml"))
    let second = try BuiltCommand().run(["config", "\(folder.path)/x.spec"]).text
    #expect(first.drop { $0 != "\n" } == second.drop { $0 != "\n" })
    #expect(try BuiltCommand().run(["config", "--no-config"]).text.contains("no .rpmscope.yml found"))
  }

  @Test("its schema takes the names of targets that the reader takes")
  func targetNames() throws {
    let schema = try JSONSerialization.jsonObject(with: Data(BuiltCommand().run(["config", "--schema"]).output)) as? [String: Any]
    let target = (schema?["properties"] as? [String: Any])?["target"] as? [String: Any]
    let alternatives = try #require(target?["anyOf"] as? [[String: Any]])
    let pattern = try NSRegularExpression(pattern: #require(alternatives.first?["pattern"] as? String))
    let isTaken = { (text: String) in pattern.firstMatch(in: text, range: NSRange(location: 0, length: text.utf16.count)) != nil }
    for name in Target.all.map(\.name) + ["all", "fedora,epel9", "fedora-43", "f44", "opensuse-leap-15.6-x86_64", "el9,leap"] {
      #expect(isTaken(name), "\(name)")
    }
    for name in ["", "debian", "fedoraland", "fedora,", "host x"] { #expect(!isTaken(name), "\(name)") }
  }

  @Test("its schema takes and refuses what the reader does")
  func schema() throws {
    let schema = try JSONSerialization.jsonObject(with: Data(BuiltCommand().run(["config", "--schema"]).output)) as? [String: Any]
    let properties = try #require(schema?["properties"] as? [String: Any])
    #expect(Set(properties.keys) == Set(ConfigurationKey.allCases.map(\.rawValue)))
    #expect(schema?["additionalProperties"] as? Bool == false)
    let items = (properties["overrides"] as? [String: Any])?["items"] as? [String: Any]
    let inside = try #require(items?["properties"] as? [String: Any])
    #expect(Set(inside.keys) == Set(ConfigurationKey.allCases.filter(\.isForSomeFiles).map(\.rawValue) + ["paths"]))
    let rules = ((schema?["$defs"] as? [String: Any])?["rule"] as? [String: Any])?["enum"] as? [String]
    #expect(rules == DescribedRule.all.map(\.id))
  }
}

import Foundation
import MacroExpansion
import SpecLint
import Testing

@Suite("Formats")
struct FormatTests {
  private static let spec = "Tests/SpecLintTests/Snapshots/greeter.spec"
  /// Rules whose findings the spec was made for, with macros that are the same everywhere.
  private static let selection = [
    "--target", "fedora", "--select", "rejected-flag,module-cache-per-build,unknown-suppression,unused-suppression,forced-rebuild",
  ]

  private static func run(_ arguments: [String], environment: [String: String] = [:]) throws -> BuiltCommand.Result {
    try BuiltCommand().run(selection + arguments + [spec, "nosuch.spec"], environment: environment)
  }

  @Test("are what they were", arguments: [ReportFormat.text, .github, .junit, .checkstyle, .rpmlint])
  func snapshots(format: ReportFormat) throws {
    let result = try Self.run(["--format", format.rawValue])
    #expect(result.status == 2)
    try Snapshot(name: "greeter.\(format.rawValue)").expect(result.text)
  }

  @Test("of JSON are what they were", arguments: [ReportFormat.json, .sarif, .gitlab])
  func json(format: ReportFormat) throws {
    let result = try Self.run(["--format", format.rawValue, "--statistics"])
    let value = Self.scrubbed(try JSONSerialization.jsonObject(with: Data(result.output)))
    let pretty = try JSONSerialization.data(withJSONObject: value, options: [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes])
    try Snapshot(name: "greeter.\(format.rawValue)").expect(String(decoding: pretty, as: UTF8.self) + "\n")
  }

  /// Without the release's number and the pages of all rules, of which SARIF gives each result the index.
  private static func scrubbed(_ value: Any) -> Any {
    guard var object = value as? [String: Any] else { return (value as? [Any])?.map(scrubbed) ?? value }
    if object["name"] as? String == "rpmscope" { object["rules"] = "RULES" }
    for key in ["version", "semanticVersion"] where (object[key] as? String) == ToolVersion.current { object[key] = "VERSION" }
    if object["ruleIndex"] != nil { object["ruleIndex"] = "INDEX" }
    return object.mapValues(scrubbed)
  }

  @Test("SARIF describes every rule, and each result finds its own there")
  func ruleIndices() throws {
    let result = try Self.run(["--format", "sarif"])
    let log = try JSONDecoder().decode(Log.self, from: Data(result.output))
    let run = try #require(log.runs.first)
    #expect(run.tool.driver.rules.map(\.id) == DescribedRule.all.map(\.id))
    #expect(run.tool.driver.rules.allSatisfy { !$0.help.markdown.isEmpty && !$0.shortDescription.text.isEmpty })
    #expect(run.results.count == 7)
    for finding in run.results { #expect(run.tool.driver.rules[finding.ruleIndex].id == finding.ruleId) }
  }

  private struct Log: Decodable {
    struct Text: Decodable { let text: String }
    struct Help: Decodable { let markdown: String }
    struct Rule: Decodable {
      let id: String
      let shortDescription: Text
      let help: Help
    }
    struct Driver: Decodable { let rules: [Rule] }
    struct Tool: Decodable { let driver: Driver }
    struct Result: Decodable {
      let ruleId: String
      let ruleIndex: Int
    }
    struct Run: Decodable {
      let tool: Tool
      let results: [Result]
    }
    let runs: [Run]
  }

  @Test("several in one run, each to its place")
  func several() throws {
    let folder = try TemporaryFolder()
    let result = try Self.run([
      "--format", "github", "--format", "sarif=\(folder.path)/a.sarif", "--format", "text=\(folder.path)/a.txt",
    ])
    #expect(result.text.contains("\n::warning "))
    #expect(try String(contentsOfFile: "\(folder.path)/a.sarif", encoding: .utf8).contains("\"ruleId\""))
    #expect(try String(contentsOfFile: "\(folder.path)/a.txt", encoding: .utf8) == Self.run([]).text)
    let output = try Self.run(["--format", "text=\(folder.path)/b.txt", "--format", "rpmlint", "--output", "\(folder.path)/b.rpmlint"])
    #expect(output.output.isEmpty)
    #expect(try String(contentsOfFile: "\(folder.path)/b.rpmlint", encoding: .utf8) == Self.run(["--format", "rpmlint"]).text)
  }

  @Test(
    "that contradict each other are refused",
    arguments: [
      ["--format", "json", "--format", "text"], ["--format", "json=x", "--output", "y"], ["--format", "yaml"], ["--format", "json="],
    ])
  func contradictions(arguments: [String]) throws {
    let result = try Self.run(arguments)
    #expect(result.status == 2)
    #expect(result.output.isEmpty && result.errors.contains("--"))
  }

  @Test("XML and JSON are what stock parsers take, whatever bytes a spec has")
  func stockParsers() throws {
    var bytes = Array("Name: x\nVersion: 1\nRelease: 1\nSummary: x\nLicense: MIT\n%description\n%build\n".utf8)
    for byte in (1...255 as ClosedRange<UInt8>) where ![0x0A, 0x22, 0x25, 0x5C, 0x60, 0x24].contains(byte) {
      bytes += Array("go build -j".utf8) + [byte] + Array("<&]]>'x\n".utf8)
    }
    let script = """
      import sys, json, xml.etree.ElementTree as tree
      kind, data = sys.argv[1], sys.stdin.buffer.read()
      if kind in ("junit", "checkstyle"): tree.fromstring(data)
      else: json.dumps(json.loads(data.decode("utf-8", "strict")), ensure_ascii=False).encode("utf-8", "strict")
      """
    for format in [ReportFormat.json, .sarif, .gitlab, .junit, .checkstyle] {
      let report = try BuiltCommand().run(["--target", "fedora", "--format", format.rawValue, "-"], input: bytes)
      #expect(report.output.count > 10_000)
      let parsed = try BuiltCommand(atPath: "/usr/bin/python3").run(["-c", script, format.rawValue], input: report.output)
      #expect(parsed.status == 0, "\(format): \(parsed.errors)")
    }
  }

  @Test("workflow commands cannot be broken out of")
  func workflowCommands() throws {
    let spec = Array("Name: x\nVersion: 1\nRelease: 1\nSummary: x\nLicense: MIT\n%description\n%build\ngo build '-j\n::error::x'\n".utf8)
    let result = try BuiltCommand().run(["--format", "github", "--stdin-filename", "a,b:c%.spec", "-"], input: spec)
    #expect(result.text.split(separator: "\n").allSatisfy { $0.hasPrefix("::") && !$0.hasPrefix("::error::x") }, "\(result.text)")
    #expect(result.text.contains("file=a%2Cb%3Ac%25.spec,"))
  }
}

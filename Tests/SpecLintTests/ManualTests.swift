import Foundation
import Testing

/// What real readers of manual pages think of the page is tried by `Tests/Doors/manual.sh`.
@Suite("The manual page")
struct ManualTests {
  @Test("has every command and option of the help")
  func complete() throws {
    let dump = try BuiltCommand().run(["--experimental-dump-help"])
    let page = try BuiltCommand(maintenance: "write-manual").run(["rpmscope.1", "1.2"], input: dump.output)
    #expect(page.status == 0, "\(page.errors)")
    let help = try #require(try JSONSerialization.jsonObject(with: Data(dump.output)) as? [String: Any])
    let root = try #require(help["command"] as? [String: Any])
    let commands = try #require(root["subcommands"] as? [[String: Any]])
    var options: Set<String> = []
    for command in commands {
      let name = try #require(command["commandName"] as? String)
      #expect(page.text.contains("\n.SS \"rpmscope \(name)\"\n") == (name != "help"), "\(name)")
      for argument in command["arguments"] as? [[String: Any]] ?? [] where argument["shouldDisplay"] as? Bool == true {
        guard let preferred = argument["preferredName"] as? [String: Any], let option = preferred["name"] as? String else { continue }
        options.insert(option)
      }
    }
    #expect(options.count > 20)
    for option in options {
      #expect(page.text.contains("\\fB\\-\\-\(option.replacingOccurrences(of: "-", with: "\\-"))\\fR"), "--\(option)")
    }
  }

  @Test("of configurations has every key, and its example is one")
  func configuration() throws {
    let output = try BuiltCommand().run(["config", "--schema"]).output
    let page = try BuiltCommand(maintenance: "write-manual").run(["rpmscope.yml.5", "1.2"], input: output)
    #expect(page.status == 0, "\(page.errors)")
    let schema = try JSONSerialization.jsonObject(with: Data(output))
    let keys = try #require((schema as? [String: Any])?["properties"] as? [String: Any]).keys
    #expect(keys.count > 10)
    for key in keys {
      #expect(page.text.contains("\n\\fB\(key.replacingOccurrences(of: "-", with: "\\-"))\\fR\\&: "), "\(key)")
    }

    let example = try #require(page.text.components(separatedBy: ".SH \"EXAMPLE\"\n").last?.components(separatedBy: "\n.fi\n").first)
    let lines = example.components(separatedBy: "\n").filter { !$0.hasPrefix(".") }.joined(separator: "\n")
    let folder = try TemporaryFolder([
      ".rpmscope.yml": lines.replacingOccurrences(of: "\\-", with: "-") + "\n", "epel/some.spec": "",
    ])
    let settings = try BuiltCommand().run(["config", "\(folder.path)/epel/some.spec"])
    #expect(settings.status == 0, "\(settings.errors)")
    #expect(settings.text.contains("target: \"epel9\"") && settings.text.contains("- download-in-build"), "\(settings.text)")
  }

  @Test("is not made of anything else")
  func refusal() throws {
    let result = try BuiltCommand(maintenance: "write-manual").run(["rpmscope.1", "1.2"], input: Array("{}".utf8))
    #expect(result.status == 2)
    #expect(result.output.isEmpty)
    #expect(result.errors.hasPrefix("write-manual: standard input is not a help dump"))
  }
}

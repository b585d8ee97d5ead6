import Foundation
import Testing

/// What real readers of manual pages think of the page is tried by `Tests/Doors/manual.sh`.
@Suite("The manual page")
struct ManualTests {
  @Test("has every command and option of the help")
  func complete() throws {
    let dump = try BuiltCommand().run(["--experimental-dump-help"])
    let page = try BuiltCommand("write-manual").run([], input: dump.output)
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

  @Test("is not made of anything else")
  func refusal() throws {
    let result = try BuiltCommand("write-manual").run([], input: Array("{}".utf8))
    #expect(result.status == 2)
    #expect(result.output.isEmpty)
    #expect(result.errors.hasPrefix("write-manual: standard input is no help dump"))
  }
}

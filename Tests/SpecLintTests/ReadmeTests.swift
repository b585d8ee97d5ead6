import Foundation
import Testing

@Suite("The README")
struct ReadmeTests {
  @Test("shows what the command prints", .enabled(if: LinkedRPM.sharesBuildFolder, "its paths are those of rpm up to 4.19"))
  func outputs() throws {
    let readme = try BuiltCommand.file("README.md")
    let examples = Self.examples(in: readme)
    #expect(examples.count >= 3)
    for (command, output) in examples {
      let words = command.split(separator: " ").dropFirst().map(String.init)
      #expect(try BuiltCommand().run(words).text == output, "'\(command)' in README.md")
    }
  }

  @Test("and .ci/run give the same command for the tests")
  func testCommand() throws {
    let commands = try BuiltCommand.file("README.md").components(separatedBy: "```sh\n").dropFirst().compactMap {
      $0.split(separator: "\n").first
    }
    let test = try #require(commands.first { $0.contains("swift test") })
    #expect(try BuiltCommand.file(".ci/run").split(separator: "\n").contains(test))
  }

  /// The fenced blocks after `<!-- output of COMMAND -->`.
  private static func examples(in readme: String) -> [(command: String, output: String)] {
    let start = "<!-- output of "
    return readme.components(separatedBy: start).dropFirst().compactMap { part in
      guard let end = part.firstRange(of: " -->\n```text\n"), let close = part.firstRange(of: "```\n\n") else { return nil }
      return (String(part[..<end.lowerBound]), String(part[end.upperBound..<close.lowerBound]))
    }
  }
}

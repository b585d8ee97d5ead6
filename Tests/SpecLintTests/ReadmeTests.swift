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

  @Test("names for each module what it may import, and each module imports that")
  func modules() throws {
    let readme = try BuiltCommand.file("README.md")
    let rows = readme.components(separatedBy: "| module | is | imports |\n").last?.components(separatedBy: "\n\n").first ?? ""
    var shown: [String: Set<String>] = [:]
    for row in rows.split(separator: "\n").dropFirst() {
      let cells = row.split(separator: "|").map { Self.quoted(in: $0) }
      guard cells.count == 3 else { continue }
      for name in cells[0] { shown[name] = Set(cells[2]) }
    }
    let declared = try Self.dependencies(in: BuiltCommand.file("Package.swift"))
    #expect(declared.count > 10)
    #expect(Set(shown.keys) == Set(declared.keys))
    for (name, modules) in declared {
      #expect(
        shown[name] == modules, "'\(name)' in README.md; the manifest has \(modules.sorted().map { "`\($0)`" }.joined(separator: ", "))")
      let imported = try Self.imports(of: name).intersection(declared.keys)
      #expect(
        imported.subtracting([name]) == modules,
        "'\(name)' imports \(imported.sorted()), and the manifest lets it import \(modules.sorted())")
    }
  }

  /// The modules of the package that each of its targets but the tests depends on.
  private static func dependencies(in manifest: String) -> [String: Set<String>] {
    var found: [String: Set<String>] = [:]
    // Each declaration up to the next one.
    let starts = manifest.matches(of: /\n    \.(?:target|executableTarget|systemLibrary|testTarget)\(/)
    for (start, next) in zip(starts, starts.dropFirst().map(\.range.lowerBound) + [manifest.endIndex]) where !start.0.contains("testTarget")
    {
      let text = manifest[start.range.lowerBound..<next]
      guard let name = text.firstMatch(of: /name: "([^"]+)"/) else { continue }
      let list = text.firstMatch(of: /dependencies: \[([^\]]*)\]/).map { $0.1 } ?? ""
      let others = list.matches(of: /\.product\([^)]*\)/).map { String($0.0) }.joined()
      let names = list.matches(of: /"([A-Za-z]+)"/).map { String($0.1) }.filter { !others.contains("\"\($0)\"") }
      found[String(name.1)] = Set(names)
    }
    return found
  }

  private static func imports(of module: String) throws -> Set<String> {
    let folder = "\(BuiltCommand.package)/Sources/\(module)"
    let files = try FileManager.default.subpathsOfDirectory(atPath: folder).filter { $0.hasSuffix(".swift") }
    let lines = try files.flatMap { try BuiltCommand.file("Sources/\(module)/\($0)").split(separator: "\n") }
    return Set(
      lines.compactMap { $0.firstMatch(of: /^(?:@_exported )?(?:public |package |internal )?import ([A-Za-z]+)$/).map { String($0.1) } })
  }

  /// The words in backticks.
  private static func quoted(in text: Substring) -> [String] { text.matches(of: /`([^`]+)`/).map { String($0.1) } }

  /// The fenced blocks after `<!-- output of COMMAND -->`.
  private static func examples(in readme: String) -> [(command: String, output: String)] {
    let start = "<!-- output of "
    return readme.components(separatedBy: start).dropFirst().compactMap { part in
      guard let end = part.firstRange(of: " -->\n```text\n"), let close = part.firstRange(of: "```\n\n") else { return nil }
      return (String(part[..<end.lowerBound]), String(part[end.upperBound..<close.lowerBound]))
    }
  }
}

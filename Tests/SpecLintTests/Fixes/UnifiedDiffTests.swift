import Foundation
import SpecLint
import Testing

@Suite("Unified diffs")
struct UnifiedDiffTests {
  static let pairs: [(String, String)] = [
    ("", "a\n"), ("a\n", ""), ("a\n", "b\n"), ("a", "a\n"), ("a\n", "a"), ("a\nb\nc\n", "a\nc\n"), ("a\nc\n", "a\nb\nc\n"),
    ("1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n", "1\n2\nx\n4\n5\n6\n7\n8\n9\n10\ny\n12\n"), ("a\na\na\nb\n", "a\na\nb\na\n"),
    ("x\ny", "x\nz"),
    ("1\n2\n3\n4\n5\n6\n7\n", "0\n1\n2\n3\n4\n5\n6\n7\n8"),
  ]

  @Test("are what diff -u prints", arguments: pairs)
  func sameAsDiff(old: String, new: String) throws {
    let folder = try TemporaryFolder(["old": old, "new": new])
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/diff")
    process.arguments = ["-u", "--label", "a/x", "--label", "b/x", "old", "new"]
    process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let expected = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let text = UnifiedDiff(from: Array(old.utf8), to: Array(new.utf8)).text(("a/x", "b/x"))
    #expect(String(decoding: text, as: UTF8.self) == String(decoding: expected, as: UTF8.self))
  }

  @Test("of the same text are nothing")
  func same() { #expect(UnifiedDiff(from: [0x61], to: [0x61]).text(("a/x", "b/x")).isEmpty) }
}

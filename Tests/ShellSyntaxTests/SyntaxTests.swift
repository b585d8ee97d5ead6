import Diagnostics
import Foundation
import Testing

@testable import ShellSyntax

@Suite("These spellings give this tree")
struct SyntaxTests {
  @Test func theTableIsThere() {
    #expect(SyntaxTable.accepted.count >= 400)
    #expect(SyntaxTable.broken.count >= 30)
    let texts = Set(SyntaxTable.accepted.map(\.text))
    #expect(texts.count == SyntaxTable.accepted.count)
  }

  @Test("of what a shell accepts", arguments: SyntaxTable.accepted)
  func accepted(_ row: SyntaxRow) {
    let (script, errors) = ShellParser.parse(row.bytes)
    #expect(Self.tree(script) == row.tree)
    #expect(errors.isEmpty, "\(errors)")
  }

  @Test("of what a shell refuses, and an error", arguments: SyntaxTable.broken)
  func broken(_ row: SyntaxRow) {
    let (script, errors) = ShellParser.parse(row.bytes)
    #expect(Self.tree(script) == row.tree)
    #expect(!errors.isEmpty)
  }

  private static func tree(_ script: Script) -> String {
    script.statements.isEmpty ? "∅" : TreeDump.text(script.statements).replacing("\u{1B}", with: "␛")
  }

  @Test("bash accepts and refuses the same", .enabled(if: FileManager.default.isExecutableFile(atPath: "/bin/bash"), "needs bash"))
  func againstBash() throws {
    let rows = SyntaxTable.accepted + SyntaxTable.broken
    let refused = try Self.refusedByBash(rows)
    // bash up to 5.2.15 takes a line feed behind an operator of `[[`, newer ones do not.
    for (index, row) in rows.enumerated() where row.text != "[[ a ==⏎b ]]" {
      #expect(refused.contains(index) == (index >= SyntaxTable.accepted.count), "\(row.text)")
    }
  }

  /// The indices of those texts that `bash -n` refuses; here-documents without an end are only warned of.
  private static func refusedByBash(_ rows: [SyntaxRow]) throws -> Set<Int> {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("rpmscope-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (index, row) in rows.enumerated() { try Data(row.bytes).write(to: folder.appendingPathComponent("\(index)")) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = ["-c", "for i in *; do bash -O extglob -n $i 2>/dev/null || echo $i; done"]
    process.currentDirectoryURL = folder
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return Set(text.split(separator: "\n").compactMap { Int($0) })
  }

  // MARK: Ranges

  enum NodeKind: String { case statement, command, assignment, redirection, word, part }

  /// The text between the marks is one node of the kind.
  static let marked: [(kind: NodeKind, text: String)] = [
    (.command, "a; «b c» ; d"), (.command, "if «[ -d x ]»; then b; fi"), (.command, "«if a; then b; fi»; c"), (.command, "a | «b c» | d"),
    (.command, "x=$(«a b»)"), (.command, "«{ a; } > x»"), (.command, "for i in a; do «b $i»; done"), (.command, "`«a b»`"),
    (.command, "f() «{ a; }»"), (.command, "a <<E\n$(«b»)\nE\n"), (.command, "«a > b c»"), (.command, "«(cd x && make)» || y"),
    (.statement, "«a && b || c»"), (.statement, "a\n«b | c»\nd"), (.statement, "( «a» )"), (.statement, "while «a;» do b; done"),
    (.assignment, "«a=b» c"), (.assignment, "a=b «c+=(d e)»"), (.assignment, "«a[i]='x y'»"), (.redirection, "a «> b» c"),
    (.redirection, "a «2>&1» | b"), (.redirection, "a «{x}>b»"), (.word, "a «\"b c\"» d"), (.word, "a «b'c'\"d\"\\e» f"),
    (.word, "export «A=\"$b c\"» d"), (.word, "for i in «{1..3}»; do a; done"), (.word, "case «$x» in a) b;; esac"),
    (.word, "case x in «a*»|b) c;; esac"), (.word, "a > «$f»"), (.word, "${x:-«y z»}"), (.word, "[[ a == «b*» ]]"),
    (.word, "a=(b «'c d'»)"),
    (.part, "a«${x:-y}»b"), (.part, "\"a «$x» b\""), (.part, "a«$(b c)»d"), (.part, "a«`b`»c"), (.part, "a«$((1 + 2))»b"),
    (.part, "a«'b c'»d"), (.part, "a«\"b $c\"»d"), (.part, "a«\\b»c"), (.part, "a«@(b|c)»d"), (.part, "cat <<E\nx «$y» z\nE\n"),
    (.part, "a <«b»>c".replacing("<«b»>", with: "«<(b)»")), (.part, "b\\\n c «$d»"),
  ]

  @Test("Every node knows where it was read", arguments: marked.indices)
  func ranges(_ index: Int) throws {
    let (kind, text) = Self.marked[index]
    let bytes = Array(text.utf8)
    let open = Array("«".utf8)
    let start = try #require(bytes.firstRange(of: open)).lowerBound
    let end = try #require(bytes.firstRange(of: Array("»".utf8))).lowerBound - open.count
    let plain = Array(text.replacing("«", with: "").replacing("»", with: "").utf8)
    var collector = RangeCollector(kind: kind)
    ShellParser.parse(plain).script.walk(&collector)
    #expect(collector.ranges.contains(start..<end), "\(text): \(collector.ranges)")
  }

  private struct RangeCollector: SyntaxVisitor {
    let kind: NodeKind
    var ranges: [ByteRange] = []

    private mutating func note(_ range: ByteRange, _ kind: NodeKind) { if kind == self.kind { ranges.append(range) } }
    mutating func visit(_ statement: Statement) { note(statement.range, .statement) }
    mutating func visit(_ command: Command) { note(command.range, .command) }
    mutating func visit(_ assignment: Assignment) { note(assignment.range, .assignment) }
    mutating func visit(_ redirection: Redirection) { note(redirection.range, .redirection) }
    mutating func visit(_ word: Word) { note(word.range, .word) }
    mutating func visit(_ part: WordPart) { note(part.range, .part) }
  }
}

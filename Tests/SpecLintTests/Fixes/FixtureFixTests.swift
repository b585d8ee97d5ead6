import Diagnostics
import Foundation
import SpecLint
import SpecRules
import Testing

/// Every fixture through the fixer: what is said of one fix is checked here through the public library, apart from the verifier that
/// has offered it.
@Suite("Fixes of the fixtures")
struct FixtureFixTests {
  typealias Fixture = RuleFixtureTests.Fixture

  static let fixtures = Fixture.all(in: "Fixtures/rules")

  private static func bytes(_ fixture: Fixture) throws -> [UInt8] {
    try Array(Data(contentsOf: URL(fileURLWithPath: "\(BuiltCommand.package)/\(fixture.path)")))
  }

  private static func input(_ bytes: [UInt8]) -> SpecInput { SpecInput(path: "hello.spec", bytes: bytes) }

  // MARK: One at a time

  @Test("each alone removes its finding and adds none", arguments: fixtures)
  func alone(_ fixture: Fixture) throws {
    let linter = try FixCase.linter()
    let bytes = try Self.bytes(fixture)
    let before = linter.lint(Self.input(bytes))
    for finding in before.diagnostics {
      for fix in finding.fixes {
        let after = linter.lint(Self.input(Self.applied(fix, to: bytes)))
        #expect(after.failure == nil, "\(fix.title)")
        let (old, new) = (Self.counts(before), Self.counts(after))
        #expect(new[finding.rule, default: 0] == old[finding.rule, default: 0] - Self.twins(of: fix, finding, before), "\(fix.title)")
        let added = new.filter { $0.value > old[$0.key, default: 0] }.keys.sorted()
        #expect(
          added.isEmpty || added.allSatisfy { rule in finding.notes.contains { $0.rules.contains(rule) } },
          "\(fix.title): \(added)")
        if fix.applicability == .safe {
          let removed = old.filter { $0.key != finding.rule && $0.value > new[$0.key, default: 0] }.keys.sorted()
          #expect(removed.isEmpty, "\(fix.title): \(removed)")
        } else {
          #expect(fix.reason?.isEmpty == false)
        }
      }
    }
  }

  /// From the last edit to the first, so that places stay right.
  private static func applied(_ fix: FixIt, to bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    for edit in fix.edits.reversed() { bytes.replaceSubrange(edit.range, with: edit.newText) }
    return bytes
  }

  private static func counts(_ report: FileReport) -> [String: Int] {
    Dictionary(report.diagnostics.map { ($0.rule, 1) }, uniquingKeysWith: +)
  }

  /// How many findings of the same rule have the same edits: one of them mends them all.
  private static func twins(of fix: FixIt, _ finding: Diagnostic, _ report: FileReport) -> Int {
    report.diagnostics.count { $0.rule == finding.rule && $0.fixes.contains { $0.edits == fix.edits } }
  }

  // MARK: All of them

  /// The same spec in other bytes.
  enum Spelling: String, CaseIterable, CustomTestStringConvertible, Sendable {
    case plain = "as it is"
    case dos = "line ends of DOS"
    case unfinished = "no line feed at the end"
    case latin = "bytes that are no UTF-8"
    case tabs = "tabs"

    var testDescription: String { rawValue }

    func spelled(_ bytes: [UInt8]) -> [UInt8] {
      switch self {
      case .plain: bytes
      case .dos: bytes.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }
      case .unfinished: Array(bytes[..<(bytes.lastIndex { $0 != 0x0A }.map { $0 + 1 } ?? 0)])
      case .latin: Array("# Andr".utf8) + [0xE9, 0xFF, 0x0A] + bytes + [0x23, 0x20, 0xFE, 0xC3, 0x0A]
      case .tabs: Array(String(decoding: bytes, as: UTF8.self).replacingOccurrences(of: "        ", with: "\t").utf8)
      }
    }
  }

  @Test("all together settle, and leave alone what is not theirs", arguments: fixtures, [false, true])
  func together(_ fixture: Fixture, isUnsafe: Bool) throws {
    var options = FixOptions()
    options.appliesUnsafe = isUnsafe
    let linter = try FixCase.linter()
    let fixer = SpecFixer(linter, options)
    // Without fixes other bytes offer none either.
    guard try linter.lint(Self.input(Self.bytes(fixture))).diagnostics.contains(where: { !$0.fixes.isEmpty }) else { return }
    // The unsafe ones come on top of the safe ones.
    for spelling in isUnsafe ? Spelling.allCases : [.plain] {
      let bytes = spelling.spelled(try Self.bytes(fixture))
      let fixed = fixer.fix(Self.input(bytes))
      #expect(fixed.isSettled, "\(spelling)")
      guard fixed.bytes != bytes else { continue }
      let again = fixer.fix(Self.input(fixed.bytes))
      #expect(again.applied.isEmpty && again.bytes == fixed.bytes, "\(spelling)")
      let (old, new) = (Self.lines(bytes), Self.lines(fixed.bytes))
      #expect(Self.release(old) == Self.release(new), "\(spelling)")
      #expect(Self.changelog(old) == Self.changelog(new), "\(spelling)")
      #expect(Self.lineEnds(new).isSubset(of: Self.lineEnds(old)), "\(spelling)")
      #expect(bytes.filter { $0 >= 0x80 } == fixed.bytes.filter { $0 >= 0x80 }, "\(spelling)")
      #expect((bytes.last == 0x0A) == (fixed.bytes.last == 0x0A), "\(spelling)")
    }
  }

  private static func lines(_ bytes: [UInt8]) -> [[UInt8]] {
    bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
  }

  private static func release(_ lines: [[UInt8]]) -> [[UInt8]] { lines.filter { $0.starts(with: "Release:".utf8) } }

  private static func changelog(_ lines: [[UInt8]]) -> [[UInt8]] { Array(lines.drop { !$0.starts(with: "%changelog".utf8) }) }

  /// Whether lines, but for the last, which may have none, end with a carriage return.
  private static func lineEnds(_ lines: [[UInt8]]) -> Set<Bool> { Set(lines.dropLast().map { $0.last == 0x0D }) }

  // MARK: Every rule

  /// Rules whose source proposes a rewrite.
  static let rules: [String] = {
    BuiltCommand.files(in: "Sources/SpecRules/Rules").filter { path in
      let text = (try? BuiltCommand.file(path)) ?? ""
      return text.contains("FixIt") || text.contains("Rewrite(") || text.contains("Rewrites(")
    }.compactMap { $0.split(separator: "/").last }.map { RuleID.derived(fromTypeName: String($0.dropLast(".swift".count))) }.sorted()
  }()

  @Test("every rule that proposes one has an example of before and after", arguments: rules)
  func examples(id: String) throws {
    try #require(Self.rules.count > 10)
    let folder = "\(BuiltCommand.package)/Tests/SpecLintTests/Fixes"
    let texts = try FileManager.default.contentsOfDirectory(atPath: folder).map { try BuiltCommand.file("Tests/SpecLintTests/Fixes/\($0)") }
    let words = texts.flatMap { $0.split { " \n".contains($0) } }
    #expect(words.contains { $0 == "\"\(id)\"," }, "no FixCase of '\(id)'")
    #expect(RuleRegistry.rule(withID: id) != nil)
  }
}

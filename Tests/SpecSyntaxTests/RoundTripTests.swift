import Foundation
import SpecSyntax
import Testing

/// The tree gives every byte back, whatever the bytes are.
@Suite("Spec tree, round trip")
struct RoundTripTests {
  private static let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The specs in `Fixtures`, as paths from the package.
  private static let fixtures: [String] = {
    let folder = package.appendingPathComponent("Fixtures").path
    return (FileManager.default.subpaths(atPath: folder) ?? []).filter { $0.hasSuffix(".spec") }.sorted()
  }()

  @Test("of every fixture", arguments: fixtures)
  func fixture(path: String) throws {
    let bytes = [UInt8](try Data(contentsOf: Self.package.appendingPathComponent("Fixtures/\(path)")))
    try #require(!bytes.isEmpty)
    Self.check(bytes)
    // Cut anywhere it is still a text with a tree.
    for length in stride(from: 0, to: bytes.count, by: 211) { Self.check(Array(bytes[..<length])) }
  }

  /// Further specs, below the folder that `SPEC_TREE_FOLDER` names.
  @Test("of every spec of a folder", .enabled(if: ProcessInfo.processInfo.environment["SPEC_TREE_FOLDER"] != nil))
  func folder() throws {
    let folder = try #require(ProcessInfo.processInfo.environment["SPEC_TREE_FOLDER"])
    let paths = (FileManager.default.subpaths(atPath: folder) ?? []).filter { $0.hasSuffix(".spec") }
    try #require(!paths.isEmpty)
    for path in paths { Self.check([UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(path)")))) }
  }

  @Test("there are fixtures")
  func fixturesAreFound() { #expect(Self.fixtures.count > 50) }

  /// `SPEC_TREE_ROUNDS` asks for more than the 1,000 of every run.
  @Test("of random bytes and random parts of specs", arguments: [1, 2, 3, 4] as [UInt64])
  func random(seed: UInt64) {
    var words = SpecWords(seed: seed)
    let rounds = ProcessInfo.processInfo.environment["SPEC_TREE_ROUNDS"].flatMap(Int.init) ?? 250
    for _ in 0..<rounds { Self.check(words.text(length: 120)) }
  }

  @Test("of what is opened and never closed, nested without end, or cut off")
  func hostile() {
    for opening in ["%{", "%{?a:", "%(", "%[", "%global x {", "%if 1\n", "%!", "%\n", "%{!?", "\\\n"] {
      Self.check(Array(String(repeating: opening, count: 5_000).utf8))
    }
    Self.check(Array((String(repeating: "%{?a:", count: 5_000) + String(repeating: "}", count: 5_000)).utf8))
  }

  /// The leaves cover the text once and in order, and so do lines, and the lines of sections.
  private static func check(_ bytes: [UInt8], sourceLocation: Testing.SourceLocation = #_sourceLocation) {
    let spec = Spec(bytes)
    let joined = spec.leaves.reduce(into: [UInt8]()) { $0 += bytes[$1] }
    #expect(joined == bytes, "\(String(decoding: bytes, as: UTF8.self))", sourceLocation: sourceLocation)
    #expect(spec.lines.reduce(into: [UInt8]()) { $0 += bytes[$1.range] } == bytes, sourceLocation: sourceLocation)
    #expect(spec.sections.flatMap(\.lines).elementsEqual(spec.lines.indices), sourceLocation: sourceLocation)
    #expect(
      spec.sections.map(\.range).reduce(0) { $0 == $1.lowerBound ? $1.upperBound : -1 } == bytes.count, sourceLocation: sourceLocation)
  }
}

/// Texts of the bytes and words that matter to rpm, the same for the same seed.
private struct SpecWords {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }

  private static let bytes = Array("%{}()[]\n\\?!:#ab 1*-\"\0\r\t.,if".utf8)
  private static let words = [
    "%if ", "%endif\n", "%else\n", "%global ", "%define x(", "%files\n", "%changelog\n", "* Mon Jan 1 2024 A - 1", "%{?x:", "%(", "%[",
    "Name: ",
    "%build\n", "%dnl ", "%{lua:", "%attr(", "%post -n x\n",
  ].map { Array($0.utf8) }

  mutating func text(length: UInt64) -> [UInt8] {
    let length = Int(next() % length)
    var text: [UInt8] = []
    while text.count < length {
      switch next() % 4 {
      case 0: text.append(UInt8(truncatingIfNeeded: next()))
      case 1: text += Self.words[Int(next() % UInt64(Self.words.count))]
      default: text.append(Self.bytes[Int(next() % UInt64(Self.bytes.count))])
      }
    }
    return text
  }

  /// xorshift64: Marsaglia, "Xorshift RNGs".
  private mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }
}

import Diagnostics
import SpecSyntax

/// A comment of a spec that asks to be silent about findings: `# rpmscope: ignore[rule-id] reason`.
struct Suppression: Sendable {
  struct Target: Sendable {
    let id: String
    let range: ByteRange
  }

  /// The rules named, and where each name stands.
  let targets: [Target]
  let reason: String
  /// 1-based lines that it speaks of; nil for the whole file.
  let lines: ClosedRange<Int>?

  func covers(line: Int) -> Bool { lines?.contains(line) ?? true }
}

/// All such comments of one file.
///
/// A comment on a line of its own speaks of the next line that is neither blank nor a comment, with everything that rpm joins to
/// it; one behind a scriptlet's command speaks of that line. Outside scriptlets `#` begins no comment behind other text.
struct SuppressionComments: Sendable {
  private(set) var suppressions: [Suppression] = []
  /// Comments that begin like one and cannot be understood.
  private(set) var malformed: [ByteRange] = []

  private static let marker = Array("rpmscope:".utf8)

  init(_ source: SourceFile) {
    guard source.bytes.firstRange(of: Self.marker) != nil else { return }
    let spec = Spec(source.bytes)
    for number in 1...source.lineStarts.count {
      let line = source.line(number)
      guard line.contains(UInt8(ascii: "#")) else { continue }
      let isScriptlet = spec.section(at: line.startIndex).keyword.isScriptlet
      guard let comment = Self.comment(in: line, isScriptlet: isScriptlet) else { continue }
      guard let parsed = Self.parse(line[comment.start...]) else {
        malformed.append(comment.hash..<line.endIndex)
        continue
      }
      let lines = comment.isWholeLine ? Self.linesBelow(number, in: source, spec) : Self.linesAround(number, in: source)
      suppressions.append(Suppression(targets: parsed.targets, reason: parsed.reason, lines: parsed.isForFile ? nil : lines))
    }
  }

  // MARK: Reading one comment

  /// Where `#` is and what follows `rpmscope:`.
  private static func comment(in line: ArraySlice<UInt8>, isScriptlet: Bool) -> (hash: Int, start: Int, isWholeLine: Bool)? {
    var search = line
    while let hash = search.firstIndex(of: UInt8(ascii: "#")) {
      search = line[(hash + 1)...]
      let before = line[..<hash]
      let isWholeLine = before.allSatisfy(isBlank)
      guard isWholeLine || (isScriptlet && before.last.map(isBlank) == true) else { continue }
      let text = search.drop { isBlank($0) || $0 == UInt8(ascii: "#") }
      if text.starts(with: marker) { return (hash, text.startIndex + marker.count, isWholeLine) }
      if isWholeLine { return nil }
    }
    return nil
  }

  /// `ignore[a, b] reason` or `ignore-file[a] reason`.
  private static func parse(_ text: ArraySlice<UInt8>) -> (targets: [Suppression.Target], reason: String, isForFile: Bool)? {
    var rest = text.drop(while: isBlank)
    let word = rest.prefix { $0 != UInt8(ascii: "[") && !isBlank($0) }
    guard word.elementsEqual("ignore".utf8) || word.elementsEqual("ignore-file".utf8) else { return nil }
    rest = rest[word.endIndex...]
    guard rest.first == UInt8(ascii: "["), let close = rest.firstIndex(of: UInt8(ascii: "]")) else { return nil }
    let targets = rest[(rest.startIndex + 1)..<close].split(separator: UInt8(ascii: ",")).compactMap { item -> Suppression.Target? in
      let id = trimmed(item)
      return id.isEmpty ? nil : Suppression.Target(id: String(decoding: id, as: UTF8.self), range: id.startIndex..<id.endIndex)
    }
    guard !targets.isEmpty else { return nil }
    return (targets, String(decoding: trimmed(rest[(close + 1)...]), as: UTF8.self), word.count > 6)
  }

  private static func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let start = text.firstIndex { !isBlank($0) } ?? text.endIndex
    let end = text.lastIndex { !isBlank($0) }.map { $0 + 1 } ?? start
    return text[start..<end]
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }

  // MARK: The lines it speaks of

  private static func linesBelow(_ number: Int, in source: SourceFile, _ spec: Spec) -> ClosedRange<Int>? {
    var next = number + 1
    while next <= source.lineStarts.count {
      let text = source.line(next).drop(while: isBlank)
      if !text.isEmpty, text.first != UInt8(ascii: "#") { break }
      next += 1
    }
    guard next <= source.lineStarts.count else { return number...number }
    let end = spec.line(at: source.lineStarts[next - 1])?.range.upperBound ?? 0
    return next...max(next, source.location(of: end - 1).line)
  }

  /// The line and those before it that end in a backslash.
  private static func linesAround(_ number: Int, in source: SourceFile) -> ClosedRange<Int> {
    var first = number
    while first > 1, source.line(first - 1).last == UInt8(ascii: "\\") { first -= 1 }
    return first...number
  }
}

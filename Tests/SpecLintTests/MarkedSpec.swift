import Diagnostics
import SpecLint
import SpecRules
import Testing

/// A snippet of a spec in which `«` and `»` stand around what must be found.
///
/// The snippet is what follows the usual tags: further tags, then sections.
struct MarkedSpec {
  let text: String
  /// Byte ranges in `text`, in order.
  let marks: [ByteRange]

  private static let tags = "Name: hello\nVersion: 1.2\nRelease: 1%{?dist}\nSummary: Greets\nLicense: MIT\nSource0: hello.tar.gz\n"

  init(_ snippet: String) {
    var bytes: [UInt8] = []
    var starts: [Int] = []
    var marks: [ByteRange] = []
    // A package must have one; at the end it is in nobody's way.
    let description = snippet.contains("%description\n") ? "" : "\n%description\nGreets.\n"
    // A tag that the snippet gives itself is given once; those of a sub-package are others.
    let given = snippet.split(separator: "\n").prefix { !$0.hasPrefix("%package") }.compactMap { $0.split(separator: ":").first }
    let tags = Self.tags.split(separator: "\n").filter { tag in !given.contains { tag.hasPrefix("\($0):") } }.map { $0 + "\n" }.joined()
    for character in tags + snippet + "\n" + description {
      switch character {
      case "«": starts.append(bytes.count)
      case "»": if let start = starts.popLast() { marks.append(start..<bytes.count) }
      default: bytes += Array(character.utf8)
      }
    }
    text = String(decoding: bytes, as: UTF8.self)
    self.marks = marks.sorted { $0.lowerBound < $1.lowerBound }
  }

  /// The findings of one rule, or of all.
  func findings(
    of rule: String? = nil, confidence: Confidence = .medium, builder: LintOptions.Builder = .any, target: String? = nil,
    audience: String? = nil
  ) throws -> [Diagnostic] {
    var options = LintOptions()
    options.select = try rule.map { [try DescribedRule($0)] } ?? []
    options.minimumConfidence = confidence
    options.builder = builder
    options.evaluation.jobs = 1
    if let audience { options.listen(to: audience) }
    if let target { options.evaluation.targets = [try Target(target)] }
    options.evaluation.workerPath = BuiltCommand.path(of: "rpmscope-worker")
    let report = try Linter(options).lint(SpecInput(path: "hello.spec", bytes: Array(text.utf8)))
    for diagnostic in report.diagnostics { try Self.checkAnnounced(diagnostic) }
    return report.diagnostics
  }

  /// The catalogue says of the rule that its findings can be as sure.
  private static func checkAnnounced(_ diagnostic: Diagnostic) throws {
    let rule = try #require(DescribedRule.named(diagnostic.rule))
    #expect(rule.confidences.contains(diagnostic.confidence), "'confidences' of \(rule.id) lacks .\(diagnostic.confidence.rawValue)")
  }

  /// Where findings stand, as byte ranges.
  func ranges(of diagnostics: [Diagnostic]) -> [ByteRange] {
    let source = SourceFile(path: "hello.spec", bytes: Array(text.utf8))
    return diagnostics.compactMap { diagnostic in
      guard let start = source.offset(of: diagnostic.place.start), let end = source.offset(of: diagnostic.place.end) else { return nil }
      return start..<max(start, end)
    }
  }

  /// The text of ranges, for messages.
  func words(_ ranges: [ByteRange]) -> [String] {
    ranges.map { String(decoding: Array(text.utf8)[$0], as: UTF8.self) }
  }
}

extension LintOptions {
  /// As those who hear of a rule: of one that only the pedantic hear of nothing else, and in a profile whose guideline asks for it.
  mutating func listen(to rule: String) {
    guard let registered = RuleRegistry.rule(withID: rule) else { return }
    let isForFew = registered.persona == .pedantic || !registered.profiles.contains(.generic)
    if isForFew, let described = DescribedRule.named(rule) { select = [described] }
    if !registered.profiles.contains(.generic) {
      profile = registered.profiles.map(\.rawValue).sorted().last.flatMap(LintOptions.Profile.init)
    }
  }
}

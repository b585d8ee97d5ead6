import Foundation
import Testing

/// The words that users read are plain English: none of the forms that give a translation away.
@Suite("Wording")
struct WordingTests {
  /// A form that nobody says, and what to write instead.
  private static var forms: [(pattern: Regex<Substring>, instead: String)] {
    [
      (/\b(?:is|are|was) no (?!longer|more)/, "is not a …"), (/\band is none\b|\bis none (?:that|of)\b/, "is not one that …"),
      (/\banother one\b/, "a different …"), (/\bspeaks? of\b/, "is about"), (/\bstands? (?:here|there|in|for|inside)\b/, "is in, is given"),
      (/\bgoe?s? over\b/, "take precedence over"), (/\bsurely\b/, "certainly"), (/\bnobody\b/, "passive voice"),
      (/\ban information\b/, "info"), (/, for [A-Z]+ is\b/, "because"), (/\bhere belongs?\b/, "expected"),
    ]
  }

  @Test("of messages, helps and summaries", arguments: BuiltCommand.files(in: "Sources").filter { Self.hasTexts($0) })
  func messages(file: String) throws {
    let forms = Self.forms
    for (number, line) in try BuiltCommand.file(file).split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      guard !line.drop(while: \.isWhitespace).hasPrefix("//") else { continue }
      // "There is no 'x'" is fine.
      let plain = line.replacing(/\bthere (?:is|are|was) no\s/, with: "")
      for text in plain.matches(of: /"(?:[^"\\]|\\.)*"/).map(\.output) {
        for (pattern, instead) in forms where text.contains(pattern) {
          Issue.record("\(file):\(number + 1): \(text); write '\(instead)'")
        }
      }
    }
  }

  /// Sources of the package, without what is generated from others or speaks to its developers.
  private static func hasTexts(_ file: String) -> Bool {
    file.hasSuffix(".swift") && !file.contains("/Generated/") && !file.contains("/Maintenance/") && !file.contains("/.build/")
  }

  @Test(
    "finds what it looks for", arguments: ["'x' is no key", "an alias stands for nothing", "here belongs a list", "later ones go over it"])
  func examples(text: String) {
    #expect(Self.forms.contains { text.contains($0.pattern) })
  }
}

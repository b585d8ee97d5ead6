import Diagnostics
import SpecLint
import Testing

/// A snippet with what a rule must find in it.
struct RuleCase: CustomTestStringConvertible, Sendable {
  let name: String
  let snippet: String
  var confidence = Confidence.medium
  var builder = LintOptions.Builder.any

  init(_ name: String, _ snippet: String, confidence: Confidence = .medium, builder: LintOptions.Builder = .any) {
    self.name = name
    self.snippet = snippet
    self.confidence = confidence
    self.builder = builder
  }

  var testDescription: String { name }

  /// The rule finds what is marked, and nothing else.
  func check(_ rule: String, sourceLocation: Testing.SourceLocation = #_sourceLocation) throws {
    let spec = MarkedSpec(snippet)
    let found = spec.ranges(of: try spec.findings(of: rule, confidence: confidence, builder: builder))
    #expect(spec.words(found) == spec.words(spec.marks), "\(rule) in:\n\(spec.text)", sourceLocation: sourceLocation)
    #expect(found == spec.marks, sourceLocation: sourceLocation)
  }
}

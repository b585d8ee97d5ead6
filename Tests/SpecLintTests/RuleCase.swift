import Diagnostics
import SpecLint
import Testing

/// A snippet with what a rule must find in it.
struct RuleCase: CustomTestStringConvertible, Sendable {
  let name: String
  let snippet: String
  var confidence = Confidence.medium
  var builder = LintOptions.Builder.any
  /// nil: the host's macros, or a bundled set where the spec calls for one.
  var target: String?

  init(
    _ name: String, _ snippet: String, confidence: Confidence = .medium, builder: LintOptions.Builder = .any, target: String? = nil
  ) {
    self.name = name
    self.snippet = snippet
    self.confidence = confidence
    self.builder = builder
    self.target = target
  }

  var testDescription: String { name }

  /// The rule finds nothing, however unsure.
  func checkSilence(of rule: String, sourceLocation: Testing.SourceLocation = #_sourceLocation) throws {
    let spec = MarkedSpec(snippet)
    let found = spec.ranges(of: try spec.findings(of: rule, confidence: .low, builder: builder, target: target))
    #expect(spec.words(found) == [], "\(rule) in:\n\(spec.text)", sourceLocation: sourceLocation)
  }

  /// The rule finds what is marked, and nothing else.
  func check(_ rule: String, sourceLocation: Testing.SourceLocation = #_sourceLocation) throws {
    let spec = MarkedSpec(snippet)
    let found = spec.ranges(of: try spec.findings(of: rule, confidence: confidence, builder: builder, target: target))
    #expect(spec.words(found) == spec.words(spec.marks), "\(rule) in:\n\(spec.text)", sourceLocation: sourceLocation)
    #expect(found == spec.marks, sourceLocation: sourceLocation)
  }
}

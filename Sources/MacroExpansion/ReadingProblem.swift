package import Diagnostics

/// What can go wrong while a spec is read; the worker reports it, no rule looks for it.
///
/// The raw value is what findings of it are called.
package enum ReadingProblem: String, CaseIterable, Sendable {
  case badCondition = "bad-condition"
  case duplicateSection = "duplicate-section"
  case emptyTag = "empty-tag"
  case expansionError = "expansion-error"
  case expansionWarning = "expansion-warning"
  case misplacedConditional = "misplaced-conditional"
  case missingInclude = "missing-include"
  case missingTag = "missing-tag"
  case nulByte = "nul-byte"
  case unclosedConditional = "unclosed-conditional"
  case unclosedMacro = "unclosed-macro"
  case unfilledTemplate = "unfilled-template"
  case undecidedCondition = "undecided-condition"
  case undefinedMacro = "undefined-macro"
  case unknownTag = "unknown-tag"
  case untriedConditions = "untried-conditions"

  /// Of a finding, in any spec.
  package var severity: Severity {
    switch self {
    case .badCondition, .duplicateSection, .emptyTag, .expansionError, .misplacedConditional, .missingInclude, .missingTag,
      .unclosedConditional, .unclosedMacro, .unknownTag:
      .error
    case .expansionWarning, .nulByte, .undefinedMacro: .warning
    case .unfilledTemplate, .undecidedCondition, .untriedConditions: .info
    }
  }

  /// Whether a part of the spec may be missing from what was read.
  package var hidesText: Bool { self == .expansionError || self == .missingInclude }
}

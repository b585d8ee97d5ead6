package import Diagnostics

/// What can go wrong while a spec is read; the worker reports it, no rule looks for it.
///
/// The raw value is what findings of it are called.
package enum ReadingProblem: String, CaseIterable, Sendable {
  case badCondition = "bad-condition"
  case continuedMacroArguments = "continued-macro-arguments"
  case changelogEntry = "changelog-entry"
  case changelogOrder = "changelog-order"
  case changelogWeekday = "changelog-weekday"
  case dependencySyntax = "dependency-syntax"
  case deprecatedTag = "deprecated-tag"
  case duplicatePackage = "duplicate-package"
  case duplicateSection = "duplicate-section"
  case duplicateTag = "duplicate-tag"
  case emptyTag = "empty-tag"
  case expansionError = "expansion-error"
  case expansionWarning = "expansion-warning"
  case invalidEncoding = "invalid-encoding"
  case invalidTagValue = "invalid-tag-value"
  case luaSyntax = "lua-syntax"
  case malformedSectionHeader = "malformed-section-header"
  case misplacedConditional = "misplaced-conditional"
  case missingDescription = "missing-description"
  case missingInclude = "missing-include"
  case missingTag = "missing-tag"
  case nulByte = "nul-byte"
  case numberedPatch = "numbered-patch"
  case obsoletesNotAName = "obsoletes-not-a-name"
  case repeatedFilesSection = "repeated-files-section"
  case specRefused = "spec-refused"
  case tokensAfterConditional = "tokens-after-conditional"
  case unclosedConditional = "unclosed-conditional"
  case unclosedMacro = "unclosed-macro"
  case undecidedCondition = "undecided-condition"
  case undefinedMacro = "undefined-macro"
  case unfilledTemplate = "unfilled-template"
  case unknownBuildSystem = "unknown-build-system"
  case unknownPackage = "unknown-package"
  case unknownTag = "unknown-tag"
  case untriedConditions = "untried-conditions"
  case unversionedObsoletes = "unversioned-obsoletes"

  /// Of a finding, in any spec.
  package var severity: Severity {
    switch self {
    case .badCondition, .continuedMacroArguments, .duplicateSection, .emptyTag, .expansionError, .misplacedConditional, .missingInclude,
      .missingTag, .unclosedConditional, .unclosedMacro, .unknownBuildSystem, .unknownTag, .changelogEntry, .changelogOrder,
      .dependencySyntax, .duplicatePackage, .duplicateTag, .invalidEncoding, .invalidTagValue, .luaSyntax, .malformedSectionHeader,
      .missingDescription, .numberedPatch, .obsoletesNotAName, .specRefused, .unknownPackage:
      .error
    case .expansionWarning, .nulByte, .undefinedMacro, .changelogWeekday, .deprecatedTag, .repeatedFilesSection, .tokensAfterConditional,
      .unversionedObsoletes:
      .warning
    case .unfilledTemplate, .undecidedCondition, .untriedConditions: .info
    }
  }

  /// Whether a part of the spec may be missing from what was read.
  package var hidesText: Bool { self == .expansionError || self == .missingInclude }
}

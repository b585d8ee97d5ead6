/// What can go wrong while a spec is read; the worker reports it, no rule looks for it.
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

  package var summary: String {
    switch self {
    case .badCondition: "The expression of an `%if` or the operand of an `%ifarch` is none that rpm understands."
    case .duplicateSection: "A build scriptlet stands twice, which rpm refuses."
    case .emptyTag: "A tag has no value."
    case .expansionError: "rpm refuses to expand a macro."
    case .expansionWarning: "rpm expands a macro, with a complaint."
    case .misplacedConditional: "An `%else`, `%elif` or `%endif` has no `%if`, or an `%elif` follows an `%else`."
    case .missingInclude: "An `%include` names a file that is not there, or is none of the spec's folder."
    case .missingTag: "A tag that rpm insists on is missing."
    case .nulByte: "A NUL byte hides the rest of its line from rpm."
    case .unclosedConditional: "An `%if` has no `%endif`."
    case .unclosedMacro: "A `%{`, `%(` or `%[`, or a line continuation, is still open where the file ends."
    case .unfilledTemplate: "The file is a template, yet to be filled in, of which only the finished parts can be judged."
    case .undecidedCondition: "A condition depends on a command that is not run here; it counts as false."
    case .undefinedMacro: "A macro that is called is defined nowhere, so that rpm leaves the call as it is."
    case .untriedConditions: "A spec asks more conditions than branches are tried; what stands in the others is not judged."
    case .unknownTag: "A line of the preamble is no tag that rpm knows, often because nobody defines a macro."
    }
  }
}

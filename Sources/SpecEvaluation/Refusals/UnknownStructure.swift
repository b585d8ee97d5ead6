internal import Diagnostics
internal import MacroExpansion
internal import SpecSyntax

/// Whether calls of macros that nobody defines stand where whole tags, packages or sections may be meant.
struct UnknownStructure {
  let state: EvaluationState

  /// Sections in which a line that is nothing but a call is more than shell text.
  static let sections: Set<SectionKeyword> = [.preamble, .package, .description, .files, .end]

  /// After which rpm itself would not read on, or read otherwise.
  private static let faults: Set<ReadingProblem> = [.unclosedMacro, .unclosedConditional, .misplacedConditional, .badCondition, .nulByte]

  var isFound: Bool {
    state.spec.problems.contains { Self.faults.contains($0.id) }
      || state.spec.undefinedMacros.contains { Self.sections.contains($0.section) && isWholeLine($0) }
  }

  /// A call with its arguments; `%{_foodir}/x` in a file list is a path.
  private func isWholeLine(_ macro: UndefinedMacro) -> Bool {
    let bytes = state.spec.files[macro.file].bytes
    let before = bytes[..<macro.range.lowerBound].reversed().prefix { $0 != 0x0A }
    let after = bytes[min(bytes.count, macro.range.upperBound)...].prefix { $0 != 0x0A }
    return before.allSatisfy(\.isBlank) && (!macro.isBraced || after.allSatisfy(\.isSpace))
  }
}

package import Diagnostics
package import MacroExpansion
import SpecRules

extension ExpandedSpec {
  /// What went wrong while it was read, as diagnostics; Lua calls that are not run here have a rule, `side-effect-at-parse-time`.
  package var diagnosedProblems: [Diagnostic] { problems.compactMap(diagnosed) }

  /// What rpm refuses of a branch that the target does not take.
  ///
  /// Macros have the values of the target, not of who takes that branch: only lines without a call of one are judged. Faults that several
  /// lines make together count where the builder may turn the condition as he likes (`--with`), as other conditions depend on each other.
  package func refusals(under condition: String) -> [Diagnostic] {
    let isSwitch = condition.contains("with")
    return problems.filter { problem in
      switch problem.id.extent {
      case .line: isWithoutCall(problem)
      case .structure: isSwitch && isWithoutCall(problem)
      case .reading: false
      }
    }.compactMap(diagnosed)
  }

  private func isWithoutCall(_ problem: Problem) -> Bool {
    let file = files[problem.file]
    let line = file.line(file.location(of: problem.range.lowerBound).line)
    // The header of a section is no call.
    let text = line.first == UInt8(ascii: "%") ? line.dropFirst() : line[...]
    return !text.contains(UInt8(ascii: "%"))
  }

  private func diagnosed(_ problem: Problem) -> Diagnostic? {
    var notes: [Note] = []
    switch problem.cause {
    case .refusedCall: return nil
    case .parser(let sentence, _): notes = [Note("rpm says '\(sentence)'")]
    case .missingMacroFile, .recursion, .misspelling, nil: break
    }
    return Diagnostic(
      rule: problem.id.rawValue, severity: problem.severity, confidence: problem.confidence, message: problem.message,
      place: place(problem.source), notes: notes,
      fixes: rewrites(of: problem))
  }
}

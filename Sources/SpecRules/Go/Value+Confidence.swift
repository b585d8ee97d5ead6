package import Diagnostics
package import GoBuild

extension Value {
  /// How sure a finding is that holds for one alternative only: what is one of several may be another.
  package var confidence: Confidence { alternatives.count > 1 ? .medium : .high }
}

extension GoCommand {
  /// When the command runs and sees one of a value's alternatives.
  package func condition(with alternative: Value.Alternative) -> String? {
    let conditions = [condition, alternative.condition].compactMap(\.self)
    return conditions.isEmpty ? nil : conditions.joined(separator: " and ")
  }
}

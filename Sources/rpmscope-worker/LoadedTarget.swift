import MacroTargets
import SpecEvaluation

/// The target whose macros a spec is read with.
struct LoadedTarget {
  /// "host" or a bundled target's name.
  let name: String
  /// Why it was chosen; empty where the caller named it.
  let reason: String
  /// Whether no sign speaks for another distribution; true where the caller named it.
  let isSure: Bool
  let dialect: RPMDialect
  let names: TargetNames
}

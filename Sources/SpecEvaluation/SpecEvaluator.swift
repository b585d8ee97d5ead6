package import Diagnostics
package import MacroExpansion
package import MacroTargets
package import RPMMacros
internal import SpecSyntax

/// Reads a spec as rpm 4.18 does and remembers where every byte came from, without giving up and without running anything.
///
/// It follows librpmbuild's parser (build/parseSpec.c and its kin), which itself aborts at the first fault, keeps no origins
/// and cannot be asked to go on. What that parser refuses of the text it yields is asked of it at the end (`SpecRefusals`).
package struct SpecEvaluator {
  package let engine: MacroEngine
  package let state: EvaluationState
  private let includes: IncludeResolver
  private let decisions: [Int: Bool]
  private let identity: IdentityReplacement
  private let dialect: RPMDialect
  private let names: TargetNames
  private let parser: SpecParser?

  /// - Parameter parser: librpm's own, where it is to be asked what it refuses.
  package init(
    spec: SourceFile, target: String, targetReason: String = "", isTargetSure: Bool = true, engine: MacroEngine, includes: IncludeResolver,
    decisions: [Int: Bool] = [:], identity: [String: [UInt8]] = [:], dialect: RPMDialect, names: TargetNames = TargetNames(),
    parser: SpecParser? = nil
  ) {
    self.engine = engine
    self.includes = includes
    self.decisions = decisions
    self.identity = IdentityReplacement(values: identity)
    self.dialect = dialect
    self.names = names
    self.parser = parser
    state = EvaluationState(spec: ExpandedSpec(files: [spec], target: target, targetReason: targetReason, isTargetSure: isTargetSure))
  }

  package func evaluate() -> ExpandedSpec {
    _ = engine.takeMessages()
    state.reportTemplate()
    // It is set for every line, here and in librpm's parser: a macro that is there already need not be sorted into the table each time.
    engine.push("__file_lineno", body: [UInt8(ascii: "0")], isLiteral: true)
    var pass = newPass()
    if let architecture = pass.run(isSecond: false) {
      // BuildArch makes rpm read the spec again from its start for that architecture, keeping all macros.
      state.startAgain()
      engine.push("_target_cpu", body: architecture)
      pass = newPass()
      _ = pass.run(isSecond: true)
    }
    state.report(engine.takeMessages())
    if let parser { SpecRefusals(state: state, parser: parser, dialect: dialect).report() }
    return state.spec
  }

  private func newPass() -> SpecPass {
    SpecPass(
      engine: engine, state: state, includes: includes, decisions: decisions, identity: identity, dialect: dialect,
      names: names)
  }
}

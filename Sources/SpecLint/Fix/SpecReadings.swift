import Diagnostics
import MacroExpansion
import SpecRules

/// Everything one spec can be read as: as its target would, and with each condition turned round, with what all rules say of it.
struct SpecReadings {
  struct Reading {
    /// By the byte offset of the condition's line; none for the target's own reading.
    let decisions: [Int: Bool]
    let build: BuildReader.Build
    /// Of all rules, however sure.
    let findings: [Diagnostic]
  }

  let readings: [Reading]
  /// Conditions beyond the limit, which were not tried.
  let leftOut: Int

  /// - Returns: nil where the spec cannot be read.
  init?(with reader: TrialReader, settings: RuleSettings) {
    guard let first = reader.readOriginal() else { return nil }
    var plan = BranchPlan(first)
    var readings = [Self.reading([:], first, settings)]
    var pending = plan.branches
    while !pending.isEmpty {
      let decisions = pending.map(\.decisions)
      guard let builds = reader.readOriginal(decisions, first: first) else { return nil }
      let read = zip(decisions, builds).map { Self.reading($0, $1, settings) }
      readings += read
      pending = zip(pending, read).flatMap { branch, reading in plan.further(in: reading.build.spec, of: branch) }
    }
    self.readings = readings
    leftOut = plan.leftOut
  }

  /// The readings of an edited spec that belong to those of the original, in the same order; nil where one fails.
  func readings(of input: SpecInput, after edited: EditedText, with reader: TrialReader, settings: RuleSettings) -> [Reading]? {
    guard let first = reader.read(input) else { return nil }
    let decisions = readings.dropFirst().map { reading in
      Dictionary(reading.decisions.map { (edited.offset(after: $0.key), $0.value) }, uniquingKeysWith: { first, _ in first })
    }
    return reader.read(input, decisions, known: first).map { builds in
      [Self.reading([:], first, settings)] + zip(decisions, builds).map { Self.reading($0, $1, settings) }
    }
  }

  private static func reading(_ decisions: [Int: Bool], _ build: BuildReader.Build, _ settings: RuleSettings) -> Reading {
    let context = build.judgement.context(of: build, settings, isTakenByTarget: decisions.isEmpty)
    let findings = build.spec.diagnosedProblems + RuleRegistry.all.flatMap { build.judgement.findings(of: $0, in: context) }
    return Reading(decisions: decisions, build: build, findings: findings)
  }
}

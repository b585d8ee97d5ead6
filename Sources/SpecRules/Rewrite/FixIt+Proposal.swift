package import Diagnostics

extension FixIt {
  /// A rewrite that is safe if trying it shows that nothing but what it promises changes; none where the spec has no place for it.
  package static func safe(_ title: String, _ edits: [TextEdit]?, changing promise: FixPromise = .nothing) -> [FixIt] {
    guard let edits, !edits.isEmpty else { return [] }
    return [FixIt(title: title, applicability: .safe, edits: edits, reason: nil, promise: promise)]
  }

  /// A rewrite that only the packager can judge, with what there is to judge.
  package static func unsafe(
    _ title: String, _ edits: [TextEdit]?, because reason: String, changing promise: FixPromise = .nothing
  ) -> [FixIt] {
    guard let edits, !edits.isEmpty else { return [] }
    return [FixIt(title: title, applicability: .unsafe, edits: edits, reason: reason, promise: promise)]
  }
}

extension FixPromise {
  /// The words of go commands change.
  package static let arguments = FixPromise(effects: [.arguments, .parallelism])

  /// The words of one subcommand change; others may have them from the same place.
  package static func arguments(of subcommand: String) -> FixPromise {
    FixPromise(effects: [.arguments, .parallelism], subcommands: [subcommand])
  }

  /// Go commands get `-trimpath`, on their lines or in GOFLAGS.
  package static let trimsPaths = FixPromise(variables: ["GOFLAGS"], effects: [.arguments])

  package static func sets(_ variables: String..., effects: Set<Effect> = []) -> FixPromise {
    FixPromise(variables: Set(variables), effects: effects)
  }
}

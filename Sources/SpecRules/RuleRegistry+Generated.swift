// Written by `swift run generate-rules` from Sources/SpecRules/Rules; changes belong there.

extension RuleRegistry {
  /// Every rule, sorted by id.
  package static let all: [RegisteredRule] = [
    RegisteredRule(ModuleCachePerBuild(), page: RulePages.moduleCachePerBuild),
    RegisteredRule(RejectedFlag(), page: RulePages.rejectedFlag),
  ]
}

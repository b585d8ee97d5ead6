package import Diagnostics

/// One thing that can be wrong with a spec, and how to see it.
///
/// A rule is a type of its own in a file of its own; the type's doc comment is its page, and its name gives its id:
/// `ModuleCachePerBuild` is `module-cache-per-build`. Ids name the wrong, so that "ignore module-cache-per-build"
/// makes sense. `generate-rules` (in `Sources/Maintenance`) collects the types into `RuleRegistry`.
package protocol Rule: Sendable {
  /// What a finding of this rule is, unless settings say otherwise.
  static var severity: Severity { get }
  /// How sure its findings can be; always sure unless it says otherwise.
  static var confidences: Set<Confidence> { get }
  /// The rewrites that its findings can come with; none unless it says otherwise.
  static var fixes: Set<FixIt.Applicability> { get }
  /// Who hears of it; all unless it says otherwise.
  static var persona: Persona { get }
  /// Whose guidelines ask for it; all unless it says otherwise.
  static var profiles: Set<Profile> { get }
  /// Whether it is for those who name the target or the profile: distributions that share macros differ in it.
  static var isForNamedProfiles: Bool { get }

  init()

  /// `module-cache-per-build`; `generate-rules` writes it down, as deriving it takes longer than most rules do.
  static var id: String { get }

  /// The findings in one spec; a pure function of the context.
  func check(_ context: RuleContext) -> [Diagnostic]
}

extension Rule {
  package static var confidences: Set<Confidence> { [.high] }
  package static var fixes: Set<FixIt.Applicability> { [] }
  package static var persona: Persona { .regular }
  package static var profiles: Set<Profile> { Profile.all }
  package static var isForNamedProfiles: Bool { false }
  package static var id: String { RuleID.derived(fromTypeName: String(describing: Self.self)) }
}

/// What a user tells the rules about the builds a spec is meant for.
package struct RuleSettings: Sendable, Hashable {
  /// Who builds: it decides whether a private cache costs anything.
  package enum Builder: String, Sendable, CaseIterable {
    /// koji, OBS, mock offline: a throw-away chroot without network.
    case official
    /// COPR and CI with network: a throw-away chroot, caches shared only through what the builder passes in.
    case copr
    /// mock or rpmbuild loops with persistent caches.
    case local
    /// Any of them.
    case any
  }

  package var builder: Builder
  /// The go that will build; nil when unknown, and then only what every supported Go rejects is reported.
  package var goVersion: GoVersion?
  /// Whether the user has said which distribution the spec is for; else its macros were chosen for what it uses.
  package var namesTarget: Bool
  /// Whose guideline the user wants held against the spec; nil for that of the target.
  package var profile: Profile?

  package init(builder: Builder = .any, goVersion: GoVersion? = nil, namesTarget: Bool = false, profile: Profile? = nil) {
    self.profile = profile
    self.builder = builder
    self.goVersion = goVersion
    self.namesTarget = namesTarget
  }
}

/// Minor release of Go 1: 19 is Go 1.19.
package struct GoVersion: Sendable, Hashable, Comparable {
  package let minor: Int
  package init(minor: Int) { self.minor = minor }
  package static func < (a: Self, b: Self) -> Bool { a.minor < b.minor }
}

/// What a target's rpm reads otherwise than librpm 4.18, whose parser is modelled here.
package struct RPMDialect: Sendable {
  /// rpm ≥ 4.20: one folder for each build, `%{builddir}`; also `%setup -C`, `BuildSystem` and `BuildOption`.
  package let usesBuildFolder: Bool
  /// ALT's rpm: `BuildRequires(pre)`, bare words in conditions, and a `%patch` without a number is patch 0.
  package let hasALTSyntax: Bool

  /// Of the target.
  package let rpmVersion: (major: Int, minor: Int)

  package init(usesBuildFolder: Bool = false, hasALTSyntax: Bool = false, rpmVersion: (major: Int, minor: Int) = (4, 18)) {
    self.rpmVersion = rpmVersion
    self.usesBuildFolder = usesBuildFolder
    self.hasALTSyntax = hasALTSyntax
  }
}

extension MacroTarget {
  /// Whether a spec has something that only this distribution's packagers write, besides macros that others have too.
  ///
  /// Macros tell how a spec can be read, not whose guideline it follows: `%py3_build` and `%{?dist}` are everybody's.
  package func isSpoken(in spec: [UInt8]) -> Bool {
    let spec = Array(spec.prefix(128 << 10))
    let words = SpecWords(bytes: spec)
    if (self.words + (Self.evidence[name] ?? [])).contains(where: words.contains) { return true }
    let asked = MacroNames.asked(in: spec)
    return (DistributionSigns.questions[name] ?? []).contains(where: asked.contains)
  }

  private static let evidence: [String: [String]] = [
    "fedora": [
      "fedoraproject.org", "Fedora Release Engineering", "bugzilla.redhat.com", "redhat.com/show_bug.cgi", "@redhat.com>", "go2rpm",
      "rust2rpm", "Fedora", "%goprep", "%pyproject_",
    ],
    "opensuse": ["@suse.", "suse.com", "opensuse.org", "SUSE "],
  ]
}

/// Words with a percent sign that are rpm's own syntax and no macros.
package enum SpecDirectives {
  private static let anywhere: Set<String> = Set(
    SectionKeyword.allCases.map(\.rawValue) + LineKeyword.allCases.map { String($0.rawValue.dropFirst()) })

  /// rpm-spec(5) "%files section"; `fileAttrs` and `virtualAttrs` in rpm's build/files.c.
  private static let inFiles: Set<String> = [
    "artifact", "attr", "caps", "config", "defattr", "dev", "dir", "doc", "docdir", "exclude", "ghost", "lang", "license", "missingok",
    "noreplace", "pubkey", "readme", "verify",
  ]

  package static func contains(_ name: String, in section: SectionKeyword) -> Bool {
    if anywhere.contains(name.lowercased()) { return true }
    return section == .prep && (name == "setup" || name.hasPrefix("patch")) || section == .files && inFiles.contains(name)
  }
}

internal import Diagnostics
internal import MacroExpansion
internal import MacroTargets
internal import SpecSyntax

/// What the target's rpm refuses otherwise than the parser that is linked: the differences between rpm 4.13 and 6.1 in build/parse*.c.
enum RefusalDialect {
  /// Whether the target's rpm takes what the parser does not, or says nothing of it.
  static func accepts(_ refusal: Refusal, _ dialect: RPMDialect) -> Bool {
    let rpm = dialect.release
    switch refusal.id {
    // 9e8e8bcfb, in 4.14.3 and 4.15.
    case .obsoletesNotAName: return rpm < .v414
    // 0bd50344b.
    case .unversionedObsoletes: return rpm < .v415
    // db46bd8bd brought the qualifiers `preuntrans` and `postuntrans`.
    case .dependencySyntax where refusal.row.words == ": qualifiers":
      return rpm >= .v419 && refusal.qualifiers.allSatisfy { ["preuntrans", "postuntrans"].contains($0) }
    // A name may begin with any of its characters before 4.18.
    case .invalidTagValue where refusal.row.words == "Illegal char": return rpm < .v418 && refusal.isFirstCharacterOfName
    // ALT's `buildreq` writes BuildRequires itself; what a packager asks for stands in BuildPreReq.
    case .deprecatedTag: return dialect.isALT
    default: return false
    }
  }

  static func severity(of refusal: Refusal, _ dialect: RPMDialect) -> Severity {
    // 21457de88 made this an error.
    if refusal.row.words.hasPrefix("Only absolute paths"), dialect.release >= .v420 { return .error }
    if refusal.row.words.hasPrefix("file trigger conditions"), dialect.release < .v420 { return .warning }
    return refusal.said.isError ? .error : .warning
  }
}

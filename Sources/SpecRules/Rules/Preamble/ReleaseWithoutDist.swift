package import Diagnostics
import GoBuild
import MacroExpansion
import SpecSyntax

/// `Release:` lacks `%{?dist}`.
///
/// ## What it does
/// Reports a `Release` whose value does not have `%{dist}` in it.
///
/// ## Why it matters
/// The same spec is built for several releases. Without `.fc43` and `.fc44` in their names the packages are taken for one and the same, and an update of the
/// distribution does not replace the package that was built for the old one.
///
/// Source: Fedora's packaging guideline, under *Versioning*, *Simple versioning*, and *DistTag*: the release must end with `%{?dist}`.
///
/// ## Example
/// ```
/// Release: 1
/// ```
///
/// ## Use instead
/// End the release with `%{?dist}`.
/// ```
/// Release: 1%{?dist}
/// ```
///
/// ## When it stays silent
/// For `%autorelease` and other macros that bring it, and where a macro of the preamble is not known.
///
/// ## Settings
/// For Fedora and EPEL, where the target or the profile is named: other distributions that share their macros have no `%{?dist}`.
package struct ReleaseWithoutDist: Rule {
  package static let severity: Severity = .warning
  package static let profiles: Set<Profile> = [.epel, .fedora]
  package static let isForNamedProfiles = true

  package init() {}

  package func check(_ context: RuleContext) -> [Diagnostic] {
    guard !context.isPartlyUnknown(.preamble), context.isTakenByTarget,
      let tag = context.packages.tags("release", of: context.packages.mainName).last,
      let place = tag.value.source(of: 0..<tag.value.bytes.count), !Self.hasDist(tag, context)
    else { return [] }
    return [Diagnostic(rule: Self.id, severity: Self.severity, message: .missing, place: context.place(place))]
  }

  /// Whether a `Release` has the distribution's part, by itself or through macros.
  static func hasDist(_ tag: Tag, _ context: RuleContext) -> Bool {
    if let dist = context.spec.macros["dist"], !dist.isEmpty, tag.value.bytes.firstRange(of: dist) != nil { return true }
    let names = MacroReferences.names(in: context.source.text(of: tag.range, file: tag.file))
    let behind = context.source.definitions(behind: tag.range, file: tag.file).flatMap { definition in
      MacroReferences.names(in: definition.body)
        + MacroReferences.names(in: context.source.text(of: definition.range, file: definition.file))
    }
    return (names + behind).contains { ["dist", "autorelease", "disttag"].contains($0) || $0.hasSuffix("dist") }
  }
}

extension String {
  fileprivate static let missing = "'Release' lacks '%{?dist}'"
}

package import Diagnostics
import GoBuild
import MacroExpansion
import MacroTargets
import SpecSyntax

/// A macro is defined but never used.
///
/// ## What it does
/// Reports `%global` and `%define` of a name that appears nowhere else in the spec, where a name that is one or two letters off is called
/// and defined nowhere; with low confidence also without such a name.
///
/// ## Why it matters
/// The name is misspelt where it should be used: then the spec does something else than it says. Or the definition is left over, which
/// does no harm.
///
/// Shown by: `misspelt-conditional`.
///
/// ## Example
/// ```
/// %global flavour plain
/// %build
/// make FLAVOUR=%{?flavor}
/// ```
///
/// ## Use instead
/// Remove the definition, or correct the name where it is used.
/// ```
/// %global flavour plain
/// %build
/// make FLAVOUR=%{?flavour}
/// ```
///
/// The fix calls the defined name where the other stood, or takes out a definition that is left over.
///
/// ## When it stays silent
/// Names that begin with `_`, names that a bundled distribution's macros read or define (`goipath`, `forgeurl`, `commit`, `debug_package`
/// …), names that build systems read from outside (Photon's `sha512`), prefixes of families that macro packages read (`bcond_`, `with_`,
/// `py`, `go`, `font`, `gem_` …), and specs that load files or hold Lua, where names may be put together. A call that is not
/// conditional is reported as `undefined-macro` too.
///
/// ## Settings
/// None.
package struct UnusedMacro: Rule {
  package static let severity: Severity = .info
  package static let confidences: Set<Confidence> = [.medium, .low]
  package static let fixes: Set<FixIt.Applicability> = [.unsafe]

  package init() {}

  package func check(_ context: RuleContext) -> [Diagnostic] {
    guard !Self.mayUseMore(context) else { return [] }
    let written = context.source.writtenDefinitions
    var seen: Set<String> = []
    lazy var unknown = Self.unknownCalls(in: context, besides: written)
    func misspelt(_ name: String) -> String? { unknown.first { Self.isNear(name, $0) } }
    return written.compactMap { definition in
      guard !context.source.isInComment(definition.range, file: definition.file),
        !context.source.isMentioned(definition.name, outside: written.filter { $0.name == definition.name }),
        !Self.isReadElsewhere(definition.name), seen.insert(definition.name).inserted
      else { return nil }
      let near = misspelt(definition.name)
      return Diagnostic(
        rule: Self.id, severity: Self.severity, confidence: near == nil ? .low : .medium, message: .isUnused(definition.name, near),
        place: context.spec.place(definition.source), fixes: Self.fixes(definition, near, context))
    }
  }

  /// Called names that neither the spec nor anything known defines.
  private static func unknownCalls(in context: RuleContext, besides written: [MacroDefinition]) -> [String] {
    let calls = Set(context.spec.files.flatMap { MacroReferences.names(in: $0.bytes) })
    return calls.subtracting(written.map(\.name)).filter { !isReadElsewhere($0) }.sorted()
  }

  private static func fixes(_ definition: MacroDefinition, _ near: String?, _ context: RuleContext) -> [FixIt] {
    guard let near else {
      return FixIt.unsafe(
        "remove the definition", context.rewrites.removing(definition), because: "something outside the spec may use it",
        changing: FixPromise(macros: [definition.name]))
    }
    return FixIt.unsafe(
      "call '\(definition.name)' instead of '\(near)'", context.spec.renaming(near, to: definition.name),
      because: "the other name may be the right one", changing: FixPromise(macros: [near, definition.name]))
  }

  /// Whether files are read that may use any macro, or names may be put together.
  private static func mayUseMore(_ context: RuleContext) -> Bool {
    !context.source.calledNames.isDisjoint(with: ["load", "lua", "expand", "macrobody"])
      || context.trees.contains { tree in tree.lines.contains { $0.directive == .include } }
      || context.spec.problems.contains { $0.id == .missingInclude }
  }

  /// Whether two names are one word written in two ways; numbered names are several words.
  private static func isNear(_ first: String, _ second: String) -> Bool {
    let letters = [first, second].map { $0.filter { !$0.isNumber } }
    guard letters[0] != letters[1], min(letters[0].count, letters[1].count) >= 5 else { return false }
    return EditDistance.between(first, second) <= (first.count < 8 ? 1 : 2)
  }

  /// Families that macro packages or rpm's own scripts read.
  private static let prefixes = [
    "_", "bcond", "with", "without", "py", "python", "go", "font", "gem", "ruby", "rb", "npm", "nodejs", "php", "pear", "pecl", "perl",
    "tl_",
    "texlive", "ghc", "pkg_name", "cargo", "crate", "rust", "forge", "debug", "build_", "use_", "source_date", "clamp_mtime", "kde", "qt",
    "dist", "scl", "kmod", "kernel", "selinux", "mingw", "java", "jpp", "maven", "ant_", "ocaml", "lua_", "cmake", "meson", "vpath",
    "optflags",
    "emacs", "xemacs", "systemd", "sysusers", "suse", "sle", "octpkg", "octave", "R_", "packname", "packager", "vendor", "topdir",
    "set_build",
    "make_", "autorelease", "autochangelog", "baserelease", "repo_", "obs_", "requires_", "provides_", "filter_", "find_",
  ]
  private static let names: Set<String> = [
    "commit", "tag", "branch", "date", "version", "scm", "archiveext", "archivename", "archiveurl", "srcname", "pypi_name", "modname",
    "name",
    "upstream_name", "release", "epoch", "buildroot", "url", "license", "summary", "shortcommit", "owner", "project", "repo", "gittag",
    "global_ldflags", "configure", "sha1", "sha256", "sha512", "md5", "foundry", "extractdir", "network_required", "ldconfig",
    "buildsubdir", "extname",
  ]

  /// Names that the bundled distributions' macros read or define, which is a call of them too: `%name BODY`.
  private static let bundled = Set(Set(MacroTarget.all.flatMap(\.macros)).flatMap { MacroReferences.names(in: Array($0.utf8)) })

  static func isReadElsewhere(_ name: String) -> Bool {
    names.contains(name) || prefixes.contains(where: name.hasPrefix) || bundled.contains(name)
  }
}

extension String {
  fileprivate static func isUnused(_ name: String, _ near: String?) -> String {
    "macro '\(name)' is defined but never used" + (near.map { "; '\($0)' is called but not defined" } ?? "")
  }
}

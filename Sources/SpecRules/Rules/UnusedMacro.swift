package import Diagnostics
import GoBuild
import MacroExpansion
import MacroTargets

/// A macro is defined and nothing uses it.
///
/// ## What it does
/// Reports `%global` and `%define` of a name that stands nowhere else in the spec.
///
/// ## Why it matters
/// Mostly it is left over, or the name is misspelt where it should be used: then the spec does something else than it says.
///
/// ## Example
/// ```
/// %global leftover 1
/// ```
///
/// ## Use instead
/// ```
/// %global used 1
/// Provides: hello(api) = %{used}
/// ```
///
/// ## When it stays silent
/// Names that begin with `_`, names that a bundled distribution's macros read or define (`goipath`, `forgeurl`, `commit`, `debug_package`
/// …), prefixes of families that macro packages read (`bcond_`, `with_`, `py`, `go`, `font`, `gem_` …), and specs that load files or hold
/// Lua, where names may be put together.
///
/// ## Settings
/// None.
package struct UnusedMacro: Rule {
  package static let severity: Severity = .info

  package init() {}

  package func check(_ context: RuleContext) -> [Diagnostic] {
    guard !Self.mayUseMore(context.spec) else { return [] }
    let written = context.writtenDefinitions
    var seen: Set<String> = []
    return written.compactMap { definition in
      guard !Self.isReadElsewhere(definition.name), !context.isInComment(definition.range, file: definition.file),
        !context.isMentioned(definition.name, outside: written.filter { $0.name == definition.name }), seen.insert(definition.name).inserted
      else { return nil }
      return Diagnostic(
        rule: Self.id, severity: Self.severity, confidence: .medium, message: .isUnused(definition.name),
        place: context.spec.place(file: definition.file, range: definition.range))
    }
  }

  /// Whether files are read that may use any macro, or names may be put together.
  private static func mayUseMore(_ spec: ExpandedSpec) -> Bool {
    spec.files.contains { file in
      ["%{load:", "%include", "lua:", "%{expand:", "%{macrobody"].contains { file.bytes.firstRange(of: $0.utf8) != nil }
    } || spec.problems.contains { $0.id == "missing-include" }
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
    "global_ldflags", "configure", "ldconfig", "buildsubdir", "extname",
  ]

  /// Names that the bundled distributions' macros read or define.
  private static let bundled: Set<String> = Set(
    MacroTarget.all.flatMap { target in
      target.macros.flatMap { text -> [String] in
        let defined = text.split(separator: "\n").filter { $0.hasPrefix("%") }.map { line in
          String(line.dropFirst().prefix { $0.isLetter || $0.isNumber || $0 == "_" })
        }
        return MacroReferences.names(in: text.utf8) + defined
      }
    })

  private static func isReadElsewhere(_ name: String) -> Bool {
    names.contains(name) || bundled.contains(name) || prefixes.contains(where: name.hasPrefix)
  }
}

extension String {
  fileprivate static func isUnused(_ name: String) -> String { "macro '\(name)' is defined and not used" }
}

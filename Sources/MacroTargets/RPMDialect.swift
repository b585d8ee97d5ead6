package import SpecSyntax

/// What a release of rpm reads otherwise than its neighbours: the one table of such differences.
///
/// Each row names the release that brought it and where in rpm's sources that shows. The sources are those of the release tags; rows that
/// 4.18.0, 4.20.1 or 6.1.0 concern are also compared with these libraries (`DialectTests`). Whether a row holds is decided by the target, not by
/// the library that happens to be linked; only what librpm's expander itself does (`%[…]`, Lua, options of macros) is the library's.
package struct RPMDialect: Sendable, Hashable {
  /// Releases between which rpm's reading of specs changed.
  package enum Release: Int, Sendable, Comparable, CaseIterable {
    case v413, v414, v415, v416, v417, v418, v419, v420, v60, v61

    package static func < (first: Self, second: Self) -> Bool { first.rawValue < second.rawValue }

    fileprivate var number: (major: Int, minor: Int) {
      switch self {
      case .v413: (4, 13)
      case .v414: (4, 14)
      case .v415: (4, 15)
      case .v416: (4, 16)
      case .v417: (4, 17)
      case .v418: (4, 18)
      case .v419: (4, 19)
      case .v420: (4, 20)
      case .v60: (6, 0)
      case .v61: (6, 1)
      }
    }
  }

  package let release: Release
  /// "4.18.0", or "6.0" where no more is known: what `%{rpmversion}` says.
  package let version: String
  /// ALT's rpm: `BuildRequires(pre)`, bare words in conditions, and a `%patch` without a number is patch 0.
  package let isALT: Bool

  /// - Parameter version: of rpm, as librpm tells it or a target names it; one that is newer than all known ones reads as the newest.
  package init(version: String, isALT: Bool = false) {
    let parts = version.split(separator: ".").prefix(2).map { Int($0.prefix { $0.isNumber }) ?? 0 }
    let number = (parts.first ?? 0, parts.dropFirst().first ?? 0)
    release = Release.allCases.last { $0.number <= number } ?? .v413
    self.version = version
    self.isALT = isALT
  }

  // MARK: Folders

  /// 4.20: one folder for each build, `%{builddir}`, with `%{buildroot}` in it; `%{_builddir}` and `%{buildroot}` are undefined in the
  /// preamble, so that what is made of them there follows (`parsePreamble`, `parseSpec`: `_top_builddir`).
  package var usesBuildFolder: Bool { release >= .v420 }

  // MARK: %prep

  /// 4.20: `%setup` and `%patch` are macros as long as %prep is read, wherever they stand; before, they are words at a line's start that
  /// are replaced when all of %prep has been read (`parseSpecSection` against `parsePrep`).
  package var hasPrepMacros: Bool { release >= .v420 }

  /// 4.18: `rpmspec -P` shows what became of `%setup` and `%patch` (`STRIP_PARSED` in `parsePrep`); before, the lines as they are.
  package var printsPrepExpanded: Bool { release >= .v418 }

  /// How `%setup` unpacks (`doUntar`).
  package enum Unpacking: Sendable, Hashable {
    /// A pipe from the decompressor that the archive needs to tar.
    case tar
    /// `rpmuncompress -x ARCHIVE`.
    case program
    /// `rpmuncompress -x 'ARCHIVE'`.
    case quotedProgram
  }

  /// 4.18: rpm's own program; 4.19: with the archive in quotes.
  package var unpacking: Unpacking { release >= .v419 ? .quotedProgram : release >= .v418 ? .program : .tar }

  /// 6.1: `rpmuncompress` is one of the user's programs (macros.in).
  package var unpackingProgram: String { release >= .v61 ? "/usr/bin/rpmuncompress" : "%{_rpmconfigdir}/rpmuncompress" }

  /// 4.18: `mkdir -p` with the folder in quotes (`doSetupMacro`).
  package var quotesCreatedFolder: Bool { release >= .v418 }

  /// 4.20: `%setup -C` (and `%autosetup -C`) unpacks into the build's folder whatever the archive's own top folder is called.
  package var setupOptions: String { release >= .v420 ? "cCDTq" : "cDTq" }

  /// 4.19 only: `%setup` makes the folder of spec parts; 4.20 makes it with the build's folder.
  package var setupMakesSpecParts: Bool { release == .v419 }

  /// Up to 4.19 `%setup` is nothing with `--build-in-place`; 4.20 decides that when it builds (`doSetupMacro`, `build.c`).
  package var setupHeedsBuildInPlace: Bool { release < .v420 }

  /// What `%patch` without a number is (`doPatchMacro`).
  package enum NumberlessPatch: Sendable, Hashable {
    /// Patch 0, before those that are named as arguments.
    case zeroToo
    /// Patch 0 where none is named.
    case zero
    /// Patch 0, with a warning.
    case warning
    case error
  }

  package var numberlessPatch: NumberlessPatch {
    if isALT { return .zero }
    return release >= .v419 ? .error : release >= .v418 ? .warning : .zeroToo
  }

  /// What `%patch1` is.
  package enum NumberedPatch: Sendable, Hashable {
    case patch, deprecated
    /// An error at the start of a line; an undefined macro anywhere else.
    case obsolete
  }

  /// 4.19 counts `%patchN` and warns at the end of %prep (`parsePrep`); 4.20 refuses it (`parseLines`).
  package var numberedPatch: NumberedPatch { release >= .v420 ? .obsolete : release >= .v419 && !isALT ? .deprecated : .patch }

  // MARK: Sections

  /// 4.15 brought `%generate_buildrequires`, `%patchlist` and `%sourcelist`, 4.18 `%conf`, 4.19 `%preuntrans` and `%postuntrans`
  /// (`partList`); before, such a line belongs to the section it stands in.
  package func hasSection(_ section: SectionKeyword) -> Bool {
    switch section {
    case .generateBuildrequires, .patchlist, .sourcelist: release >= .v415
    case .conf: release >= .v418
    case .preuntrans, .postuntrans: release >= .v419
    case .preamble, .package, .description, .prep, .build, .install, .check, .clean, .pretrans, .pre, .post, .preun, .postun, .posttrans,
      .verifyscript, .trigger, .triggerprein, .triggerin, .triggerun, .triggerpostun, .filetrigger, .filetriggerin, .filetriggerun,
      .filetriggerpostun, .transfiletrigger, .transfiletriggerin, .transfiletriggerun, .transfiletriggerpostun, .files, .sepolicy,
      .changelog,
      .end:
      true
    }
  }

  /// 4.20: `%build -a` and `%build -p` add to the scriptlet, after it and before it (`parseSimpleScript`, `applyAppendPrepend`).
  package var addsToSections: Bool { release >= .v420 }

  /// 4.20: `BuildSystem:` and `BuildOption:` (`preambleList`, `parseBuildsystem`).
  package var hasBuildSystems: Bool { release >= .v420 }

  /// 6.0: a `%buildsystem_default_prep` does not take the place of a build system's own (`parseBuildsystem`: `found`); 4.20 writes both
  /// and refuses the second %prep.
  package var prefersOwnBuildSections: Bool { release >= .v60 }

  // MARK: Lines

  /// 4.20: white space before a tag (`findPreambleTag`: `SKIPSPACE`).
  package var allowsIndentedTags: Bool { release >= .v420 }

  /// 4.15: words after `%else` and `%endif` are warned of (`expandMacrosInSpecBuf`).
  package var notesWordsAfterEndif: Bool { release >= .v415 }

  /// 4.20: they are an error, but for a comment.
  package var refusesWordsAfterEndif: Bool { release >= .v420 }

  /// 4.20: `Recommends(post)`, `Suggests(post)` … take a qualifier as `Requires(post)` does (`preambleList`).
  package var qualifiesWeakDependencies: Bool { release >= .v420 }

  /// 4.18: `SourceLicense:`, `TranslationURL:` and `UpstreamReleases:` (`preambleList`).
  package func hasTag(_ name: String) -> Bool {
    switch name {
    case "buildsystem", "buildoption": hasBuildSystems
    case "sourcelicense", "translationurl", "upstreamreleases": release >= .v418
    default: true
    }
  }

  // MARK: Its own macros

  /// 4.20: `%autopatch -q`, with which `%autosetup` calls it (macros.in).
  package var autopatchOptions: String { release >= .v420 ? "vq" : "v" }

  /// 4.19: scriptlets get RPM_LD_FLAGS and RPM_SPECPARTS_DIR, LANG names UTF-8, and make's jobs are counted when it runs (`___build_pre`).
  package var exportsLinkerFlags: Bool { release >= .v419 }

  /// 6.1: the environment of scriptlets stands in a file, which each of them reads (`___build_pre`, build/build.cc).
  package var sourcesEnvironmentFile: Bool { release >= .v61 }

  /// 4.20: `%autosetup -S git` commits with the sources' time.
  package var datesCommits: Bool { release >= .v420 }

  /// 6.0: and without a signature.
  package var signsNoCommits: Bool { release >= .v60 }

  // MARK: Built-in macros

  /// Names of `builtinmacros` in rpmio/macro.c with the release that brought them; a target before it does not have them.
  package static let builtins: [(name: String, since: Release)] = [
    ("exists", .v417), ("shescape", .v418), ("gsub", .v419), ("len", .v419), ("lower", .v419), ("rep", .v419), ("reverse", .v419),
    ("rpmversion", .v419), ("sub", .v419), ("upper", .v419), ("span", .v60), ("xdg", .v60),
  ]

  /// Built-in macros that a library may have and this release has not.
  package var missingBuiltins: [String] { Self.builtins.filter { $0.since > release }.map(\.name) }
}

package import MacroExpansion

// What librpm's own parser refuses or warns about: its pages, and what each depends on.
extension ReadingProblem {
  /// What a problem depends on.
  package enum Extent: Sendable {
    /// How the spec was read, and with which macros.
    case reading
    /// The line alone.
    case line
    /// Other lines, or their absence.
    case structure
  }

  package var extent: Extent {
    switch self {
    case .dependencySyntax, .obsoletesNotAName, .unversionedObsoletes, .deprecatedTag, .invalidTagValue, .luaSyntax,
      .malformedSectionHeader,
      .changelogEntry, .changelogWeekday:
      .line
    case .duplicateTag, .duplicatePackage, .duplicateSection, .repeatedFilesSection, .unknownPackage, .missingDescription, .missingTag,
      .changelogOrder:
      .structure
    case .badCondition, .continuedMacroArguments, .emptyTag, .expansionError, .expansionWarning, .invalidEncoding, .misplacedConditional,
      .missingInclude, .nulByte,
      .numberedPatch, .specRefused, .tokensAfterConditional, .unclosedConditional, .unclosedMacro, .undecidedCondition, .undefinedMacro,
      .unfilledTemplate, .unknownBuildSystem, .unknownTag, .untriedConditions:
      .reading
    }
  }

  private static let unknown =
    "For what came out of a macro that is not defined, a command that is not run or a template's placeholder"

  // MARK: Dependencies

  var dependencyParts: Parts {
    switch self {
    case .obsoletesNotAName:
      Parts(
        does: "Reports an `Obsoletes` with `(`, `/` or another character that no package's name has.",
        matters: Self.refused + " It does so since rpm 4.15 (and 4.14.3), because `Obsoletes` is matched against names of packages only."
          + "\n\nSource: rpm's `build/parseReqs.c`: \"Only package names are allowed in Obsoletes\".",
        example: "Obsoletes: rubygem(hello) < 2", remedy: "Obsoletes: rubygem-hello < 2",
        silent: "Where the target's rpm is older. " + Self.unknown + ".")
    case .unversionedObsoletes:
      Parts(
        does: "Reports an `Obsoletes` without a version, or with `>` or `>=`.",
        matters: "Such an `Obsoletes` also removes every later package of that name, so that the name can never be used again. rpm warns "
          + "since 4.15.\n\nSource: rpm's `build/parseReqs.c`: \"It's not recommended to have unversioned Obsoletes\".",
        example: "Obsoletes: hello-tools", remedy: "Obsoletes: hello-tools < 1.2",
        silent: "Where the target's rpm is older. " + Self.unknown + ".")
    default:
      Parts(
        does:
          "Reports what rpm cannot read in `Requires`, `BuildRequires`, `Provides`, `Conflicts` …: a comparison without a version, an operator "
          + "that does not exist, a version with two hyphens, a file with a version, a rich dependency that is not closed or mixes operators, "
          + "an unknown qualifier.",
        matters: Self.refused
          + "\n\nSource: rpm's `build/parseReqs.c` and `lib/rpmds.c`; qualifiers of weak dependencies are read since rpm 4.20.",
        example: "Requires: hello-libs >=", remedy: "Requires: hello-libs >= 1.2",
        silent: Self.unknown + ".")
    }
  }

  // MARK: Tags

  var refusedTagParts: Parts {
    switch self {
    case .deprecatedTag:
      Parts(
        does: "Reports `PreReq` and `BuildPreReq`.",
        matters: "rpm reads them as `Requires(pre,preun)` and `BuildRequires`, with a warning.\n\nSource: rpm's `build/parsePreamble.c`.",
        example: "BuildPreReq: make", remedy: "BuildRequires: make", silent: "For other tags.")
    case .duplicateTag:
      Parts(
        does:
          "Reports a second `Name`, `Version`, `License`, `URL` … of one package. A second `Summary` is a warning: rpm keeps the last one.",
        matters: Self.refused + "\n\nSource: rpm's `build/parsePreamble.c`: \"Duplicate Version entries in package\".",
        example: "URL: https://example.org/hello\nURL: https://example.com/hello", remedy: "URL: https://example.org/hello",
        silent: "For tags that can be given several times, such as `Requires`. " + Self.unknown + ".")
    case .invalidEncoding:
      Parts(
        does: "Reports bytes that are not UTF-8 in tags, descriptions, scriptlets and the %changelog.",
        matters: Self.refused
          + " It only warns where `%_invalid_encoding_terminates_build` is 0.\n\nSource: rpm's `build/parseSpec.c`: \"invalid utf-8 encoding in\".",
        example: "# The byte cannot be shown.", remedy: "Vendor: Café", silent: "In comments and in scriptlets of the build.")
    case .specRefused:
      Parts(
        does: "Passes on what rpm refuses and no other rule explains.", matters: Self.refused + "\n\nSource: rpm's own message.",
        example: "# Of the known releases of rpm none says anything else.", remedy: "URL: https://example.org/hello",
        silent: Self.unknown + ".")
    default:
      Parts(
        does:
          "Reports values that rpm does not take: a hyphen in `Version` or `Release`, two words where one belongs, an `Epoch` that is not a "
          + "number, a `NoSource` of a source that does not exist, a `Prefix` that ends in a slash, a sub-package's `BuildArch` other than `noarch`.",
        matters: Self.refused + "\n\nSource: rpm's `build/parsePreamble.c`.",
        example: "Epoch: one", remedy: "Epoch: 1", silent: Self.unknown + ".")
    }
  }

  // MARK: Sections

  var refusedSectionParts: Parts {
    switch self {
    case .duplicatePackage:
      Parts(
        does: "Reports a second `%package` of one name.",
        matters: Self.refused + "\n\nSource: rpm's `build/spec.c`: \"package hello-devel already exists\".",
        example: "%package devel\nSummary: Headers\n%description devel\nHeaders.\n%package devel\nSummary: Headers",
        remedy: "%package devel\nSummary: Headers\n%description devel\nHeaders.", silent: Self.unknown + ".")
    case .unknownPackage:
      Parts(
        does: "Reports `%files`, `%description` or a scriptlet of a package that no `%package` before it makes.",
        matters: Self.refused + "\n\nSource: rpm's `build/spec.c`: \"package hello-doc does not exist\".",
        example: "%files doc\n/usr/share/doc/hello", remedy: "%files\n/usr/share/doc/hello",
        silent: "Where a macro whose text is not known may make the package.")
    case .missingDescription:
      Parts(
        does: "Reports packages without a `%description`.",
        matters: Self.refused + "\n\nSource: rpm's `build/parseSpec.c`: \"Package has no %description\".",
        example: "%package doc\nSummary: Manual", remedy: "%package doc\nSummary: Manual\n%description doc\nThe manual.",
        silent: "Where a macro whose text is not known may give it, and in templates.")
    case .luaSyntax:
      Parts(
        does: "Reports syntax errors in scriptlets with `-p <lua>`.",
        matters: Self.refused + "\n\nSource: rpm's `build/parseScript.c`, which compiles the scriptlet without running it.",
        example: "%post -p <lua>\nx = = 1", remedy: "%post -p <lua>\nx = 1", silent: "For scriptlets in other languages.")
    case .repeatedFilesSection:
      Parts(
        does: "Reports a second `%files` of one package.",
        matters:
          "rpm forgets what the first one lists, with a warning only.\n\nSource: rpm's `build/parseFiles.c`: \"multiple %files for package\".",
        example: "%files\n/usr/bin/hello\n%files\n/usr/bin/hallo", remedy: "%files\n/usr/bin/hello\n/usr/bin/hallo",
        silent: "For several `-f FILE` of one `%files`, which rpm reads.")
    case .numberedPatch:
      Parts(
        does: "Reports `%patch0`, `%patch1` … on targets whose rpm is 4.20 or later.",
        matters: Self.refused + "\n\nSource: rpm's `build/parseSpec.c` since 4.20: \"%patchN is obsolete\".",
        example: "# On Fedora: '%%patch0 -p1'.", remedy: "Patch0: hello.patch\n%prep\n%setup -q\n%patch -P 0 -p1",
        silent: "On targets with an older rpm; for `%patch 0` and `%patch -P 0`.")
    case .tokensAfterConditional:
      Parts(
        does: "Reports text after `%else` and `%endif`. It is an error where the target's rpm is 4.20 or later, which lets comments pass.",
        matters:
          "rpm does not read the text: `%else if` is a plain `%else`. It warns since 4.15, and refuses the spec since 4.20 unless the "
          + "text begins with `#`.\n\nSource: rpm's `build/parseSpec.c`: \"extra tokens at the end of\".",
        example: "%build\n%if 0%{?fedora}\nmake\n%endif fedora", remedy: "%build\n%if 0%{?fedora}\nmake\n%endif",
        silent: "For comments, where the target's rpm is 4.20 or later.")
    default:
      Parts(
        does:
          "Reports headers of sections that rpm cannot read: unknown options, two names, an interpreter that is not an absolute path, a trigger "
          + "without ` -- ` and a condition, `%package` without a name.",
        matters: Self.refused + "\n\nSource: rpm's `build/parseScript.c`, `parsePreamble.c`, `parseFiles.c` and `parseDescription.c`.",
        example: "%post -p sh\ntrue", remedy: "%post -p /bin/sh\ntrue", silent: Self.unknown + ".")
    }
  }

  // MARK: Changelog

  var changelogParts: Parts {
    switch self {
    case .changelogWeekday:
      Parts(
        does: "Reports entries whose weekday is not that of the date, and dates such as the 31st of June.",
        matters:
          "Either the weekday or the day is wrong; rpm warns and takes the day.\n\nSource: rpm's `build/parseChangelog.c`: \"bogus date in %changelog\".",
        example: "%changelog\n* Tue Jan 01 2024 A <a@example.org> - 1.2-1\n- First.",
        remedy: "%changelog\n* Mon Jan 01 2024 A <a@example.org> - 1.2-1\n- First.", silent: "For entries that rpm cuts off as too old.")
    case .changelogOrder:
      Parts(
        does: "Reports the first entry that is later than the one above it.",
        matters: Self.refused + "\n\nSource: rpm's `build/parseChangelog.c`: \"%changelog not in descending chronological order\".",
        example:
          "%changelog\n* Mon Jan 01 2024 A <a@example.org> - 1.2-1\n- First.\n* Tue Jan 02 2024 A <a@example.org> - 1.2-2\n- Second.",
        remedy: "%changelog\n* Tue Jan 02 2024 A <a@example.org> - 1.2-2\n- Second.\n* Mon Jan 01 2024 A <a@example.org> - 1.2-1\n- First.",
        silent: "For entries that rpm cuts off as too old.")
    default:
      Parts(
        does: "Reports entries without a date such as `Mon Jan 01 2024`, a name or a text, and text before the first entry.",
        matters: Self.refused + "\n\nSource: rpm's `build/parseChangelog.c`.",
        example: "%changelog\n* 2024-01-01 A <a@example.org> - 1.2-1\n- First.",
        remedy: "%changelog\n* Mon Jan 01 2024 A <a@example.org> - 1.2-1\n- First.",
        silent: "For `%autochangelog` and other macros whose text is not known.")
    }
  }
}

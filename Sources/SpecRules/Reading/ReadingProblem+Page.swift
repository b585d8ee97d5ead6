package import Diagnostics
package import MacroExpansion

// Pages in the form of those of rules, which are doc comments.
extension ReadingProblem {
  package var confidences: Set<Confidence> {
    switch self {
    case .missingInclude: [.high, .low]
    case .undefinedMacro: [.high, .medium, .low]
    default: [.high]
    }
  }

  package var fixes: Set<FixIt.Applicability> { self == .undefinedMacro ? [.unsafe] : [] }

  package var summary: String {
    switch self {
    case .badCondition: "The expression of an `%if` or the operand of an `%ifarch` is not one that rpm understands."
    case .changelogEntry: "A %changelog entry is malformed."
    case .changelogOrder: "An entry of the %changelog is later than the one above it."
    case .changelogWeekday: "The weekday of a %changelog entry is not that of its date."
    case .dependencySyntax: "A dependency is malformed."
    case .deprecatedTag: "A tag is deprecated."
    case .duplicatePackage: "A package is defined twice."
    case .duplicateSection: "A section that can be there once is there twice."
    case .duplicateTag: "A tag that a package can have once is given twice."
    case .emptyTag: "A tag has no value."
    case .expansionError: "rpm refuses to expand a macro."
    case .expansionWarning: "rpm warns about a macro that it expands."
    case .invalidEncoding: "Part of the spec is not UTF-8."
    case .invalidTagValue: "A tag has a value that rpm does not take."
    case .luaSyntax: "A scriptlet in Lua has a syntax error."
    case .malformedSectionHeader: "The header of a section has options or arguments that rpm does not take."
    case .misplacedConditional: "An `%else`, `%elif` or `%endif` has no `%if`, or an `%elif` follows an `%else`."
    case .missingDescription: "A package has no %description."
    case .missingInclude: "An `%include` names a file that does not exist or lies outside the spec's folder."
    case .missingTag: "A tag that rpm insists on is missing."
    case .nulByte: "A NUL byte hides the rest of its line from rpm."
    case .numberedPatch: "`%patchN` is gone since rpm 4.20."
    case .obsoletesNotAName: "`Obsoletes` names something other than a package."
    case .repeatedFilesSection: "A package has two %files sections, of which rpm forgets the first."
    case .specRefused: "rpm refuses the spec for a reason that has no rule of its own."
    case .tokensAfterConditional: "Text follows an `%else` or `%endif`."
    case .unclosedConditional: "An `%if` has no `%endif`."
    case .unclosedMacro: "A `%{`, `%(` or `%[`, or a line continuation, is still open where the file ends."
    case .continuedMacroArguments: "The arguments of a macro are continued on a line that does not belong to them."
    case .undecidedCondition: "A condition depends on a command that is not run here; it counts as false."
    case .undefinedMacro: "A macro is called but not defined, so rpm leaves the call as it is."
    case .unfilledTemplate: "The file is a template, yet to be filled in, of which only the finished parts can be judged."
    case .unknownBuildSystem: "The build system that `BuildSystem` names has no macros for the sections that rpm requires."
    case .unknownPackage: "A section belongs to a package that does not exist."
    case .unknownTag: "A line of the preamble is not a tag that rpm knows, often because a macro is not defined."
    case .untriedConditions: "The spec has more conditions than rpmscope tries; code in the remaining branches is not checked."
    case .unversionedObsoletes: "An `Obsoletes` has no upper bound."
    }
  }

  package var page: String {
    let parts = self.parts
    return """
      \(summary)

      ## What it does
      \(parts.does)

      ## Why it matters
      \(parts.matters)

      ## Example
      ```
      \(parts.example)
      ```

      ## Use instead
      ```
      \(parts.remedy)
      ```

      ## When it stays silent
      \(parts.silent)

      ## Settings
      \(parts.settings)
      """
  }

  struct Parts {
    let does: String
    let matters: String
    let example: String
    let remedy: String
    let silent: String
    var settings = "None."
  }

  static let refused = "rpm refuses the spec: it can be neither read nor built."

  private var parts: Parts {
    switch self {
    case .badCondition, .misplacedConditional, .unclosedConditional, .undecidedCondition, .untriedConditions: conditionParts
    case .duplicateSection, .emptyTag, .missingTag, .unknownBuildSystem, .unknownTag: tagParts
    case .continuedMacroArguments, .expansionError, .expansionWarning, .unclosedMacro, .undefinedMacro: macroParts
    case .missingInclude, .nulByte, .unfilledTemplate: fileParts
    case .changelogEntry, .changelogOrder, .changelogWeekday: changelogParts
    case .dependencySyntax, .obsoletesNotAName, .unversionedObsoletes: dependencyParts
    case .deprecatedTag, .duplicateTag, .invalidEncoding, .invalidTagValue, .specRefused: refusedTagParts
    case .duplicatePackage, .luaSyntax, .malformedSectionHeader, .missingDescription, .numberedPatch, .repeatedFilesSection,
      .tokensAfterConditional, .unknownPackage:
      refusedSectionParts
    }
  }

  // MARK: Conditions

  private var conditionParts: Parts {
    switch self {
    case .misplacedConditional:
      Parts(
        does: "Reports `%else`, `%elif` and `%endif` without an open `%if`, and branches after an `%else`.",
        matters: Self.refused + "\n\nShown by: `refused-specs`.",
        example: "%build\nmake\n%endif", remedy: "%build\n%if 0%{?fedora}\nmake\n%endif",
        silent: "For what rpm accepts; in macro bodies, which are read where they are called.")
    case .unclosedConditional:
      Parts(
        does: "Reports every `%if`, `%ifarch`, `%ifos` … that is still open where the file ends.",
        matters: Self.refused + "\n\nShown by: `refused-specs`.",
        example: "%build\n%if 0%{?fedora}\nmake", remedy: "%build\n%if 0%{?fedora}\nmake\n%endif",
        silent: "For what rpm accepts, also an `%endif` that comes out of a macro in a branch that is taken.")
    case .undecidedCondition:
      Parts(
        does: "Names conditions that ask a command, in `%(…)`, which rpmscope does not run.",
        matters: "What the branch holds is judged as one that the target does not take. rpm would decide it where the package is built.",
        example: "%if %(test -e /etc/hello.conf && echo 1 || echo 0)\nEpoch: 1\n%endif",
        remedy: "%bcond_with configured\n%if %{with configured}\nEpoch: 1\n%endif",
        silent: "For commands that can be computed without running them (`echo`, `printf`, `cut`, `sed`, `date` of a fixed day …).",
        settings: "`--allow-shell` runs the commands of specs that are trusted; `--define` gives a macro its value.")
    case .untriedConditions:
      Parts(
        does: "Says that a spec asks more conditions than are tried both ways.",
        matters: "Branches that the target does not take are read once more for each condition; with very many of them, or where the time "
          + "for the spec is up, some are left out, and what is wrong there is not found.",
        example: "%if 0%{?a}\n%endif", remedy: "%build\nmake",
        silent: "For specs with fewer conditions, which are nearly all.",
        settings: "`--branches taken` tries none; `--timeout` is the time for one spec.")
    default:
      Parts(
        does: "Reports expressions of `%if` and `%elif`, and operands of `%ifarch` and its like, that rpm cannot read.",
        matters: Self.refused + " rpmscope takes the condition for false and goes on.\n\nShown by: `refused-specs`.",
        example: "%if 0%{?rhel} &&\nEpoch: 1\n%endif", remedy: "%if 0%{?rhel} && 0%{?epel}\nEpoch: 1\n%endif",
        silent: "For conditions inside of a branch that is not taken, which rpm does not read either.")
    }
  }

  // MARK: Tags and sections

  private var tagParts: Parts {
    switch self {
    case .duplicateSection:
      Parts(
        does:
          "Reports a scriptlet that a package, or the build, has a second time: two `%build`, two `%post` of one package, two `%changelog`. A "
          + "second `%description` is reported as a warning: rpm keeps the last one.",
        matters: Self.refused + " rpmscope reads the first.\n\nShown by: `refused-specs`.",
        example: "%build\nmake\n%build\nmake doc", remedy: "%build\nmake\nmake doc",
        silent:
          "For sections of other packages (`%files doc`), and for `%build -a` and `-p`, with which rpm 4.20 and later append and prepend.")
    case .emptyTag:
      Parts(
        does: "Reports a tag of the preamble without a value.", matters: Self.refused + "\n\nShown by: `refused-specs`.",
        example: "URL:", remedy: "URL: https://example.org/hello",
        silent: "For what rpm accepts.")
    case .missingTag:
      Parts(
        does:
          "Reports `Name`, `Version`, `Release`, `Summary` or `License` that is nowhere in the preamble, all in one finding, and a sub-package "
          + "without `Summary`.",
        matters: Self.refused + "\n\nShown by: `refused-specs`.",
        example: "Name: hello\nVersion: 1.2\nRelease: 1\nSummary: Greets",
        remedy: "Name: hello\nVersion: 1.2\nRelease: 1\nSummary: Greets\nLicense: MIT",
        silent: "In templates, where the tags may come from what is filled in.")
    case .unknownBuildSystem:
      Parts(
        does: "Reports a `BuildSystem` for which the target defines no `%buildsystem_NAME_build` or no `%buildsystem_NAME_install`.",
        matters: "rpm 4.20 and later refuse the spec.\n\nSource: rpm's `build/parseSpec.c`, `checkBuildsystem`.",
        example: "BuildSystem: nobodys", remedy: "%build\nmake",
        silent: "For rpm before 4.20, which does not know the tag: that is `unknown-tag`.",
        settings: "`--target` chooses whose build systems are known, `--load` adds some.")
    default:
      Parts(
        does: "Reports lines of the preamble that are neither a tag nor empty.",
        matters: Self.refused + " Often a macro that the target does not define was meant to be the tag.\n\nShown by: `refused-specs`.",
        example: "BuildReqires: golang", remedy: "BuildRequires: golang",
        silent: "For comments, and for tags that only other distributions have where one of theirs is the target.")
    }
  }

  // MARK: Macros

  private var macroParts: Parts {
    switch self {
    case .continuedMacroArguments:
      Parts(
        does: "Reports a call `%name arguments \\` of a macro with options that goes on in the next line.",
        matters:
          "The arguments of a macro with options end with the line, whatever its last byte. The backslash becomes one of them and takes "
          + "what follows for itself: the macro's `;` or quote, or the blank that the next line begins with.\n\nSource: `grabArgs` in rpm's "
          + "rpmio/macro.c; tried with rpm 4.18.",
        example: "%define gob(-) go build %{?**};\n%build\n%gob -mod=vendor -o hello \\\n  ./cmd/hello",
        remedy: "%define gob(-) go build %{?**};\n%build\n%gob -mod=vendor -o hello ./cmd/hello",
        silent: "For macros without options, behind which the shell goes on as it does everywhere, and for `%{name …}`.")
    case .expansionWarning:
      Parts(
        does: "Passes on what rpm warns of while it expands a macro, at the place that made it do so.",
        matters:
          "rpm goes on, but mostly something else was meant: a macro that is gone after the call that defined it, or up to rpm "
          + "4.18 a patch whose number is missing.\n\nSource: rpm's own messages.",
        example: "%define setit() %define flavour plain\n%setit\n%build\nmake FLAVOUR=%{?flavour}",
        remedy: "%define setit() %global flavour plain\n%setit\n%build\nmake FLAVOUR=%{?flavour}",
        silent: "For what rpm says of macros in comments, of which `macro-in-comment` judges those that do something. Why the macro of the "
          + "example is gone is told by `define-out-of-scope`.")
    case .unclosedMacro:
      Parts(
        does: "Reports where a macro call or a line that ends in a backslash begins, when the file ends before it does.",
        matters: Self.refused + " Everything up to the end of the file belongs to that line.\n\nShown by: `refused-specs`.",
        example: "%build\nmake NAME=%{name", remedy: "%build\nmake NAME=%{name}",
        silent: "For `%%{`. What rpm says of the same line is `expansion-error`.")
    case .undefinedMacro:
      Parts(
        does:
          "Reports the first call of each macro that neither the target nor the spec defines: a name that is one slip away from one that "
          + "is defined, a name of a package that the target has and nothing requires, and a name that only another distribution has. A "
          + "name that rpmscope has never heard of is an info at low confidence, and not shown by default: the builder may well set it.",
        matters: "rpm silently leaves the call as it is: a shell takes `%{name}` for text, and a path has a folder of that name."
          + "\n\nShown by: `undefined-macro-stays`.",
        example: "%build\nmake DESTDIR=%{biuldroot}", remedy: "%build\nmake DESTDIR=%{buildroot}",
        silent:
          "For names of a package that something may require, for `%{?name}` without a similar name, in comments, changelogs and descriptions, and where a file that could not be read may "
          + "define it.",
        settings: "`--target` chooses whose macros are known, `--load` and `--define` add some.")
    default:
      Parts(
        does: "Passes on what rpm says when it cannot expand a macro or read a line, at the place that made it do so.",
        matters: Self.refused + "\n\nShown by: `refused-specs`.",
        example: "%define 1st one", remedy: "%define first one",
        silent: "For what rpm accepts.")
    }
  }

  // MARK: Files

  private var fileParts: Parts {
    switch self {
    case .nulByte:
      Parts(
        does: "Reports a byte of value 0.",
        matters: "rpm takes lines for C strings: what follows the byte up to the line's end is not there for it, the line feed included."
          + "\n\nShown by: `nul-byte-hides`.",
        example: "# The byte cannot be shown.", remedy: "%build\nmake", silent: "In files that hold none.")
    case .unfilledTemplate:
      Parts(
        does: "Says once of a file with placeholders (`@VERSION@`, `{{{ … }}}`, jinja) that it is a template.",
        matters: "rpm reads what the template becomes. Whatever contains or depends on a placeholder is not judged.",
        example: "Epoch: @EPOCH@", remedy: "Epoch: 1",
        silent: "For finished specs; beside one, templates in a folder are passed over.")
    default:
      Parts(
        does: "Reports `%include` of a file that does not exist, cannot be read, or lies outside of the spec's folder.",
        matters:
          "rpm refuses the spec where the file is missing. Without it macros and sections are not known, and rules that would have to "
          + "know them stay silent.\n\nShown by: `refused-specs`.",
        example: "%include common.inc", remedy: "%global common 1",
        silent: "In a branch that is not taken.")
    }
  }
}

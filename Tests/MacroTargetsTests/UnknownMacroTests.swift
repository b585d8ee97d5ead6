import Diagnostics
import MacroExpansion
import Testing

/// What is said of macros that nobody defines.
@Suite struct UnknownMacroTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let build: String
    /// Empty when nothing is to be said.
    let messages: [String]
    var preamble = ""

    var testDescription: String { build.debugDescription }
  }

  private static func leaves(_ name: String, _ shown: String, _ advice: String = "", here circumstance: String = "") -> String {
    "undefined-macro: macro '\(name)' is not defined\(circumstance); rpm leaves '\(shown)' as it is\(advice)"
  }

  private static func unheardOf(_ name: String) -> String {
    leaves(name, "%{\(name)}", "; '--define' or '--load' says what defines it", here: " by the target or the spec")
  }

  static let cases: [Case] = [
    Case(build: "make %{nobody_has_this}", messages: [unheardOf("nobody_has_this")]),
    Case(build: "make %{nobody_has_this}\nmake %{nobody_has_this}", messages: [unheardOf("nobody_has_this")]),
    Case(build: "%gobuild .", messages: [leaves("gobuild", "%gobuild", "; Fedora has it in 'go-rpm-macros'")]),
    Case(build: "%{cargo_build}", messages: [leaves("cargo_build", "%{cargo_build}", "; Fedora has it in 'cargo-rpm-macros'")]),
    Case(
      build: "%pyproject_wheel", messages: [leaves("pyproject_wheel", "%pyproject_wheel", "; Fedora has it in 'pyproject-rpm-macros'")]),
    Case(build: "%cmake", messages: [leaves("cmake", "%cmake", "; Fedora has it in 'cmake-rpm-macros'")]),
    Case(build: "%banner x", messages: [leaves("banner", "%banner", "; it is one of PLD's")]),
    Case(build: "make -C %{_builddri}", messages: [leaves("_builddri", "%{_builddri}", "; did you mean '_builddir'?")]),
    Case(build: "cp x %{buildrot}", messages: [leaves("buildrot", "%{buildrot}", "; did you mean 'buildroot'?")]),
    Case(build: "echo %{mytols}", messages: [leaves("mytols", "%{mytols}", "; did you mean 'mytools'?")], preamble: "%global mytools x"),
    Case(
      build: "make %{?_smp_mflag}",
      messages: ["undefined-macro: macro '_smp_mflag' is not defined and expands to nothing; did you mean '_smp_mflags'?"]),
    Case(
      build: "make %{?mytols:-j%{mytols}}",
      messages: ["undefined-macro: macro 'mytols' is not defined and expands to nothing; did you mean 'mytools'?"],
      preamble: "%global mytools x"
    ),
    // Switches that a builder sets, other distributions' names, names that differ in a digit only.
    Case(build: "echo %{?with_extras} %{?suse_version:x} %{?rhel} %{?python2_sitelib} %{?el6}", messages: []),
    // Defined in a branch that is not taken.
    Case(build: "echo %{?mytols}", messages: [], preamble: "%global mytools x\n%if 0\n%global mytols y\n%endif"),
    Case(build: "date +%Y%m%d\nprintf %s x\nfind . -printf %{unknown_name}x", messages: [unheardOf("unknown_name")]),
    Case(build: "rpm -q --qf '%{NAME_OF_IT}' x\ncurl -w '%{http_code}' x", messages: []),
    Case(build: "# see %{nobody_has_this}", messages: []),
    Case(build: "true\n%dnl see %{nobody_has_this} and %{SOURCE9}", messages: []),
    Case(build: "echo %%{nobody_has_this} %%gobuild", messages: []),
    // A builder's own macros, asked for before they are used; not so on the left of the question.
    Case(
      build: "true", messages: [], preamble: "%if %{defined hut_owner} && \"%{hut_owner}\" == \"a\" && \"%{hut_name}\" == \"b\"\n%endif"),
    Case(build: "true", messages: [], preamble: "%if 0%{?hut_owner:1} && \"%{hut_owner}\" == \"a\"\n%endif"),
    Case(
      build: "true", messages: [unheardOf("hut_name")],
      preamble: "%if \"%{hut_name}\" == \"b\" && %{defined hut_owner}\n%endif"),
    // The underscore of rpm's own folders; a name that is too short to tell.
    Case(build: "ls %{docdir} %{pkg}", messages: [leaves("docdir", "%{docdir}", "; did you mean '_docdir'?"), unheardOf("pkg")]),
    // What a tag sets is not there before the tag; without the tag that is what is said.
    Case(
      build: "cp %{SOURCE0} %{SOURCE3} .",
      messages: [
        leaves("SOURCE3", "%{SOURCE3}", "; the tag 'Source3:' sets it, and there is none before this line", here: " here")
      ]),
    Case(
      build: "true",
      messages: [
        leaves("version", "%{version}", "; the tag 'Version:' sets it, and there is none before this line", here: " here")
      ], preamble: "%if \"%{version}\" == \"1\"\n%endif"),
    // A condition of the spec's own, one slip away.
    Case(
      build: "make %{?with_dcos}",
      messages: ["undefined-macro: macro 'with_dcos' is not defined and expands to nothing; did you mean 'with_docs'?"],
      preamble: "%bcond_with docs"),
    // What could not be read may define it.
    Case(
      build: "make %{nobody_has_this}", messages: ["missing-include: cannot include 'macros.inc': no such file"],
      preamble: "%include macros.inc"),
  ]

  @Test(arguments: cases) func areTold(_ example: Case) throws {
    let spec = try SpecText.read(SpecText.around(preamble: example.preamble, build: example.build), target: "host")
    #expect(spec.messages == example.messages)
  }

  /// rpm gives a backslash at the line's end to a macro with options as one of its arguments, with the line feed.
  @Test(
    arguments: [
      ("%gob -o x \\\n./x", ["continued-macro-arguments"]), ("%got \\\n  ./...", ["continued-macro-arguments"]),
      ("%got \\\n./...", []), ("%gob -o x ./x", []), ("%{gob -o x ./x} \\\n-v", []), ("%plain -o x \\\n  ./x", []),
      ("%gob -o x\\\n", []),
    ])
  func continuedArgumentsAreTold(_ build: String, _ problems: [String]) throws {
    let preamble = "%define gob(-) go build %{?**};\n%define got(-) go test %{?**}\n%define plain go build"
    let spec = try SpecText.read(SpecText.around(preamble: preamble, build: build + "\n"), target: "host")
    #expect(spec.problems.map(\.id.rawValue) == problems)
  }

  @Test func aMacroThatCallsItselfIsToldOnce() throws {
    let spec = try SpecText.read(SpecText.around(preamble: "%global hut %%{hut}", build: "make %{hut}\nmake %{hut}"), target: "host")
    #expect(spec.problems.map(\.id) == [.expansionError])
    #expect(spec.messages.first?.hasPrefix("expansion-error: Too many levels of recursion") == true)
  }

  @Test func aCallAloneInThePreambleIsToldOnce() throws {
    let spec = try SpecText.read(SpecText.around(preamble: "%gometa -f"), target: "host")
    #expect(spec.messages == [Self.leaves("gometa", "%gometa", "; Fedora has it in 'go-rpm-macros'")])
  }

  struct TargetCase: CustomTestStringConvertible, Sendable {
    let body: String
    let target: String
    /// The end of the only message, its severity and confidence; none when nothing is to be said.
    var end = ""
    var severity = Severity.warning
    var confidence = Confidence.medium
    var preamble = ""

    var testDescription: String { "\(body.debugDescription) on \(target)" }
  }

  static let targetCases: [TargetCase] = [
    TargetCase(body: "cp x %{_kf5_metainfodir}", target: "fedora", end: "; require 'kf5-rpm-macros', which provides it"),
    TargetCase(body: "cp x %{_kf5_metainfodir}", target: "fedora", preamble: "BuildRequires: kf5-kcoreaddons-devel"),
    TargetCase(body: "cp x %{_kf5_metainfodir}", target: "fedora", preamble: "BuildRequires: cmake(KF5CoreAddons)"),
    TargetCase(body: "cp x %{_kf5_metinfodir}", target: "fedora", end: "; did you mean '_kf5_metainfodir'?", confidence: .high),
    TargetCase(body: "cp x %{_kf6_wallpapersdir}", target: "opensuse", end: "; require 'kf6-filesystem', which provides it"),
    TargetCase(body: "cp x %{_user_tmpfilesdir} %{_systemdusergeneratordir}", target: "fedora"),
    TargetCase(body: "%service_add_post x.service", target: "fedora", end: "; it is one of openSUSE's"),
    TargetCase(body: "%service_add_post x.service", target: "opensuse"),
    TargetCase(body: "%groupadd -g 1 x", target: "fedora", end: "; it is one of PLD's"),
    TargetCase(body: "%groupadd -g 1 x\n# pld-linux.org", target: "auto"),
    TargetCase(
      body: "cp x %{copr_username}", target: "fedora", end: "; '--define' or '--load' says what defines it", severity: .info,
      confidence: .low),
    // A guess may be wrong, and then the macro is there.
    TargetCase(
      body: "%fdupes .\n%service_add_post x\n%banner x", target: "auto", end: "; it is one of PLD's", severity: .info, confidence: .low),
    // The arguments of macros with options; what only a call before it sets.
    TargetCase(
      body: "%gobuild -o %{gobuiddir}/bin/x .", target: "fedora", end: "; did you mean 'gobuilddir'?", confidence: .high,
      preamble: "BuildRequires: go-rpm-macros"),
    TargetCase(
      body: "%gobuild -o %{gobuilddir}/bin/x .", target: "fedora", end: "; '%goprep' or '%goenv' sets it and must come first",
      confidence: .high, preamble: "BuildRequires: go-rpm-macros"),
    TargetCase(
      body: "%gobuild -o x %{?with_bundledd:-tags bundled} .", target: "fedora", end: "; did you mean 'with_bundled'?", confidence: .high,
      preamble: "BuildRequires: go-rpm-macros\n%bcond_with bundled"),
    TargetCase(body: "%gobuild -o x %{?with_bundled:-tags %{?nobody_has_this}} .", target: "fedora", preamble: "%bcond_with bundled"),
  ]

  @Test(arguments: targetCases) func dependOnTheTarget(_ example: TargetCase) throws {
    let spec = try SpecText.read(SpecText.around(preamble: example.preamble, build: example.body), target: example.target)
    let problems = spec.problems.filter { $0.id == .undefinedMacro }
    #expect(problems.map { String($0.message.suffix(example.end.count)) } == (example.end.isEmpty ? [] : [example.end]))
    #expect(problems.allSatisfy { $0.severity == example.severity && $0.confidence == example.confidence })
  }
}

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

  private static func leaves(_ name: String, _ shown: String, _ advice: String = "") -> String {
    "undefined-macro: macro '\(name)' is not defined; rpm leaves '\(shown)' as it is\(advice)"
  }

  static let cases: [Case] = [
    Case(build: "make %{nobody_has_this}", messages: [leaves("nobody_has_this", "%{nobody_has_this}")]),
    Case(build: "make %{nobody_has_this}\nmake %{nobody_has_this}", messages: [leaves("nobody_has_this", "%{nobody_has_this}")]),
    Case(build: "%gobuild .", messages: [leaves("gobuild", "%gobuild", "; 'go-rpm-macros' provides it")]),
    Case(build: "%{cargo_build}", messages: [leaves("cargo_build", "%{cargo_build}", "; 'cargo-rpm-macros' provides it")]),
    Case(build: "%pyproject_wheel", messages: [leaves("pyproject_wheel", "%pyproject_wheel", "; 'pyproject-rpm-macros' provides it")]),
    Case(build: "%cmake", messages: [leaves("cmake", "%cmake", "; 'cmake-rpm-macros' provides it")]),
    Case(build: "make -C %{_builddri}", messages: [leaves("_builddri", "%{_builddri}", "; is '_builddir' meant?")]),
    Case(build: "cp x %{buildrot}", messages: [leaves("buildrot", "%{buildrot}", "; is 'buildroot' meant?")]),
    Case(build: "echo %{mytols}", messages: [leaves("mytols", "%{mytols}", "; is 'mytools' meant?")], preamble: "%global mytools x"),
    Case(
      build: "make %{?_smp_mflag}",
      messages: ["undefined-macro: macro '_smp_mflag' is not defined, so that nothing stands here; '_smp_mflags' is"]),
    Case(
      build: "make %{?mytols:-j%{mytols}}",
      messages: ["undefined-macro: macro 'mytols' is not defined, so that nothing stands here; 'mytools' is"], preamble: "%global mytools x"
    ),
    // Switches that a builder sets, other distributions' names, names that differ in a digit only.
    Case(build: "echo %{?with_extras} %{?suse_version:x} %{?rhel} %{?python2_sitelib} %{?el6}", messages: []),
    // Defined in a branch that is not taken.
    Case(build: "echo %{?mytols}", messages: [], preamble: "%global mytools x\n%if 0\n%global mytols y\n%endif"),
    Case(build: "date +%Y%m%d\nprintf %s x\nfind . -printf %{unknown_name}x", messages: [leaves("unknown_name", "%{unknown_name}")]),
    Case(build: "rpm -q --qf '%{NAME_OF_IT}' x\ncurl -w '%{http_code}' x", messages: []),
    Case(build: "# see %{nobody_has_this}", messages: []),
    Case(build: "echo %%{nobody_has_this} %%gobuild", messages: []),
    // A builder's own macros, asked for before they are used; not so on the left of the question.
    Case(
      build: "true", messages: [], preamble: "%if %{defined hut_owner} && \"%{hut_owner}\" == \"a\" && \"%{hut_name}\" == \"b\"\n%endif"),
    Case(build: "true", messages: [], preamble: "%if 0%{?hut_owner:1} && \"%{hut_owner}\" == \"a\"\n%endif"),
    Case(
      build: "true", messages: [leaves("hut_name", "%{hut_name}")],
      preamble: "%if \"%{hut_name}\" == \"b\" && %{defined hut_owner}\n%endif"),
    // What could not be read may define it.
    Case(
      build: "make %{nobody_has_this}", messages: ["missing-include: cannot include 'macros.inc': no such file"],
      preamble: "%include macros.inc"),
  ]

  @Test(arguments: cases) func areTold(_ example: Case) throws {
    let spec = try SpecText.read(SpecText.around(preamble: example.preamble, build: example.build), target: "host")
    #expect(spec.messages == example.messages)
  }

  @Test func aMacroThatCallsItselfIsToldOnce() throws {
    let spec = try SpecText.read(SpecText.around(preamble: "%global hut %%{hut}", build: "make %{hut}\nmake %{hut}"), target: "host")
    #expect(spec.problems.map(\.id) == [.expansionError])
    #expect(spec.messages.first?.hasPrefix("expansion-error: Too many levels of recursion") == true)
  }

  @Test func aCallAloneInThePreambleIsToldOnce() throws {
    let spec = try SpecText.read(SpecText.around(preamble: "%gometa -f"), target: "host")
    #expect(spec.messages == [Self.leaves("gometa", "%gometa", "; 'go-rpm-macros' provides it")])
  }
}

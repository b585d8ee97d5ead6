import Diagnostics
import MacroExpansion
import Testing

/// What is said of a spec that rpm's expander refuses: what is wrong and what to write, once for each fault.
@Suite struct ProblemSentenceTests {
  struct Case: Sendable {
    var preamble = ""
    var build = "true"
    var target = "host"
    let messages: [String]
  }

  static let cases = [
    Case(preamble: "%global commit", messages: ["expansion-error: macro 'commit' has no text; write '%{nil}' where it is to be empty"]),
    Case(preamble: "%define commit(x", messages: ["expansion-error: the parenthesis after the name of macro 'commit' is not closed"]),
    Case(
      preamble: "%global 1st first",
      messages: [
        "expansion-error: '1st' cannot be the name of a macro, which has two or more letters, digits or '_' and does not begin with a digit"
      ]),
    Case(preamble: "%define dnl x", messages: ["expansion-error: 'dnl' is built into rpm and cannot be defined; choose another name"]),
    Case(
      preamble: "%global course(){x}",
      messages: ["expansion-warning: a space is missing between the name of macro 'course' and its text"]),
    // Its own words are those of the spec.
    Case(preamble: "%{error:only for the north}", messages: ["expansion-error: only for the north"]),
    // What a bundled target's machine has is not known, but what lies beside the spec is.
    Case(
      preamble: "%include /usr/lib/rpm/macros.d/macros.north", target: "fedora",
      messages: ["missing-include: '/usr/lib/rpm/macros.d/macros.north' is not on this machine; what it defines is not known"]),
    Case(
      preamble: "%include /usr/lib/rpm/macros.d/macros.north",
      messages: ["missing-include: cannot include '/usr/lib/rpm/macros.d/macros.north': no such file"]),
    Case(preamble: "%include north.inc", target: "fedora", messages: ["missing-include: cannot include 'north.inc': no such file"]),
    // Whoever builds sets it.
    Case(preamble: "URL: %{getenv:NORTH_URL}", messages: []),
    Case(preamble: "Collections: sepolicy", messages: ["unknown-tag: unknown tag 'Collections'"]),
    Case(preamble: "BuildPreReq: make", target: "altlinux", messages: []),
    Case(preamble: "BuildPreReq: make", messages: ["deprecated-tag: 'BuildPreReq' is deprecated; write 'BuildRequires'"]),
    // Macros without arguments: what follows them belongs to the command that they end with.
    Case(build: "%mingw_configure \\\n%if 1\n --without-x \\\n%endif\n --with-y", target: "fedora", messages: []),
    Case(build: "%if 1\n%cmake_insource -GNinja \\\n%else\n%cmake_insource \\\n%endif\n -DX=y", target: "altlinux", messages: []),
    Case(preamble: "%ifpython2\nURL: x\n%endif", target: "opensuse", messages: []),
    // The value cannot be expanded: that it is empty then says nothing.
    Case(
      preamble: "%global north %{north}\nURL: %north",
      messages: [
        "expansion-error: Too many levels of recursion in macro expansion. It is likely caused by recursive macro declaration."
      ]),
  ]

  @Test(arguments: cases) func faultsAreToldOnce(_ example: Case) throws {
    let spec = try SpecText.read(SpecText.around(preamble: example.preamble, build: example.build), target: example.target)
    #expect(spec.messages == example.messages)
  }

  /// As rpm 4.18.0 and 6.1.0 give its line, though they read it with the lines before it.
  @Test func aJoinedConditionIsToldWhereItStands() throws {
    let text = SpecText.around(build: "make \\\n  a \\\n%if x == \"y\"\n  b \\\n%endif\n  c")
    let spec = try SpecText.read(text, target: "host")
    let problem = try #require(spec.problems.first { $0.id == .badCondition })
    #expect(String(decoding: Array(text.utf8)[problem.source.range], as: UTF8.self) == "%if x == \"y\"\n")
    #expect(spec.conditions.map { String(decoding: $0.text, as: UTF8.self) } == ["%if x == \"y\""])
  }

  /// A dependency on the package's own version has its fault, one on another has its own.
  @Test(arguments: [
    ("Requires: hello-data = %{version}-%{release}", "1..2", ["invalid-tag-value"]),
    ("Requires: a-b = 1-2-3", "1-2", ["invalid-tag-value", "dependency-syntax"]),
  ])
  func aRefusedVersionIsToldOnce(_ tag: String, _ version: String, _ rules: [String]) throws {
    let text = "Name: hello\nVersion: \(version)\nRelease: 1\nSummary: Greets\nLicense: MIT\n\(tag)\n%description\nGreets.\n"
    let spec = try SpecText.read(text, target: "host")
    #expect(spec.messages.map { String($0.prefix { $0 != ":" }) } == rules)
  }
}

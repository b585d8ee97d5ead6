import MacroExpansion
import MacroTargets
import SpecSyntax
import Testing

/// One row of `RPMDialect` each: the same spec for a target with an older rpm and for one with a newer, on whatever rpm is linked.
///
/// Each test names the releases of rpm whose own `rpmspec -P` (or `rpm.spec`, for joined scriptlets) was compared; what is said of 4.16 and
/// 4.19 follows their sources, what is said of 4.18 is compared with 4.18.0.
@Suite struct DialectTests {
  private static let patches = "Patch0: zero.patch\nPatch1: one.patch"

  private func prep(_ lines: String, _ target: String) throws -> ExpandedSpec {
    try SpecText.read(SpecText.around(prep: lines, suffix: Self.patches), target: target)
  }

  private func text(_ spec: ExpandedSpec, _ section: SectionKeyword = .prep) -> String {
    String(decoding: spec.sections.first { $0.keyword == section }?.text.bytes ?? [], as: UTF8.self)
  }

  @Test func quotesTheArchiveFrom419AsRPM4201Does() throws {
    #expect(text(try prep("%setup -q", "fedora")).contains("rpmuncompress -x '/nonexistent/hello-1.2.tar.gz'\nSTATUS"))
    #expect(text(try prep("%setup -q", "azurelinux")).contains("rpmuncompress -x /nonexistent/hello-1.2.tar.gz\nSTATUS"))
  }

  @Test func unpacksWithTarBefore418() throws {
    #expect(text(try prep("%setup -q", "epel9")).contains("/usr/bin/gzip -dc '/nonexistent/hello-1.2.tar.gz' | /usr/bin/tar -xof -\n"))
  }

  @Test func leavesAnEmptyLineAfterSetupFrom420AsRPM4201And61Do() throws {
    #expect(text(try prep("%setup -q\nmake", "fedora")).hasSuffix("a+rX,u+w,g-w,o-w .\n\nmake\n"))
    #expect(text(try prep("%setup -q\nmake", "epel10")).hasSuffix("a+rX,u+w,g-w,o-w .\nmake\n"))
  }

  @Test func makesTheFolderOfSpecPartsIn419Only() throws {
    #expect(text(try prep("%setup -q", "epel10")).contains("mkdir -p '/top/BUILD/hello-1.2-SPECPARTS'\n"))
    #expect(!text(try prep("%setup -q", "fedora")).contains("SPECPARTS"))
  }

  @Test(arguments: ["  %patch -P 1 -p1", "( %{patch -P 1 -p1} )"]) func takesPatchAnywhereFrom420AsRPM4201And61Do(_ line: String) throws {
    let new = try prep(line, "fedora")
    #expect(new.messages == [])
    #expect(new.words(of: .prep).contains("Patch #1 (one.patch)"))
    let old = try prep(line, "azurelinux")
    #expect(old.problems.map(\.id.rawValue) == ["undefined-macro"])
    #expect(text(old) == line + "\n")
  }

  @Test func refusesNumberedPatchFrom420AsRPM4201Does() throws {
    #expect(try prep("%patch0 -p1", "opensuse").problems.map(\.id.rawValue) == ["numbered-patch"])
    #expect(try prep("%patch0 -p1", "azurelinux").messages == [])
  }

  @Test func warnsOfNumberedPatchIn419() throws {
    #expect(try prep("%patch0 -p1\n%patch1 -p1", "epel10").problems.map(\.id.rawValue) == ["expansion-warning"])
  }

  @Test func leavesNumberedPatchInsideALineFrom420() throws {
    let spec = try prep("  %patch1 -p1", "fedora")
    #expect(spec.problems.map(\.id.rawValue) == ["undefined-macro"])
    #expect(text(spec) == "  %patch1 -p1\n")
  }

  @Test(arguments: [
    ("epel9", [String]()), ("azurelinux", ["expansion-warning"]), ("epel10", ["expansion-error"]), ("fedora", ["expansion-error"]),
  ]) func judgesPatchWithoutNumber(_ target: String, _ problems: [String]) throws {
    #expect(try prep("%patch -p1", target).problems.map(\.id.rawValue) == problems)
  }

  @Test func appliesPatchZeroTooBefore418() throws {
    #expect(try prep("%patch 1", "epel9").words(of: .prep).contains("Patch #0"))
    #expect(!(try prep("%patch 1", "azurelinux").words(of: .prep).contains("Patch #0")))
  }

  @Test(arguments: ["azurelinux", "epel9"]) func tellsOfCallsThatOlderReleasesLeaveToTheShell(_ target: String) throws {
    let lines = "(cd sub\n  %patch -P 1 -p1\n)\n%{patch -P 0 -p1}"
    let old = try prep(lines, target)
    #expect(old.problems.map { "\($0.severity) \($0.id.rawValue)" } == ["warning undefined-macro", "warning undefined-macro"])
    #expect(text(old) == lines + "\n")
    let new = try prep(lines, "fedora")
    #expect(new.messages == [])
    #expect(new.words(of: .prep).contains("Patch #1 (one.patch)") && new.words(of: .prep).contains("Patch #0 (zero.patch)"))
  }

  @Test(arguments: ["opensuse", "mageia", "fedora"]) func tellsOfEveryCallThatIsGoneSince420(_ target: String) throws {
    let lines = "%patch0 -p1\n%patch1 -p1 -b .orig\n%patch -p1"
    #expect(try prep(lines, target).problems.map(\.id.rawValue) == ["numbered-patch", "numbered-patch", "expansion-error"])
    #expect(try prep(lines, "azurelinux").problems.map(\.id.rawValue) == ["expansion-warning"])
  }

  @Test func refusesWhatFollowsACallOnItsLineFrom420AsRPM4201And61Do() throws {
    #expect(try prep("if :; then %patch -P 0 -p1; fi", "fedora").problems.map(\.id.rawValue) == ["expansion-error"])
  }

  @Test func expandsPatchInAShellCommentFrom420AsRPM4201Does() throws {
    #expect(try prep("#%patch -P 0 -p1", "fedora").words(of: .prep).contains("patch_fail"))
    #expect(text(try prep("#%patch -P 0 -p1", "azurelinux")) == "#%patch -P 0 -p1\n")
  }

  @Test func joinsAdditionsToOneScriptletFrom420AsRPM4201And61Do() throws {
    let spec = try SpecText.read(SpecText.around(build: "make") + "\n%build -a\nmake more\n%build -p\nmake first\n", target: "fedora")
    #expect(spec.sections.filter { $0.keyword == .build }.count == 1)
    #expect(text(spec, .build) == "make first\nmake\nmake more\n")
  }

  @Test func makesAScriptletOfAnAdditionAlone() throws {
    let spec = try SpecText.read(SpecText.around(build: "make") + "\n%check -a\nmake check\n", target: "fedora")
    #expect(text(spec, .check) == "make check\n")
  }

  @Test func takesIndentedTagsFrom420AsRPM4201And61Do() throws {
    #expect(try SpecText.read(SpecText.around(suffix: "  Vendor: somebody"), target: "fedora").messages == [])
    #expect(
      try SpecText.read(SpecText.around(suffix: "  Vendor: somebody"), target: "epel10").problems.map(\.id.rawValue) == ["unknown-tag"])
  }

  @Test func qualifiesWeakDependenciesFrom420AsRPM4201Does() throws {
    #expect(try SpecText.read(SpecText.around(suffix: "Recommends(post): bash"), target: "fedora").messages == [])
    #expect(
      try SpecText.read(SpecText.around(suffix: "Recommends(post): bash"), target: "epel10").problems.map(\.id.rawValue) == ["unknown-tag"])
  }

  @Test func knowsConfFrom418() throws {
    let text = SpecText.around(build: "make") + "\n%conf\n./configure\n"
    #expect(try SpecText.read(text, target: "azurelinux").sections.contains { $0.keyword == .conf })
    #expect(!(try SpecText.read(text, target: "epel9").sections.contains { $0.keyword == .conf }))
  }

  @Test func knowsScriptletsOfRemovalFrom419AsRPM61Does() throws {
    let text = SpecText.around(build: "make") + "\n%preuntrans\ntrue\n"
    #expect(try SpecText.read(text, target: "fedora").sections.contains { $0.keyword == .preuntrans })
    #expect(!(try SpecText.read(text, target: "azurelinux").sections.contains { $0.keyword == .preuntrans }))
  }

  @Test(arguments: [
    ("fedora", "[hello|6.1|HELLO]"), ("opensuse", "[%{span:hello}|4.20|HELLO]"),
    ("azurelinux", "[%{span:hello}|%{rpmversion}|%{upper:hello}]"),
  ]) func hasTheBuiltInMacrosOfItsRelease(_ target: String, _ words: String) throws {
    let build = "[%{span:hello}|%{rpmversion}|%{upper:hello}]"
    #expect(try SpecText.read(SpecText.around(build: build), target: target).words(of: .build) == words)
  }

  @Test func knowsTheBuildSystemCMake() throws {
    let spec = try SpecText.read(Self.declarative("cmake") + "BuildOption(conf): -DX=1\n%description\nA test.\n", target: "fedora")
    #expect(spec.messages == [])
    #expect(spec.words(of: .conf).contains("-DX=1"))
    #expect(spec.words(of: .prep).contains("rpmuncompress -x -C hello-1.2"))
    #expect(spec.words(of: .build).contains("cmake --build"))
  }

  @Test(arguments: ["opensuse", "fedora"]) func writesTheSectionsOfABuildSystemAsRPM4201And61Do(_ target: String) throws {
    let macros = ["conf", "build", "install"].map { "%define buildsystem_demo_\($0)() demo \($0) %*\n" }.joined()
    let options = "BuildOption(conf): -DX=1\nBuildOption: -DY=2\nBuildOption(build): more\nBuildOption(prep): -n hello\n"
    let written = "%description\nA test.\n%install -a\nextra\n%check\nmine\n"
    let spec = try SpecText.read(macros + Self.declarative("demo") + options + written, target: target)
    #expect(spec.messages == [])
    #expect(spec.words(of: .prep).contains("rpmuncompress -x -C hello '/nonexistent/hello-1.2.tar.gz'"))
    #expect(text(spec, .conf) == "demo conf -DX=1 -DY=2\n")
    #expect(text(spec, .build) == "demo build more\n")
    #expect(text(spec, .install) == "demo install \nextra\n")
    #expect(text(spec, .check) == "mine\n")
  }

  @Test func refusesABuildSystemThatNobodyDefines() throws {
    let spec = try SpecText.read(Self.declarative("nobodys") + "%description\nA test.\n", target: "fedora")
    #expect(spec.problems.map(\.id.rawValue) == ["unknown-build-system"])
  }

  @Test func readsADeclarativeGoBuildForItsDistribution() throws {
    let text = "%global go_import_path example.org/hello\n" + Self.declarative("golang") + "%description\nA test.\n"
    let spec = try SpecText.read(text, target: "auto")
    #expect(spec.target == "openruyi")
    #expect(spec.messages == [])
    #expect(spec.words(of: .build).contains("go build -buildmode=pie -o hello example.org/hello"))
  }

  @Test func answersAnOptionLetterAboveASCII() throws {
    let bytes = Array("Name: hello\n%define f(x) %{1}\nVersion: 1%f -\u{0}\n".utf8).map { $0 == 0 ? 0x9F : $0 }
    let spec = try SpecText.read(bytes, target: "fedora")
    #expect(spec.problems.contains { $0.id == .expansionError && $0.message.hasPrefix("Unknown option") })
  }

  private static func declarative(_ system: String) -> String {
    """
    Name: hello
    Version: 1.2
    Release: 3
    Summary: A test
    License: MIT
    Source0: hello-1.2.tar.gz
    BuildSystem: \(system)

    """
  }
}

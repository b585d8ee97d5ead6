import Diagnostics
import MacroExpansion
import MacroTargets
import SpecSyntax
import Testing

/// Where a build happens: one folder for all packages up to rpm 4.19, one for each build from 4.20.
@Suite struct RPMGenerationTests {
  private static let folders = "%{_builddir}|%{buildroot}|%{?builddir}"

  @Test(arguments: MacroTarget.all.filter { !$0.dialect.usesBuildFolder }.map(\.name)) func sharesAFolderUpTo419(_ target: String) throws {
    let spec = try SpecText.read(SpecText.around(preamble: "%global early %{_builddir}", build: "%{early} \(Self.folders)"), target: target)
    let words = spec.words(of: .build).split(separator: " ")
    #expect(words.first == "/top/BUILD")
    let parts = try #require(words.last).split(separator: "|", omittingEmptySubsequences: false)
    #expect(parts.first == "/top/BUILD")
    #expect(parts.dropFirst().first?.hasPrefix("/top/BUILDROOT/hello-1.2-3.") == true)
    #expect(parts.last == "")
  }

  @Test(arguments: MacroTarget.all.filter { $0.dialect.usesBuildFolder }.map(\.name)) func givesEachBuildAFolderFrom420(_ target: String)
    throws
  {
    let spec = try SpecText.read(SpecText.around(preamble: "%global early %{_builddir}", build: "%{early} \(Self.folders)"), target: target)
    let folder = "/top/BUILD/hello-1.2-build"
    #expect(spec.words(of: .build) == "\(folder) \(folder)|\(folder)/BUILDROOT|\(folder)")
  }

  @Test func writesUnderscoresForTildeAndCaret() throws {
    let text = SpecText.around(build: "%{builddir}").replacing("Version: 1.2", with: "Version: 1.2~rc1^git5")
    #expect(try SpecText.read(text, target: "fedora").words(of: .build) == "/top/BUILD/hello-1.2_rc1_git5-build")
  }

  @Test func unpacksWithoutTheTopFolderFrom420() throws {
    let new = try SpecText.read(SpecText.around(prep: "%autosetup -C"), target: "fedora")
    #expect(new.messages == [])
    #expect(new.words(of: .prep).contains("-C hello-1.2 '/nonexistent/hello-1.2.tar.gz'"))
    let old = try SpecText.read(SpecText.around(prep: "%setup -q -C"), target: "epel9")
    #expect(old.messages == ["expansion-error: bad %setup option: unknown option '-C'"])
  }

  @Test func takesBuildSystemsFrom420() throws {
    let tags = "BuildSystem: cmake\nBuildOption(conf): -DX=1"
    #expect(try SpecText.read(SpecText.around(suffix: tags), target: "fedora").messages == [])
    #expect(try SpecText.read(SpecText.around(suffix: tags), target: "epel9").problems.map(\.id) == [.unknownTag, .unknownTag])
  }

  @Test func takesAdditionsToSectionsFrom420() throws {
    let text = SpecText.around(build: "make") + "\n%build -a\nmake more\n%build -p\nmake first\n"
    #expect(try SpecText.read(text, target: "fedora").messages == [])
    #expect(try SpecText.read(text, target: "epel9").problems.map(\.id) == [.duplicateSection, .duplicateSection])
    #expect(try SpecText.read(text + "%build\nmake again\n", target: "fedora").problems.map(\.id) == [.duplicateSection])
  }

  @Test func countsALTsConditionsWhereLinesAreSkipped() throws {
    let build =
      "%if_enabled utils\n%if_with docs\nmake docs\n%endif\nmake utils\n%endif\n%if %{enabled tools} || %{disabled utils}\nmake\n%endif"
    let spec = try SpecText.read(SpecText.around(build: build, suffix: "%def_disable utils\n%def_enable tools"), target: "altlinux")
    #expect(spec.messages == [])
    #expect(spec.words(of: .build) == "make")
  }

  @Test func takesBareWordsInConditionsOnALTOnly() throws {
    let text = SpecText.around(build: "%if %_target_os == linux && x86.64 != \"i386\"\nmake\n%endif")
    let alt = try SpecText.read(text, target: "altlinux")
    #expect(alt.messages == [])
    #expect(alt.words(of: .build) == "make")
    #expect(try SpecText.read(text, target: "fedora").problems.map(\.id) == [.badCondition])
  }

  @Test func takesQualifiedBuildRequiresOnALTOnly() throws {
    let tag = "BuildRequires(pre): rpm-build-golang"
    #expect(try SpecText.read(SpecText.around(suffix: tag), target: "altlinux").messages == [])
    #expect(try SpecText.read(SpecText.around(suffix: tag), target: "fedora").problems.map(\.id) == [.unknownTag])
  }
}

import Diagnostics
import MacroExpansion
import MacroTargets
import SpecSyntax
import Testing

/// Rows of `RPMDialect`: what one line is for rpm 4.18, 4.20 and 6.1, whichever is linked.
///
/// Each was given to `rpmspec -P` of 4.18.0, 4.20.1 and 6.1.0, or to their `rpm.spec` where sections are joined.
@Suite struct DialectRowTests {
  enum Outcome: Sendable {
    /// The section's words, with nothing said.
    case words(String)
    /// They occur in the section's words, and nothing is said.
    case has(String)
    case refused(ReadingProblem)
    case warned(ReadingProblem)
    /// It stays as it is, of which the reader is told.
    case kept(String)
  }

  struct Row: CustomTestStringConvertible, Sendable {
    let testDescription: String
    var section = SectionKeyword.build
    let text: String
    /// For targets with 4.18, 4.20 and 6.1.
    let old: Outcome
    let new: Outcome
    let newest: Outcome

    init(
      _ text: String, pre: String = "", version: String = "1.2", tags: String = "", prep: String = "", build: String = "true",
      rest: String = "", _ section: SectionKeyword = .build, old: Outcome, new: Outcome, newest: Outcome? = nil
    ) {
      testDescription = text
      self.section = section
      self.text = """
        \(pre)
        Name: hello
        Version: \(version)
        Release: 3
        Summary: A test
        License: MIT
        Source0: hello-1.2.tar.gz
        Patch0: zero.patch
        Patch1: one.patch
        \(tags)
        %description
        A test.
        %prep
        \(prep)
        %build
        \(build)
        \(rest)
        """
      self.old = old
      self.new = new
      self.newest = newest ?? new
    }
  }

  static let rows = [
    Row(
      "%setup -C", prep: "%setup -q -C", .prep, old: .refused(.expansionError), new: .has("-x -C hello-1.2 '/nonexistent/hello-1.2.tar.gz'")
    ),
    Row("%autosetup -C", prep: "%autosetup -C -N", .prep, old: .refused(.expansionError), new: .has("-x -C hello-1.2 '/nonexistent")),
    Row(
      "%setup", prep: "%setup -q", .prep, old: .has("/usr/lib/rpm/rpmuncompress -x /non"), new: .has("/usr/lib/rpm/rpmuncompress -x '/non"),
      newest: .has("/usr/bin/rpmuncompress -x '/non")),
    Row(
      "a compressed patch", prep: "%patch -P 0", .prep, old: .has("{ /usr/lib/rpm/rpmuncompress /non"),
      new: .has("{ /usr/lib/rpm/rpmuncompress /non"), newest: .has("{ /usr/bin/rpmuncompress /non")),
    Row(
      "%autosetup -S git", prep: "%autosetup -S git -N", .prep, old: .has("/usr/bin/git commit -q --allow-empty -a\\ --author"),
      new: .has("GIT_AUTHOR_DATE=@${SOURCE_DATE_EPOCH:-${RPM_BUILD_TIME:?}}\\ /usr/bin/git commit -q --allow-empty -a\\ --author"),
      newest: .has("/usr/bin/git commit -q --no-gpg-sign --allow-empty -a\\ --author")),
    Row(
      "%autopatch -q", prep: "%autopatch -q -p1 1", .prep, old: .refused(.expansionError),
      new: .has("rpmuncompress /nonexistent/one.patch | /usr/bin/patch -p1 -s")),
    Row("%{patch 1} inside a line", prep: "x %{patch 1}", .prep, old: .kept("x %{patch 1}"), new: .has("x echo \"Patch #1 (one.patch):\"")),
    Row("%{patch0} in braces", prep: "%{patch0}", .prep, old: .kept("%{patch0}"), new: .kept("%{patch0}")),
    Row("#%setup", prep: "#%setup -q", .prep, old: .words("#%setup -q"), new: .has("#cd '/top/BUILD/hello-1.2-build'")),
    Row("%setup in %build", build: "%setup -q", old: .kept("%setup -q"), new: .kept("%setup -q")),
    Row("--build-in-place", pre: "%global _build_in_place 1", prep: "%setup -q", .prep, old: .words(""), new: .has("rpmuncompress -x")),
    Row(
      "sections with -a and -p", rest: "%install -a\none\n%install -a\ntwo\n%install -p\nzero\n%install -p\nfirst\n", .install,
      old: .refused(.duplicateSection), new: .words("first zero one two")),
    Row("an option of %check", rest: "%check -x\nmake check", .check, old: .words("make check"), new: .refused(.expansionError)),
    Row("BuildOption", tags: "BuildOption(build): x", old: .refused(.unknownTag), new: .words("true")),
    Row(
      "BuildSystem", pre: "%define buildsystem_demo_build() make %*\n%define buildsystem_demo_install() make install %*",
      tags: "BuildSystem: demo\nBuildOption(install): x y", .install, old: .refused(.unknownTag), new: .words("make install x y")),
    Row(
      "words after %else", build: "%if 1\na\n%else word\nb\n%endif", old: .warned(.tokensAfterConditional),
      new: .refused(.tokensAfterConditional)),
    Row(
      "words after %endif", build: "%if 1\na\n%endif word", old: .warned(.tokensAfterConditional), new: .refused(.tokensAfterConditional)),
    Row("a comment after %endif", build: "%if 1\na\n%endif # word", old: .warned(.tokensAfterConditional), new: .words("a")),
    Row("%{xdg:cache}", build: "[%{xdg:cache}]", old: .kept("[%{xdg:cache}]"), new: .kept("[%{xdg:cache}]"), newest: .has("/.cache]")),
    Row(
      "%{span:} over lines", pre: "%define compile %{span:\nexport A=1\ngo build\n}", build: "%compile",
      old: .words("%{span: export A=1 go build }"),
      new: .words("%{span: export A=1 go build }"), newest: .words("export A=1 go build")),
    Row(
      "macros of strings", build: "[%{len:abc}|%{reverse:abc}|%{lower:AB}|%{sub abc 2 3}|%{gsub abc b x}|%{rep abc 2}]",
      old: .kept("[%{len:abc}|%{reverse:abc}|%{lower:AB}|%{sub abc 2 3}|%{gsub abc b x}|%{rep abc 2}]"),
      new: .words("[3|cba|ab|bc|axc|abcabc]")),
    Row("%{?rpmversion}", build: "[%{?rpmversion:known}]", old: .words("[]"), new: .words("[known]")),
    Row("Requires(preuntrans)", tags: "Requires(preuntrans): bash", old: .refused(.dependencySyntax), new: .words("true")),
    Row("%{_smp_mflags}", build: "make %{_smp_mflags}", old: .has("make -j"), new: .words("make -j${RPM_BUILD_NCPUS}")),
    Row(
      "folders", pre: "%global here %{_builddir}/x", build: "%{here} %{dirname:%{buildroot}}", old: .words("/top/BUILD/x /top/BUILDROOT"),
      new: .words("/top/BUILD/hello-1.2-build/x /top/BUILD/hello-1.2-build")),
    Row(
      "a version with ~ and ^", version: "1.2~rc1^x", build: "%{_builddir}", old: .words("/top/BUILD"),
      new: .words("/top/BUILD/hello-1.2_rc1_x-build")),
    Row("%{?specpartsdir}", build: "[%{?specpartsdir}]", old: .words("[]"), new: .words("[/top/BUILD/hello-1.2-build/SPECPARTS]")),
    Row(
      "%{___build_pre}", build: "%{___build_pre}", old: .has("RPM_SOURCE_DIR=\"/nonexistent\""),
      new: .has("RPM_SPECPARTS_DIR=\"/top/BUILD/hello-1.2-build/SPECPARTS\""),
      newest: .words(". /top/BUILD/hello-1.2-build/rpmbuild.env umask 022 cd \"/top/BUILD/hello-1.2-build\"")),
  ]

  enum Release: CaseIterable, Sendable {
    case old, new, newest

    var target: String {
      switch self {
      case .old: "azurelinux"
      case .new: "opensuse"
      case .newest: "fedora"
      }
    }

    func outcome(of row: Row) -> Outcome {
      switch self {
      case .old: row.old
      case .new: row.new
      case .newest: row.newest
      }
    }
  }

  @Test(arguments: rows, Release.allCases) func isReadAsTheTargetsReleaseDoes(_ row: Row, _ release: Release) throws {
    let spec = try SpecText.read(row.text, target: release.target)
    let words = spec.words(of: row.section)
    let said = spec.problems.map { "\($0.severity) \($0.id.rawValue)" }
    switch release.outcome(of: row) {
    case .words(let expected):
      #expect(words == expected)
      #expect(said == [])
    case .has(let expected):
      #expect(words.contains(expected), "\(words)")
      #expect(said == [])
    case .refused(let id): #expect(said.contains("error \(id.rawValue)"), "\(said)")
    case .warned(let id): #expect(said == ["warning \(id.rawValue)"])
    case .kept(let expected):
      #expect(words == expected)
      #expect(Set(spec.problems.map(\.id)) == [.undefinedMacro])
    }
  }
}

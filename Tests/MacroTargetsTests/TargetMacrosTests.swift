import Diagnostics
import MacroExpansion
import MacroTargets
import SpecSyntax
import Testing

/// What the macros of a target become.
@Suite struct TargetMacrosTests {
  struct Call: CustomTestStringConvertible, Sendable {
    let target: String
    let call: String
    let expansion: String
    var preamble = ""

    var testDescription: String { "\(target): \(call)" }
  }

  private static let github = "%global goipath github.com/acme/hello\n%gometa"
  private static let sources = "%global goipath github.com/acme/hello\n%global tag v1.2-rc1\n%gometa"

  static let calls: [Call] = [
    Call(target: "fedora", call: "%{?fedora:f}%{?rhel:r}%{?suse_version:s}%{?dist}", expansion: "f.fc44"),
    Call(target: "epel9", call: "%{?fedora:f}%{?rhel}%{?dist}", expansion: "9.el9"),
    Call(target: "epel10", call: "%{?rhel}%{?dist}", expansion: "10.el10"),
    Call(target: "opensuse", call: "%{?suse_version:s}%{?is_opensuse}%{?fedora:f}", expansion: "s1"),
    Call(target: "azurelinux", call: "%{?azl}%{?dist}", expansion: "3.azl3"),
    Call(target: "photon", call: "%{?dist}", expansion: ".ph5"),
    Call(target: "mageia", call: "%mkrel 1", expansion: "1.mga10"),
    Call(target: "openeuler", call: "%{?openEuler:o}", expansion: "o"),
    Call(
      target: "fedora", call: "%{gourl} %{goname} %{gosource}",
      expansion:
        "https://github.com/acme/hello golang-github-acme-hello https://github.com/acme/hello/archive/v1.2/hello-1.2.tar.gz",
      preamble: github),
    Call(
      target: "fedora", call: "%{gosource} %{extractdir}",
      expansion:
        "https://github.com/acme/hello/archive/v1.2-rc1/hello-1.2-rc1.tar.gz hello-1.2-rc1", preamble: sources),
    Call(target: "fedora", call: "%gorpmname gitlab.com/acme/go-tools/v2", expansion: "golang-gitlab-acme-tools-2"),
    Call(target: "fedora", call: "%goenv\n%{gobuilddir}", expansion: "/top/BUILD/hello-1.2-build/hello-1.2/_build", preamble: github),
    Call(target: "epel10", call: "%goenv\n%{gobuilddir}", expansion: "/top/BUILD/hello-1.2/_build", preamble: github),
    Call(
      target: "epel10", call: "%goenv\n%gobuild -o %{gobuilddir}/bin/hello .",
      expansion:
        #"GOPATH="/top/BUILD/hello-1.2/_build:${GOPATH:+${GOPATH}:}/usr/share/gocode" GO111MODULE="${GO111MODULE:-off}" \ go build -buildmode pie -compiler gc -tags="rpm_crashtraceback ${GO_BUILDTAGS-${BUILDTAGS-}}" -a -v -x -ldflags "${GO_LDFLAGS-${LDFLAGS-}} -X github.com/acme/hello/version=1.2 -B 0x$(echo "hello-1.2-3-${SOURCE_DATE_EPOCH:-}" | sha1sum | cut -d ' ' -f1) -compressdwarf=false -linkmode=external -extldflags '%{flags}'" -o /top/BUILD/hello-1.2/_build/bin/hello .;"#,
      preamble: github),
    Call(
      target: "epel10", call: "%global gomodulesmode GO111MODULE=on\n%gotest ./...",
      expansion:
        #"GO111MODULE=on go test -buildmode pie -compiler gc -ldflags "${GO_LDFLAGS-${LDFLAGS-}} -extldflags '%{flags}'" ./...;"#),
    Call(
      target: "opensuse", call: "%gobuild -mod=vendor cmd/...",
      expansion:
        "GOPATH=${RPM_BUILD_DIR}/go:${RPM_BUILD_DIR}/contrib GOBIN=${RPM_BUILD_DIR}/go/bin go install -v -p 4 -x -buildmode=pie -mod=vendor cmd/..."
    ),
    Call(
      target: "opensuse", call: "%goprep github.com/acme/hello",
      expansion:
        "mkdir -p ${RPM_BUILD_DIR}/go/src/github.com/acme/hello cp -rpT . ${RPM_BUILD_DIR}/go/src/github.com/acme/hello echo github.com/acme/hello > /tmp/importpath.txt"
    ),
    Call(target: "altlinux", call: "%golang_test ./...", expansion: "go test ./..."),
    Call(target: "altlinux", call: "%add_optflags -fno-strict-aliasing\nx %_man1dir", expansion: "x /usr/share/man/man1"),
    Call(target: "altlinux", call: "%subst_with lua", expansion: "--without-lua"),
    Call(target: "fedora", call: "%bcond docs 1\n%bcond tests 0\n%{with docs} %{with tests}", expansion: "1 0"),
    Call(target: "fedora", call: "%{gsub %{version} %. _} %{upper:abc} %{sub hello 2 3}", expansion: "1_2 ABC el"),
    Call(
      target: "fedora", call: "%go_vendor_license_install -c x.toml",
      expansion:
        #"go_vendor_license -c x.toml install --destdir "/top/BUILD/hello-1.2-build/BUILDROOT" --install-directory "/usr/share/licenses/hello" --filelist licenses.list"#
    ),
  ]

  @Test func bottlerocketBuildsVendoredAndOffline() throws {
    let build = "%cross_go_configure example.com/hello\n%set_cross_go_flags_static\nls %{_cross_bindir}"
    let words = try SpecText.read(SpecText.around(build: build), target: "fedora").words(of: .build)
    for setting in ["GO111MODULE=auto", #"GOFLAGS="-mod=vendor -a -buildmode=pie""#, "GOPROXY=off", #"GOPATH="${PWD}/GOPATH""#] {
      #expect(words.ranges(of: setting).count == 2, "\(setting)")
    }
    #expect(words.contains("cd GOPATH/src/example.com/hello export "))
    #expect(words.contains(#"CC="x86_64-bottlerocket-linux-musl-gcc""#))
  }

  /// The linker's flags are not the Go macros'.
  private func withoutLinkerFlags(_ text: String) -> String {
    guard let open = text.firstRange(of: "-extldflags '"), let close = text[open.upperBound...].firstIndex(of: "'") else { return text }
    return text[..<open.upperBound] + "%{flags}" + text[close...]
  }

  @Test(arguments: calls) func becomes(_ call: Call) throws {
    let spec = try SpecText.read(SpecText.around(build: call.call, suffix: call.preamble), target: call.target)
    #expect(withoutLinkerFlags(spec.words(of: .build)) == call.expansion)
    #expect(spec.messages == [])
  }

  @Test func vendorIsDeletedUnlessKept() throws {
    let preamble = "%global goipath github.com/acme/hello\n%gometa"
    let removed = try SpecText.read(SpecText.around(prep: "%goprep", suffix: preamble), target: "epel10")
    #expect(removed.words(of: .prep).contains(#"rm -fr "/top/BUILD/hello-1.2/vendor""#))
    let kept = try SpecText.read(SpecText.around(prep: "%goprep -k", suffix: preamble), target: "epel10")
    #expect(!kept.words(of: .prep).contains("vendor"))
    #expect(kept.words(of: .prep).contains(#"export GOPATH="/top/BUILD/hello-1.2/_build:"#))
  }

  /// A body that is not closed would swallow the definitions after it.
  @Test(arguments: MacroTarget.all.map(\.name)) func everyNameIsDefined(_ target: String) throws {
    let names = try #require(MacroTarget.definedNames[target]).all.sorted()
    #expect(names.count > 300)
    let lines = names.map { "\($0)=%{?\($0):1}" }.joined(separator: "\n")
    let spec = try SpecText.read(SpecText.around(build: lines), target: target)
    #expect(spec.words(of: .build).split(separator: " ").filter { !$0.hasSuffix("=1") } == [])
  }
}

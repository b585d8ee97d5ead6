import Diagnostics
import SpecLint
import Testing

/// Shapes that real specs have, each with everything that is found in it at any confidence: as rule ids, in the order of the lines.
@Suite("Shapes of real specs")
struct RealShapeTests {
  struct Shape: CustomTestStringConvertible, Sendable {
    let name: String
    let snippet: String
    let rules: [String]
    let target: String?
    var testDescription: String { name }

    init(_ name: String, _ snippet: String, _ rules: [String], target: String? = nil) {
      self.name = name
      self.snippet = snippet
      self.rules = rules
      self.target = target
    }
  }

  private static let families: Set<String> = [
    "background-job-unchecked", "build-cache-keyed-by-path", "build-cache-per-build", "cache-in-buildroot", "cache-without-home",
    "contradicting-module-mode", "download-in-build", "environment-lost-between-sections", "forced-rebuild", "go-env-file-ignored",
    "goflags-silently-dropped", "goflags-syntax", "gopath-is-module-root", "gopath-layout-without-gopath-mode", "hard-coded-parallelism",
    "module-cache-deleted", "module-cache-in-source-tree", "module-cache-per-build", "module-cache-split", "multiplied-parallelism",
    "parallelism-without-effect", "parse-time-go-env", "prefix-assignment-before-macro", "private-cache-per-process",
    "read-only-module-cache", "rejected-flag", "relative-cache-path", "unknown-go-variable", "unpinned-tool", "unset-variable-in-path",
    "user-environment-written",
  ]

  /// Fedora's macros take the module's path from a forge that they know.
  private static let forge = "%global goipath github.com/example/hello\n%gometa\n"

  @Test(
    "are found",
    arguments: [
      Shape(
        "a module cache below the sources",
        "%prep\n%setup -q -c -T\n%build\nexport GOMODCACHE=%{_builddir}/%{name}-%{version}/.go/pkg/mod\ngo mod download\ngo build -o hello .",
        ["download-in-build", "read-only-module-cache"], target: LinkedRPM.sharedTarget),
      Shape(
        "both caches in a temporary folder",
        "%build\nexport GOPATH=$(mktemp -d)\nexport GOCACHE=$GOPATH/cache\ngo mod download\ngo build -o hello .",
        ["download-in-build", "module-cache-per-build", "build-cache-per-build"]),
      Shape(
        "%goprep, then vendoring with the implicit cache below %{gobuilddir}",
        forge
          + "%prep\n%goprep\ngo mod vendor\nchmod -R u+w %{gobuilddir}\n%build\n%global gomodulesmode GO111MODULE=on\n%gobuild -o hello .",
        ["download-in-build", "module-cache-per-build"]),
      Shape(
        "GOPATH=%{_builddir}, cleaned afterwards",
        "%prep\n%setup -q -c -T\n%build\nexport GOPATH=%{_builddir}\ngo mod download\ngo build -o hello .\ngo clean -modcache",
        ["download-in-build", "module-cache-deleted"], target: "azurelinux"),
      Shape(
        "an unset GOPATH before a download",
        "%build\nmkdir -p ${GOPATH}/src/example.org\ngo mod download\ngo build -o hello .", ["unset-variable-in-path", "download-in-build"]),
      Shape(
        "a tool of the day in %check", "%build\ngo build -trimpath -mod=vendor .\n%check\ngo install example.org/lint@latest",
        ["unpinned-tool"]),
      Shape(
        "GOFLAGS in %build only", "%build\nexport GOFLAGS='-mod=vendor -trimpath -tags=netgo'\ngo build .\n%check\ngo test ./...",
        ["environment-lost-between-sections"]),
      Shape("-p in a variable of flags", "%build\nBUILDFLAGS='-v -p 4'\ngo build $BUILDFLAGS -o hello .", ["hard-coded-parallelism"]),
      Shape(
        "%gobuild in module mode with nothing vendored",
        forge + "%prep\n%goprep\n%build\nexport GO111MODULE=on\n%gobuild -o hello .", ["download-in-build", "module-cache-per-build"]),
    ])
  func found(_ shape: Shape) throws {
    let found = try rules(in: shape.snippet, target: shape.target)
    #expect(found == shape.rules)
  }

  @Test(
    "are correct",
    arguments: [
      Shape(
        "%goprep with a vendor archive and GO111MODULE=on",
        "Source1: hello-vendor.tar.gz\n" + forge
          + "%prep\n%goprep -p1\ntar -xf %{SOURCE1}\n%build\nexport GO111MODULE=on\n%gobuild -o hello .\n%check\nexport GO111MODULE=on\n%gotest ./...",
        []),
      Shape(
        "ALT's GOPATH with -mod=vendor",
        "%define go_path /usr/share/gocode\n%prep\n%setup -q -c -T\n%build\nexport BUILDDIR=\"$PWD/.build\"\n"
          + "export GOPATH=\"$BUILDDIR:%go_path\"\ngo install -trimpath -mod=vendor ./...", []),
      Shape(
        "a proxy of files, with the exports repeated in %check",
        "%build\nexport GOPROXY=file:///usr/share/goproxy GOFLAGS=-mod=mod\ngo build -o hello .\n"
          + "%check\nexport GOPROXY=file:///usr/share/goproxy GOFLAGS=-mod=mod\ngo test ./...", []),
      Shape("a bare build, whose archive may carry vendor/", "%prep\n%setup -q -c -T\n%build\ngo build -o hello .", []),
      Shape("Rust", "BuildRequires: cargo-rpm-macros\n%build\ncargo build --release -j 4\n%check\ncargo test", []),
      Shape(
        "sed that says the opposite", "%prep\n%setup -q -c -T\nsed -i 's/-mod=mod/-mod=vendor/' Makefile\n%build\n%make_build", []),
      Shape("dead code", "%build\nif [ 1 != 1 ]; then\n  export GOMODCACHE=/tmp/%{version}\n  go mod download -p 4\nfi\ngo build .", []),
      Shape("commands in comments and texts", "%build\n# go mod download -p 4\necho 'go build -j4' > notes\ngo build .", []),
      Shape("the changelog", "%build\nmake\n%changelog\n* Mon Mar 02 2026 P <p@example.org> - 1.2-1\n- go env -w GOPROXY=direct", []),
      Shape("GOPATH mode below the sources", "%prep\n%setup -q -c -T\n%build\nexport GO111MODULE=off GOPATH=$PWD/_build\ngo build .", []),
    ])
  func correct(_ shape: Shape) throws {
    let found = try rules(in: shape.snippet, target: shape.target)
    #expect(found == shape.rules)
  }

  /// What the rules on caches, parallelism and the environment find, downloads included.
  private func rules(in snippet: String, target: String? = nil) throws -> [String] {
    let diagnostics = try MarkedSpec(snippet).findings(confidence: .medium, target: target)
    return diagnostics.filter { Self.families.contains($0.rule) }.map(\.rule)
  }
}

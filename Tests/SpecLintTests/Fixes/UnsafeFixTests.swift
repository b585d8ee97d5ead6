import Diagnostics
import SpecLint
import Testing

@Suite("Unsafe fixes")
struct UnsafeFixTests {
  static let cases = [
    FixCase(
      "a flag that nobody knows", "rejected-flag", "%build\ngo build -mod=vendor -fast .", "%build\ngo build -mod=vendor .", isUnsafe: true),
    FixCase(
      "a number of processes", "hard-coded-parallelism", "%build\ngo build -mod=vendor -p 4 .",
      "%build\ngo build -mod=vendor -p %{_smp_build_ncpus} .", isUnsafe: true, target: "fedora"),
    FixCase(
      "GOMAXPROCS", "hard-coded-parallelism", "%build\nexport GOMAXPROCS=4\ngo build -mod=vendor .", "%build\ngo build -mod=vendor .",
      isUnsafe: true),
    FixCase(
      "a misspelt variable", "unknown-go-variable", "%build\nexport GOMODECACHE=/var/cache/mod\ngo build -mod=vendor .",
      "%build\nexport GOMODCACHE=/var/cache/mod\ngo build -mod=vendor .", isUnsafe: true),
    FixCase(
      "another toolchain", "toolchain-download", "%build\nexport GOTOOLCHAIN=go1.99.1\ngo build -mod=vendor .",
      "%build\nexport GOTOOLCHAIN=local\ngo build -mod=vendor .", isUnsafe: true, target: "fedora"),
    FixCase(
      "a question asked too early", "parse-time-go-env", "%build\nexport GOPATH=%(go env GOPATH)\ngo build -mod=vendor .",
      "%build\nexport GOPATH=$(go env GOPATH)\ngo build -mod=vendor .", isUnsafe: true),
    FixCase(
      "a cache in the module's tree", "module-cache-in-source-tree",
      "%prep\n%setup -q\n%build\nexport GOMODCACHE=$PWD/mod\ngo build -mod=mod .",
      "%prep\n%setup -q\n%build\nexport GOMODCACHE=$PWD/_mod\ngo build -mod=mod .", isUnsafe: true),
    FixCase(
      "checksums", "checksums-disabled", "%build\nexport GOSUMDB=off GOPROXY=direct\ngo mod download",
      "%build\nexport GOPROXY=direct\ngo mod download", isUnsafe: true),
    FixCase(
      "a cache for each process", "private-cache-per-process", "%build\nGOCACHE=/tmp/$$ go build -mod=vendor .",
      "%build\ngo build -mod=vendor .", isUnsafe: true),
    FixCase(
      "a value that falls apart", "goflags-silently-dropped", "%build\nexport GOFLAGS=\"-ldflags=-X=a.b=1 -w\"\ngo build -mod=vendor .",
      "%build\nexport GOFLAGS=\"'-ldflags=-X=a.b=1 -w'\"\ngo build -mod=vendor .", isUnsafe: true),
    FixCase(
      "a cache that is deleted", "module-cache-deleted", "%build\ngo mod download\ngo clean -modcache", "%build\ngo mod download",
      isUnsafe: true),
  ]

  @Test("do what they say when they are asked for", arguments: cases)
  func asked(_ example: FixCase) throws { try example.check() }

  @Test("are not applied otherwise", arguments: cases)
  func notAsked(_ example: FixCase) throws {
    var kept = example
    kept.isUnsafe = false
    try FixCase(kept.name, kept.rule, kept.before, kept.before, target: kept.target).check()
  }

  @Test("say why", arguments: cases)
  func reasons(_ example: FixCase) throws {
    let text = FixCase.tags + example.before + "\n"
    let report = try FixCase.linter(target: example.target).lint(SpecInput(path: "hello.spec", bytes: Array(text.utf8)))
    let fixes = report.diagnostics.filter { $0.rule == example.rule }.flatMap(\.fixes)
    #expect(!fixes.isEmpty)
    #expect(fixes.allSatisfy { $0.applicability == .unsafe && $0.reason?.isEmpty == false })
  }
}

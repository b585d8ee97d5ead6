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
      "a cache in the module's tree, by GOPATH, twice", "module-cache-in-source-tree",
      "%prep\n%setup -q\n%build\nexport GOPATH=$(pwd)/go\ngo mod download\n%check\nexport GOPATH=$(pwd)/go\ngo test -mod=mod ./...",
      "%prep\n%setup -q\n%build\nexport GOPATH=$(pwd)/_go\ngo mod download\n%check\nexport GOPATH=$(pwd)/_go\ngo test -mod=mod ./...",
      isUnsafe: true),
    FixCase(
      "a GOPATH layout", "gopath-layout-without-gopath-mode",
      "%prep\n%setup -q\nrm -f go.mod\n%build\nexport GOPATH=$PWD/_build\ncd _build/src/example.org/hello\ngo build .",
      "%prep\n%setup -q\nrm -f go.mod\n%build\nexport GOPATH=$PWD/_build\ncd _build/src/example.org/hello\nexport GO111MODULE=off\ngo build .",
      isUnsafe: true),
    FixCase(
      "a vendor folder that is deleted", "vendor-deleted", "%prep\n%setup -q\nrm -rf vendor\n%build\ngo build -mod=vendor .",
      "%prep\n%setup -q\n%build\ngo build -mod=vendor .", isUnsafe: true),
    FixCase(
      "a quoted relative cache", "relative-cache-path",
      "%prep\n%setup -q\n%build\nexport GOCACHE='.cache/go'\ngo build -mod=vendor .",
      "%prep\n%setup -q\n%build\ngo build -mod=vendor .", isUnsafe: true),
    FixCase(
      "a macro that goes on after the comment", "macro-in-comment",
      "%define steps() %{expand:echo one\necho two\n}\n%build\n  # %steps for all\nmake",
      "%define steps() %{expand:echo one\necho two\n}\n%build\n  # %%steps for all\nmake", isUnsafe: true),
    FixCase(
      "a repository of the build's, two programs", "vcs-stamping",
      "%prep\n%setup -q -T -c\ngit init\n%build\ngo build -mod=vendor -o a ./a\nCGO_ENABLED=0 go install  -mod=vendor ./b",
      "%prep\n%setup -q -T -c\ngit init\n%build\ngo build -buildvcs=false -mod=vendor -o a ./a\n"
        + "CGO_ENABLED=0 go install -buildvcs=false  -mod=vendor ./b",
      isUnsafe: true),
    FixCase(
      "a definition that is gone", "define-out-of-scope", "%define setit() %define flavour plain\n%setit\n%build\nmake FLAVOUR=%{?flavour}",
      "%define setit() %global flavour plain\n%setit\n%build\nmake FLAVOUR=%{?flavour}", isUnsafe: true),
    FixCase(
      "a build id by chance", "random-build-id",
      #"%build\#ngo build -ldflags "-s -B 0x$(head -c 20 /dev/urandom | od -An -tx1 | tr -d ' \n')" -o hello ."#,
      #"%build\#ngo build -ldflags "-s -B 0x$(echo %{name}-%{version}-%{release}-${SOURCE_DATE_EPOCH:-} | sha1sum | cut -d ' ' -f 1)" "#
        + "-o hello .",
      isUnsafe: true),
    FixCase(
      "a build id by chance in a macro", "random-build-id",
      #"%define gob(o:) go build -ldflags "-B 0x$(head -c20 /dev/urandom|od -An -tx1|tr -d ' \\n')" %{?**};\#n%build\#n%gob -o hello ."#,
      #"%define gob(o:) go build -ldflags "-B 0x$(echo %{name}-%{version}-%{release}-${SOURCE_DATE_EPOCH:-} | sha1sum | cut -d ' ' -f 1)" "#
        + "%{?**};\n%build\n%gob -o hello .",
      isUnsafe: true),
    FixCase(
      "a macro that is called by another name", "unused-macro", "%global flavour plain\n%build\nmake FLAVOUR=%{?flavor} %%{flavor}",
      "%global flavour plain\n%build\nmake FLAVOUR=%{?flavour} %%{flavor}", isUnsafe: true),
    FixCase(
      "a misspelt macro", "undefined-macro", "%global flavours plain\n%build\nmake A=%{flavuors} B=%{flavuors}",
      "%global flavours plain\n%build\nmake A=%{flavours} B=%{flavours}", isUnsafe: true),
    FixCase(
      "tests of a vendored package", "legacy-gocheck",
      "Source1: vendor.tar.xz\nBuildRequires: go-rpm-macros go-vendor-tools\n%global goipath example.org/hello\n"
        + "%global forgeurl https://github.com/example/hello\n%gometa -f\n%prep\n%goprep -A\n%setup -q -T -D -a1\n%build\n"
        + "%global gomodulesmode GO111MODULE=on\n%gobuild -o hello .\n%check\n%gocheck",
      "Source1: vendor.tar.xz\nBuildRequires: go-rpm-macros go-vendor-tools\n%global goipath example.org/hello\n"
        + "%global forgeurl https://github.com/example/hello\n%gometa -f\n%prep\n%goprep -A\n%setup -q -T -D -a1\n%build\n"
        + "%global gomodulesmode GO111MODULE=on\n%gobuild -o hello .\n%check\n%gocheck2",
      isUnsafe: true, target: "fedora"),
    FixCase(
      "checksums", "checksums-disabled", "%build\nexport GOSUMDB=off GOPROXY=direct\ngo mod download",
      "%build\nexport GOPROXY=direct\ngo mod download", isUnsafe: true),
    FixCase(
      "a cache for each process", "private-cache-per-process",
      "%build\nfor c in cmd/*; do\n  GOCACHE=/tmp/$$ go build -mod=vendor ./$c\ndone",
      "%build\nfor c in cmd/*; do\n  go build -mod=vendor ./$c\ndone", isUnsafe: true),
    FixCase(
      "a cache for all users", "cache-in-shared-folder", "%build\nexport GOCACHE=/tmp/go\ngo build -mod=vendor .",
      "%build\ngo build -mod=vendor .", isUnsafe: true),
    FixCase(
      "make's way to name a variable", "make-syntax-in-shell",
      "%build\nCOMMIT=abc\ngo build -mod=vendor -ldflags \"-X main.commit=$(COMMIT)\" .",
      "%build\nCOMMIT=abc\ngo build -mod=vendor -ldflags \"-X main.commit=${COMMIT}\" .", isUnsafe: true),
    FixCase(
      "a value that falls apart", "goflags-silently-dropped", "%build\nexport GOFLAGS=\"-ldflags=-X=a.b=1 -w\"\ngo build -mod=vendor .",
      "%build\nexport GOFLAGS=\"'-ldflags=-X=a.b=1 -w'\"\ngo build -mod=vendor .", isUnsafe: true),
    FixCase(
      "a cache that is deleted", "module-cache-deleted", "%build\ngo mod download\ngo clean -modcache", "%build\ngo mod download",
      isUnsafe: true),
    FixCase(
      "two processes at once", "multiplied-parallelism",
      "%build\ngo build -mod=vendor ./a & a=$!\ngo build -mod=vendor ./b & b=$!\nwait $a\nwait $b",
      "%build\ngo build -p $(((%{_smp_build_ncpus} + 1) / 2)) -mod=vendor ./a & a=$!\n"
        + "go build -p $(((%{_smp_build_ncpus} + 1) / 2)) -mod=vendor ./b & b=$!\nwait $a\nwait $b",
      isUnsafe: true, target: "fedora"),
    FixCase(
      "a loop over known words", "multiplied-parallelism",
      "%build\nfor c in a b c; do\n  go build -mod=vendor ./$c &\n  pids=\"$pids $!\"\ndone\nfor p in $pids; do wait $p; done",
      "%build\nfor c in a b c; do\n  go build -p $(((%{_smp_build_ncpus} + 2) / 3)) -mod=vendor ./$c &\n  pids=\"$pids $!\"\ndone\n"
        + "for p in $pids; do wait $p; done", isUnsafe: true, target: "fedora"),
    FixCase(
      "processes of xargs", "multiplied-parallelism", "%build\nls cmd | xargs -P4 -I{} go build -mod=vendor ./cmd/{}",
      "%build\nls cmd | xargs -P4 -I{} go build -p $(((%{_smp_build_ncpus} + 3) / 4)) -mod=vendor ./cmd/{}", isUnsafe: true,
      target: "fedora"),
    FixCase(
      "a settings file written for a shell", "go-env-file-ignored",
      "%build\ncat > $HOME/.config/go/env <<'EOF'\n# ours\nexport GOPROXY=\"off\"\n  GOSUMDB=off\nGOFLAGS=-mod=vendor # all of them\nEOF\n"
        + "go build .",
      "%build\ncat > $HOME/.config/go/env <<'EOF'\n# ours\nGOPROXY=off\nGOSUMDB=off\nGOFLAGS=-mod=vendor\nEOF\ngo build .",
      isUnsafe: true),
    FixCase(
      "a settings file that one line makes", "go-env-file-ignored",
      "%build\necho 'GOCACHE=\"/var/cache/go\"' > ~/.config/go/env\ngo build .",
      "%build\necho 'GOCACHE=/var/cache/go' > ~/.config/go/env\ngo build .", isUnsafe: true),
    FixCase(
      "a settings file where no go looks", "go-env-file-ignored",
      "%build\ncat > /etc/xdg/go/env <<'EOF'\nGOFLAGS=-mod=vendor\nEOF\ngo build .",
      "%build\nexport GOENV=/etc/xdg/go/env\ncat > /etc/xdg/go/env <<'EOF'\nGOFLAGS=-mod=vendor\nEOF\ngo build .", isUnsafe: true),
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

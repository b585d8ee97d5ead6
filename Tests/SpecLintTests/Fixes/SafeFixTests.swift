import SpecLint
import Testing

@Suite("Safe fixes")
struct SafeFixTests {
  private static let goprep =
    "%global goipath example.org/hello\n%global forgeurl https://github.com/example/hello\n%gometa -f\nBuildRequires: go-rpm-macros\n%prep\n"

  @Test(
    "let the caller's cache win",
    arguments: [
      FixCase(
        "an export", "module-cache-per-build", "%build\nexport GOMODCACHE=%{_builddir}/%{name}-%{version}/mod\ngo mod download",
        "%build\nexport GOMODCACHE=\"${GOMODCACHE:-%{_builddir}/%{name}-%{version}/mod}\"\ngo mod download"),
      FixCase(
        "in quotes, indented by a tab", "module-cache-per-build",
        "%build\nif [ -d cmd ]; then\n\texport  GOMODCACHE=\"/tmp/%{version}\" # ours\n\tgo mod download\nfi",
        "%build\nif [ -d cmd ]; then\n\texport  GOMODCACHE=\"${GOMODCACHE:-/tmp/%{version}}\" # ours\n\tgo mod download\nfi"),
      FixCase(
        "among other exports", "module-cache-per-build", "%build\nexport A=1 GOMODCACHE=/tmp/%{version} B=2\ngo mod download",
        "%build\nexport A=1 GOMODCACHE=\"${GOMODCACHE:-/tmp/%{version}}\" B=2\ngo mod download"),
      FixCase(
        "before the command", "module-cache-per-build", "%build\nGOMODCACHE=/tmp/%{version} go mod download",
        "%build\nGOMODCACHE=\"${GOMODCACHE:-/tmp/%{version}}\" go mod download"),
      FixCase(
        "GOPATH keeps its place", "module-cache-per-build",
        "%build\n  export GOPATH=%{_builddir}/%{name}-%{version}/_build\n  go mod download",
        "%build\n  export GOPATH=%{_builddir}/%{name}-%{version}/_build\n  export GOMODCACHE=\"${GOMODCACHE:-$GOPATH/pkg/mod}\"\n  go mod download"
      ),
      FixCase(
        "the first folder of GOPATH", "module-cache-per-build", "%build\nexport GOPATH=/tmp/%{version}:/usr/share/gocode\ngo mod download",
        "%build\nexport GOPATH=/tmp/%{version}:/usr/share/gocode\nexport GOMODCACHE=\"${GOMODCACHE:-${GOPATH%%%%:*}/pkg/mod}\"\ngo mod download"
      ),
      FixCase(
        "in a macro of the spec", "module-cache-per-build",
        "%global cachesettings GOMODCACHE=/tmp/%{version}\n%build\nexport %{cachesettings}\ngo mod download",
        "%global cachesettings GOMODCACHE=\"${GOMODCACHE:-/tmp/%{version}}\"\n%build\nexport %{cachesettings}\ngo mod download"),
      FixCase(
        "in a branch that the target does not take", "module-cache-per-build",
        "%build\n%if 0%{?nosuch}\nexport GOMODCACHE=/tmp/%{version}\n%endif\ngo mod download",
        "%build\n%if 0%{?nosuch}\nexport GOMODCACHE=\"${GOMODCACHE:-/tmp/%{version}}\"\n%endif\ngo mod download"),
      FixCase(
        "the build cache", "build-cache-per-build", "%build\nexport GOCACHE=/tmp/%{version}\ngo build -mod=vendor .",
        "%build\nexport GOCACHE=\"${GOCACHE:-/tmp/%{version}}\"\ngo build -mod=vendor ."),
      FixCase(
        "the build cache below HOME", "build-cache-per-build", "%build\nexport HOME=/tmp/%{version}\ngo build -mod=vendor .",
        "%build\nexport HOME=/tmp/%{version}\nexport GOCACHE=\"${GOCACHE:-$HOME/.cache/go-build}\"\ngo build -mod=vendor ."),
      FixCase(
        "the proxy", "public-proxy", "%build\nexport GOPROXY=https://proxy.example.com,direct\ngo mod download",
        "%build\nexport GOPROXY=\"${GOPROXY:-https://proxy.example.com,direct}\"\ngo mod download"),
    ])
  func callers(_ example: FixCase) throws { try example.check() }

  @Test(
    "write flags as go takes them",
    arguments: [
      FixCase("a flag of another command", "rejected-flag", "%build\ngo mod download -p 4", "%build\ngo mod download"),
      FixCase("before an operand", "rejected-flag", "%build\ngo mod download -p=4 all", "%build\ngo mod download all"),
      FixCase(
        "that a macro gives other commands too", "rejected-flag",
        "%global flags -p=2\n%build\ngo mod download %{flags}\ngo build %{flags} -mod=vendor .",
        "%global flags -p=2\n%build\ngo mod download\ngo build %{flags} -mod=vendor ."),
      FixCase(
        "on a line of its own", "rejected-flag", "%build\ngo mod download \\\n  -p 4 \\\n  all", "%build\ngo mod download \\\n  all"),
      FixCase("at the end of a continued command", "rejected-flag", "%build\ngo mod download \\\n  -p 4", "%build\ngo mod download"),
      FixCase(
        "before others on a continued line", "rejected-flag", "%build\ngo mod download \\\n    -p 4 -x \\\n    all",
        "%build\ngo mod download \\\n    -x \\\n    all"),
      FixCase("make's jobs", "rejected-flag", "%build\ngo build -mod=vendor -j4 .", "%build\ngo build -mod=vendor ."),
      FixCase(
        "make's jobs from a macro", "rejected-flag", "%global _smp_mflags -j2\n%build\ngo build -mod=vendor %{?_smp_mflags} .",
        "%global _smp_mflags -j2\n%build\ngo build -mod=vendor -p=%{_smp_build_ncpus} .", target: "fedora"),
      FixCase(
        "in a macro of the spec", "rejected-flag", "%global getflags -x -p 4\n%build\ngo mod download %{getflags}",
        "%global getflags -x\n%build\ngo mod download %{getflags}"),
      FixCase("a forced rebuild", "forced-rebuild", "%build\ngo build -a -v -mod=vendor .", "%build\ngo build -v -mod=vendor ."),
      FixCase(
        "a forced rebuild in a variable", "forced-rebuild", "%build\nflags=\"-v -a\"\ngo build $flags -mod=vendor .",
        "%build\nflags=\"-v\"\ngo build $flags -mod=vendor ."),
      FixCase(
        "a forced rebuild in GOFLAGS", "forced-rebuild", "%build\nexport GOFLAGS=\"-a -mod=vendor\"\ngo build .",
        "%build\nexport GOFLAGS=\"-mod=vendor\"\ngo build ."),
      FixCase(
        "a forced rebuild in a macro behind two others", "forced-rebuild",
        "%define flags -mod=vendor -a -v\n%define all() %{flags} -x\n%define gob(-) go build %{all} %{?**}\n%build\n%gob -o a ./a\n%gob -o b ./b",
        "%define flags -mod=vendor -v\n%define all() %{flags} -x\n%define gob(-) go build %{all} %{?**}\n%build\n%gob -o a ./a\n%gob -o b ./b"
      ),
      FixCase(
        "nothing else in the quotes of GOFLAGS", "forced-rebuild", "%build\nexport GOFLAGS=\"-a\"\ngo build -mod=vendor .",
        "%build\ngo build -mod=vendor ."),
      FixCase(
        "trimmed paths", "trimpath-with-debuginfo",
        "%build\ngo build -mod=vendor -trimpath -o x .\ngo build -trimpath -mod=vendor -o y ./y",
        "%build\ngo build -mod=vendor -o x .\ngo build -mod=vendor -o y ./y", target: "epel9"),
      FixCase(
        "nothing else in GOFLAGS", "forced-rebuild", "%build\nexport GOFLAGS=-a\ngo build -mod=vendor .", "%build\ngo build -mod=vendor ."),
      FixCase(
        "a value apart from its flag", "goflags-syntax", "%build\nexport GOFLAGS=\"-mod=vendor -p 4\"\ngo build .",
        "%build\nexport GOFLAGS=\"-mod=vendor -p=4\"\ngo build ."),
      FixCase(
        "quotes inside a flag", "goflags-syntax", "%build\nexport GOFLAGS='-mod=vendor -ldflags=\"-s -w\"'\ngo build .",
        "%build\nexport GOFLAGS='-mod=vendor \"-ldflags=-s -w\"'\ngo build .", target: "fedora"),
    ])
  func flags(_ example: FixCase) throws { try example.check() }

  static let forge = "%global goipath github.com/foo/hello\n%global gomodulesmode GO111MODULE=on\n%gometa\n%prep\n%goprep\n"

  @Test(
    "stand before the macros of a target",
    arguments: [
      FixCase(
        "a module cache below %{gobuilddir}", "module-cache-per-build", forge + "%build\n%gobuild -o hello %{goipath}",
        forge + "%build\nexport GOMODCACHE=\"${GOMODCACHE:-%{gobuilddir}/pkg/mod}\"\n%gobuild -o hello %{goipath}", target: "fedora"),
      FixCase(
        "the same cache for %gotest", "module-cache-split",
        forge + "%build\n%gobuild -o hello %{goipath}\n%check\n  %gotest ./...",
        forge
          + "%build\n%gobuild -o hello %{goipath}\n%check\n  export GOMODCACHE=\"${GOMODCACHE:-%{gobuilddir}/pkg/mod}\"\n  %gotest ./...",
        target: "fedora"),
    ])
  func targets(_ example: FixCase) throws { try example.check() }

  static let vendored = "%global debug_package %{nil}\n%prep\n%setup -q -c -T\n"

  @Test(
    "let a shared build cache be read",
    arguments: [
      FixCase(
        "on every command that shares it", "build-cache-keyed-by-path",
        vendored + "%build\ngo build -mod=vendor -o a ./a\n%check\ngo test -mod=vendor ./...",
        vendored + "%build\ngo build -trimpath -mod=vendor -o a ./a\n%check\ngo test -trimpath -mod=vendor ./..."),
      FixCase(
        "in the spec's GOFLAGS", "build-cache-keyed-by-path",
        vendored + "%build\nexport GOFLAGS=-mod=vendor\ngo build ./a\ngo build ./b",
        vendored + "%build\nexport GOFLAGS=\"-mod=vendor -trimpath\"\ngo build ./a\ngo build ./b"),
      FixCase(
        "in a macro of the spec", "build-cache-keyed-by-path",
        "%global gobuildvendored go build -mod=vendor\n" + vendored + "%build\n%{gobuildvendored} -o a ./a\n%{gobuildvendored} -o b ./b",
        "%global gobuildvendored go build -trimpath -mod=vendor\n" + vendored
          + "%build\n%{gobuildvendored} -o a ./a\n%{gobuildvendored} -o b ./b"),
      FixCase(
        "not where a branch builds debuginfo", "build-cache-keyed-by-path",
        "%if 0%{?nosuch}\n%global debug_package hello\n%else\n%global debug_package %{nil}\n%endif\n%prep\n%setup -q -c -T\n"
          + "%build\ngo build -mod=vendor .",
        "%if 0%{?nosuch}\n%global debug_package hello\n%else\n%global debug_package %{nil}\n%endif\n%prep\n%setup -q -c -T\n"
          + "%build\ngo build -mod=vendor ."),
      FixCase(
        "not where a command has no place for it", "build-cache-keyed-by-path",
        vendored + "%build\ngo build -mod=vendor .\nls cmd | xargs go${empty} build -mod=vendor",
        vendored + "%build\ngo build -mod=vendor .\nls cmd | xargs go${empty} build -mod=vendor"),
      FixCase(
        "instead of -a", "forced-rebuild", vendored + "%build\ngo build -a -mod=vendor -o a ./a\n%check\ngo test -mod=vendor ./...",
        vendored + "%build\ngo build -trimpath -mod=vendor -o a ./a\n%check\ngo test -trimpath -mod=vendor ./..."),
      FixCase(
        "after the first of two forced rebuilds", "forced-rebuild",
        vendored + "%build\ngo build -a -mod=vendor -o a ./a\ngo build -mod=vendor -a -o b ./b",
        vendored + "%build\ngo build -trimpath -mod=vendor -o a ./a\ngo build -mod=vendor -trimpath -o b ./b"),
      FixCase(
        "instead of -a in a macro that two commands use", "forced-rebuild",
        "%global gob go build -a -mod=vendor\n" + vendored + "%build\n%{gob} -o a ./a\n%{gob} -o b ./b",
        "%global gob go build -trimpath -mod=vendor\n" + vendored + "%build\n%{gob} -o a ./a\n%{gob} -o b ./b"),
      FixCase(
        "instead of -a, said twice", "forced-rebuild", vendored + "%build\ngo build -a -mod=vendor \\\n  -a \\\n  .",
        vendored + "%build\ngo build -trimpath -mod=vendor \\\n  ."),
      FixCase(
        "but where debuginfo is built", "forced-rebuild", "%prep\n%setup -q -c -T\n%build\ngo build -a -mod=vendor .",
        "%prep\n%setup -q -c -T\n%build\ngo build -mod=vendor ."),
    ])
  func cacheKeys(_ example: FixCase) throws { try example.check(on: .local) }

  @Test(
    "mend the environment",
    arguments: [
      FixCase(
        "lost in a later section", "environment-lost-between-sections",
        "%build\nexport CGO_ENABLED=0\ngo build -mod=vendor .\n%check\ngo test -mod=vendor ./...",
        "%build\nexport CGO_ENABLED=0\ngo build -mod=vendor .\n%check\nexport CGO_ENABLED=0\ngo test -mod=vendor ./..."),
      FixCase(
        "another module cache in a later section", "module-cache-split",
        "%build\nexport GOMODCACHE=/var/cache/mod\ngo build -mod=mod .\n%check\ngo test -mod=mod ./...",
        "%build\nexport GOMODCACHE=/var/cache/mod\ngo build -mod=mod .\n%check\nexport GOMODCACHE=/var/cache/mod\ngo test -mod=mod ./..."),
      FixCase(
        "above the comments of the command", "environment-lost-between-sections",
        "%build\nexport CGO_ENABLED=0\ngo build -mod=vendor .\n%check\n# rpmscope: ignore[forced-rebuild] the cache is broken\n"
          + "go test -a -mod=vendor ./...",
        "%build\nexport CGO_ENABLED=0\ngo build -mod=vendor .\n%check\nexport CGO_ENABLED=0\n"
          + "# rpmscope: ignore[forced-rebuild] the cache is broken\ngo test -a -mod=vendor ./..."),
      FixCase(
        "a relative cache", "relative-cache-path", "%build\nexport GOCACHE=.cache/go\ngo build -mod=vendor .",
        "%build\nexport GOCACHE=$PWD/.cache/go\ngo build -mod=vendor ."),
      FixCase(
        "the user's configuration", "user-environment-written", "%build\ngo env -w GOPROXY=off GOFLAGS=-mod=vendor\ngo build .",
        "%build\nexport GOPROXY=off GOFLAGS=-mod=vendor\ngo build ."),
      FixCase(
        "a module cache that rpm cannot remove", "read-only-module-cache",
        "%prep\n%setup -q\n%build\nexport GOMODCACHE=$PWD/_mod\ngo build -mod=mod .",
        "%prep\n%setup -q\n%build\nexport GOMODCACHE=$PWD/_mod\nexport GOFLAGS=\"${GOFLAGS:+$GOFLAGS }-modcacherw\"\ngo build -mod=mod .",
        target: LinkedRPM.sharedTarget ?? "host"),
      FixCase(
        "a module cache that two scriptlets fill", "read-only-module-cache",
        "%prep\n%setup -q\n%build\nexport GOPATH=$PWD/_go\ngo mod download\n%check\nexport GOPATH=$PWD/_go GOFLAGS=-v\ngo test -mod=mod .",
        "%prep\n%setup -q\n%build\nexport GOPATH=$PWD/_go\nexport GOFLAGS=\"${GOFLAGS:+$GOFLAGS }-modcacherw\"\ngo mod download\n"
          + "%check\nexport GOPATH=$PWD/_go GOFLAGS=\"-v -modcacherw\"\ngo test -mod=mod .", target: LinkedRPM.sharedTarget ?? "host"),
      FixCase(
        "further flags", "read-only-module-cache",
        "%prep\n%setup -q\n%build\nexport GOMODCACHE=$PWD/_mod GOFLAGS=-v\ngo build -mod=mod .",
        "%prep\n%setup -q\n%build\nexport GOMODCACHE=$PWD/_mod GOFLAGS=\"-v -modcacherw\"\ngo build -mod=mod .",
        target: LinkedRPM.sharedTarget ?? "host"),
      FixCase(
        "an assignment before a macro that begins with a line feed", "prefix-assignment-before-macro",
        "%define gob() %{expand:\n  go build -mod=vendor %*\n}\n%build\n  CGO_ENABLED=0 GOOS=linux %gob .",
        "%define gob() %{expand:\n  go build -mod=vendor %*\n}\n%build\n  export CGO_ENABLED=0 GOOS=linux\n  %gob ."),
      FixCase(
        "an assignment that is not indented", "prefix-assignment-before-macro",
        "%define gob() %{expand:\n  go build -mod=vendor %*\n}\n%build\nCGO_ENABLED=0 %gob .",
        "%define gob() %{expand:\n  go build -mod=vendor %*\n}\n%build\nexport CGO_ENABLED=0\n%gob ."),
      FixCase(
        "a bound that bounds nothing", "parallelism-without-effect", "%build\nexport GOFLAGS=\"-v -p=2\"\ngo mod download",
        "%build\nexport GOFLAGS=\"-v\"\ngo mod download"),
      FixCase(
        "a vendor folder that %goprep deletes", "vendor-deleted",
        goprep + "%goprep\n%build\ngo build -mod=vendor .",
        goprep + "%goprep -k\n%build\ngo build -mod=vendor .", target: "fedora"),
      FixCase(
        "modules switched off", "contradicting-module-mode", "%build\nexport GO111MODULE=off\ngo build -mod=vendor .",
        "%build\nexport GO111MODULE=on\ngo build -mod=vendor ."),
      FixCase(
        "a process that nobody waits for", "background-job-unchecked",
        "%build\ngo build -mod=vendor ./cmd/a &\ngo build -mod=vendor ./cmd/b &\nwait",
        "%build\ngo build -mod=vendor ./cmd/a & pid1=$!\ngo build -mod=vendor ./cmd/b & pid2=$!\nwait $pid1\nwait $pid2"),
      FixCase(
        "a process that is killed", "background-job-unchecked", "%build\n  go build -mod=vendor . &",
        "%build\n  go build -mod=vendor . & pid1=$!\n  wait $pid1"),
    ])
  func environment(_ example: FixCase) throws { try example.check() }

  @Test(
    "leave what is not theirs",
    arguments: [
      FixCase(
        "single quotes", "module-cache-per-build", "%build\nexport GOMODCACHE='/tmp/%{version}'\ngo mod download",
        "%build\nexport GOMODCACHE='/tmp/%{version}'\ngo mod download"),
      FixCase(
        "a value that is made of an earlier one", "environment-lost-between-sections",
        "%build\nexport CGO_CFLAGS=-O2\nexport CGO_CFLAGS=\"$CGO_CFLAGS -g\"\ngo build -mod=vendor .\n%check\ngo test -mod=vendor ./...",
        "%build\nexport CGO_CFLAGS=-O2\nexport CGO_CFLAGS=\"$CGO_CFLAGS -g\"\ngo build -mod=vendor .\n%check\ngo test -mod=vendor ./..."),
      FixCase(
        "a loop that starts processes", "background-job-unchecked",
        "%build\nfor i in a b; do go build -mod=vendor ./cmd/$i & done\nwait",
        "%build\nfor i in a b; do go build -mod=vendor ./cmd/$i & done\nwait"),
      FixCase(
        "two processes on a line", "background-job-unchecked", "%build\ngo build -mod=vendor ./a & go build -mod=vendor ./b &\nwait",
        "%build\ngo build -mod=vendor ./a & go build -mod=vendor ./b &\nwait"),
      FixCase(
        "words that other commands need", "rejected-flag",
        "%global flags -p=2 -x\n%build\ngo mod download %{flags}\ngo build %{flags} -mod=vendor .",
        "%global flags -p=2 -x\n%build\ngo mod download %{flags}\ngo build %{flags} -mod=vendor ."),
      FixCase("a flag that nobody knows", "rejected-flag", "%build\ngo build -mod=vendor -fast .", "%build\ngo build -mod=vendor -fast ."),
    ])
  func left(_ example: FixCase) throws { try example.check() }
}

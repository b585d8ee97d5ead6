// Written by `generate-rules` from Sources/SpecRules/Rules; changes belong there.

/// The rules' doc comments.
enum RulePages {
  static let backgroundJobUnchecked = #"""
    A `go` command runs in the background and its exit status is never checked.

    ## What it does
    Reports go commands started with `&` when no `wait` follows in the same scriptlet, or only a `wait` without a process.

    ## Why it matters
    At the end of a scriptlet rpm kills what still runs, so the build is cut off without a word. A bare `wait` returns 0 however
    the command ended: a failed build goes on to be packaged.

    Shown by: `background-jobs`.

    ## Example
    ```
    %build
    go build -o bin/one ./cmd/one &
    go build -o bin/two ./cmd/two &
    wait
    ```
    That both run at once is `multiplied-parallelism`.

    ## Use instead
    Build all packages with one command, or call `wait` with the process of each.
    ```
    %build
    go build -o bin/ ./cmd/one ./cmd/two
    ```
    go itself compiles in parallel. Otherwise `wait $pid`, for each.

    ## When it stays silent
    `wait` with a process or a job, and `wait -n`.

    ## Settings
    None.
    """#

  static let braceBeforePercent = #"""
    `{%name}` is written instead of `%{name}`.

    ## What it does
    Reports `{%name}` where `name` is a tag or a macro of the spec.

    ## Why it matters
    rpm expands the macro and leaves the braces: `hello-{%version}` becomes `hello-{1.2}`, in a source's name, a path or a dependency.

    Source: `expandMacro` in rpm's rpmio/macro.c (4.18).

    ## Example
    ```
    Source1: hello-{%version}-data.tar.gz
    ```

    ## Use instead
    Write the percent sign first.
    ```
    Source1: hello-%{version}-data.tar.gz
    ```

    ## When it stays silent
    In comments, descriptions and the changelog, after `$`, and for names that are no macro of the spec, which other languages may want there.

    ## Settings
    None.
    """#

  static let broadPattern = #"""
    A `%files` pattern matches a folder that many packages share.

    ## What it does
    Reports `%{_datadir}/*`, `%{_bindir}/*`, `%{python3_sitelib}/*` and other patterns that take everything of a shared folder.

    ## Why it matters
    What a new version installs by mistake, or a module with a name that another package has, gets into the package unseen; `%{_datadir}/*` also makes the
    package own `/usr/share/man`.

    Source: Fedora's packaging guideline, under *Explicit lists* and, for Python, *Files to include*: packages should not use globs that match everything in a
    system folder, and must not do so in `%{python3_sitelib}`.

    ## Example
    ```
    %files
    %{_datadir}/*
    ```

    ## Use instead
    List the package's own files and folders.
    ```
    %files
    %{_datadir}/hello/
    ```

    ## When it stays silent
    For patterns with a part of a name, folders of the package's own, include files, and Perl's folders, for which Fedora wants it.

    ## Settings
    `--persona pedantic`.
    """#

  static let buildCacheKeyedByPath = #"""
    A shared build cache never hits because package paths change with every build.

    ## What it does
    Reports the first command of a vendored build that compiles with a build cache that outlives the build (HOME's default, or
    one that the spec sets) in a folder that changes with the version, without `-trimpath`.

    ## Why it matters
    The compiler's cache keys hold the absolute path of every package. Measured with 24 modules: the next version's vendored build
    compiles all their 48 packages again with a warm cache, and none with `-trimpath`; another path of the module cache costs the same.
    Linker flags, `-tags`, `-p` and GOMAXPROCS change nothing for dependencies: `-p` does not fragment a cache.
    For a per-build module cache, see `module-cache-per-build`.

    Shown by: `private-module-cache-trimmed`, `vendored-path`, `flags-that-are-no-key`, `parallelism-is-no-key`.

    ## Example
    ```
    %global debug_package %{nil}

    %prep
    %setup -q -c -T -n hello-%{version}

    %build
    export GOCACHE=/srv/go-build
    go build -mod=vendor -o hello .
    ```

    ## Use instead
    Build with `-trimpath` where the package has no debuginfo.
    ```
    %global debug_package %{nil}

    %prep
    %setup -q -c -T -n hello-%{version}

    %build
    export GOCACHE=/srv/go-build
    go build -mod=vendor -trimpath -o hello .
    ```
    Only where no debuginfo is built: with `-trimpath` find-debuginfo stops at an empty `debugsourcefiles.list`. Where it is built,
    a folder without the version (`%autosetup -n hello`) shares the paths instead. The rewrite gives the flag to every command that
    shares the cache, those of `%check` too, which else would compile all packages once more; it is refused where a branch or a target
    builds debuginfo.

    ## When it stays silent
    With `-trimpath`, with `-a`, which reads no cache, for tests in `%check`, and where the build cache is the build's own
    (`build-cache-per-build`). Where debuginfo is built, confidence is low, because `-trimpath` does not help there; and for a cache that
    the spec does not set, which few who build keep.

    ## Settings
    `--builder local`: HOME's own cache is taken for kept. `--builder official` and `--builder copr`: off, for no cache outlives a build there.
    """#

  static let buildCachePerBuild = #"""
    A `go` command uses a build cache that belongs to this build alone.

    ## What it does
    Follows Go's own resolution of the build cache (GOCACHE, else XDG_CACHE_HOME, else HOME) through exports, assignments and
    macros, and reports the first command that uses a cache whose path changes with the version, the release or the build's own
    folder.

    ## Why it matters
    Every build compiles everything again. Measured with 24 modules, for the next version: all their 48 packages, where a shared cache
    has them, and from Go 1.20 on what they use of the standard library. The cache is content-addressed and safe to share; Go trims
    what has not been used for five days.

    Shown by: `shared-caches`, `private-build-cache`, `trimmed-cache`, `build-cache-place`.

    ## Example
    ```
    %build
    export GOCACHE=%{_builddir}/%{name}-%{version}/.cache
    go build -o hello .
    ```

    ## Use instead
    Remove the setting, so that HOME decides; where a default must stay, let the caller's value win.
    ```
    %build
    export GOCACHE="${GOCACHE:-%{_builddir}/gocache}"
    go build -o hello .
    ```

    ## When it stays silent
    Where nothing sets it, and where the cache lies beside the build's folder. A vendored build uses the build cache too, so it
    is judged like any other. In `%check` alone it is information.

    ## Settings
    `--builder official`: off. `--builder copr`: information.
    """#

  static let buildRequiresWithIsa = #"""
    A build dependency is tied to the architecture on which the source package was made.

    ## What it does
    Reports `%{?_isa}` and `%{_isa}` in `BuildRequires`.

    ## Why it matters
    Build dependencies are stored in the source package, which is made once, on any architecture. Builds on other architectures then ask
    for that architecture's package, and `dnf builddep` finds nothing to install.

    Source: Fedora's packaging guideline, under *BuildRequires and %{_isa}*: packages must not use arched BuildRequires.

    ## Example
    ```
    BuildRequires: zlib-devel%{?_isa}
    ```

    ## Use instead
    Name the package without `%{?_isa}`.
    ```
    BuildRequires: zlib-devel
    ```

    ## When it stays silent
    For `Requires` and other tags of binary packages, where it belongs.

    ## Settings
    For Fedora and EPEL.
    """#

  static let buildarchReparse = #"""
    A macro is extended before `BuildArch`, which makes rpm read the spec again from its start, and so is extended twice.

    ## What it does
    Reports `%global` with a body that calls the same macro, above the main package's `BuildArch`, where a tag uses the macro.

    ## Why it matters
    At `BuildArch` rpm starts again at the first line, for that architecture, and keeps all macros as they are by then. What is added to
    a macro above that line is added a second time: `%global dist .git1234567%{?dist}` makes a release `1.git1234567.git1234567.fc44`.

    Source: rpm's `parsePreamble` and `parseSpec` (build/parsePreamble.c, build/parseSpec.c); tried with rpm 4.18.0, 4.20.1 and 6.1.0.

    ## Example
    ```
    %global dist .git1234567%{?dist}
    Release: 1%{?dist}
    BuildArch: noarch
    ```

    ## Use instead
    Give the extended value a name of its own.
    ```
    %global snapshot .git1234567%{?dist}
    Release: 1%{snapshot}
    BuildArch: noarch
    ```
    or write `BuildArch` above the definition.

    ## When it stays silent
    Where the macro is set to something new above, where no tag uses it (flags and filters are no worse for being there twice), in
    conditions of one macro (`%{!?done:%global …}`), and for a `BuildArch` of a subpackage, which starts nothing again.

    ## Settings
    None.
    """#

  static let builddirInPreamble = #"""
    A preamble macro captures `%{_builddir}` before rpm sets the per-build directory.

    ## What it does
    Reports `%global` in the preamble whose body uses `%{_builddir}`, and `%{_topdir}/BUILD` written out, where the macro is used.

    ## Why it matters
    From rpm 4.20 on (its release notes) every build has a folder of its own, and `%{_builddir}` becomes that folder where the preamble
    ends. `%global` keeps the value of the moment: `%{_topdir}/BUILD`, which is another place than `%{_builddir}` in `%build`. What is
    written there is found by no other command, is shared with all other builds, and is never removed.

    Shown by: `build-folder-of-the-moment`.

    ## Example
    ```
    %global workdir %{_builddir}/work
    %build
    mkdir -p %{workdir}
    ```

    ## Use instead
    Define the macro with `%define`, which is expanded where the macro is used.
    ```
    %define workdir %{_builddir}/work
    %build
    mkdir -p %{workdir}
    ```
    `%define` is expanded where it is used.

    ## When it stays silent
    For `%define`, for definitions in scriptlets, for macros that nothing uses, and for `%%{_builddir}`.

    ## Settings
    A warning for targets with rpm 4.20 or later, otherwise info.
    """#

  static let buildrootInBuild = #"""
    `%prep` or `%build` writes into the build root, which rpmbuild empties before `%install`.

    ## What it does
    Reports commands of `%prep`, `%build` and `%conf` that write into the build root.

    ## Why it matters
    rpmbuild empties the build root before `%install`: what is put there earlier is not in the package.

    Source: tried with rpmbuild 4.18.0, 4.20.1 and 6.1.0, which begin `%install` with `rm -rf` of the build root; Fedora's packaging
    guideline, under *Build Scripts*: `%prep` and `%build` may not alter files in the build root.

    ## Example
    ```
    %build
    make
    make install DESTDIR=%{buildroot}
    %install
    ls %{buildroot}
    ```

    ## Use instead
    Move what installs files to `%install`.
    ```
    %build
    make
    %install
    make install DESTDIR=%{buildroot}
    ```

    ## When it stays silent
    For commands that only name the build root, or take it away (`rm -rf %{buildroot}`), and where `%install` does not empty it.

    ## Settings
    None.
    """#

  static let buildrootInScriptlet = #"""
    A scriptlet of the installed package uses the build root.

    ## What it does
    Reports `%{buildroot}`, `$RPM_BUILD_ROOT` and `$RPM_BUILD_DIR` in scriptlets that run where the package is installed.

    ## Why it matters
    The folder is one of the machine that built the package. Where the package is installed it does not exist, and the variables are not set:
    `rm -rf $RPM_BUILD_ROOT/etc/hello` then removes `/etc/hello`.

    Source: rpm's manual, rpm-spec(5), and `rpmScriptRun` in lib/rpmscript.c (4.18), which sets `RPM_INSTALL_PREFIX` and no other variable of rpm's.

    ## Example
    ```
    %post
    touch %{buildroot}/var/lib/hello || :
    ```

    ## Use instead
    Name the file as it is on the installed system.
    ```
    %post
    touch /var/lib/hello || :
    ```

    ## When it stays silent
    In comments and in the build's scriptlets.

    ## Settings
    None.
    """#

  static let cLinkerFlags = #"""
    C linker flags are passed to Go's linker.

    ## What it does
    Reports `-ldflags` whose value has `-Wl,…` or `-specs=…` as a flag of its own: `-ldflags="%{build_ldflags}"`, `-ldflags="$LDFLAGS"`.

    ## Why it matters
    Go's linker knows none of them, and the build fails: `flag provided but not defined: -Wl,-z,relro`. What is meant for the C linker goes
    into `-extldflags`.

    Shown by: `c-linker-flags`.

    ## Example
    ```
    %build
    go build -mod=vendor -ldflags "-Wl,-z,relro -Wl,-z,now" -o hello .
    ```

    ## Use instead
    Pass flags for the C linker with `-extldflags`.
    ```
    %build
    go build -mod=vendor -ldflags "-linkmode=external -extldflags '-Wl,-z,relro -Wl,-z,now'" -o hello .
    ```

    ## When it stays silent
    For flags inside `-extldflags`, and for values that are not known.

    ## Settings
    None.
    """#

  static let cacheCommandInScriptlet = #"""
    Installing or removing the package deletes its users' Go caches.

    ## What it does
    Reports `go clean -cache`, `-modcache` and the like, and `rm -rf` of a Go cache in somebody's home, in the scriptlets that run where
    the package is installed (`%post`, `%preun`, `%triggerin` …).

    ## Why it matters
    Those caches are their users', not the package's: every module is downloaded and every package compiled again, in builds that may be
    running at that moment. Nothing has to be deleted for a new compiler: its own version is part of every key in the build cache,
    and go trims what has not been used for five days.

    Shown by: `trimmed-cache`, `compiler-is-a-key`, `cleaned-caches`.

    ## Example
    ```
    %post
    go clean -cache -modcache
    ```

    ## Use instead
    Remove the command; a cache is its owner's.
    ```
    %post
    ldconfig
    ```
    Whoever owns a cache keeps it small: `rpmscope cache --max-size`, by hand or with a timer, as the page "GoCaches" of rpmscope's manual
    shows (Sources/SpecLint/SpecLint.docc/GoCaches.md).

    ## When it stays silent
    For caches elsewhere, which may be the package's own (`/var/cache/hello/go-build` of a service), for the build's scriptlets, which
    have rules of their own, and for scriptlets in Lua.

    ## Settings
    None.
    """#

  static let cacheInBuildroot = #"""
    A Go cache is inside the build root.

    ## What it does
    Reports module and build caches in use whose path is below `%{buildroot}`.

    ## Why it matters
    The build root is what gets packaged: rpm stops at thousands of unpackaged files, or packages them. It also empties the build root
    before `%install`, and what was cached is gone.

    Shown by: `cache-in-buildroot`.

    ## Example
    ```
    %install
    export GOCACHE=%{buildroot}/.cache
    go build -mod=vendor ./...
    ```

    ## Use instead
    Remove the setting, or choose a folder outside the build root.
    ```
    %install
    GOBIN=%{buildroot}%{_bindir} go install -mod=vendor ./...
    ```

    ## When it stays silent
    GOPATH mode, which writes sources there on purpose (`%{buildroot}%{gopath}`), and caches that the command does not use.

    ## Settings
    None.
    """#

  static let cacheInSharedFolder = #"""
    A Go cache is at a fixed place in a folder that all users of the machine share.

    ## What it does
    Reports module and build caches in use below `/tmp`, `/var/tmp` or `%{_tmppath}`, whose names are the same for every user, and caches
    below `/usr`.

    ## Why it matters
    Anybody may make a folder of that name first: the build then fails, or compiles what somebody else has put there, for go trusts what
    its caches hold. Whoever builds first owns the folder, and the next user's build fails with `permission denied`. Nothing ever removes
    it.

    Shown by: `unwritable-cache`.

    ## Example
    ```
    %build
    export GOCACHE=/tmp/go-build
    go build -mod=vendor -o hello .
    ```

    ## Use instead
    Remove the setting; without it the cache is in the caller's home.
    ```
    %build
    go build -mod=vendor -o hello .
    ```
    Without the export the cache lies in the caller's home.

    ## When it stays silent
    For `mktemp -d` and names with `$$`, for a name with the version in it, which is `build-cache-per-build` or `module-cache-per-build`, for
    GOPATH mode, and where the command is not known to use the cache.

    ## Settings
    `--builder official` and `--builder copr`: off, because no other user is in the chroot.
    """#

  static let cacheWithoutHome = #"""
    A `go` command has no location for its caches.

    ## What it does
    Reports go commands that compile where neither GOCACHE nor XDG_CACHE_HOME nor HOME is set, or HOME is a folder that no user can
    write, and commands that download where neither GOMODCACHE nor GOPATH nor HOME is set.

    ## Why it matters
    Go has no default of its own without HOME: `build cache is required, but could not be located: GOCACHE is not defined and
    neither $XDG_CACHE_HOME nor $HOME are defined`, or `module cache not found: neither GOMODCACHE nor GOPATH is set`. rpmbuild
    leaves HOME as the caller has it, and mock sets `/builddir`, so only a spec that takes it away gets there.

    Shown by: `without-home`.

    ## Example
    ```
    %build
    unset HOME
    go build -mod=vendor -o hello .
    ```

    ## Use instead
    Leave HOME set, or set GOCACHE and GOPATH.
    ```
    %build
    go build -mod=vendor -o hello .
    ```

    ## When it stays silent
    Where HOME may be set, and for commands that need no cache (`go env`, `go version`). GOCACHE alone is enough for a vendored
    build.

    ## Settings
    None.
    """#

  static let carriageReturns = #"""
    A scriptlet's lines end with a carriage return, which the shell takes for part of the last word.

    ## What it does
    Reports the first scriptlet whose lines end as on DOS and Windows, with a carriage return and a line feed, and that the shell runs.

    ## Why it matters
    rpm removes blanks from the end of tags, and carriage returns with them, but gives scriptlets to the shell as they are. There `true` is a command
    that is called `true` and a carriage return, which is not found, and `mkdir bin` makes a folder that no other line names.

    Source: tried with rpmbuild 4.18.0, 4.20.1 and 6.1.0.

    ## Example
    ```
    %build^M
    make^M
    ```
    as `cat -A` shows it.

    ## Use instead
    Convert the spec to Unix line ends, with `dos2unix` or `sed -i 's/\r$//'`.
    ```
    %build
    make
    ```
    `dos2unix` or `sed -i 's/\r$//'` converts the file; `* text eol=lf` in `.gitattributes` keeps it so.

    ## When it stays silent
    Where only some lines of a scriptlet end so, and no go command is among them: they may be the text of a file that is written with a
    here-document. Where the carriage returns are part of comments (`make #`).

    ## Settings
    None.
    """#

  static let checksumsDisabled = #"""
    Modules are downloaded without checksum verification.

    ## What it does
    Reports `GOSUMDB=off`, `GONOSUMDB=*`, `GOINSECURE` and `GOFLAGS=-insecure` where a go command downloads modules.

    ## Why it matters
    A module that is not in go.sum is then taken as it comes. A complete go.sum needs no lookup, so the setting helps no
    correct source tree: with lines missing, `go build` fails by itself, whatever GOSUMDB says. GOINSECURE leaves the checksum database
    on, but lets what go fetches by itself, past the proxy, come over connections that prove nothing. `-insecure` did both for `go get`
    up to Go 1.16; later releases refuse it there and ignore it elsewhere.

    Shown by: `complete-go-sum`, `unchecked-modules`, `insecure-is-checked`.

    ## Example
    ```
    %build
    export GOSUMDB=off
    go mod download
    ```
    The download itself is `download-in-build`.

    ## Use instead
    Leave the checks on, with a go.sum that upstream keeps complete.
    ```
    %build
    go mod download
    ```
    with a go.sum that upstream keeps complete.

    ## When it stays silent
    With `GOPROXY=off`, in vendored builds and in GOPATH mode: nothing is downloaded there. `GONOSUMDB` for particular hosts is
    what it is for.

    ## Settings
    None.
    """#

  static let compilerFlagsReplaced = #"""
    The flags of the C or C++ compiler are set without those of the distribution.

    ## What it does
    Reports `CFLAGS` and `CXXFLAGS` that `%build` exports or gives to make or configure, with a value that lacks `%{optflags}`.

    ## Why it matters
    A distribution's flags turn on hardening (`-fstack-protector-strong`, `_FORTIFY_SOURCE`) and the debugging data of the debuginfo
    packages. `%configure` and make take `CFLAGS` as it is, so a value without these flags replaces them all.

    Source: Fedora's packaging guideline, under *Compiler flags*: packages must use the flags of the system's rpm configuration, and may
    add to them.

    ## Example
    ```
    %build
    export CFLAGS="-fcommon"
    %configure
    ```

    ## Use instead
    Add to the flags: `CFLAGS="%{optflags} -fcommon"`.
    ```
    %build
    export CFLAGS="%{optflags} -fcommon"
    %configure
    ```

    ## When it stays silent
    For values that are empty, hold variables, macros or commands (`$(echo %{optflags} | sed …)`), or set one of the distribution's
    hardening flags; where another line of `%build` sets the variable with the flags; for packages without architecture, and where a cross
    compiler is used.

    ## Settings
    For Fedora, EPEL and openSUSE.
    """#

  static let conditionalSource = #"""
    Whether a source or patch is in the source package depends on the machine that made it.

    ## What it does
    Reports the first `Source` or `Patch` tag under `%ifarch` or `%ifos`, and with low confidence under `%if %{with …}`.

    ## Why it matters
    The source package holds the files of the branches that were taken when it was made. Where it was made on one architecture, a build on
    another from that package lacks the file, and so does one with the other build condition. A source that is not needed does no harm.

    Source: `addSource` in rpm's build/parsePreamble.c and `processSourceFiles` in build/files.c (4.18); Fedora's packaging guideline, under *No
    Arch-Specific Sources or Patches*.

    ## Example
    ```
    %ifarch x86_64
    Source1: tables-x86_64.bin
    %endif
    ```

    ## Use instead
    List the file unconditionally, and put the condition around what uses it.
    ```
    Source1: tables-x86_64.bin
    ```
    and `%ifarch` around what uses it.

    ## When it stays silent
    For conditions on the distribution, each of which makes its own source package, and for macros that a command line sets. The
    confidence is low where another branch has a source of the same number, as packages of prebuilt binaries do.

    ## Settings
    None.
    """#

  static let configUnderUsr = #"""
    A file below `/usr` is marked as configuration.

    ## What it does
    Reports `%config` of a path below `/usr`.

    ## Why it matters
    `%config` keeps what an administrator has changed when the package is updated. What lies below `/usr` belongs to the packages: it may be read-only, shared
    by several machines, or be replaced as a whole.

    Source: Fedora's packaging guideline, under *Configuration Files*: no `%config` or `%config(noreplace)` under `/usr`; the Filesystem
    Hierarchy Standard 3.0, chapter 4: `/usr` is shareable, read-only data.

    ## Example
    ```
    %files
    %config %{_datadir}/defaults.conf
    ```

    ## Use instead
    Remove `%config`, or install the file in `/etc`.
    ```
    %files
    %{_datadir}/defaults.conf
    ```

    ## When it stays silent
    For paths elsewhere, for folders of `/usr` that the Filesystem Hierarchy Standard does not know (`/usr/etc`, a prefix of the package's own), and for
    `%ghost`.

    ## Settings
    None.
    """#

  static let configWithoutNoreplace = #"""
    A configuration file is replaced when an update changes it, and local edits are moved aside.

    ## What it does
    Reports `%config` without `noreplace`.

    ## Why it matters
    When a new version changes a file that the administrator has changed too, rpm moves the administrator's to `.rpmsave` and installs the new one; with
    `noreplace` the old one stays and the new one is put beside it, as `.rpmnew`. There are reasons for the first, such as a format that is no longer
    read.

    Source: Fedora's packaging guideline, under *Configuration Files*: `%config(noreplace)` is the rule, and a plain `%config` needs a comment.

    ## Example
    ```
    %files
    %config /etc/hello.conf
    ```

    ## Use instead
    Mark the file `%config(noreplace)`.
    ```
    %files
    %config(noreplace) /etc/hello.conf
    ```

    ## When it stays silent
    For `/etc/init.d` and the like, and below `/usr`, where `config-under-usr` reports.

    ## Settings
    `--persona pedantic`.
    """#

  static let constantCondition = #"""
    `%{with NAME}` refers to a build condition that the spec does not declare.

    ## What it does
    Reports `%{with NAME}` and `%{without NAME}` where nothing defines `with_NAME`: no `%bcond`, `%bcond_with` or `%bcond_without` of that
    name, and no macro of the target.

    ## Why it matters
    `%{with NAME}` is then 0 and `%{without NAME}` 1, whatever `--with NAME` says: the code under the condition is never, or always,
    built. Mostly the name is misspelt, or `%` is missing from `%bcond`.

    Source: rpm's manual, *Conditional Builds*.

    ## Example
    ```
    #bcond_without docs

    %if %{with docs}
    BuildRequires: go-md2man
    %endif
    ```

    ## Use instead
    Declare the condition with `%bcond`.
    ```
    %bcond_without docs

    %if %{with docs}
    BuildRequires: go-md2man
    %endif
    ```

    ## When it stays silent
    Where any branch, Lua or included file defines the name, in specs with `%{load:…}` or with conditions whose names are put together, and
    for conditions that are always true
    or false in another manner: `%if 0` and a number in a `%global` are the packager's switch.

    ## Settings
    None.
    """#

  static let contradictingModuleMode = #"""
    A `go` command is told both to use modules and not to use them.

    ## What it does
    Reports commands that run with `GO111MODULE=off` and either carry a flag that only modules have (`-mod`, `-modfile`,
    `-modcacherw`), name a version (`example.com/tool@v1.2.3`), or are `go mod` itself. `-mod` in GOFLAGS is ignored there: that
    is information.

    ## Why it matters
    The command fails: `build flag -mod=vendor only valid when using modules`, `modules disabled by GO111MODULE=off`. Fedora's
    `%gobuild` sets `GO111MODULE=off` where nothing else is said, so `%gobuild -mod=vendor` is the usual case.

    Shown by: `contradicting-modes`.

    ## Example
    ```
    %build
    export GO111MODULE=off
    go build -mod=vendor -o hello .
    ```

    ## Use instead
    Choose one: leave `GO111MODULE` unset for modules.
    ```
    %build
    go build -mod=vendor -o hello .
    ```
    With Fedora's macros: `%global gomodulesmode GO111MODULE=on`.

    ## When it stays silent
    Where GO111MODULE is not certain to be `off`; `go env`, `go clean`, `go generate` and `go version`, which work in either mode.

    ## Settings
    None.
    """#

  static let defineOutOfScope = #"""
    A macro is defined only for the duration of a call but used after it.

    ## What it does
    Reports `%define` in the body of a macro with options, `%define name() …`, where the spec uses the defined macro elsewhere.

    ## Why it matters
    rpm removes what a parametric macro defines when the call ends: `%{?inner}` is empty after `%setit`. What is
    read later is then empty, or left as written.

    Shown by: `define-after-the-call`.

    ## Example
    ```
    %define setit() %define flavour plain
    %setit
    %build
    make FLAVOUR=%{flavour}
    ```

    ## Use instead
    Define the macro with `%global`.
    ```
    %define setit() %global flavour plain
    %setit
    %build
    make FLAVOUR=%{flavour}
    ```
    `%global` expands the body at once; the fix writes it where all other lines and tags stay as they are.

    ## When it stays silent
    Where the macro is used in the body only, or is defined elsewhere too. `%{!?x: %define x y}` at the top of a spec lasts. rpm says of
    some of these calls that a macro is "defined but not used within scope", which is reported as `expansion-warning`; the macro itself
    may be reported as `undefined-macro`.

    ## Settings
    None.
    """#

  static let deprecatedPythonMacros = #"""
    A Python package is built with deprecated macros or commands.

    ## What it does
    Reports `%py3_build`, `%py3_install`, `%py3_build_wheel` and `setup.py install`.

    ## Why it matters
    They run `setup.py`, which setuptools no longer supports as a command, and leave metadata that pip cannot use. `%pyproject_wheel` and `%pyproject_install`
    build as upstream declares it, and find the build requirements.

    Source: Fedora's change *Deprecate %py3_build and %py3_install* (Fedora 43); Fedora's Python packaging guideline, under *Build macros*.

    ## Example
    ```
    %build
    %py3_build
    ```

    ## Use instead
    Build with the `%pyproject_*` macros.
    ```
    %generate_buildrequires
    %pyproject_buildrequires
    %build
    %pyproject_wheel
    ```

    ## When it stays silent
    For other targets: EPEL 8 and others do not have the new macros. For `python` and `python2`, because the new macros do not support
    Python 2.

    ## Settings
    For Fedora.
    """#

  static let downloadInBuild = #"""
    The build needs network access to download its modules.

    ## What it does
    Reports the first command that downloads: `go mod download`, `go mod vendor`, `go install example.com/tool@v1.2.3` (which
    ignores a vendor folder), or a build in module mode with nothing vendored. A bare `go build` counts where the spec says that it
    downloads: by a GOPROXY with an address, a module cache or a GOPATH made for the build, a GOTOOLCHAIN that fetches, or Photon's
    `network_required`, and nothing mentions a vendor folder or an archive of modules. One such sign makes it medium, two high.

    ## Why it matters
    koji, OBS and mock build without network: there it fails. Elsewhere the build depends on servers that may be down, and what
    is built cannot be built again once a module is gone. Where Source0 lies beside the spec, its go.sum says how many modules
    that is.

    Shown by: `vendor-by-go-line`, `downloads-despite-vendor`, `install-ignores-vendor`.

    ## Example
    ```
    %build
    go mod download
    go build -o hello .
    ```

    ## Use instead
    Put the modules into an archive with `go mod vendor`, and build with `-mod=vendor`.
    ```
    Source1: %{name}-%{version}-vendor.tar.xz

    %prep
    %autosetup -a1

    %build
    go build -mod=vendor -o hello .
    ```

    ## When it stays silent
    With `GOPROXY=off` or a `file:` proxy, and where the spec does not show whether modules are needed; a bare `-mod=mod` counts at low
    confidence. `GO111MODULE=on` alone says nothing: nearly all specs that set it are vendored. What comes after the first download
    belongs to it. `go get`, `go mod tidy` and `@latest` have rules of their own, and so
    has a vendor folder that is there and not used, `vendor-not-used`.

    ## Settings
    `--builder official`: a warning, because there is no network.
    """#

  static let duplicateFilesEntry = #"""
    One path is listed twice for one package.

    ## What it does
    Reports a path of `%files` that the same package has already listed in the same way.

    ## Why it matters
    rpmbuild warns "File listed twice", and where the two lines give other attributes, which one counts is not documented. Mostly one of
    the two should have been something else.

    Source: `checkHardLinks` and `genCpioListAndHeader` in rpm's build/files.c (4.18).

    ## Example
    ```
    %files
    %{_bindir}/hello
    %{_bindir}/hello
    ```

    ## Use instead
    Remove one of the lines.
    ```
    %files
    %{_bindir}/hello
    ```

    ## When it stays silent
    For `%exclude`, for a folder that is listed with `%dir` and as a whole, for `%doc` and `%license` without a folder, whose files are copied, and for
    one path in two packages, which Fedora asks for with licenses. In branches that
    the target does not take.

    ## Settings
    None.
    """#

  static let environmentLostBetweenSections = #"""
    A `go` command runs without a Go variable that an earlier scriptlet exported for its own `go` commands.

    ## What it does
    Compares the go commands of later scriptlets with those of earlier ones: a variable that the spec set for the earlier
    command, that is not set for the later one, and that changes what the later one does.

    ## Why it matters
    Every build scriptlet is a shell of its own; nothing exported in `%build` reaches `%install` or `%check`. The tests then run
    in another module mode, with other build tags, with cgo instead of without, or download from somewhere else. Without
    `-trimpath` or `-buildmode` the results are the same, but everything is compiled again: that is information.

    Shown by: `lost-between-sections`.

    ## Example
    ```
    %build
    export CGO_ENABLED=0
    go build -o hello .

    %check
    go test ./...
    ```

    ## Use instead
    Export the variable in each scriptlet that runs go, best through one macro.
    ```
    %global goenvironment export CGO_ENABLED=0

    %build
    %{goenvironment}
    go build -o hello .

    %check
    %{goenvironment}
    go test ./...
    ```

    ## When it stays silent
    Where the variable does not matter to the later command: GOPROXY or GOPATH for a vendored build, any of them for
    `go env GOOS`, `-mod=vendor` where the vendor folder is found anyway. GOOS and GOARCH, for what is built for another machine
    cannot be tested on this one. Flags for the C compiler that name no folder, library or definition have low confidence. Differing module
    caches are `module-cache-split`.

    ## Settings
    None.
    """#

  static let etcFileWithoutConfig = #"""
    A configuration file in `/etc` is not marked as one.

    ## What it does
    Reports a file in `/etc` whose name or folder says that it is configuration (`*.conf`, `*.ini`, `*.yaml`, `/etc/sysconfig/*`, `/etc/logrotate.d/*` …) and
    that `%files` lists without `%config`.

    ## Why it matters
    An update replaces every file that is not `%config`: the administrator's changes are lost, without a copy.

    Source: rpm's manual, on `%config` in rpm-spec(5); Fedora's packaging guideline, under *Configuration Files*.

    ## Example
    ```
    %files
    /etc/hello.conf
    ```

    ## Use instead
    Mark the file `%config(noreplace)`.
    ```
    %files
    %config(noreplace) /etc/hello.conf
    ```
    The fix writes `%config(noreplace)`.

    ## When it stays silent
    For folders, `%ghost` and `%exclude`, other names, and for what is written by packages only: `/etc/ld.so.conf.d`, `/etc/dbus-1`, `/etc/xdg/autostart`,
    `/etc/fonts`, `/etc/rpm`, completions, desktop files and keys.

    ## Settings
    None.
    """#

  static let filesystemAdministrationInScriptlet = #"""
    Installing the package changes the file systems of the machine.

    ## What it does
    Reports `btrfs quota enable`, `btrfs subvolume create` and `delete`, quota groups and properties, `mkfs`, bind mounts and changes of
    `/etc/fstab` in the scriptlets that run where the package is installed.

    ## Why it matters
    How disks are divided is the administrator's decision. Quotas slow down every write of a whole btrfs; a bind mount from a
    scriptlet is gone after the next boot, or, in `/etc/fstab`, keeps the machine from booting when its source is gone; a subvolume that
    root makes is one its users cannot write; and what the scriptlet deletes at removal may hold what others put there. `compress`
    on a bind mount does nothing at all: it is an option of the file system.

    Source: mount(8) on bind mounts, btrfs-quota(8), btrfs-subvolume(8).

    ## Example
    ```
    %post
    btrfs subvolume create /var/cache/hello
    btrfs quota enable /var
    ```

    ## Use instead
    Remove the commands, and document what the administrator can do.
    ```
    %files
    %dir %attr(0755,hello,hello) /var/cache/hello
    ```
    For what only the administrator can do, documentation: the page "GoCaches" of rpmscope's manual
    (Sources/SpecLint/SpecLint.docc/GoCaches.md) shows one for caches, with what a subvolume and its quota group give.

    ## When it stays silent
    For commands that only ask (`btrfs subvolume list`), for mounts of other kinds, in the build's scriptlets, and in Lua.

    ## Settings
    None.
    """#

  static let forcedRebuild = #"""
    `-a` forces `go` to recompile everything.

    ## What it does
    Reports `-a` on a go command and in GOFLAGS, where the spec or a macro that the spec defines wrote it, and, with medium confidence,
    among the flags that `make` or a script is given (`make BUILDFLAGS="-a -tags x"`).

    ## Why it matters
    The build cache is then only written, never read: the standard library is compiled too, once for every such command. Two
    commands with `-a` compiled 96 packages of 24 modules where one without needed 48.

    Shown by: `forced-twice`, `forced-rebuild`.

    ## Example
    ```
    %build
    go build -a -o bin/one ./cmd/one
    go build -a -o bin/two ./cmd/two
    ```

    ## Use instead
    Build without `-a`; go compiles what has changed.
    ```
    %build
    go build -o bin/ ./cmd/one ./cmd/two
    ```

    Where a shared build cache would then be keyed by the path of a vendored build, the rewrite puts `-trimpath` in the place of `-a`
    (`build-cache-keyed-by-path`), provided that no debuginfo is built.

    ## When it stays silent
    `-a` in the distribution's own macros: `resolve` shows it.

    ## Settings
    None.
    """#

  static let goBuildBypassesGobuild = #"""
    A Fedora package compiles its program with a plain `go build`.

    ## What it does
    Reports the first `go build` or `go install` that the spec of a Fedora or EPEL package writes out, in a scriptlet that takes none of
    Fedora's flags from `%gobuild` or the `%gobuild_*flags` macros.

    ## Why it matters
    Fedora's Go packaging guideline, under *Preserve compiler flags*: packages MUST preserve Fedora's flags for Go, by `%gobuild` or by
    handing `%gobuild_baseflags_shescaped` and its like to upstream's own build. Without them the program is not a position-independent
    executable, is linked without the distribution's hardening, and, up to Go 1.23, has no build id, which debuginfo packages need.

    Shown by: `plain-build`.

    ## Example
    ```
    BuildRequires: go-rpm-macros

    %build
    go build -o hello .
    ```
    That nothing restricts the architectures is `missing-exclusive-arch`.

    ## Use instead
    Build with `%gobuild`, which passes the distribution's flags.
    ```
    BuildRequires: go-rpm-macros

    %build
    %gobuild -o hello .
    ```

    ## When it stays silent
    For other targets, and where `--target auto` has chosen Fedora's macros for a spec that shows no sign of Fedora's packaging
    (`%gometa`, go-rpm-macros, go-vendor-tools …). Where `%gobuild` compiles in the same scriptlet: what go builds beside it may be a
    tool of the build. In branches that the target does not take.

    ## Settings
    `--target fedora` holds any spec against the guideline.
    """#

  static let goEnvFileIgnored = #"""
    A Go settings file has lines that Go ignores or reads differently than intended.

    ## What it does
    Reports texts that the scriptlets write to Go's environment file (`$HOME/.config/go/env`, `$XDG_CONFIG_HOME/go/env`, GOENV,
    `$GOROOT/go.env`) when a line begins with `export` or a blank, a value is quoted, ends in a comment or names a variable,
    and files in a place where no go looks (`/etc/xdg/go/env`).

    ## Why it matters
    The file is not a shell script. A line whose first character is not A–Z is silently ignored, and so are `export …` and lines
    that begin with a blank; quotes, `$HOME` and `# comment` become part of the value: `GOCACHE="/x"` makes every build fail, `GOCACHE is
    not an absolute path`. Go opens `$XDG_CONFIG_HOME/go/env`, else `$HOME/.config/go/env`, or what GOENV names, and from 1.21 on
    `$GOROOT/go.env`; never `/etc/xdg`.

    Shown by: `env-file-lines`, `etc-xdg`, `quoted-value`.

    ## Example
    ```
    %build
    mkdir -p $HOME/.config/go
    cat > $HOME/.config/go/env <<'EOF'
    export GOFLAGS="-mod=vendor"
    EOF
    go build -o hello .
    ```

    ## Use instead
    Export the variables in the scriptlet, or write the file as lines of `NAME=value`.
    ```
    %build
    export GOFLAGS=-mod=vendor
    go build -o hello .
    ```

    ## When it stays silent
    Lines that are comments as a whole, and empty ones. `/etc/xdg/go/env` where the spec has GOENV or XDG_CONFIG_HOME name it.

    ## Settings
    None.
    """#

  static let goGetInBuild = #"""
    A build scriptlet runs `go get`.

    ## What it does
    Reports every visible `go get`.

    ## Why it matters
    It needs the network, and it changes go.mod and go.sum: what is built is no longer what upstream released. In GOPATH mode
    it fetches whatever is newest, and from Go 1.22 on refuses.

    Shown by: `go-get`.

    ## Example
    ```
    %build
    go get -d ./...
    go build -o hello .
    ```

    ## Use instead
    Put the modules into an archive with `go mod vendor`, and build with `-mod=vendor`.
    ```
    Source1: %{name}-%{version}-vendor.tar.xz

    %build
    go build -mod=vendor -o hello .
    ```

    ## When it stays silent
    With `GOPROXY=off` or a `file:` proxy, and for `go get -u`, which is `unpinned-modules`.

    ## Settings
    None.
    """#

  static let goModEditedAfterVendoring = #"""
    go.mod is changed, but the vendor folder that matches the old one is kept.

    ## What it does
    Reports `go mod edit` of requirements and replacements, and `sed` of them in go.mod, before a vendored build.

    ## Why it matters
    `vendor/modules.txt` lists what go.mod asks for. Where the two disagree go stops with "inconsistent vendoring".

    Shown by: `edited-go-mod`.

    ## Example
    ```
    %build
    go mod edit -replace example.com/x=example.com/y@v1.2.3
    go build -mod=vendor -o hello .
    ```

    ## Use instead
    Make the vendor archive from the edited go.mod.
    ```
    %build
    go build -mod=vendor -o hello .
    ```

    ## When it stays silent
    For the `go` and `toolchain` lines, which `vendor/modules.txt` does not repeat as such; where `vendor/modules.txt` is changed too, and
    where `go mod vendor` comes after it. Where a vendor archive is among the sources it may have been made from the
    edited go.mod: low confidence.

    ## Settings
    None.
    """#

  static let goNewerThanTarget = #"""
    The sources need a newer Go than the target has.

    ## What it does
    Compares the `go` line of the go.mod in the archive beside the spec, or of what scriptlets have made of it, with the Go of the target.

    ## Why it matters
    From Go 1.21 on go refuses a module whose `go` line names a later release: `go.mod requires go >= 1.99.0 (running go 1.24.4;
    GOTOOLCHAIN=local)`. A `toolchain` line alone is then ignored.

    Shown by: `newer-toolchain`.

    ## Example
    ```
    Source0: hello-1.2.tar.gz

    %build
    go build -mod=vendor -o hello .
    ```
    where go.mod in the archive says `go 1.99.0`.

    ## Use instead
    Build for a target that has that Go, or package a version that does without it.

    Lower the line with `go mod edit -go=…` only where the sources compile with the older Go.

    ## When it stays silent
    Where no archive lies beside the spec, in GOPATH mode, where GOTOOLCHAIN is not `local` (`toolchain-download`), in branches that the
    target does not take, and where the target is only a guess. Only minor releases are compared, because a target's updates bring
    others. Where patches are applied confidence is low: one of them may change go.mod.

    ## Settings
    The target, or the Go release that the configuration names.
    """#

  static let goflagsSilentlyDropped = #"""
    Part of GOFLAGS is silently ignored.

    ## What it does
    Reports a word after `-ldflags=`, `-gcflags=` or `-asmflags=` that was meant as a part of its value but is a flag of another
    go command, a flag that is given twice where the last one wins, and `-ldflags` in GOFLAGS under a `-ldflags` on the command
    line.

    ## Why it matters
    `GOFLAGS="-ldflags=-X=main.v=1 -w"` exits with 0 and drops `-w`: `go env` has a flag `-w`, and flags of other commands are
    skipped. Of `-ldflags=A -ldflags=B` only B counts, and a `-ldflags` on the command line replaces the one in GOFLAGS. The
    package is built, with other flags than the spec says.

    Shown by: `goflags-dropped`.

    ## Example
    ```
    %build
    export GOFLAGS="-ldflags=-X=main.version=%{version} -w"
    go build .
    ```

    ## Use instead
    Quote each flag that has a space, together with its name.
    ```
    %build
    export GOFLAGS="'-ldflags=-X=main.version=%{version} -w'"
    go build .
    ```

    ## When it stays silent
    `-gcflags=all=-l -gcflags=example.com/x=-N`: flags for different packages both count. Words that Go rejects are
    `goflags-syntax`.

    ## Settings
    None.
    """#

  static let goflagsSyntax = #"""
    GOFLAGS contains something that Go rejects.

    ## What it does
    Splits the value of GOFLAGS that a go command will see as Go does, and reports the first word that is not a flag, or a flag
    that no go command defines.

    ## Why it matters
    Every go command but `go env` and `go bug` fails: `parsing $GOFLAGS: non-flag "4"`, `unknown flag -j4`. A value must follow
    its flag after `=`. Quotes may only enclose a whole flag (from Go 1.21), never a part of one.

    Shown by: `goflags-words`, `goflags-equals`, `goflags-quotes`.

    ## Example
    ```
    %build
    export GOFLAGS="-p 4 -ldflags='-s -w'"
    go build .
    ```

    ## Use instead
    Write each flag as one word, `-name=value`; quote it with its name where it has a space.
    ```
    %build
    export GOFLAGS="-p=4 '-ldflags=-s -w'"
    go build .
    ```

    ## When it stays silent
    A flag that some go command defines is accepted, because the others skip it. Words that cannot be known are not judged, nor is a
    value that no go command sees.

    ## Settings
    For a target whose Go is older than 1.21 quotes around a whole flag are found as well.
    """#

  static let golangPrefixOnVendoredPackage = #"""
    A vendored Fedora package has the name of a library package.

    ## What it does
    Reports a name that begins with `golang-` where the package is built from vendored modules.

    ## Why it matters
    Fedora's Go packaging guideline, under *Naming*: vendored Go packages MUST NOT have a `golang-` prefix, unless it is part of upstream's
    own name. The prefix tells packages of the former kind, with `-devel` packages for every library, from vendored ones; an existing
    package that becomes vendored MUST go through the process for renaming.

    ## Example
    ```
    Name: golang-github-example-hello
    BuildRequires: go-vendor-tools

    %install
    %go_vendor_license_install -c %{S:0}
    ```

    ## Use instead
    Name the package after its program or its upstream project.
    ```
    BuildRequires: go-vendor-tools

    %install
    %go_vendor_license_install -c %{S:0}
    ```

    ## When it stays silent
    Where the import path (`%{goipath}`) or the URL says that upstream is called so, and in branches that the target does not take.

    ## Settings
    `--target fedora` holds any spec against the guideline.
    """#

  static let gopathIsModuleRoot = #"""
    GOPATH is the root folder of the module being built.

    ## What it does
    Reports go commands in module mode whose first element of GOPATH is the folder they run in, where go.mod is.

    ## Why it matters
    Go up to 1.21 refuses every such command: `$GOPATH/go.mod exists but should not`. From Go 1.22 on it warns, `ignoring go.mod in
    $GOPATH`, and `go mod tidy` says `go.mod file not found`. The module cache,
    `$GOPATH/pkg/mod`, then lies in the module's own tree as well: `module-cache-in-source-tree`, `module-cache-per-build`.

    Shown by: `gopath-is-root`.

    ## Example
    ```
    %build
    export GOPATH=$(pwd)
    go build -mod=vendor -o hello .
    ```

    ## Use instead
    Remove the setting: a module needs no GOPATH of its own.
    ```
    %build
    go build -mod=vendor -o hello .
    ```

    ## When it stays silent
    Where GOPATH is the folder's parent, and with `GO111MODULE=off`. Where nothing shows that the folder has a go.mod, confidence is
    low: `-mod=…`, `go mod …`, `GO111MODULE=on` or a command that names go.mod show it.

    ## Settings
    For a target with Go 1.21 or older it is an error.
    """#

  static let gopathLayoutWithoutGopathMode = #"""
    A build uses a GOPATH layout without turning modules off.

    ## What it does
    Reports go commands that run below `src` in a folder of the GOPATH that the spec has set, where GO111MODULE is not set and
    nothing shows a go.mod, and commands whose GOPATH gets such a `src` where the sources are of that time.

    ## Why it matters
    From Go 1.16 on modules are on unless `GO111MODULE=off` says otherwise; without a go.mod the command fails: `go.mod file not
    found in current directory or any parent directory`. Packages below GOPATH, the distribution's own in `%{gopath}` included, are
    not looked at in module mode.

    Shown by: `gopath-layout`.

    ## Example
    ```
    %build
    mkdir -p _build/src/example.org
    rm -f go.mod go.sum
    ln -s $PWD _build/src/example.org/hello
    export GOPATH=$PWD/_build
    cd _build/src/example.org/hello
    go build -o hello .
    ```

    ## Use instead
    Set `GO111MODULE=off`, or build in the folder of go.mod without the layout.
    ```
    %build
    mkdir -p _build/src/example.org
    rm -f go.mod go.sum
    ln -s $PWD _build/src/example.org/hello
    export GOPATH=$PWD/_build
    export GO111MODULE=off
    cd _build/src/example.org/hello
    go build -o hello .
    ```

    ## When it stays silent
    With any GO111MODULE, `-mod` or a vendor archive. That there is no go.mod a spec shows only where it deletes it: elsewhere
    confidence is medium where a sign is of the days before modules (`golang >= 1.4`, Godeps, `dep`, packages named by the path they have
    below GOPATH), and low without one. In branches that the target does not take confidence is low: which Go builds there is not known.

    ## Settings
    Silent for a target whose Go is older than 1.16.
    """#

  static let hardCodedLibraryPath = #"""
    A library is listed in `/usr/lib`, which is `/usr/lib64` on most architectures.

    ## What it does
    Reports libraries, static libraries and pkg-config files that `%files` of a package for one architecture lists under a literal `/usr/lib` or `/lib`, where
    `%{_libdir}` is another folder.

    ## Why it matters
    Where `%{_libdir}` is another folder, `/usr/lib` is for libraries of the narrower architecture: the linker and pkg-config do not look there for others, and the package cannot
    be installed beside its twin for that one.

    Source: the Filesystem Hierarchy Standard 3.0, under `/usr/lib<qual>`; Fedora's packaging guideline, under *Macros*.

    ## Example
    ```
    %files
    /usr/lib/libhello.so.1
    ```

    ## Use instead
    Write `%{_libdir}`.
    ```
    %files
    %{_libdir}/libhello.so.1
    ```

    ## When it stays silent
    For packages that are `noarch`, for other files, of which systemd, firmware, udev and rpm have theirs in `/usr/lib` on every architecture, and for
    `%{_prefix}/lib`, which is written on purpose.

    ## Settings
    `--persona pedantic`.
    """#

  static let hardCodedParallelism = #"""
    The spec hard-codes how many processes `go` may run.

    ## What it does
    Reports `-p N` and `GOMAXPROCS=N` with a number written in the spec, also in a variable of flags (`BUILDFLAGS="-v -p 4"`) and
    in GOFLAGS (`-p=4`).

    ## Why it matters
    Go's default is one process per CPU. A number that fitted one machine makes another idle, or run out of memory; rpm knows the
    builder's limits. A belief to leave behind: `-p` is not part of any cache key, so it does not fragment a cache; what fragments are
    caches private to processes, scriptlets or builds.

    Shown by: `compilers-at-once`, `parallelism-is-no-key`.

    ## Example
    ```
    %build
    go build -p 4 -o hello .
    ```

    ## Use instead
    Remove the number, or take `%{_smp_build_ncpus}`.
    ```
    %build
    go build -p %{_smp_build_ncpus} -o hello .
    ```
    or nothing.

    ## When it stays silent
    A number that a macro or a variable gives; `-p 1` with a comment on its line or above it; commands that do not define `-p`.

    ## Settings
    None.
    """#

  static let impossibleUpgradeTest = #"""
    A scriptlet tests `$1` for a value that rpm never passes.

    ## What it does
    Follows `%pre`, `%post`, `%preun` and `%postun` for every `$1` that rpm gives them, and reports commands that run for none: `[ $1 = 0 ]` in `%post`,
    `[ $1 -eq 2 ]` in `%preun`.

    ## Why it matters
    `$1` says how many versions of the package there will be: in `%pre` and `%post` 1 when it is installed and 2 when it is updated, in `%preun` and `%postun` 0
    when it is removed and 1 when it is updated. What stands behind another number never runs.

    Source: rpm's manual, rpm-spec(5) on scriptlet arguments, and `rpmpsmNew` in lib/psm.c (4.18).

    ## Example
    ```
    %post
    if [ "$1" -eq 0 ]; then systemctl enable hello.service || :; fi
    ```

    ## Use instead
    Test for a number that rpm passes.
    ```
    %post
    if [ "$1" -eq 1 ]; then systemctl enable hello.service || :; fi
    ```

    ## When it stays silent
    In scripts that are shared with Debian's packages (`remove`, `purge`, `configure` …), where `$1` is a word, and behind conditions that do not depend on
    `$1`.

    ## Settings
    None.
    """#

  static let inconsistentVendoring = #"""
    go.mod and vendor/modules.txt in the source archive disagree.

    ## What it does
    Compares the go.mod in the archive beside the spec with the list of its vendor folder, where a go command builds from that folder.

    ## Why it matters
    Every module that go.mod requires must be in vendor/modules.txt, marked `## explicit` and in the same version; else go stops with
    "inconsistent vendoring", and the build fails.

    Shown by: `edited-go-mod`.

    ## Example
    ```
    Source0: hello-1.2.tar.gz

    %build
    go build -mod=vendor -o hello .
    ```
    where go.mod in the archive asks for another version than vendor/modules.txt lists.

    ## Use instead
    Recreate the archive's vendor folder with `go mod vendor`.

    ## When it stays silent
    Where no archive lies beside the spec, with `replace` lines, for a go.mod of before Go 1.14, and after a scriptlet has changed go.mod,
    which is `go-mod-edited-after-vendoring`. Where patches are applied confidence is low: one of them may mend it.

    ## Settings
    None.
    """#

  static let installOutsideBuildroot = #"""
    `%install` writes outside the build root.

    ## What it does
    Reports `install`, `cp`, `mv`, `ln`, `mkdir` and `touch` in `%install` whose target is an absolute path in `/usr`, `/etc`, `/var`, `/opt` …, and not in the
    build root.

    ## Why it matters
    What is written there is not in the package. In mock and OBS the build fails, as its user may not write there; who builds as root damages the machine.

    Source: rpm's manual, rpm-spec(5) on `%install` and `%{buildroot}`.

    ## Example
    ```
    %install
    install -D -m 0755 hello %{_bindir}/hello
    ```

    ## Use instead
    Begin the path with `%{buildroot}`.
    ```
    %install
    install -D -m 0755 hello %{buildroot}%{_bindir}/hello
    ```

    ## When it stays silent
    For what links point to, paths that are not fully known, and for `/tmp` and the build's own folders.

    ## Settings
    None.
    """#

  static let installsIntoHome = #"""
    `go install` puts the program into the builder's home directory.

    ## What it does
    Reports `go install` in build scriptlets where neither GOBIN nor GOPATH is set.

    ## Why it matters
    The program then lies in `$HOME/go/bin`, outside of the build: the next build finds the old one there, and a user who builds packages
    by hand gets it on the PATH.

    Shown by: `installed-into-home`.

    ## Example
    ```
    %build
    go install -mod=vendor ./cmd/hello
    ```

    ## Use instead
    Build with `go build -o`, or set GOBIN to a folder of the build.
    ```
    %build
    go build -mod=vendor -o bin/hello ./cmd/hello
    ```

    ## When it stays silent
    With GOBIN or GOPATH of the spec's or the distribution's, where HOME is the spec's own, for packages of the standard library, and for
    `go install path@version`, which is `download-in-build`.

    ## Settings
    None.
    """#

  static let invisibleCharacters = #"""
    The spec contains invisible characters where rpm or the shell reads them.

    ## What it does
    Reports the first character of each line that changes the direction of writing, has no width, is a no-break space or a control
    character, outside of %description and %changelog.

    ## Why it matters
    The text does not do what a reviewer sees. Characters that change the direction make a command look like a comment; with a no-break
    space `make install` is one word, a command that does not exist; a name with a zero-width character is a different name.

    Source: `CVE-2021-42574`; Unicode's report on security considerations, under *Bidirectional Text Spoofing*; tried with rpmbuild 4.18.0 and bash 5.2.

    ## Example
    ```
    %build
    make all
    ```

    ## Use instead
    Remove the character, or write a space.
    ```
    %build
    make all
    ```

    ## When it stays silent
    In %description and %changelog, `Summary` and `Packager`, which are prose in any language; for form feeds, tabs and carriage returns, and
    for a byte order mark at the start of the file, which `unknown-tag` explains. No-break spaces in comments.

    ## Settings
    None.
    """#

  static let legacyGocheck = #"""
    A vendored Fedora package runs its tests with `%gocheck`.

    ## What it does
    Reports `%gocheck` in a spec that is built from vendored modules.

    ## Why it matters
    Fedora's Go packaging guideline, under *Testing*: packages MUST NOT use the deprecated legacy `%gocheck`. It is for packages whose
    dependencies are packages too, and runs every test in GOPATH mode (`GO111MODULE=off`), whatever the build used, so that go.mod counts
    for nothing there: the tests are compiled with other language versions and settings than the program. `%gocheck2` of
    go-vendor-tools 0.9 and later tests modules as modules, keeps Fedora's flags, and can leave single tests out; `%gotest ./...` in
    modules mode, as go2rpm writes it, is right as well.

    ## Example
    ```
    Source1: %{name}-%{version}-vendor.tar.xz
    BuildRequires: go-rpm-macros
    BuildRequires: go-vendor-tools

    %check
    %gocheck
    ```
    The archive without license data is `vendored-without-license-data`.

    ## Use instead
    Run the tests with `%gocheck2`.
    ```
    Source1: %{name}-%{version}-vendor.tar.xz
    BuildRequires: go-rpm-macros
    BuildRequires: go-vendor-tools

    %check
    %gocheck2
    ```
    The fix changes a plain call, where the package requires go-vendor-tools, which brings `%gocheck2`.

    ## When it stays silent
    For packages that are not vendored: those from before Fedora 43 may stay as they are. For other targets than Fedora and EPEL, and in
    branches that the target does not take.

    ## Settings
    `--target fedora` holds any spec against the guideline.
    """#

  static let licenseAsDoc = #"""
    A license file is marked as documentation.

    ## What it does
    Reports `%doc` of `COPYING`, `LICENSE` and the like.

    ## Why it matters
    Documentation is left out where machines are installed without it (`--nodocs`, `%_excludedocs`); `%license` always comes along, in a folder of its own.

    Source: Fedora's packaging guideline, under *License Text*: any files with license text must be marked with `%license`; rpm 4.11 and later has it.

    ## Example
    ```
    %files
    %doc README COPYING
    ```

    ## Use instead
    List license files with `%license`.
    ```
    %files
    %doc README
    %license COPYING
    ```
    The fix takes it out of the line and writes a line of its own.

    ## When it stays silent
    For files with folders in their names, and for `%license`.

    ## Settings
    `--persona pedantic`.
    """#

  static let licenseNotSpdx = #"""
    `License:` is not an SPDX expression.

    ## What it does
    Reports the first part of `License:` that the SPDX license list does not know, and `and` and `or` in small letters.

    ## Why it matters
    Tools that compare licenses read SPDX expressions. `GPLv2+` and `ASL 2.0` are names that Fedora used before.

    Source: Fedora's licensing documentation, under *The License: field*; openSUSE's packaging guideline, under *License*; SPDX 3.0.1, annex B.

    ## Example
    ```
    License: GPLv2+ and ASL 2.0
    ```

    ## Use instead
    Write SPDX identifiers, joined with AND, OR and WITH.
    ```
    License: GPL-2.0-or-later AND Apache-2.0
    ```

    ## When it stays silent
    For `LicenseRef-…`, for what a macro that is not known writes, and for other targets: Enterprise Linux 9 and ALT have the old names.

    ## Settings
    For Fedora and openSUSE.
    """#

  static let macroInChangelog = #"""
    A macro in an entry of the changelog is expanded.

    ## What it does
    Reports the first macro call in the text of a %changelog entry that expands to something.

    ## Why it matters
    rpm expands macros in the changelog too: an entry about `%{_libdir}` talks about `/usr/lib64`, one about `%configure` contains a page of
    shell commands, and old entries change whenever a macro does.

    Source: `parseChangelog` in rpm's build/parseChangelog.c (4.18), whose lines `readLine` expands.

    ## Example
    ```
    %changelog
    * Mon Jan 01 2024 Packager <packager@example.org> - 1.2-1
    - Install into %{_libdir}
    ```

    ## Use instead
    Write `%%` for the percent sign.
    ```
    %changelog
    * Mon Jan 01 2024 Packager <packager@example.org> - 1.2-1
    - Install into %%{_libdir}
    ```

    ## When it stays silent
    For a macro at the start of a line, which may generate entries (`%autochangelog`), in the line of an entry's date, and for undefined
    macros.

    ## Settings
    `--persona pedantic`.
    """#

  static let macroInComment = #"""
    A macro in a comment still takes effect.

    ## What it does
    Reports comments in which rpm expands a macro to more than the comment's line, runs a command, or defines a macro that the spec uses.

    ## Why it matters
    rpm expands macros before it looks for comments. Of `#%configure` only the first line is a comment: the others run
    (`# %three` with a body of two lines gives `# echo one` and `echo two`). `#%global x 1` defines `x`; in a scriptlet it takes
    its line feed with it, so that the next line becomes part of the comment.

    Shown by: `macro-in-comment`.

    ## Example
    ```
    %build
    #%configure
    make
    ```

    ## Use instead
    Write `%%` for the percent sign.
    ```
    %build
    #%%configure
    make
    ```
    or `%dnl`, which rpm does not expand. The fix writes `%%`; what has run so far then does not run any more.

    ## When it stays silent
    For a macro that expands to text of one line: rpm may warn of it ("Macro expanded in comment"), and nothing happens. For `%%name`,
    for `%dnl`, and for a definition that is followed by one of the same name. A command that only prints something is found
    with low confidence; one that uses the network or changes files is what `network-at-parse-time` and `side-effect-at-parse-time` report.

    ## Settings
    None.
    """#

  static let makeSyntaxInShell = #"""
    `$(NAME)` is a variable for make, but a command for the shell.

    ## What it does
    Reports command substitutions in build scriptlets that hold nothing but a name in capitals, such as `$(LDFLAGS)`.

    ## Why it matters
    The shell looks for a program of that name, finds none, prints an error and goes on with nothing in its place: flags, a commit or a
    version are missing, and inside of another command's words not even the exit status tells.

    Source: POSIX, XCU 2.6.3 *Command Substitution* and 2.9.1 *Simple Commands*.

    ## Example
    ```
    %build
    go build -mod=vendor -ldflags "-X main.commit=$(GITCOMMIT)" -o hello .
    ```

    ## Use instead
    Write `${NAME}` for the value of a shell variable.
    ```
    %build
    go build -mod=vendor -ldflags "-X main.commit=${GITCOMMIT}" -o hello .
    ```

    ## When it stays silent
    For functions and commands that the scriptlet defines, for lower-case names, and in text that the scriptlet only writes to a file or
    hands on in single quotes.

    ## Settings
    None.
    """#

  static let missingBuildId = #"""
    A program has no build ID, which debuginfo needs.

    ## What it does
    Reports the first `go build` or `go install` whose linker flags ask for no GNU build ID and for no external linker, where the
    target's Go is 1.23 or older and its rpm demands build IDs.

    ## Why it matters
    Up to Go 1.23 go's own linker writes no GNU build ID unless told to (`-B`). find-debuginfo then stops with `No build ID note found`,
    and for a stripped program (`-s`) rpm itself does with `Missing build-id`.

    Shown by: `unidentified-program`.

    ## Example
    ```
    %build
    export CGO_ENABLED=0
    go build -mod=vendor -o hello .
    ```

    ## Use instead
    Give the linker a build ID that follows from name, version and release.
    ```
    %build
    export CGO_ENABLED=0
    go build -mod=vendor -ldflags "-B 0x$(echo %{name}-%{version}-%{release} | sha1sum | cut -d ' ' -f 1)" -o hello .
    ```
    `%gobuild` does so. From Go 1.23 on `-B gobuildid` does as well; from Go 1.24 on it is the default.

    ## When it stays silent
    Where the target's Go is not known or newer, where the target is only a guess or makes no debuginfo, and where flags are not known
    or link with the C compiler (`-linkmode=external`), which writes a build ID. Where CGO_ENABLED is not 0, a program with C code in it
    is linked so as well: there confidence is medium.

    ## Settings
    The target (openEuler's rpm demands build IDs), or the Go release that the configuration names.
    """#

  static let missingExclusiveArch = #"""
    A Fedora package with a Go program does not list the architectures on which Go is available.

    ## What it does
    Reports a spec that compiles a Go program and has neither `ExclusiveArch` nor `ExcludeArch`.

    ## Why it matters
    Fedora's Go packaging guideline, under *Go Language Architectures*: binaries SHOULD set `ExclusiveArch`, so that builds are only tried
    where there is a Go compiler. `%gometa` sets it to `%{golang_arches}`, `%gometa -f` to `%{golang_arches_future}`, which are the same
    without `%ix86`.

    ## Example
    ```
    BuildRequires: go-rpm-macros

    %build
    %gobuild -o hello .
    ```

    ## Use instead
    Add `ExclusiveArch: %{golang_arches_future}`.
    ```
    BuildRequires: go-rpm-macros
    ExclusiveArch: %{golang_arches_future}

    %build
    %gobuild -o hello .
    ```

    ## When it stays silent
    With `%gometa`, for `noarch` packages, where a macro in the preamble is not known, and in branches that the target does not take.

    ## Settings
    `--target fedora` holds any spec against the guideline.
    """#

  static let missingGoBuildrequires = #"""
    A Fedora package uses Go macros or `go` without requiring the package that provides them.

    ## What it does
    Reports the first macro of go-rpm-macros or go-vendor-tools, or the first go command, that has no `BuildRequires`.

    ## Why it matters
    Fedora's Go packaging guideline, under *Macro dependencies*: packages MUST have `BuildRequires: go-rpm-macros`, which brings the macros
    and the compiler (`%gometa` adds it), and those that use the macros of go-vendor-tools MUST require that. Without them the macros are
    not defined in a clean build root, where rpm leaves `%gobuild` unexpanded and the shell fails on it. go-vendor-tools does not
    require go-rpm-macros for its user.

    Shown by: `undefined-gobuild`.

    ## Example
    ```
    BuildRequires: golang

    %build
    %gobuild -o hello .

    %check
    %gocheck
    ```
    That nothing restricts the architectures is `missing-exclusive-arch`.

    ## Use instead
    Add `BuildRequires: go-rpm-macros`.
    ```
    BuildRequires: go-rpm-macros

    %build
    %gobuild -o hello .

    %check
    %gocheck
    ```

    ## When it stays silent
    With `%gometa` or `compiler(go-compiler)`, which go-rpm-macros provides, where the spec names the package under a condition, or where
    it defines the macro itself. Where a macro in the preamble is not known, as it may expand to the requirement. In branches that the
    target does not take.

    ## Settings
    `--target fedora` holds any spec against the guideline.
    """#

  static let modTidyInBuild = #"""
    A build scriptlet runs `go mod tidy`.

    ## What it does
    Reports every visible `go mod tidy` that would change files.

    ## Why it matters
    It needs the network, and it rewrites go.mod and go.sum: what is built is no longer what upstream released.

    Shown by: `mod-tidy`.

    ## Example
    ```
    %build
    go mod tidy
    go build -o hello .
    ```

    ## Use instead
    Remove the command; where go.mod must change, patch it.
    ```
    %build
    go build -o hello .
    ```
    Where go.mod needs mending, a patch says how.

    ## When it stays silent
    `go mod tidy -diff`, and with `GOPROXY=off` or a `file:` proxy.

    ## Settings
    None.
    """#

  static let moduleCacheDeleted = #"""
    The build deletes a module cache.

    ## What it does
    Reports `go clean -modcache` and `rm -rf` of a module cache that a go command of the build uses, or of the folder around it.

    ## Why it matters
    Others may share the cache: the next build downloads everything again. Between two commands of the same build it makes the
    second one download again.

    Shown by: `deleted-module-cache`, `cleaned-caches`.

    ## Example
    ```
    %build
    go mod download
    go build -o hello .
    go clean -modcache
    ```
    The download itself is `download-in-build`.

    ## Use instead
    Leave the cache alone.
    ```
    %build
    go mod download
    go build -o hello .
    ```
    Where read-only files of a private cache make rpm's own clean-up fail, `GOFLAGS=-modcacherw` is the cure.

    ## When it stays silent
    Where it is not certain that a command of the build uses a cache that the spec chose. A cache of the build's own is info, because its
    deletion works around something: read-only files that rpm's clean-up stumbles over, or a cache in the module's tree. Where such an
    `rm` fails by itself, `read-only-module-cache` speaks.

    ## Settings
    `--builder official`: off.
    """#

  static let moduleCacheInSourceTree = #"""
    The module cache is inside the source tree of the module being built.

    ## What it does
    Reports a module cache in use below the folder in which the go command runs, where no folder on the way begins with `.` or
    `_` or is called `testdata` or `vendor`, which is what go passes over.

    ## Why it matters
    `./...` means every package below the folder, those of the cache included where the module they belong to has no go.mod of its
    own. Then `go mod tidy` and `go mod vendor` fail, `import path "…@v1.0.0" should not have @version`, and, where the cache holds a
    version that the build has not selected, so do `go build ./...`, `go vet ./...` and the tests, `directory go/pkg/mod/… outside
    main module or its selected dependencies`; `gofmt -l .` walks the cache too. Besides, the cache dies with the build
    (`module-cache-per-build`), and up to rpm 4.19 its removal fails (`read-only-module-cache`).

    Shown by: `cache-in-source-tree`, `read-only-clean-up`.

    ## Example
    ```
    %prep
    %setup -q -c -T

    %build
    export GOPATH=$(pwd)/go
    go mod download
    go vet ./...
    ```

    ## Use instead
    Remove the setting, or use a folder whose name begins with a dot.
    ```
    %prep
    %setup -q -c -T

    %build
    go mod download
    go vet ./...
    ```
    Where the modules must stay with the build, a folder whose name begins with a dot: `GOPATH=$(pwd)/.go`. What is downloaded is
    `download-in-build` either way.

    ## When it stays silent
    Vendored builds and GOPATH mode, which do not write the cache; paths that cannot be known.

    ## Settings
    `--builder official`: off, for nothing can be downloaded there.
    """#

  static let moduleCachePerBuild = #"""
    A `go` command that needs modules uses a module cache that belongs to this build alone.

    ## What it does
    Follows Go's own resolution of the module cache (GOMODCACHE, else the first element of GOPATH, else HOME) through exports,
    assignments and macros, and reports the first command of a build that uses a cache whose path changes with the version,
    the release or the build's own folder.

    ## Why it matters
    Every build downloads every module again, and, without `-trimpath`, compiles every dependency again, because the compiler's
    cache keys hold the path. Measured with 24 modules, for the next version: 72 proxy requests and 48 packages compiled with a
    private module cache, none of either with a shared one. Go's module cache is safe to share: it locks every module version.
    Where the source archive lies beside the spec, its go.sum says how many modules a build fetches.

    Shown by: `private-module-cache`, `shared-caches`, `private-module-cache-trimmed`, `vendored-build-downloads-nothing`,
    `processes-share-a-cache`, `module-cache-place`, `two-rpm-builds`.

    ## Example
    ```
    %build
    export GOPATH=%{_builddir}/%{name}-%{version}/_build
    go mod download
    ```
    The download itself is `download-in-build`.

    ## Use instead
    Remove the setting, so that the caller's HOME decides and what the caller wants shared is shared; where a default must stay, let
    the caller's value win.
    ```
    %build
    export GOMODCACHE="${GOMODCACHE:-%{_builddir}/gomodcache}"
    go mod download
    ```

    ## When it stays silent
    A vendored build (`-mod=vendor`, or a kept `vendor/`) and GOPATH mode (`GO111MODULE=off`, also `%gobuild`'s default) do not
    use the module cache, wherever it lies. Of a spec that shows neither, nothing is known: its findings have low confidence.
    A cache in `%{buildroot}` is `cache-in-buildroot`, one per process `private-cache-per-process`, one that cannot be removed
    `read-only-module-cache`, one in the module's tree `module-cache-in-source-tree`: these speak instead and name this rule.

    ## Settings
    `--builder official`: off, for nothing can be shared there; vendor the modules. `--builder copr`: information.
    `%{_builddir}` itself is the build's own folder from rpm 4.20 on only.
    """#

  static let moduleCacheSplit = #"""
    Two `go` commands in the same build use different module caches.

    ## What it does
    Compares the module caches of all commands that certainly use one, and reports the first command whose cache is not that of the
    commands before it.

    ## Why it matters
    Everything is downloaded twice: measured with 24 modules, 144 proxy requests for 72, 48 archives for 24. The tests also
    compile their dependencies again, because the compiler's cache keys hold the path of the module cache.

    Shown by: `split-module-cache`.

    ## Example
    ```
    %build
    export GOPATH=%{_builddir}/go
    go mod download

    %check
    go test ./...
    ```
    The download itself is `download-in-build`. From rpm 4.20 on, `%{_builddir}` is each build's own, so this GOPATH is also a case of
    `module-cache-per-build`.

    ## Use instead
    Use one cache: remove the setting, or set it in every scriptlet through one macro.
    ```
    %build
    go mod download

    %check
    go test ./...
    ```
    Without an export both use the same one. Where it must be set, set it in both, best through one macro.

    ## When it stays silent
    Where one of the two does not use the module cache, or may not, and where a path cannot be known exactly. A cache per process
    is `private-cache-per-process`.

    ## Settings
    None.
    """#

  static let multipliedParallelism = #"""
    Several Go builds run at once, each with as many processes as the machine has CPUs.

    ## What it does
    Reports go commands that build, of which at least two run at the same time (`xargs -P`, GNU parallel, `&` twice or in a loop),
    without a `-p` or GOMAXPROCS of their own.

    ## Why it matters
    Each go process starts one compiler per CPU. Measured, four at once with `-p=4` each: 16 compilers where one
    go process runs 4. What two processes compile at the same moment is compiled twice: 96 packages instead of 48. Nothing is
    corrupted, because the caches are made to be shared.

    Shown by: `multiplied-compilers`, `compiled-twice`.

    ## Example
    ```
    %build
    go build -o bin/one ./cmd/one &
    first=$!
    go build -o bin/two ./cmd/two &
    wait $! && wait $first
    ```

    ## Use instead
    Build all packages with one command, which compiles in parallel.
    ```
    %build
    go build -o bin/ ./cmd/one ./cmd/two
    ```
    One go process compiles in parallel by itself. Otherwise `-p`, a part of `%{_smp_build_ncpus}` for each: the rewrite does that
    where it is known how many run at once.

    ## When it stays silent
    A plain `%make_build`, whose go commands the spec does not show; a single command in the background; commands with `-p`.

    ## Settings
    None.
    """#

  static let networkAtParseTime = #"""
    Reading the spec needs the network.

    ## What it does
    Reports `curl`, `wget`, `git clone`, `git fetch`, `git ls-remote` and the like in `%(…)`, `io.popen` and `os.execute`.

    ## Why it matters
    rpm runs them whenever it reads the spec: for `rpmspec`, for an editor's or a bot's look at it, when the source package is made, and
    again when it is built, where there is no network. A version that is asked for in this way differs each time, so the
    source package and what is built from it need not agree. Whoever owns the server decides what the macro expands to.

    Shown by: `command-in-comment`, `other-text-each-time`.

    ## Example
    ```
    %global tag %(curl -s https://example.com/hello/latest)
    ```

    ## Use instead
    Write the value into the spec.
    ```
    %global tag 1.2.3
    ```
    A script beside the spec may ask for the newest version and write it there.

    ## When it stays silent
    For commands that stay on the machine: `git rev-parse`, `git describe`, `curl file:…`, the name `curl` in a string. What the
    target's own macros run is not the spec's doing.

    ## Settings
    None.
    """#

  static let networkInBuild = #"""
    A build scriptlet downloads something itself.

    ## What it does
    Reports `curl` and `wget` of a URL, `git clone` of one, and `npm`, `yarn` and `pip` when they install from their registries.

    ## Why it matters
    Build services have no network, and what is fetched is neither in the source package nor the same tomorrow.

    Source: mock's documentation, `rpmbuild_networking`, which is off by default.

    ## Example
    ```
    %prep
    curl -LO https://example.com/data.tar.gz
    ```

    ## Use instead
    List the file as a `Source`.
    ```
    Source1: https://example.com/data.tar.gz
    ```

    ## When it stays silent
    URLs of the machine itself, `git clone` of a path, `pip install --no-index` or of a path, `npm` with
    `--offline` or a cache of the spec's own.

    ## Settings
    None.
    """#

  static let obsoletesWithoutProvides = #"""
    A package obsoletes another, and nothing in the spec provides the old name.

    ## What it does
    Reports `Obsoletes` of a name that no package of the spec has or provides.

    ## Why it matters
    rpm removes the obsoleted package. If other packages require its name, the dependency can no longer be met, and the installation or
    update fails.

    Source: Fedora's packaging guideline, under *Renaming/Replacing Existing Packages*: a compatible replacement must provide the old name
    with its own version and release; an incompatible one only obsoletes it.

    ## Example
    ```
    Obsoletes: hello-tools < 1.1
    ```

    ## Use instead
    Provide the old name if the package is a compatible replacement.
    ```
    Provides: hello-tools = %{version}-%{release}
    Obsoletes: hello-tools < 1.1
    ```

    ## When it stays silent
    For names that are provided with an architecture and obsoleted without it, or the other way round, names that another package of the
    spec or another branch provides, and where a macro of the target writes the tag. Only with `--persona pedantic`: a package that was
    removed from the distribution is obsoleted without a replacement, and only the packager knows which of the two it is.

    ## Settings
    None.
    """#

  static let overriddenLdflags = #"""
    Linker flags replace ones given earlier.

    ## What it does
    Reports `-ldflags` and `-tags` among the arguments of a macro that has its own, and a repeated `-extldflags` in one `-ldflags`.

    ## Why it matters
    Of a flag that is given twice go takes the last, without a word. `%gobuild -ldflags …` loses the macro's build id and the
    distribution's linker flags; of two `-extldflags` the linker sees one.

    Shown by: `last-flag-wins`.

    ## Example
    ```
    %build
    %gobuild -ldflags "-X main.version=%{version}" -o hello .
    ```

    ## Use instead
    Give all flags in one place: the macro's variable, or one `-ldflags`.
    ```
    %build
    export GO_LDFLAGS="-X main.version=%{version}"
    %gobuild -o hello .
    ```

    ## When it stays silent
    For what the spec itself gives twice on one line, which is `goflags-silently-dropped`, for the same value twice, and for `-gcflags` and `-ldflags` that are for other packages (`-ldflags=PATTERN=…`).

    ## Settings
    None.
    """#

  static let parallelismWithoutEffect = #"""
    `-p` is given where it has no effect.

    ## What it does
    Reports `-p` in a GOFLAGS that only commands see which download but do not build (`go mod download`, `go mod vendor`,
    `go mod tidy` …), and `-p` of `go get`, which builds nothing since Go 1.18.

    ## Why it matters
    `-p` is the number of programs, compilers and test binaries, that go runs at once. Downloads follow GOMAXPROCS: measured,
    exactly as many archives are under way at once as GOMAXPROCS says (1, 2, 4, 8), and `GOFLAGS=-p=N` changes nothing. Neither
    of the two is part of a cache key, so that neither fragments a cache, and downloads at the same time corrupt none.

    Shown by: `compilers-at-once`, `downloads-at-once`, `archives-at-once`, `parallelism-is-no-key`.

    ## Example
    ```
    %build
    GOFLAGS=-p=1 go mod download
    go build -o hello .
    ```

    ## Use instead
    Set GOMAXPROCS to limit downloads; pass `-p` to the commands that build.
    ```
    %build
    GOMAXPROCS=1 go mod download
    go build -o hello .
    ```
    The number is then `hard-coded-parallelism`, and the download `download-in-build`, here as there.

    ## When it stays silent
    Where a command that builds or tests sees the same GOFLAGS. `go mod download -p 1` is `rejected-flag`.

    ## Settings
    None.
    """#

  static let parseTimeGoEnv = #"""
    A Go setting is queried while the spec is being parsed.

    ## What it does
    Reports `%(go env …)`, `%(go version …)` and `%(echo $GOPATH)`: commands in `%(…)` that ask go, or read a variable of go's. So do
    `%(printenv GOPATH)`, `%{getenv:GOPATH}`, and `os.getenv` and `posix.getenv` in Lua.

    ## Why it matters
    `%(…)` runs when the spec is parsed: on the machine that makes the source package, with that user's environment, again at every
    `rpmspec -P`, and in the build root before the build's dependencies are there. Without go the answer is empty; with another
    HOME the path is different from the one that `go` will use in `%build`, where the scriptlet exports its settings.

    Shown by: `evaluated-at-parse-time`.

    ## Example
    ```
    %global gomodcache %(go env GOMODCACHE)

    %build
    ls %{gomodcache}
    ```

    ## Use instead
    Ask go in the scriptlet, where the build's environment holds.
    ```
    %build
    gomodcache=$(go env GOMODCACHE)
    ls "$gomodcache"
    ```

    ## When it stays silent
    `$(go env …)` in a scriptlet, which the build runs. Macros of the target's own.

    ## Settings
    None.
    """#

  static let patchNotApplied = #"""
    A patch is listed but never applied.

    ## What it does
    Reports `Patch` tags that no line of the spec refers to, by number or by file name, where the other patches are applied one by one.

    ## Why it matters
    rpm puts the file into the source package and does nothing else with it: what the patch fixes stays broken, without a message.

    Source: `doPatchMacro` in rpm's build/parsePrep.c (4.18): a patch is applied by `%patch`, `%autosetup`, `%autopatch` or a command of the
    spec's own; Fedora's packaging guideline, under *Applying Patches*.

    ## Example
    ```
    Patch0: endian.patch
    Patch1: overflow.patch
    %prep
    %setup -q
    %patch -P 0 -p1
    ```

    ## Use instead
    Apply it in `%prep`, with `%patch -P` or `%autosetup`, or remove the tag.
    ```
    Patch0: endian.patch
    Patch1: overflow.patch
    %prep
    %setup -q
    %patch -P 0 -p1
    %patch -P 1 -p1
    ```
    or `%autosetup -p1`, which applies all of them.

    ## When it stays silent
    Where something may apply all patches: `%autosetup`, `%autopatch`, `%{patches}`, a pattern such as `*.patch`, `quilt`, `git am`, a number that a
    macro or a loop makes, a macro that is not known in %prep, `BuildSystem`. Where the patch is applied under any condition, or its file
    is named anywhere else. The confidence is low where the line that applied it is commented out.

    ## Settings
    None.
    """#

  static let prefixAssignmentBeforeMacro = #"""
    A variable is assigned before a macro whose text starts on a new line.

    ## What it does
    Reports assignments like `CGO_ENABLED=0 %gobuild`, where the macro's text begins with a line feed and runs go.

    ## Why it matters
    The line feed ends the command, so the assignment is a statement of its own: a variable of the shell that is not exported. Go
    never sees it, and the build goes on without it. `%gobuild` and `%gotest` are such macros.

    Shown by: `assignment-before-macro`.

    ## Example
    ```
    %define compile(-) %{expand:
      go build %{?**};
    }

    %build
    CGO_ENABLED=0 %compile -o hello .
    ```

    ## Use instead
    Export the variable on a line before the macro.
    ```
    %define compile(-) %{expand:
      go build %{?**};
    }

    %build
    export CGO_ENABLED=0
    %compile -o hello .
    ```

    ## When it stays silent
    Macros of one line (`%make_build`), variables that go does not read, variables that the macro's own shell text reads
    (`BUILDTAGS`, and GO111MODULE for `%gobuild`), and variables that are exported already.

    ## Settings
    None.
    """#

  static let pretransNotLua = #"""
    `%pretrans` needs a shell that may not be installed yet.

    ## What it does
    Reports `%pretrans` scriptlets that are not in Lua.

    ## Why it matters
    `%pretrans` runs before anything of the transaction is installed. During the installation of a new system there is no shell yet, and the
    package, with it the whole installation, fails. rpm runs Lua itself.

    Source: rpm's manual, rpm-spec(5) on `%pretrans`; Fedora's packaging guideline, under *Scriptlets*: `%pretrans` must be written in Lua.

    ## Example
    ```
    %pretrans
    rm -rf /usr/share/hello/old || :
    ```

    ## Use instead
    Write the scriptlet in Lua.
    ```
    %pretrans -p <lua>
    os.remove("/usr/share/hello/old")
    ```

    ## When it stays silent
    For `-p <lua>` and for scriptlets without a command.

    ## Settings
    None.
    """#

  static let privateCachePerProcess = #"""
    Every `go` process gets its own cache.

    ## What it does
    Reports module and build caches in use whose path holds `$$`, `$RANDOM`, the output of `mktemp` or a loop's word, where the go command
    stands in a loop, runs in the background or under `xargs`.

    ## Why it matters
    N processes download and compile everything N times. Go's caches are made to be shared by processes: six of them on one empty
    module cache fetched each of 24 archives exactly once, and none failed; with a cache each they fetched 144.

    Shown by: `processes-share-a-cache`.

    ## Example
    ```
    %build
    for command in cmd/*; do
      GOCACHE=$(mktemp -d) go build -mod=vendor ./$command
    done
    ```

    ## Use instead
    Let all commands share one cache; go locks what it writes.
    ```
    %build
    for command in cmd/*; do
      go build -mod=vendor ./$command
    done
    ```

    ## When it stays silent
    For caches that the command does not use, and for a single command with such a cache, which is `build-cache-per-build` or
    `module-cache-per-build`.

    ## Settings
    `--builder official`: off. `--builder copr`: information.
    """#

  static let publicProxy = #"""
    The spec hard-codes the module proxy that the build downloads from.

    ## What it does
    Reports a GOPROXY that the spec sets to a URL, where a go command downloads modules.

    ## Why it matters
    The builder may have a proxy of its own, may not reach this one, or may not be allowed to. The spec's value wins over the
    caller's.

    Shown by: `proxy-of-the-spec`.

    ## Example
    ```
    %build
    export GOPROXY=https://goproxy.example/
    go mod download
    ```
    The download itself is `download-in-build`.

    ## Use instead
    Remove the setting, so that the caller's proxy is used.
    ```
    %build
    go mod download
    ```

    ## When it stays silent
    `off`, `direct` and `file:`; vendored builds and GOPATH mode, which download nothing.

    ## Settings
    None.
    """#

  static let randomBuildId = #"""
    The linked program differs from build to build.

    ## What it does
    Reports `-ldflags` whose value takes `/dev/urandom`, `$RANDOM`, `$(date)` or the machine's name, written there or in a variable
    that is used there: a build id (`-B`), a version or a date (`-X`). Words of `make` that hold such flags (`LDFLAGS="-X a.b=$(date)"`)
    count with medium confidence.

    ## Why it matters
    Two builds of one source package differ, so it cannot be verified that a package comes from its sources. Old releases of
    Fedora's `%gobuild` (go-rpm-macros 3.0) did so, and specs still carry copies of it.

    Shown by: `reproducible`.

    ## Example
    ```
    %build
    go build -ldflags "-B 0x$(head -c20 /dev/urandom | od -An -tx1 | tr -d ' \n')" -o hello .
    ```

    ## Use instead
    Derive the value from the version or from `SOURCE_DATE_EPOCH`.
    ```
    %build
    go build -ldflags "-B 0x$(echo %{name}-%{version}-%{release}-${SOURCE_DATE_EPOCH:-} | sha1sum | cut -d ' ' -f 1)" -o hello .
    ```
    The fix writes this for the build id of old releases of `%gobuild`. For a date: `$(date -u -d @${SOURCE_DATE_EPOCH} +%F)`.

    ## When it stays silent
    Where SOURCE_DATE_EPOCH is named, for `date -d` of a fixed date and `date -r FILE`, and for what the target's own macros do.

    ## Settings
    None.
    """#

  static let readOnlyModuleCache = #"""
    A read-only module cache is in a folder that rpm or the spec deletes, so the deletion fails.

    ## What it does
    Reports a module cache in use below `%{_builddir}/%{buildsubdir}` where neither `-modcacherw` nor a later `chmod -R u+w` or
    `go clean -modcache` makes it writable, and rm commands of the spec's own on a cache that belongs to the build or that the last
    build has left in `%{_builddir}`.

    ## Why it matters
    Go makes the folders of its module cache read-only (0555), so `rm -rf` fails for a normal user: `Permission denied`. Up to rpm
    4.19 the clean-up at a build's end and the next build's `%setup` both run it. Measured with rpm 4.18: every build with such a
    cache ended with status 1, after the packages had been written. rpm ≥ 4.20 makes the folder writable first. Besides, the
    cache dies with the build: that alone is `module-cache-per-build`.

    Shown by: `read-only-clean-up`.

    ## Example
    ```
    %prep
    %setup -q -c -T

    %build
    export GOMODCACHE=%{_builddir}/%{buildsubdir}/.gomod
    go mod download
    ```

    ## Use instead
    Remove the setting, so that the caller's HOME decides; where the cache must stay there, make it writable with `-modcacherw`.
    ```
    %prep
    %setup -q -c -T

    %build
    export GOFLAGS=-modcacherw
    export GOMODCACHE=%{_builddir}/%{buildsubdir}/.gomod
    go mod download
    ```
    The cache is `module-cache-per-build` then, and the download `download-in-build`.

    ## When it stays silent
    Beside the sources' folder (`GOPATH=%{_builddir}`), where nothing removes the cache; in a vendored build and in GOPATH mode,
    which do not write it; from rpm 4.20 on, unless the spec removes the cache itself. Where the target is only a guess, or the spec asks for
    Enterprise Linux, whose releases 8 and 9 have an older rpm, the finding says so and has medium confidence.

    ## Settings
    `--builder official`: off. `--builder copr`: off as well, for mock leaves the removal out (`--noclean`).
    """#

  static let rejectedFlag = #"""
    A `go` command is given a flag that its subcommand does not define.

    ## What it does
    Reads every visible go command word by word, as Go's flag package does, and compares each flag with the table of flags
    that the subcommand defines, by Go release.

    ## Why it matters
    Go refuses the whole command: `flag provided but not defined: -p`, exit status 2, in every release. Two mistakes are common.
    `-p` belongs to the commands that build; `go mod download`, `go mod vendor` and `go mod verify` do not take it (downloads
    follow GOMAXPROCS). `%{?_smp_mflags}` is make's `-jN`, and no go command has a `-j`.

    Shown by: `mod-commands-and-p`, `build-and-j`.

    ## Example
    ```
    %build
    go mod download -p 4
    go build %{?_smp_mflags} ./...
    ```
    The download itself is `download-in-build`.

    ## Use instead
    Remove the flag, or use one that `go help` lists for the command.
    ```
    %build
    GOMAXPROCS=4 go mod download
    go build -p %{_smp_build_ncpus} ./...
    ```

    ## When it stays silent
    `go test` hands unknown flags on to the test binary, `go vet` and `go fix` to their tools. `--race=0`, `-mod vendor` and
    `--tags=x` are spellings that Go accepts. A flag that some Go release defines is accepted when the release is not known;
    a word whose start cannot be known is never judged.

    ## Settings
    The Go release of the target, where it is known, decides about flags that came or went: `-i` ended with Go 1.19, `-C` came
    with 1.20.
    """#

  static let relativeCachePath = #"""
    A cache path is not absolute.

    ## What it does
    Reports GOCACHE and GOMODCACHE when a command that uses the cache sees a relative path, `off`, or a macro that nothing
    defines and that is therefore left unexpanded, and any such element of GOPATH, below which the module cache lies.

    ## Why it matters
    Go refuses: `GOCACHE is not an absolute path`, `GOMODCACHE entry is relative; must be absolute path`, and for every command,
    vendored or not, `GOPATH entry is relative; must be absolute path`. The usual cause is
    `%{gobuilddir}`, which is undefined until `%goprep` or `%goenv` has been expanded; rpm leaves it unexpanded, without a warning.

    Shown by: `relative-paths`, `relative-path-vendored`, `undefined-macro-in-path`.

    ## Example
    ```
    %build
    export GOCACHE=.cache/go
    go build .
    ```

    ## Use instead
    Make the path absolute, or remove the setting.
    ```
    %build
    export GOCACHE=$PWD/.cache/go
    go build .
    ```
    Better still, no export at all.

    ## When it stays silent
    Where the path's start cannot be known, and where the command does not use the cache: a vendored build never looks at
    GOMODCACHE.

    ## Settings
    None.
    """#

  static let releaseWithoutDist = #"""
    `Release:` lacks `%{?dist}`.

    ## What it does
    Reports a `Release` whose value does not have `%{dist}` in it.

    ## Why it matters
    The same spec is built for several releases. Without `.fc43` and `.fc44` in their names the packages are taken for one and the same, and an update of the
    distribution does not replace the package that was built for the old one.

    Source: Fedora's packaging guideline, under *Versioning*, *Simple versioning*, and *DistTag*: the release must end with `%{?dist}`.

    ## Example
    ```
    Release: 1
    ```

    ## Use instead
    End the release with `%{?dist}`.
    ```
    Release: 1%{?dist}
    ```

    ## When it stays silent
    For `%autorelease` and other macros that bring it, and where a macro of the preamble is not known.

    ## Settings
    For Fedora and EPEL, where the target or the profile is named: other distributions that share their macros have no `%{?dist}`.
    """#

  static let relic = #"""
    The spec has tags or sections that rpm has not needed for years.

    ## What it does
    Reports, once in a spec, `BuildRoot`, `Group`, `%clean` that only removes the build root, and `%defattr(-,root,root)`.

    ## Why it matters
    It does no harm. Since rpm 4.6 `BuildRoot` is ignored, since 4.8 `%clean` is there by itself, and the attributes are the default ones.

    Source: rpm's release notes for 4.6 and 4.8; Fedora's packaging guideline, under *Tags and Sections*.

    ## Example
    ```
    BuildRoot: %{_tmppath}/%{name}-root
    %clean
    rm -rf %{buildroot}
    ```

    ## Use instead
    Remove it.
    ```
    BuildRequires: gcc
    ```

    ## When it stays silent
    For `%defattr` with other attributes, and a `%clean` that does more. For `Group` where ALT or Mageia is the target, whose guidelines
    ask for it.

    ## Settings
    `--persona pedantic`.
    """#

  static let repeatedForcedBuild = #"""
    Several builds of one package each recompile everything, because the distribution's macro passes `-a`.

    ## What it does
    Reports the first `go build` or `go install` to which a macro of the target's gives `-a`, where a second one follows for the same
    platform and build mode, or where it stands in a loop.

    ## Why it matters
    Fedora's `%gobuild` passes `-a`, which the packager cannot take away. Each call then compiles all dependencies and the standard library
    anew: two commands with `-a` compiled 96 packages of 24 modules where one without needed 48. One command for all programs pays for it
    once.

    Shown by: `forced-twice`.

    ## Example
    ```
    %build
    %gobuild -o bin/one ./cmd/one
    %gobuild -o bin/two ./cmd/two
    ```

    ## Use instead
    Build all packages with one command.
    ```
    %build
    %gobuild -o bin/ ./cmd/one ./cmd/two
    ```

    ## When it stays silent
    For one build, for builds that differ in GOOS, GOARCH, `-tags` or `-buildmode`, which cannot share a command, for a loop in the target's own
    macro, and for an `-a` of the spec's own, which is `forced-rebuild`. A loop over words that are not known may run once: medium confidence.

    ## Settings
    None.
    """#

  static let requiresWithoutIsa = #"""
    A package accepts the base package of another architecture.

    ## What it does
    Reports `Requires` of a package of the same spec with its exact version and without `%{?_isa}`, where neither is `noarch`.

    ## Why it matters
    On a machine with packages of two architectures `hello-devel.i686` accepts `hello.x86_64` of the same version, and then lacks the
    library that its own files link to.

    Source: Fedora's packaging guideline, under *Requiring Base Package*: the dependency must be arch-specific for packages that are not noarch.

    ## Example
    ```
    %package devel
    Summary: Headers
    Requires: %{name} = %{version}-%{release}
    %description devel
    Headers.
    ```

    ## Use instead
    Add `%{?_isa}` to the name.
    ```
    %package devel
    Summary: Headers
    Requires: %{name}%{?_isa} = %{version}-%{release}
    %description devel
    Headers.
    ```

    ## When it stays silent
    Where one of the two is `noarch`, and for dependencies without the exact version, which `subpackage-requires-not-exact` reports.

    ## Settings
    For Fedora and EPEL, with `--persona pedantic`.
    """#

  static let runtimeFolderPackaged = #"""
    A file in `/run` or `/var/run` is part of the package.

    ## What it does
    Reports paths below `/run`, `/var/run` and `/var/lock` in `%files` without `%ghost`.

    ## Why it matters
    `/run` is empty after every boot: what the package installs there is gone then, and `rpm -V` reports it missing. `/var/run` is a link to it.

    Source: the Filesystem Hierarchy Standard 3.0, under `/run`; tmpfiles.d(5); Fedora's packaging guideline, under *Tmpfiles.d*.

    ## Example
    ```
    %files
    %dir /run/hello
    ```

    ## Use instead
    Create the folder with a file in tmpfiles.d, and list it as `%ghost`.
    ```
    %files
    %ghost %dir /run/hello
    %{_prefix}/lib/tmpfiles.d/hello.conf
    ```

    ## When it stays silent
    For `%ghost`, which only says whose the file is, and `%exclude`; where the spec names a file in tmpfiles.d, in whatever branch.

    ## Settings
    None.
    """#

  static let scriptletMayFail = #"""
    A scriptlet ends with a command whose failure stops the transaction.

    ## What it does
    Reports the last command of `%pre`, `%preun` and `%pretrans` where it may fail, and in every scriptlet a last `[ test ] && command`, which fails
    whenever the test is false.

    ## Why it matters
    The exit status of a scriptlet is that of its last command. When `%pre` fails the package is not installed, when `%preun` fails it is not removed, and an
    update leaves both versions in the database; of the others rpm warns.

    Source: `runInstScript` and `rpmpsmStage` in rpm's lib/psm.c (4.18); Fedora's packaging guideline, under *Scriptlets*: all scriptlets must exit with the
    zero exit status.

    ## Example
    ```
    %preun
    [ "$1" = 0 ] && rm -f /var/lib/hello/state
    ```

    ## Use instead
    End the scriptlet with a command that succeeds: use `if`, or append `|| :`.
    ```
    %preun
    if [ "$1" = 0 ]; then rm -f /var/lib/hello/state; fi
    ```
    An `if` whose condition is false ends with zero, and so does `command || :`.

    ## When it stays silent
    For commands that hardly fail (`echo`, `ldconfig`, `rm -f`, `mkdir -p` …), `exit`, macros of the target, functions, scripts with
    `set -e`, and scripts whose lines end with a carriage return. With low confidence: what only runs after something else has failed
    (`getent passwd hello || useradd hello`), and commands in the other scriptlets.

    ## Settings
    None.
    """#

  static let scriptletToolNotRequired = #"""
    A scriptlet uses a program of another package that nothing requires.

    ## What it does
    Reports `useradd`, `groupadd`, `usermod` and `setcap` in a scriptlet of a package without a dependency on the package that brings them.

    ## Why it matters
    rpm installs what a package requires first. Without `Requires(pre): shadow-utils` the package may come before `useradd` does, when a system or a container
    is installed from nothing: then the user is missing, and its files belong to root.

    Source: rpm's manual, on scriptlet dependencies; Fedora's packaging guideline, under *Users and Groups*.

    ## Example
    ```
    %pre
    getent passwd hello >/dev/null || useradd -r hello
    exit 0
    ```

    ## Use instead
    Require the package that has the program, for this scriptlet.
    ```
    Requires(pre): shadow-utils
    %pre
    getent passwd hello >/dev/null || useradd -r hello
    exit 0
    ```
    The package is called `shadow` on openSUSE and Photon, where `Requires(pre): /usr/sbin/useradd` says the same.

    ## When it stays silent
    Where any dependency of the package names the tool, its package, or a user or group; where the script looks whether the tool is there; and for ALT,
    whose rpm finds such dependencies itself.

    ## Settings
    None.
    """#

  static let sharedCacheWithoutOwner = #"""
    The package creates a Go cache for all users that only root can write.

    ## What it does
    Reports a folder that by its name is a cache of go's (`go-build`, `gocache`, `gomodcache`, `pkg/mod`), and that a `tmpfiles.d` line or
    `%dir` in `%files` gives to root without write access for anybody else.

    ## Why it matters
    go writes into its caches with every command: with `d /var/tmp/go-build 0755 root root -` it says `failed to initialize build
    cache … permission denied` and exits with 1 for every user but root. Those last fields of a tmpfiles.d line are user, group
    and age; nothing there mounts anything. A cache for several users needs a group of its own and a set-group-id folder, and even
    then each can put objects into it that the others run.

    Shown by: `unwritable-cache`.

    ## Example
    ```
    %install
    mkdir -p %{buildroot}%{_prefix}/lib/tmpfiles.d
    echo 'd /var/cache/go-build 0755 root root -' > %{buildroot}%{_prefix}/lib/tmpfiles.d/hello.conf
    ```

    ## Use instead
    Leave each user the default cache, or let a group write the shared one.
    ```
    %install
    mkdir -p %{buildroot}%{_prefix}/lib/tmpfiles.d
    echo 'd /var/cache/go-build 2775 root builders -' > %{buildroot}%{_prefix}/lib/tmpfiles.d/hello.conf
    ```
    Mostly nothing: each user's default cache lies in their home. One place for a whole machine is its administrator's to make, and
    reaches builds by environment or mount, as the page "GoCaches" of rpmscope's manual shows
    (Sources/SpecLint/SpecLint.docc/GoCaches.md).

    ## When it stays silent
    Where another user or a group that may write owns the folder: a service's own cache. Where the scriptlets change its mode.

    ## Settings
    None.
    """#

  static let shellSyntaxError = #"""
    A scriptlet has a shell syntax error.

    ## What it does
    Reports the first syntax error in the expanded text of each scriptlet: a missing `then`, `fi` or quote.

    ## Why it matters
    In the build it fails when it comes there, perhaps hours later; in `%post` it fails where the package is installed, on every machine.

    Source: POSIX, XCU 2.10; what bash 5.2 refuses.

    ## Example
    ```
    %build
    if [ -f Makefile ]
      make
    fi
    ```

    ## Use instead
    Correct the scriptlet; `bash -n` checks the text that `rpmspec -P` prints.
    ```
    %build
    if [ -f Makefile ]; then
      make
    fi
    ```

    ## When it stays silent
    For Lua and other languages, where `carriage-returns` says why no shell can read it, and in sections in which a macro expanded to nothing or is not known: what would stand there may be what is missing.

    ## Settings
    None.
    """#

  static let shippedGoEnvironment = #"""
    The package sets every user's GOPATH or Go cache to a folder that only root can write.

    ## What it does
    Reports a file for `/etc/profile.d`, `/etc/environment` or `environment.d`, or a `go.env`, that the spec writes or installs from a
    source beside it, and that sets GOPATH, GOMODCACHE, GOCACHE or GOBIN to a folder of the system's.

    ## Why it matters
    For every user who is not root, `go build` of anything with dependencies, or of anything at all, then fails with `permission
    denied`: the first element of GOPATH is where the module cache is, and programs go. go needs none of these: its defaults lie in
    the user's home.

    Shown by: `unwritable-cache`.

    ## Example
    ```
    %install
    mkdir -p %{buildroot}/etc/profile.d
    cat > %{buildroot}/etc/profile.d/go.sh <<'EOF'
    export GOROOT=/usr/lib/golang
    export GOPATH=/usr/share/gocode
    EOF
    ```

    ## Use instead
    Remove the setting; each user's default is in their home.
    ```
    %install
    mkdir -p %{buildroot}/etc/profile.d
    cat > %{buildroot}/etc/profile.d/go.sh <<'EOF'
    export GOROOT=/usr/lib/golang
    EOF
    ```

    ## When it stays silent
    Where the value begins with a variable (`$HOME/go`, `${GOPATH:-/opt/go}`), lies outside of the system's folders, or is one of a
    GOPATH's further elements, which are only read; for other variables; for sources that do not lie beside the spec.

    ## Settings
    None.
    """#

  static let sideEffectAtParseTime = #"""
    Reading the spec changes files.

    ## What it does
    Reports commands in `%(…)`, `io.popen` and `os.execute` that create, change or remove something, output that is sent to a file, and
    Lua calls that do the same (`io.open` for writing, `os.remove`, `posix.mkdir` …).

    ## Why it matters
    rpm runs them whenever it reads the spec, as whoever reads it: also for `rpmspec -P`, for an editor's or a bot's look, on the
    machine that makes the source package, and again where that is built. What they change there is not what the build needs,
    which happens elsewhere.

    Shown by: `command-in-comment`.

    ## Example
    ```
    %global stamp %(mkdir -p /tmp/hello && echo done)
    ```
    That nothing uses the macro is `unused-macro`.

    ## Use instead
    Do this in `%prep` or `%build`.
    ```
    %prep
    mkdir -p stamp
    ```

    ## When it stays silent
    For output to `/dev/null` and for `mktemp -u`, which only makes up a name. rpmscope itself runs none of them.

    ## Settings
    None.
    """#

  static let sourcesOutsideBuildFolder = #"""
    The sources are linked, moved or copied to a path that the next build finds occupied.

    ## What it does
    Reports `ln -s`, `mv`, `cp -r`, `rsync -a` and `tar | tar` of the unpacked sources to a fixed place outside of them, such as
    `%{_topdir}/.gopath/src/…` or `%{_builddir}/build`, when nothing removes it first.

    ## Why it matters
    rpm removes the folder that `%setup` made, and nothing else (up to rpm 4.19; later ones remove `%{builddir}`). `ln -s` onto a link
    that is there makes a link inside of what it points to, `mv` and `cp -r` put the new tree into the old one: the next version is
    then compiled from the old sources.

    Shown by: `occupied-place`.

    ## Example
    ```
    %prep
    %setup -q
    mkdir -p %{_topdir}/.gopath/src/example.com
    ln -s $PWD %{_topdir}/.gopath/src/example.com/hello
    ```

    ## Use instead
    Use a path in the build folder.
    ```
    %prep
    %setup -q
    mkdir -p _build/src/example.com
    ln -s $PWD _build/src/example.com/hello
    ```

    ## When it stays silent
    Where the place is inside of the sources, below `%{buildroot}`, or has the version in its name; after `rm -rf` of it, for
    `ln -sfn`, and where it is moved or removed again later. A path that begins with a variable that nothing sets is what
    `unset-variable-in-path` reports.

    ## Settings
    None.
    """#

  static let standardDirectoryOwned = #"""
    A package owns a folder that belongs to the system.

    ## What it does
    Reports `/usr/bin`, `/etc`, `/usr/share/man/man1` and other folders of the `filesystem` package in `%files`, with everything in them or with `%dir`.

    ## Why it matters
    `%{_bindir}` in `%files` is the folder and all that is in it. Installing the package then sets the folder's owner and mode, and rpm finds a
    conflict with `filesystem` where these differ. Mostly the file's name is missing.

    Source: Fedora's packaging guideline, under *File and Directory Ownership*, which leaves the directories of `filesystem` to that package.

    ## Example
    ```
    %files
    %{_bindir}
    ```

    ## Use instead
    List the files in the folder, not the folder.
    ```
    %files
    %{_bindir}/hello
    ```

    ## When it stays silent
    For packages that are called `filesystem` or the like, and for folders that other packages bring.

    ## Settings
    None.
    """#

  static let subpackageRequiresNotExact = #"""
    A package requires another of the same spec without its exact version.

    ## What it does
    Reports `Requires` of the main package or a subpackage of the same spec without `= %{version}-%{release}`.

    ## Why it matters
    The packages of one build are made for each other. Without the version an update may bring one of them and leave the other: headers that do not fit the
    library, a program that does not find its data's format.

    Source: Fedora's packaging guideline, under *Requiring Base Package*: subpackages must require it with a fully versioned dependency,
    `Requires: %{name}%{?_isa} = %{version}-%{release}`.

    ## Example
    ```
    %package devel
    Summary: Headers
    Requires: %{name}
    %description devel
    Headers.
    ```

    ## Use instead
    Require the same version and release: `= %{version}-%{release}`.
    ```
    %package devel
    Summary: Headers
    Requires: %{name}%{?_isa} = %{version}-%{release}
    %description devel
    Headers.
    ```

    ## When it stays silent
    For `=` with the version alone, other comparisons, names that only begin like a package of the spec, virtual names, and for other tags than `Requires`.

    ## Settings
    For Fedora, EPEL and openSUSE.
    """#

  static let systemctlInScriptlet = #"""
    A scriptlet enables a service instead of leaving that to presets.

    ## What it does
    Reports `systemctl enable` in `%post` and `%posttrans`.

    ## Why it matters
    Which services are enabled is decided by presets, which `%systemd_post` (Fedora) and `%service_add_post` (openSUSE) apply when the package is first
    installed. `systemctl enable` in `%post` also enables what the administrator has disabled, with every update.

    Source: systemd.preset(5); Fedora's packaging guideline, under *Starting services by default*: services must not be enabled or started by a scriptlet.

    ## Example
    ```
    %post
    systemctl enable hello.service || :
    ```

    ## Use instead
    Use `%systemd_post`, which follows the presets.
    ```
    BuildRequires: systemd-rpm-macros
    %post
    %systemd_post hello.service
    ```

    ## When it stays silent
    For macros of the target, other commands of `systemctl`, and where `$1` says that the package is first installed, which `%systemd_post` does too.

    ## Settings
    For Fedora, EPEL and openSUSE.
    """#

  static let tagInDescription = #"""
    A tag after `%description` becomes part of the description.

    ## What it does
    Reports lines such as `Requires: hello` in `%description`.

    ## Why it matters
    From its header to the next one `%description` is text for people. The dependency does not exist: tags belong before it, or after `%package`.

    Source: `parseDescription` in rpm's build/parseDescription.c (4.18).

    ## Example
    ```
    %description
    Greets.
    Requires: hello-data
    ```

    ## Use instead
    Move the tag above `%description`.
    ```
    Requires: hello-data
    %description
    Greets.
    ```

    ## When it stays silent
    For tags whose names are words of everyday prose (`Name:`, `License:`, `Summary:`, `Version:`), and where white space stands before the word.

    ## Settings
    None.
    """#

  static let testFailuresIgnored = #"""
    Test failures are ignored without a stated reason.

    ## What it does
    Reports `go test` followed by `|| :` or `|| true`, without a comment beside it.

    ## Why it matters
    The tests cost their time and say nothing: a package that is broken passes.

    Shown by: `ignored-tests`.

    ## Example
    ```
    %check
    go test ./... || :
    ```

    ## Use instead
    Skip the tests that fail by name, and say why in a comment.
    ```
    %check
    # TestRemote needs the network
    go test -skip TestRemote ./...
    ```

    ## When it stays silent
    With a comment on the line or above it that says why.

    ## Settings
    None.
    """#

  static let toolchainDownload = #"""
    The build downloads a Go toolchain other than the distribution's.

    ## What it does
    Reports `curl` and `wget` of Go's own archives (`go.dev/dl/`, `dl.google.com/go/` …), and a GOTOOLCHAIN that lets go fetch a
    toolchain where the target's go is set to use none but itself.

    ## Why it matters
    Build services have no network. Where there is one, what compiles the package is a program that the distribution neither
    built nor updates, and which no `BuildRequires` shows. Fedora's go says `GOTOOLCHAIN=local` for that reason.

    Shown by: `newer-toolchain`.

    ## Example
    ```
    %prep
    curl -LO https://go.dev/dl/go1.25.5.linux-amd64.tar.gz
    ```

    ## Use instead
    Require the distribution's Go with `BuildRequires: golang`.
    ```
    BuildRequires: golang >= 1.25
    ```

    ## When it stays silent
    `GOTOOLCHAIN=local` and `path`, which fetch nothing, `GOPROXY=off`, and `auto` where the go.mod that is built is known to ask for
    no newer go than the target's.

    ## Settings
    `--target` decides what the distribution's go does by itself.
    """#

  static let trimpathWithDebuginfo = #"""
    The sources of the debuginfo are missing because paths are trimmed.

    ## What it does
    Reports `-trimpath`, on a command or in GOFLAGS, where all programs of the build have it, the target makes a debugsource package and its
    Go is 1.24 or older.

    ## Why it matters
    With `-trimpath` debuginfo names no file of the build folder, so that find-debuginfo lists no sources and rpm stops:
    `Empty %files file …/debugsourcefiles.list`. The paths of the build folder are taken out of the debuginfo without the flag as well.

    Shown by: `trimmed-debugsource`.

    ## Example
    ```
    %build
    go build -mod=vendor -trimpath -ldflags "-linkmode=external" -o hello .
    ```

    ## Use instead
    Build without the flag.
    ```
    %build
    go build -mod=vendor -ldflags "-linkmode=external" -o hello .
    ```
    To keep the flag, turn debuginfo and debugsource packages off with `%global debug_package %{nil}`.

    ## When it stays silent
    Where the target makes no debugsource package, or is only a guess, where a program is built without the flag, and where `make`, a
    script or a compiler of another language may build one. From Go 1.25 on debuginfo is DWARF 5, of which find-debuginfo may list no
    sources whatever the flags are.

    ## Settings
    The target: Enterprise Linux 9 and openEuler make debugsource packages with such a Go; of the host its macros tell, and of its Go the
    configuration.
    """#

  static let undoneOnUpgrade = #"""
    An update undoes what the new version has set up.

    ## What it does
    Follows `%preun` and `%postun` as rpm runs them in an update, with `$1` at 1, and reports commands that take something away: `userdel`, `chkconfig --del`,
    `systemctl stop` and `disable`, `update-alternatives --remove`, `install-info --delete`, and `rm -r` below `/etc`, `/var/lib` and `/var/log`.

    ## Why it matters
    In an update rpm runs `%post` of the new package first, and `%preun` and `%postun` of the old one after it. A service that is stopped there stays
    stopped, and what `%post` has registered is gone.

    Source: rpm's manual, on the order of scriptlets in rpm-spec(5), and `rpmtsProcess` in lib/transaction.c (4.18); Fedora's packaging guideline, under
    *Scriptlets*.

    ## Example
    ```
    %preun
    systemctl stop hello.service || :
    ```

    ## Use instead
    Do this only where `$1` is 0.
    ```
    %preun
    if [ "$1" -eq 0 ]; then systemctl stop hello.service || :; fi
    ```

    ## When it stays silent
    Where `$1` is tested, by `if`, `case`, `&&` or arithmetic, and for macros of the target, which do so themselves. For alternatives
    that `%posttrans` installs again, and in scripts whose lines end with a carriage return.

    ## Settings
    None.
    """#

  static let unitWithoutScriptlets = #"""
    A systemd unit is installed without the scriptlets that register it.

    ## What it does
    Reports a `.service`, `.socket`, `.timer` or `.path` unit in `%files` of a spec whose scriptlets never mention systemd.

    ## Why it matters
    `%systemd_post` applies the presets by which the distribution decides what is enabled, `%systemd_preun` stops and disables the unit when the package is
    removed, `%systemd_postun_with_restart` restarts it in an update: without them the old program keeps running.

    Source: daemon(7), under *Installing systemd service files*; Fedora's packaging guideline, under *Scriptlets*, *Systemd*; openSUSE's, under
    *Systemd*.

    ## Example
    ```
    %files
    /usr/lib/systemd/system/hello.service
    ```

    ## Use instead
    Call `%systemd_post`, `%systemd_preun` and `%systemd_postun` in the scriptlets.
    ```
    BuildRequires: systemd-rpm-macros
    %post
    %systemd_post hello.service
    %preun
    %systemd_preun hello.service
    %postun
    %systemd_postun_with_restart hello.service
    %files
    /usr/lib/systemd/system/hello.service
    ```

    ## When it stays silent
    For templates (`hello@.service`), units of users, units in `*.wants`, units that D-Bus starts, where any scriptlet of the spec mentions systemd or the
    unit, or is not known. For ALT, whose macros are others.

    ## Settings
    None.
    """#

  static let unknownGoVariable = #"""
    A variable resembles a Go variable but is not one.

    ## What it does
    Compares the names of exported variables with those that the go command reads, and reports near misses and names that were
    never Go's.

    ## Why it matters
    Go ignores it, without a word, and does what it would have done anyway.

    Shown by: `unknown-variables`.

    ## Example
    ```
    %build
    export GONOSUMCHECK=1
    export GOMODECACHE=%{_builddir}/mod
    go build .
    ```

    ## Use instead
    Correct the name; `go help environment` lists all variables.
    ```
    %build
    export GONOSUMDB=example.com
    export GOMODCACHE=%{_builddir}/mod
    go build .
    ```

    ## When it stays silent
    Variables that the spec itself reads, inputs of macros and makefiles (`GO_LDFLAGS`, `GOTAGS`, `GOTESTFLAGS` …), and variables
    that are not exported.

    ## Settings
    None.
    """#

  static let unownedDirectory = #"""
    A package puts files into a folder of its own that no package owns.

    ## What it does
    Reports a folder named after the package, and folders in it, in which `%files` lists files but which no `%files` of the spec lists itself.

    ## Why it matters
    rpm records what `%files` lists, and for `/usr/share/hello/data` that is the file alone. The folder is made when the package is installed, with
    the permissions of the moment, is never verified, and stays behind when the package is removed.

    Source: Fedora's packaging guideline, under *File and Directory Ownership*: packages must own all directories they put files in, except for
    those of packages that they require.

    ## Example
    ```
    %files
    %{_datadir}/%{name}/data
    ```

    ## Use instead
    List the folder with `%dir`, or with everything in it.
    ```
    %files
    %dir %{_datadir}/%{name}
    %{_datadir}/%{name}/data
    ```
    or `%{_datadir}/%{name}/`, which is the folder and everything in it. The fix writes the `%dir` line.

    ## When it stays silent
    For folders with other names, which another package may own; where a pattern, or a folder further up, takes the folder in; where any package of
    the spec owns it; and where the list of files is not known: `%files -f`, except for translations, and macros that are not defined.

    ## Settings
    None.
    """#

  static let unpinnedModules = #"""
    The build uses whatever module versions are newest that day.

    ## What it does
    Reports `go get -u`, and `go mod tidy` or `go get` after the build's own `go mod init`.

    ## Why it matters
    `-u` asks for the newest release of every dependency, and a go.mod that the build has only just made names no version at all. What is
    built changes as soon as one of them has a new release, and that combination is untested.

    Shown by: `newest-modules`.

    ## Example
    ```
    %build
    go mod init example.com/hello
    go mod tidy
    ```
    The download itself is `mod-tidy-in-build`.

    ## Use instead
    Make go.mod and the vendor folder once, and ship them as a source.
    ```
    Source1: %{name}-%{version}-vendor.tar.xz

    %prep
    %autosetup -a1

    %build
    go build -mod=vendor -o hello .
    ```
    with a go.mod and a vendor folder made once and kept as a source.

    ## When it stays silent
    With `GOPROXY=off` or a `file:` proxy, for `go get path@v1.2.3`, and for a plain `go get`, which is `go-get-in-build`.

    ## Settings
    None.
    """#

  static let unpinnedTool = #"""
    A tool or module is downloaded at whatever version is newest at build time.

    ## What it does
    Reports `go install`, `go get` and `go run` with `@latest`, `@upgrade`, `@patch` or the name of a branch.

    ## Why it matters
    The same spec builds something else tomorrow, or does not build. What was in the package cannot be determined afterwards.

    Shown by: `latest-version`.

    ## Example
    ```
    %build
    go install example.com/generator@latest
    ```

    ## Use instead
    Require the tool's package, or name a version.
    ```
    BuildRequires: generator
    ```
    or at least a version: `go install example.com/generator@v1.2.3`.

    ## When it stays silent
    A version (`@v1.2.3`), a commit, and what cannot be known.

    ## Settings
    None.
    """#

  static let unreproducibleMacro = #"""
    A macro expands to a different value each time or on each machine.

    ## What it does
    Reports `%(…)` that asks for the current date, the machine's name, a random number or a temporary name: `date`, `hostname`,
    `uname -n`, `$RANDOM`, `/dev/urandom`, `uuidgen`.

    ## Why it matters
    rpm reads a spec several times for one package: for the source package, and again where it is built. The values differ, so
    names and versions need not agree between the two, and the same package cannot be built again.

    Shown by: `other-text-each-time`.

    ## Example
    ```
    %global built %(date +%Y%m%d)
    Release: %{built}
    ```

    ## Use instead
    Write the value into the spec.
    ```
    %global built 20260302
    Release: %{built}
    ```
    Where the build needs a date, `SOURCE_DATE_EPOCH` holds the last change log entry's: `date -u -d @${SOURCE_DATE_EPOCH}`.

    ## When it stays silent
    `date -d` of a fixed date and `date -r FILE`, whatever names SOURCE_DATE_EPOCH, the `BuildRoot` tag (which rpm ignores), and comments.
    Output of git about the spec's own repository (`git rev-parse`, `git describe`) is deterministic. In a macro that nothing calls
    confidence is low.

    ## Settings
    None.
    """#

  static let unsetVariableInPath = #"""
    A path starts with a Go variable that is never set.

    ## What it does
    Reports `$GOPATH`, `$GOROOT`, `$GOBIN` and the like in a path, and variables that only another scriptlet has set, where the
    scriptlet itself does not set them.

    ## Why it matters
    The path collapses: `$GOPATH/src/x` is `/src/x`. Go's own default for GOPATH is nothing the shell knows, and every build
    scriptlet is a shell of its own, so what `%prep` exported is gone in `%build`.

    Shown by: `lost-between-sections`.

    ## Example
    ```
    %install
    install -Dm0755 $GOPATH/bin/hello %{buildroot}%{_bindir}/hello
    ```

    ## Use instead
    Ask go for its value, as in `$(go env GOPATH)`, or set the variable first.
    ```
    %install
    install -Dm0755 "$(go env GOPATH)/bin/hello" %{buildroot}%{_bindir}/hello
    ```

    ## When it stays silent
    `${GOPATH:-…}`, variables that rpm sets itself, and uses outside a path. Variables that are not Go's, where the scriptlet
    reads settings from elsewhere (`. file`, `module load`).

    ## Settings
    None.
    """#

  static let unusedLdflags = #"""
    Linker flags are set, but no command reads them.

    ## What it does
    Reports a variable such as LDFLAGS or GO_LDFLAGS with Go's `-X` in its value, where every go command of the scriptlet is a plain one
    and none of them names the variable.

    ## Why it matters
    Go reads no variable of that name: version and date are missing from the program, without a word.

    Shown by: `unread-ldflags`.

    ## Example
    ```
    %build
    export LDFLAGS="-X main.version=%{version}"
    go build -mod=vendor -o hello .
    ```

    ## Use instead
    Pass the flags with `-ldflags`.
    ```
    %build
    export LDFLAGS="-X main.version=%{version}"
    go build -mod=vendor -ldflags "$LDFLAGS" -o hello .
    ```

    ## When it stays silent
    Where `make`, a script or a macro of the distribution's may read it (`%gobuild` reads GO_LDFLAGS and LDFLAGS), and where it is named
    again in the scriptlet.

    ## Settings
    None.
    """#

  static let unusedMacro = #"""
    A macro is defined but never used.

    ## What it does
    Reports `%global` and `%define` of a name that appears nowhere else in the spec, where a name that is one or two letters off is called
    and defined nowhere; with low confidence also without such a name.

    ## Why it matters
    The name is misspelt where it should be used: then the spec does something else than it says. Or the definition is left over, which
    does no harm.

    Shown by: `misspelt-conditional`.

    ## Example
    ```
    %global flavour plain
    %build
    make FLAVOUR=%{?flavor}
    ```

    ## Use instead
    Remove the definition, or correct the name where it is used.
    ```
    %global flavour plain
    %build
    make FLAVOUR=%{?flavour}
    ```

    The fix calls the defined name where the other stood, or takes out a definition that is left over.

    ## When it stays silent
    Names that begin with `_`, names that a bundled distribution's macros read or define (`goipath`, `forgeurl`, `commit`, `debug_package`
    …), names that build systems read from outside (Photon's `sha512`), prefixes of families that macro packages read (`bcond_`, `with_`,
    `py`, `go`, `font`, `gem_` …), and specs that load files or hold Lua, where names may be put together. A call that is not
    conditional is reported as `undefined-macro` too.

    ## Settings
    None.
    """#

  static let userEnvironmentWritten = #"""
    `go env -w` changes the caller's configuration.

    ## What it does
    Reports `go env -w` and `go env -u` in a build scriptlet.

    ## Why it matters
    The setting is written to the caller's own Go configuration file (`$HOME/.config/go/env`) and stays there for every later
    build, of this package and of others. Where HOME cannot be written, the command fails.

    Shown by: `env-w-is-kept`.

    ## Example
    ```
    %build
    go env -w GO111MODULE=auto
    go build .
    ```

    ## Use instead
    Export the variable in the scriptlet.
    ```
    %build
    export GO111MODULE=auto
    go build .
    ```

    ## When it stays silent
    Where the spec points GOENV, XDG_CONFIG_HOME or HOME elsewhere first.

    ## Settings
    None.
    """#

  static let vcsStamping = #"""
    `go` stamps the program with the state of a repository that the build itself created.

    ## What it does
    Reports the first `go build` or `go install` in module mode below a folder with a `.git` of this build's making (`%autosetup -S git`,
    `git init`, `git clone`), without `-buildvcs=false`.

    ## Why it matters
    Since Go 1.18 a program holds the commit, its time and whether files differ from it; since 1.24 its version too. Up to rpm 4.19 the
    commit that `%autosetup -S git` makes carries the time of the build, so that no two builds are the same. From rpm 4.20 it has
    the time of the change log's last entry. A `.git` of another owner makes go stop: "error obtaining VCS status".

    Shown by: `stamped-program`, `broken-repository`, `time-of-import`.

    ## Example
    ```
    %prep
    %setup -q
    git init
    git add .
    git commit -q -m import
    %build
    go build -mod=vendor -o hello .
    ```

    ## Use instead
    Build with `-buildvcs=false`.
    ```
    %prep
    %setup -q
    git init
    git add .
    git commit -q -m import
    %build
    go build -buildvcs=false -mod=vendor -o hello .
    ```
    The fix adds the flag to every command that might be the next one to be found.

    ## When it stays silent
    With `-buildvcs=false` in the command or in GOFLAGS, in GOPATH mode (Fedora's `%gobuild`, unless told otherwise), with
    `GO111MODULE=auto`, for `go test`, after `rm -rf .git`, and where the folders are not known. Of low confidence where an unknown macro
    of the same scriptlet may set any of these.

    ## Settings
    Warning for targets with rpm up to 4.19, otherwise info.
    """#

  static let vendorDeleted = #"""
    The vendor folder is deleted before a vendored build.

    ## What it does
    Reports a go command with `-mod=vendor`, of its own or in GOFLAGS, when an earlier `rm` has deleted `vendor` and nothing since
    then may have brought it back.

    ## Why it matters
    The command fails: there is nothing to build from. `%goprep` without `-k` is what deletes it most often.

    Shown by: `no-vendor-folder`.

    ## Example
    ```
    %prep
    %setup -q
    rm -rf vendor

    %build
    go build -mod=vendor -o hello .
    ```

    ## Use instead
    Keep the vendor folder.
    ```
    %prep
    %setup -q

    %build
    go build -mod=vendor -o hello .
    ```
    With Fedora's macros: `%goprep -k`.

    ## When it stays silent
    Where an archive is unpacked afterwards, or anything else names `vendor` that is not a deletion.

    ## Settings
    None.
    """#

  static let vendorNotUsed = #"""
    The sources include a vendor folder, but `go` does not use it.

    ## What it does
    Reports go commands with `-mod=mod` where the sources bring a vendor folder, commands without `-mod=vendor` where go.mod asks for a Go
    before 1.14, and `go mod edit -go=1.13`, which makes it so.

    ## Why it matters
    With `-mod=mod` go reads go.mod alone and downloads what the vendor folder holds already; for a go.mod of before Go 1.14 it does so
    without being told.

    Shown by: `vendor-by-go-line`, `mod-mod-downloads`.

    ## Example
    ```
    Source1: hello-1.2-vendor.tar.xz
    %prep
    %setup -q -a1
    %build
    go build -mod=mod -o hello .
    ```

    ## Use instead
    Build with `-mod=vendor`.
    ```
    Source1: hello-1.2-vendor.tar.xz
    %prep
    %setup -q -a1
    %build
    go build -mod=vendor -o hello .
    ```

    ## When it stays silent
    In GOPATH mode, with `GOPROXY=off` or a `file:` proxy, after `rm -rf vendor`, and where no source is known to bring a vendor
    folder. The download itself is then not reported as `download-in-build`.

    ## Settings
    None.
    """#

  static let vendoredWithoutLicenseData = #"""
    A vendored Fedora package does not record the modules it bundles.

    ## What it does
    Reports a spec that is built from vendored modules and neither uses go-vendor-tools' `%go_vendor_license_*` macros, nor ships
    `vendor/modules.txt` as license data, nor lists `bundled(golang(…))` provides.

    ## Why it matters
    Fedora's Go packaging guideline, under *Licensing*: the license files of the project and of all vendored modules MUST be in the
    package, marked with `%license`, and the `License` tag MUST cover them all; under *Bundled provides*: the package MUST have
    `bundled(golang(IMPORT_PATH)) = VERSION` provides for all of them, which a generator makes from the `modules.txt` in the license
    folder. `%go_vendor_license_install` ships both kinds of file (modules.txt since go-vendor-tools 0.10), and
    `%go_vendor_license_check` compares the tag with what the modules say.

    ## Example
    ```
    Source1: %{name}-%{version}-vendor.tar.xz
    BuildRequires: go-rpm-macros

    %prep
    %autosetup -a1

    %build
    export GO111MODULE=on
    %gobuild -mod=vendor -o hello .
    ```
    That nothing restricts the architectures is `missing-exclusive-arch`.

    ## Use instead
    Record the bundled modules and their licenses with go-vendor-tools.
    ```
    Source1: %{name}-%{version}-vendor.tar.xz
    Source2: go-vendor-tools.toml
    BuildRequires: go-rpm-macros
    BuildRequires: go-vendor-tools

    %prep
    %autosetup -a1

    %generate_buildrequires
    %go_vendor_license_buildrequires -c %{S:2}

    %build
    export GO111MODULE=on
    %gobuild -mod=vendor -o hello .

    %install
    %go_vendor_license_install -c %{S:2}

    %check
    %go_vendor_license_check -c %{S:2}

    %files -f %{go_vendor_license_filelist}
    ```

    ## When it stays silent
    Where it is not sure that the package is vendored, and in branches that the target does not take. Whether the licenses listed are
    the right ones, and all of them, a spec alone does not show.

    ## Settings
    `--target fedora` holds any spec against the guideline.
    """#
}

// Written by `swift run generate-rules` from Sources/SpecRules/Rules; changes belong there.

/// The rules' doc comments.
enum RulePages {
  static let moduleCachePerBuild = #"""
    A go command that needs modules keeps them in a folder that belongs to this one build.

    ## What it does
    Follows Go's own resolution of the module cache (GOMODCACHE, else the first element of GOPATH, else HOME) through exports,
    assignments and macros, and reports the first command of a build that uses a cache whose path changes with the version,
    the release or the build's own folder.

    ## Why it matters
    Every build downloads every module again, and, without `-trimpath`, compiles every dependency again, because the compiler's
    cache keys hold the path. Measured with 28 modules, second build of the next version: 84 proxy requests and 33 CPU seconds
    with a private module cache, none and 5 seconds with a shared one. Go's module cache is safe to share: it locks every
    module version.

    ## Example
    ```
    %build
    export GOPATH=%{_builddir}/%{name}-%{version}/_build
    go mod download
    ```

    ## Use instead
    Mostly nothing: without the export, the caller's HOME decides, and what the caller wants shared is shared. Where a default
    must stay, let the caller's value win.
    ```
    %build
    export GOMODCACHE="${GOMODCACHE:-%{_builddir}/gomodcache}"
    go mod download
    ```

    ## When it stays silent
    A vendored build (`-mod=vendor`, or a kept `vendor/`) and GOPATH mode (`GO111MODULE=off`, also `%gobuild`'s default) do not
    use the module cache, wherever it lies. Of a spec that shows neither, nothing is known: its findings have low confidence.
    A cache in `%{buildroot}` is `cache-in-buildroot`, one per process `private-cache-per-process`.

    ## Settings
    `--builder official`: off, for nothing can be shared there; vendor the modules. `--builder copr`: information.
    `%{_builddir}` itself is the build's own folder from rpm 4.20 on only.
    """#

  static let rejectedFlag = #"""
    A go command is given a flag that its subcommand does not define.

    ## What it does
    Reads every visible go command word by word, as Go's flag package does, and compares each flag with the table of flags
    that the subcommand defines, by Go release.

    ## Why it matters
    Go refuses the whole command: `flag provided but not defined: -p`, exit status 2, in every release. Two mistakes are common.
    `-p` belongs to the commands that build; `go mod download`, `go mod vendor` and `go mod verify` do not take it (downloads
    follow GOMAXPROCS). `%{?_smp_mflags}` is make's `-jN`, and no go command has a `-j`.

    ## Example
    ```
    %build
    go mod download -p 4
    go build %{?_smp_mflags} ./...
    ```

    ## Use instead
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
}

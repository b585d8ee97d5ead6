"""Claims about flags, GOFLAGS and module modes."""
from claim import claim
from proxy import CountingProxy


def build(bench, *flags, **environment):
    return bench.go("build", *flags, "-o", "hello", ".", cwd=bench.program(), **environment)


@claim("rejected-flag", "'go mod download', 'verify' and 'vendor' define no -p")
def mod_commands_and_p(bench):
    folder = bench.program()
    results = [bench.go("mod", name, "-p=4", cwd=folder) for name in ("download", "verify", "vendor")]
    return results[0].line("flag"), all(result.status == 2 and result.says("flag provided but not defined: -p") for result in results)


@claim("rejected-flag", "'go build' defines no -j, make's flag")
def build_and_j(bench):
    result = build(bench, "-j4")
    return result.line("flag"), result.status == 2 and result.says("flag provided but not defined: -j4")


@claim("goflags-syntax", "GOFLAGS='-p 4', a bare word and a flag that no command knows stop every command")
def goflags_words(bench):
    results = [build(bench, GOFLAGS=flags) for flags in ("-p 4", "trimpath", "-j4")]
    return "; ".join(result.line("GOFLAGS").removeprefix("go: ") for result in results), all(result.status != 0 for result in results)


@claim("goflags-syntax", "GOFLAGS=-p=4 is accepted, also by commands that do not know -p")
def goflags_equals(bench):
    folder = bench.program()
    results = [bench.go(*words, cwd=folder, GOFLAGS="-p=4") for words in (["mod", "download"], ["build", "-o", "hello", "."])]
    return "exit status 0", all(result.status == 0 for result in results)


@claim("goflags-syntax", "quotes in GOFLAGS are read around a whole flag only, and only from Go 1.21 on")
def goflags_quotes(bench):
    whole, inside = build(bench, GOFLAGS="'-ldflags=-s -w'"), build(bench, GOFLAGS="-ldflags='-s -w'")
    is_new = bench.toolchain.minor >= 21
    return f"around: exit status {whole.status}; inside: exit status {inside.status}", (whole.status == 0) == is_new and inside.status != 0


@claim("goflags-silently-dropped", "GOFLAGS='-ldflags=-X=main.v=1 -w' exits 0 and loses -w; of two -ldflags the last counts")
def goflags_dropped(bench):
    blank = build(bench, "-x", "-a", GOFLAGS="-ldflags=-X=main.v=1 -w")
    linked = [line for line in blank.output.splitlines() if "/link " in line]
    twice = build(bench, GOFLAGS="-ldflags=-X=main.v=1 -ldflags=-X=main.version=2")
    printed = bench.run("./hello", cwd=bench.path("hello-1.0")).output.split()
    lost = bool(linked) and "-X=main.v=1" in linked[-1] and " -w" not in linked[-1]
    return f"exit status {blank.status}, -w lost: {lost}; program prints {printed[0]!r} and no v", \
        blank.status == 0 and lost and twice.status == 0 and len(printed) == 2 and printed[0] == "2"


@claim("contradicting-module-mode", "with GO111MODULE=off -mod=vendor on the command line, 'go mod' and path@version are refused; -mod in GOFLAGS is ignored")
def contradicting_modes(bench):
    flag = build(bench, "-mod=vendor", GO111MODULE="off")
    mod = bench.go("mod", "download", cwd=bench.path("hello-1.0"), GO111MODULE="off")
    version = bench.go("install", "example.test/m00/p0@v1.0.0", GO111MODULE="off")
    ignored = build(bench, GO111MODULE="off", GOFLAGS="-mod=vendor")
    return f"{flag.line('-mod=vendor')}; {mod.line('disabled').removeprefix('go: ').split(';')[0]}; path@version: exit status {version.status}", \
        all(result.status != 0 for result in (flag, mod, version)) and not ignored.says("only valid")


@claim("vendor-deleted", "-mod=vendor without a vendor folder fails")
def no_vendor_folder(bench):
    result = build(bench, "-mod=vendor")
    return result.line("vendor").removeprefix("go: ")[:80].replace(bench.root, "…"), result.status != 0 and result.says("vendor")


@claim("vendor-not-used download-in-build", "vendor/ is used by itself only where go.mod says go ≥ 1.14")
def vendor_by_go_line(bench):
    asked = []
    for version in ("1.14", "1.13"):
        folder = bench.program(f"go-{version}", go=version)
        bench.go("mod", "vendor", cwd=folder, GOMODCACHE=bench.path("seed"))
        with CountingProxy(bench.proxy_files) as proxy:
            bench.go("build", "-o", "hello", ".", cwd=folder, GOPROXY=proxy.url, GOMODCACHE=bench.path(f"mod-{version}"))
            asked.append(proxy.counts()["requests"])
    return f"requests: {asked[0]} with go 1.14, {asked[1]} with go 1.13", asked[0] == 0 and asked[1] > 0


@claim("vendor-not-used", "-mod=mod downloads although vendor/ is there")
def mod_mod_downloads(bench):
    folder = bench.program()
    bench.go("mod", "vendor", cwd=folder, GOMODCACHE=bench.path("seed"))
    with CountingProxy(bench.proxy_files) as proxy:
        bench.go("build", "-mod=mod", "-o", "hello", ".", cwd=folder, GOPROXY=proxy.url, GOMODCACHE=bench.path("mod"))
        counts = proxy.counts()
    return f"{counts['requests']} requests", counts["zips"] > 0


@claim("go-mod-edited-after-vendoring inconsistent-vendoring",
       "a replace added after vendoring is 'inconsistent vendoring', a changed go line is not")
def edited_go_mod(bench):
    folder = bench.program()
    bench.go("mod", "vendor", cwd=folder)
    bench.go("mod", "edit", "-go=1.18", cwd=folder)
    line = bench.go("build", "-o", "hello", ".", cwd=folder, GOPROXY="off")
    bench.go("mod", "edit", "-replace", "example.test/m00=./m00", cwd=folder)
    replaced = bench.go("build", "-o", "hello", ".", cwd=folder, GOPROXY="off")
    return f"go line: exit status {line.status}; replace: {replaced.line('inconsistent').split(' in ')[0]}", \
        line.status == 0 and replaced.says("inconsistent vendoring")

"""Claims about Go's two caches."""
import os

from claim import claim
from modules import MODULES, PACKAGES
from proxy import CountingProxy

DEPENDENCIES = MODULES * PACKAGES


def two_versions(bench, private_modules, private_builds, *flags):
    """Builds version 1.0 and then 1.1 in folders of their own; gives the second build's requests and compiled packages."""
    with CountingProxy(bench.proxy_files) as proxy:
        for version in ("1.0", "1.1"):
            folder = bench.program(f"hello-{version}", version)
            modules = bench.path(f"hello-{version}/_cache/mod" if private_modules else "shared/mod")
            builds = bench.path(f"hello-{version}/_cache/build" if private_builds else "shared/build")
            proxy.counts()
            result = bench.go("build", "-x", *flags, "-o", "hello", ".", cwd=folder, GOPROXY=proxy.url, GOMODCACHE=modules, GOCACHE=builds)
        counts = proxy.counts()
    return result, counts


def told(result, counts):
    return f"{counts['requests']} requests, {counts['zips']} zips, {result.compiles} dependencies compiled, {result.cpu:.0f} CPU s"


@claim("module-cache-per-build", "with a private module cache the next version downloads everything again and recompiles it")
def private_module_cache(bench):
    result, counts = two_versions(bench, True, False)
    return told(result, counts), result.status == 0 and counts["zips"] == MODULES and result.compiles == DEPENDENCIES


@claim("module-cache-per-build", "with shared caches the next version downloads and recompiles nothing")
def shared_caches(bench):
    result, counts = two_versions(bench, False, False)
    return told(result, counts), result.status == 0 and counts["requests"] == 0 and result.compiles == 0


@claim("build-cache-per-build", "with a private build cache the next version recompiles every dependency")
def private_build_cache(bench):
    result, counts = two_versions(bench, False, True)
    return told(result, counts), result.status == 0 and counts["requests"] == 0 and result.compiles == DEPENDENCIES


@claim("build-cache-keyed-by-path", "-trimpath takes the module cache's path out of the build cache's keys")
def private_module_cache_trimmed(bench):
    result, counts = two_versions(bench, True, False, "-trimpath")
    return told(result, counts), result.status == 0 and counts["zips"] == MODULES and result.compiles == 0


@claim("build-cache-keyed-by-path", "a vendored build in a versioned folder recompiles every dependency, with -trimpath none")
def vendored_path(bench):
    compiled = []
    for flags in ([], ["-trimpath"]):
        for version in ("1.0", "1.1"):
            folder = bench.program(f"hello-{version}", version)
            bench.go("mod", "vendor", cwd=folder, GOMODCACHE=bench.path("seed"))
            result = bench.go("build", "-x", "-mod=vendor", *flags, "-o", "hello", ".", cwd=folder, GOPROXY="off",
                              GOMODCACHE=bench.path("unused"), GOCACHE=bench.path("shared/build"))
        compiled.append(result.compiles if result.status == 0 else -1)
    return f"{compiled[0]} without, {compiled[1]} with -trimpath", compiled == [DEPENDENCIES, 0]


@claim("module-cache-per-build", "a vendored build makes no request and puts nothing into the module cache")
def vendored(bench):
    folder = bench.program()
    bench.go("mod", "vendor", cwd=folder, GOMODCACHE=bench.path("seed"))
    with CountingProxy(bench.proxy_files) as proxy:
        result = bench.go("build", "-mod=vendor", "-o", "hello", ".", cwd=folder, GOPROXY=proxy.url, GOMODCACHE=bench.path("unused"))
        counts = proxy.counts()
    left = sum(len(files) for _, _, files in os.walk(bench.path("unused")))
    return f"{counts['requests']} requests, {left} files", result.status == 0 and counts["requests"] == 0 and left == 0


@claim("module-cache-split", "a second module cache in %check downloads every module a second time")
def split(bench):
    folder = bench.program()
    zips = []
    for second in ("a", "b"):
        with CountingProxy(bench.proxy_files) as proxy:
            for cache, arguments in (("a", ["build", "-o", "hello", "."]), (second, ["test", "-run", "^$", "."])):
                bench.go(*arguments, cwd=folder, GOPROXY=proxy.url, GOMODCACHE=bench.path(f"{second}/{cache}"))
            zips.append(proxy.counts()["zips"])
    return f"{zips[1]} zips instead of {zips[0]}", zips == [MODULES, 2 * MODULES]


@claim("private-cache-per-process", "processes on one cold module cache download each module once and corrupt nothing")
def concurrent(bench):
    processes = 6
    folders = [bench.program(f"copy-{number}") for number in range(processes)]
    zips = []
    for private in (False, True):
        jobs = " ".join(
            f"(cd {folder} && GOMODCACHE={bench.path('own', str(number)) if private else bench.path('one')} go mod download) &"
            for number, folder in enumerate(folders))
        with CountingProxy(bench.proxy_files, latency=0.005) as proxy:
            bench.run(f"{jobs} wait", GOPROXY=proxy.url, GOMAXPROCS="4")
            zips.append(proxy.counts()["zips"])
    verified = bench.go("mod", "verify", cwd=folders[0], GOMODCACHE=bench.path("one"), GOPROXY="off")
    left = bench.run(f"find {bench.path('one')} -name '*.tmp' -o -name '*.partial' | wc -l").output.strip()
    return (f"{zips[0]} zips by {processes} processes sharing, {zips[1]} with a cache each; {verified.line('verified')}; {left} left-overs",
            zips == [MODULES, processes * MODULES] and verified.says("all modules verified") and left == "0")


@claim("parallelism-without-effect", "downloads follow GOMAXPROCS, not -p")
def downloads_at_once(bench):
    folder = bench.program()
    most = []
    for number, (processors, flag) in enumerate((("1", "-p=8"), ("8", "-p=1"))):
        with CountingProxy(bench.proxy_files, latency=0.02) as proxy:
            bench.go("build", flag, "-o", "hello", ".", cwd=folder, GOPROXY=proxy.url, GOMODCACHE=bench.path(str(number)), GOMAXPROCS=processors)
            most.append(proxy.counts()["at once"])
    return f"GOMAXPROCS=1 -p=8: {most[0]} at once; GOMAXPROCS=8 -p=1: {most[1]}", most[0] == 1 and most[1] > 1


@claim("hard-coded-parallelism", "-p and GOMAXPROCS are in no cache key: they fragment nothing")
def parallelism_is_no_key(bench):
    folder = bench.program()
    bench.go("build", "-p=1", "-o", "hello", ".", cwd=folder)
    again = bench.go("build", "-x", "-p=4", "-o", "hello", ".", cwd=folder, GOMAXPROCS="3")
    return f"{again.compiles} dependencies recompiled", again.status == 0 and again.compiles == 0


@claim("forced-rebuild", "-a compiles everything again although the build cache has it")
def forced(bench):
    folder = bench.program()
    warm = [bench.go("build", "-x", *flags, "-o", "hello", ".", cwd=folder) for flags in ([], [], ["-a"])]
    return f"{warm[1].compiles} dependencies without, {warm[2].compiles} with -a", [r.compiles for r in warm[1:]] == [0, DEPENDENCIES]


@claim("module-cache-deleted", "after 'go clean -modcache' everything is downloaded again")
def deleted(bench):
    folder = bench.program()
    with CountingProxy(bench.proxy_files) as proxy:
        bench.go("mod", "download", cwd=folder, GOPROXY=proxy.url)
        bench.go("clean", "-modcache", cwd=folder)
        proxy.counts()
        bench.go("mod", "download", cwd=folder, GOPROXY=proxy.url)
        zips = proxy.counts()["zips"]
    return f"{zips} zips", zips == MODULES


@claim("module-cache-in-source-tree", "a module cache inside the tree breaks './...', one in a folder that starts with '_' does not")
def in_source_tree(bench):
    folder = bench.program()
    found = []
    for name in ("gopath", "_gopath"):
        bench.go("mod", "download", cwd=folder, GOPATH=f"{folder}/{name}")
        result = bench.go("mod", "tidy", cwd=folder, GOPATH=f"{folder}/{name}")
        found.append(result.says("should not have @version"))
        bench.go("clean", "-modcache", cwd=folder, GOPATH=f"{folder}/{name}")
    return f"'should not have @version': {found[0]}; with '_': {found[1]}", found == [True, False]


@claim("relative-cache-path", "relative cache paths and GOCACHE=off are refused")
def relative(bench):
    folder = bench.program()
    results = [bench.go("build", "-o", "hello", ".", cwd=folder, **{name: value})
               for name, value in (("GOCACHE", "cache"), ("GOMODCACHE", "cache"), ("GOCACHE", "off"))]
    return ("; ".join(result.line("absolute", "relative", "disabled").removeprefix("go: ") for result in results),
            all(result.status != 0 for result in results))


@claim("relative-cache-path", "a vendored build does not mind a relative GOMODCACHE", short=False)
def relative_vendored(bench):
    folder = bench.program()
    bench.go("mod", "vendor", cwd=folder)
    result = bench.go("build", "-mod=vendor", "-o", "hello", ".", cwd=folder, GOMODCACHE="cache")
    return f"exit status {result.status}", result.status == 0


@claim("gopath-is-module-root", "a GOPATH that is the module's root is refused up to Go 1.21, and a warning from 1.22 on")
def gopath_is_root(bench):
    folder = bench.program()
    result = bench.go("build", "-o", "hello", ".", cwd=folder, GOPATH=folder, GOMODCACHE=bench.path("mod"))
    is_old = bench.toolchain.minor <= 21
    return result.line("GOPATH").removeprefix("go: ").replace(folder, "…"), (result.status != 0) == is_old and result.says("go.mod")


@claim("cache-without-home", "without HOME there is no build cache, and no module cache")
def without_home(bench):
    folder = bench.program()
    nothing = bench.go("build", "-o", "hello", ".", cwd=folder, HOME=None)
    only_build = bench.go("build", "-o", "hello", ".", cwd=folder, HOME=None, GOCACHE=bench.path("cache"))
    return (f"{nothing.line('cache', 'HOME')}; with GOCACHE: {only_build.line('module cache', 'GOPATH')}",
            nothing.status != 0 and only_build.status != 0)

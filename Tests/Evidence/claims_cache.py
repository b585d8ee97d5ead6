"""Claims about Go's two caches."""
import os
import shutil
import time

from claim import claim
from modules import MODULES, OLD_MODULE, PACKAGES, name, publish
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


@claim("module-cache-per-build",
       "with a private module cache the next version makes all 72 requests for 24 modules again, and recompiles their 48 packages")
def private_module_cache(bench):
    result, counts = two_versions(bench, True, False)
    return told(result, counts), result.status == 0 and counts["zips"] == MODULES and result.compiles == DEPENDENCIES


@claim("module-cache-per-build build-cache-per-build", "with shared caches the next version downloads and recompiles nothing")
def shared_caches(bench):
    result, counts = two_versions(bench, False, False)
    return told(result, counts), result.status == 0 and counts["requests"] == 0 and result.compiles == 0


@claim("build-cache-per-build",
       "with a private build cache the next version recompiles all 48 packages of its 24 modules, from Go 1.20 on the standard library too")
def private_build_cache(bench):
    result, counts = two_versions(bench, False, True)
    others = result.all_compiles - result.compiles
    return f"{told(result, counts)}; {'more' if others > 1 else 'nothing'} of the standard library", \
        result.status == 0 and counts["requests"] == 0 and result.compiles == DEPENDENCIES and (others > 1) == (bench.toolchain.minor >= 20)


@claim("build-cache-keyed-by-path module-cache-per-build", "-trimpath takes the module cache's path out of the build cache's keys")
def private_module_cache_trimmed(bench):
    result, counts = two_versions(bench, True, False, "-trimpath")
    return told(result, counts), result.status == 0 and counts["zips"] == MODULES and result.compiles == 0


@claim("build-cache-keyed-by-path", "a vendored build in a versioned folder recompiles all 48 packages of its 24 modules, with -trimpath none")
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
def vendored_build_downloads_nothing(bench):
    folder = bench.program()
    bench.go("mod", "vendor", cwd=folder, GOMODCACHE=bench.path("seed"))
    with CountingProxy(bench.proxy_files) as proxy:
        result = bench.go("build", "-mod=vendor", "-o", "hello", ".", cwd=folder, GOPROXY=proxy.url, GOMODCACHE=bench.path("unused"))
        counts = proxy.counts()
    left = sum(len(files) for _, _, files in os.walk(bench.path("unused")))
    return f"{counts['requests']} requests, {left} files", result.status == 0 and counts["requests"] == 0 and left == 0


@claim("module-cache-split", "a second module cache in %check makes 144 requests out of 72 and 48 archives out of 24, and the tests compile again")
def split_module_cache(bench):
    folder = bench.program()
    asked, compiled = [], []
    for second in ("a", "b"):
        with CountingProxy(bench.proxy_files) as proxy:
            for cache, arguments in (("a", ["build", "-o", "hello", "."]), (second, ["test", "-x", "-run", "^$", "."])):
                result = bench.go(*arguments, cwd=folder, GOPROXY=proxy.url, GOMODCACHE=bench.path(f"{second}/{cache}"),
                                  GOCACHE=bench.path(f"build-{second}"))
            counts = proxy.counts()
            asked.append((counts["requests"], counts["zips"]))
            compiled.append(result.compiles)
    (requests, zips), (all_requests, all_zips) = asked
    return (f"{all_requests} requests instead of {requests}, {all_zips} zips instead of {zips}; "
            f"the tests compile {compiled[1]} dependencies instead of {compiled[0]}",
            asked == [(72, MODULES), (144, 2 * MODULES)] and compiled == [0, DEPENDENCIES])


@claim("private-cache-per-process module-cache-per-build", "six processes on one cold module cache download each of 24 modules once and corrupt nothing; with a cache each 144 are downloaded")
def processes_share_a_cache(bench):
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


@claim("forced-rebuild repeated-forced-build", "two commands with -a compile 96 packages of 24 modules where one without compiles 48", short=False)
def forced_twice(bench):
    folder = bench.program()
    for number in (1, 2):
        os.makedirs(os.path.join(folder, "cmd", str(number)))
        shutil.copy(os.path.join(folder, "main.go"), os.path.join(folder, "cmd", str(number)))
    bench.give(bench.root)
    forced = [bench.go("build", "-x", "-a", "-o", f"bin/{number}", f"./cmd/{number}", cwd=folder, GOCACHE=bench.path("a")) for number in (1, 2)]
    once = bench.go("build", "-x", "-o", "bin/", "./cmd/1", "./cmd/2", cwd=folder, GOCACHE=bench.path("b"))
    twice = sum(result.compiles for result in forced)
    return f"{twice} packages with -a twice, {once.compiles} without", (twice, once.compiles) == (2 * DEPENDENCIES, DEPENDENCIES)


@claim("forced-rebuild", "-a compiles everything again although the build cache has it")
def forced_rebuild(bench):
    folder = bench.program()
    warm = [bench.go("build", "-x", *flags, "-o", "hello", ".", cwd=folder) for flags in ([], [], ["-a"])]
    return f"{warm[1].compiles} dependencies without, {warm[2].compiles} with -a", [r.compiles for r in warm[1:]] == [0, DEPENDENCIES]


@claim("module-cache-deleted", "after 'go clean -modcache' everything is downloaded again")
def deleted_module_cache(bench):
    folder = bench.program()
    with CountingProxy(bench.proxy_files) as proxy:
        bench.go("mod", "download", cwd=folder, GOPROXY=proxy.url)
        bench.go("clean", "-modcache", cwd=folder)
        proxy.counts()
        bench.go("mod", "download", cwd=folder, GOPROXY=proxy.url)
        zips = proxy.counts()["zips"]
    return f"{zips} zips", zips == MODULES


@claim("module-cache-in-source-tree",
       "'./...' takes in a module cache below it, so that vet, build, test, 'go mod tidy' and 'vendor' fail, not in a folder called '_…' or '.…'")
def cache_in_source_tree(bench):
    folder = bench.program()
    publish(bench.proxy_files, OLD_MODULE, "v1.1.0")
    bench.give(bench.root)
    found = []
    for place in ("gopath", "_gopath", ".gopath"):
        for arguments in (["download"], ["download", f"{name(OLD_MODULE)}@v1.1.0"]):
            bench.go("mod", *arguments, cwd=folder, GOPATH=f"{folder}/{place}")
        refused = [bench.go(command, "./...", cwd=folder, GOPATH=f"{folder}/{place}").says("outside main module") for command in ("vet", "build", "test")]
        broken = [bench.go("mod", command, cwd=folder, GOPATH=f"{folder}/{place}").says("should not have @version") for command in ("tidy", "vendor")]
        found.append((refused, broken))
        bench.go("clean", "-modcache", cwd=folder, GOPATH=f"{folder}/{place}")
    held = [all(refused) and all(broken) for refused, broken in found]
    free = [not any(refused) and not any(broken) for refused, broken in found]
    return (f"'outside main module', 'should not have @version': {held[0]}; with '_' neither: {free[1]}, with '.': {free[2]}",
            held[0] and free[1:] == [True, True])


@claim("relative-cache-path", "relative cache paths, a relative GOPATH and GOCACHE=off are refused")
def relative_paths(bench):
    folder = bench.program()
    results = [bench.go("build", "-o", "hello", ".", cwd=folder, **{name: value})
               for name, value in (("GOCACHE", "cache"), ("GOMODCACHE", "cache"), ("GOPATH", "cache"), ("GOCACHE", "off"))]
    return ("; ".join(result.line("absolute", "relative", "disabled").removeprefix("go: ").split(". For more")[0] for result in results),
            all(result.status != 0 for result in results))


@claim("relative-cache-path", "a vendored build does not mind a relative GOMODCACHE", short=False)
def relative_path_vendored(bench):
    folder = bench.program()
    bench.go("mod", "vendor", cwd=folder)
    result = bench.go("build", "-mod=vendor", "-o", "hello", ".", cwd=folder, GOMODCACHE="cache")
    return f"exit status {result.status}", result.status == 0


@claim("gopath-is-module-root",
       "a GOPATH that is the module's root is refused up to Go 1.21; from 1.22 on go warns, and 'go mod tidy' finds no go.mod")
def gopath_is_root(bench):
    folder = bench.program()
    result = bench.go("build", "-o", "hello", ".", cwd=folder, GOPATH=folder, GOMODCACHE=bench.path("mod"))
    tidy = bench.go("mod", "tidy", cwd=folder, GOPATH=folder, GOMODCACHE=bench.path("mod"))
    is_old = bench.toolchain.minor <= 21
    told = result.line("GOPATH").removeprefix("go: ").replace(folder, "…")
    return f"{told}; tidy: {tidy.line('go.mod file').removeprefix('go: ').split(' in ')[0] or 'the same'}", \
        (result.status != 0) == is_old and result.says("go.mod") and tidy.status != 0 and tidy.says("go.mod file not found") != is_old


@claim("gopath-layout-without-gopath-mode", "below GOPATH's src a build without go.mod fails unless GO111MODULE=off")
def gopath_layout(bench):
    bench.write("gopath/src/example.test/tool/main.go", "package main\n\nfunc main() {}\n")
    folder = bench.path("gopath/src/example.test/tool")
    results = [bench.go("build", "-o", "tool", ".", cwd=folder, GOPATH=bench.path("gopath"), GO111MODULE=mode) for mode in (None, "off")]
    return f"{results[0].line('go.mod').removeprefix('go: ').split(';')[0]}; off: exit status {results[1].status}", \
        results[0].status != 0 and results[0].says("go.mod file not found") and results[1].status == 0


@claim("cache-without-home", "without HOME there is no build cache for a vendored build and no module cache for another; GOCACHE is enough for the first")
def without_home(bench):
    folder = bench.program()
    modules = bench.go("build", "-o", "hello", ".", cwd=folder, HOME=None, GOCACHE=bench.path("cache"))
    bench.go("mod", "vendor", cwd=folder)
    vendored = [bench.go("build", "-mod=vendor", "-o", "hello", ".", cwd=folder, HOME=None, GOCACHE=cache) for cache in (None, bench.path("cache"))]
    return (f"vendored: {vendored[0].line('build cache')}; with GOCACHE: exit status {vendored[1].status}; modules: {modules.line('module cache')}",
            vendored[0].status != 0 and vendored[0].says("build cache is required") and vendored[1].status == 0
            and modules.status != 0 and modules.says("module cache not found"))


@claim("build-cache-per-build cache-command-in-scriptlet", "go trims what nobody has used for five days from the build cache by itself")
def trimmed_cache(bench):
    folder, cache = bench.program(), bench.path("cache")
    bench.go("build", "-o", "hello", ".", cwd=folder, GOCACHE=cache)
    now, entries = time.time(), []
    for days in (4, 6):
        entries.append(os.path.join(cache, "00", f"{'0' * 63}{days}-d"))
        with open(entries[-1], "w") as file:
            file.write("old")
        os.utime(entries[-1], (now - days * 86400, now - days * 86400))
    with open(os.path.join(cache, "trim.txt"), "w") as file:
        file.write(str(int(now - 2 * 86400)))
    bench.give(cache)
    bench.go("build", "-o", "hello", ".", cwd=folder, GOCACHE=cache)
    left = [os.path.exists(entry) for entry in entries]
    return f"after 4 days kept: {left[0]}, after 6 days: {left[1]}", left == [True, False]


@claim("cache-command-in-scriptlet", "Go's manual says that the cache accounts for the compiler, so that cleaning is not necessary")
def compiler_is_a_key(bench):
    text = " ".join(bench.go("help", "cache").output.split())
    says = "correctly accounts for changes to Go source files, compilers" in text and "should not be necessary" in text
    return f"'go help cache' says so: {says}", says

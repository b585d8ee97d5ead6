"""Claims about downloads and what they are checked by."""
import os

from claim import claim
from modules import MODULES, name, publish
from proxy import CountingProxy


def requests(bench, *arguments, cwd, cache, **environment):
    with CountingProxy(bench.proxy_files) as proxy:
        result = bench.go(*arguments, cwd=cwd, GOPROXY=proxy.url, GOMODCACHE=bench.path(cache), **environment)
        return result, proxy.counts()["requests"]


@claim("download-in-build", "'go mod download', 'tidy' and 'vendor' go to the network whatever -mod=vendor in GOFLAGS says")
def downloads_despite_vendor(bench):
    folder = bench.program()
    bench.go("mod", "vendor", cwd=folder, GOMODCACHE=bench.path("seed"))
    asked = [requests(bench, "mod", command, cwd=folder, cache=command, GOFLAGS="-mod=vendor")[1] for command in ("download", "vendor", "tidy")]
    return f"{asked[0]}, {asked[1]} and {asked[2]} requests", min(asked) > 0


@claim("download-in-build", "'go install path@version' asks the proxy although vendor/ has the package", short=False)
def install_ignores_vendor(bench):
    folder = bench.program()
    bench.go("mod", "vendor", cwd=folder, GOMODCACHE=bench.path("seed"))
    asked = requests(bench, "install", f"{name(0)}/p0@v1.0.0", cwd=folder, cache="install")[1]
    return f"{asked} requests", asked > 0


@claim("go-get-in-build", "'go get' asks the network and changes go.mod; in GOPATH mode it is refused from Go 1.22 on")
def go_get(bench):
    folder = bench.program()
    bench.go("mod", "edit", "-droprequire", name(0), cwd=folder)
    with open(os.path.join(folder, "go.mod")) as file:
        before = file.read()
    asked = requests(bench, "get", ".", cwd=folder, cache="get")[1]
    with open(os.path.join(folder, "go.mod")) as file:
        is_changed = file.read() != before
    legacy = bench.go("get", f"{name(0)}/p0", cwd=folder, GO111MODULE="off", GOPROXY="off")
    refused = legacy.says("no longer supported", "modules disabled", "go get is not supported")
    return (f"{asked} requests, go.mod changed: {is_changed}; GOPATH mode: {legacy.line('no longer', 'disabled', 'not supported') or 'tried'}",
            asked > 0 and is_changed and refused == (bench.toolchain.minor >= 22))


@claim("mod-tidy-in-build", "'go mod tidy' asks the network and rewrites go.mod and go.sum")
def mod_tidy(bench):
    folder = bench.program()
    bench.go("mod", "edit", "-droprequire", name(0), cwd=folder)
    before = [open(os.path.join(folder, file)).read() for file in ("go.mod", "go.sum")]
    bench.write("hello-1.0/go.sum", before[1] + f"{name(1)} v0.9.0 h1:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n")
    before[1] = open(os.path.join(folder, "go.sum")).read()
    asked = requests(bench, "mod", "tidy", cwd=folder, cache="tidy")[1]
    after = [open(os.path.join(folder, file)).read() for file in ("go.mod", "go.sum")]
    changed = [old != new for old, new in zip(before, after)]
    return f"{asked} requests, go.mod changed: {changed[0]}, go.sum changed: {changed[1]}", asked > 0 and changed == [True, True]


@claim("unpinned-tool", "@latest is another version as soon as there is one")
def latest_version(bench):
    folder = bench.program()
    seen = [bench.go("list", "-m", "-mod=mod", f"{name(0)}@latest", cwd=folder, GOMODCACHE=bench.path("before")).output.split()]
    publish(bench.proxy_files, 0, "v1.1.0")
    bench.give(bench.root)
    seen.append(bench.go("list", "-m", "-mod=mod", f"{name(0)}@latest", cwd=folder, GOMODCACHE=bench.path("after")).output.split())
    found = [words[-1] if words else "" for words in seen]
    return ", then ".join(found), found == ["v1.0.0", "v1.1.0"]


@claim("unpinned-modules", "'go get -u', and 'go mod tidy' after 'go mod init', take the newest version of the day", short=False)
def newest_modules(bench):
    folder = bench.program()
    publish(bench.proxy_files, 0, "v1.1.0")
    bench.give(bench.root)
    versions = []
    for cache, commands in (("update", [["get", "-u", "."]]), ("fresh", [["mod", "init", "example.test/hello"], ["mod", "tidy"]])):
        if cache == "fresh":
            os.remove(os.path.join(folder, "go.mod"))
            os.remove(os.path.join(folder, "go.sum"))
        for command in commands:
            bench.go(*command, cwd=folder, GOMODCACHE=bench.path(cache))
        with open(os.path.join(folder, "go.mod")) as file:
            versions.append([line.split()[-1] for line in file.read().replace(" // indirect", "").splitlines() if f"{name(0)} v" in line])
    return f"{versions[0]} and {versions[1]}, after v1.0.0", versions == [["v1.1.0"], ["v1.1.0"]]


@claim("checksums-disabled", "with a complete go.sum nothing is looked up; without one 'go build' fails whatever GOSUMDB says")
def complete_go_sum(bench):
    folder = bench.program()
    complete = bench.go("build", "-o", "hello", ".", cwd=folder, GOSUMDB="sum.golang.org")
    bench.write("hello-1.0/go.sum", "")
    missing = bench.go("build", "-o", "hello", ".", cwd=folder, GOSUMDB="off", GOMODCACHE=bench.path("other"))
    return f"exit status {complete.status} without network; {missing.line('go.sum').split(': ', 1)[-1][:60]}", \
        complete.status == 0 and missing.status != 0 and missing.says("missing go.sum entry")


@claim("checksums-disabled", "what go.sum lacks 'go mod download' takes unchecked with GOSUMDB=off; else the checksum database is asked")
def unchecked_modules(bench):
    folder = bench.program()
    with CountingProxy(bench.folder("nothing")) as database:
        results = []
        for cache, value in (("off", "off"), ("on", f"sum.golang.org {database.url}")):
            bench.write("hello-1.0/go.sum", "")
            results.append(bench.go("mod", "download", cwd=folder, GOSUMDB=value, GOMODCACHE=bench.path(cache), GONOSUMDB="", GOPRIVATE=""))
        asked = database.counts()["requests"]
    return f"off: exit status {results[0].status}; else {results[1].status}, after {asked > 0 and 'requests to' or 'nothing asked of'} the database", \
        results[0].status == 0 and results[1].status != 0 and asked > 0


@claim("checksums-disabled", "GOINSECURE leaves the checksum database on; 'go get' refuses -insecure in GOFLAGS, 'go mod download' ignores it")
def insecure_is_checked(bench):
    folder = bench.program()
    bench.write("hello-1.0/go.sum", "")
    with CountingProxy(bench.folder("nothing")) as database:
        result = bench.go("mod", "download", cwd=folder, GOSUMDB=f"sum.golang.org {database.url}", GOINSECURE="*", GONOSUMDB="", GOPRIVATE="")
        asked = database.counts()["requests"]
    bench.write("hello-1.0/go.sum", bench.sums)
    get, other = (bench.go(*words, cwd=folder, GOFLAGS="-insecure") for words in (["get", "."], ["mod", "download"]))
    return f"exit status {result.status}, database asked: {asked > 0}; get: {get.line('insecure').removeprefix('go: ')}; download: {other.status}", \
        result.status != 0 and asked > 0 and get.status != 0 and get.says("no longer supported") and other.status == 0


@claim("public-proxy", "a GOPROXY that a scriptlet exports wins over the caller's", rpm=True)
def proxy_of_the_spec(bench):
    from claims_rpm import PREAMBLE
    bench.source()
    result = bench.rpmbuild(PREAMBLE + "%build\nexport GOPROXY=https://goproxy.example/\necho \"proxy $(go env GOPROXY)\"\n%install\n%files\n",
                            GOPROXY="https://caller.example/")
    return result.line("proxy https").removeprefix("+ echo "), "\nproxy https://goproxy.example/\n" in result.output


@claim("toolchain-download go-newer-than-target", "a go line newer than Go: GOTOOLCHAIN=local refuses, auto asks the proxy for a toolchain", short=False)
def newer_toolchain(bench):
    folder = bench.program(go="1.99" if bench.toolchain.minor < 21 else "1.99.0")
    local = bench.go("build", "-o", "hello", ".", cwd=folder)
    asked = requests(bench, "build", "-o", "hello", ".", cwd=folder, cache="toolchain", GOTOOLCHAIN="auto")[1]
    if bench.toolchain.minor < 21:
        return "no toolchains before Go 1.21", True
    told = local.line("requires go").removeprefix("go: ").replace(folder, "…").replace(bench.toolchain.version, "…")
    return told, local.says("requires go >= 1.99.0") and asked > 0


@claim("shared-cache-without-owner shipped-go-environment cache-in-shared-folder",
       "a cache or GOPATH in a folder that the user cannot write makes go fail with 'permission denied'")
def unwritable_cache(bench):
    folder = bench.program()
    bench.go("mod", "vendor", cwd=folder, GOMODCACHE=bench.path("seed"))
    closed = bench.folder("closed")
    os.chmod(closed, 0o555)
    vendored = bench.go("build", "-mod=vendor", "-o", "hello", ".", cwd=folder, GOCACHE=f"{closed}/go-build")
    modules = bench.go("mod", "download", cwd=folder, GOPATH=closed)
    line = vendored.line("permission denied").replace(bench.root, "…")
    return f"GOCACHE: {line}; GOPATH: exit status {modules.status}", \
        vendored.status == 1 and modules.status == 1 and all(result.says("permission denied") for result in (vendored, modules))


@claim("cache-command-in-scriptlet module-cache-deleted",
       "after 'go clean -cache -modcache' the user's next build fetches all 24 archives and compiles all 48 packages again", short=False)
def cleaned_caches(bench):
    folder = bench.program()
    bench.go("build", "-o", "hello", ".", cwd=folder)
    bench.go("clean", "-cache", "-modcache")
    with CountingProxy(bench.proxy_files) as proxy:
        result = bench.go("build", "-x", "-o", "hello", ".", cwd=folder, GOPROXY=proxy.url)
        zips = proxy.counts()["zips"]
    return f"{zips} zips, {result.compiles} dependencies compiled", zips == MODULES and result.compiles == 2 * MODULES

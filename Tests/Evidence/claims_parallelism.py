"""Claims about processes that run at once."""
import os

from claim import claim
from modules import MODULES, PACKAGES
from proxy import CountingProxy

DEPENDENCIES = MODULES * PACKAGES

# Stands between go and its compiler, and writes down when the modules' packages are compiled; each takes long enough to overlap.
WATCH = r"""#!/bin/bash
if [[ ${1##*/} != compile || " $* " != *" -p example.test/m"* ]]; then exec "$@"; fi
echo + >> "$WATCH_LOG"; sleep 0.3; "$@"; status=$?; echo - >> "$WATCH_LOG"; exit $status
"""


def watched(bench, processes, command="go build", *flags, **environment):
    """Several builds at once on one cold build cache: (most compilers at once, packages of modules compiled)."""
    name = f"watch-{len(os.listdir(bench.root))}"
    watch, log = bench.write(f"{name}.sh", WATCH), bench.write(f"{name}.log", "")
    os.chmod(watch, 0o755)
    folders = [bench.program(f"{name}-{number}") for number in range(processes)]
    bench.go("mod", "download", cwd=folders[0])
    jobs = " ".join(f"(cd {folder} && {command} -toolexec={watch} {' '.join(flags)} -o hello .) &" for folder in folders)
    bench.run(f"{jobs} wait", WATCH_LOG=log, GOCACHE=bench.path(f"{name}.cache"), **environment)
    now = most = total = 0
    with open(log) as lines:
        for line in lines:
            now += 1 if line == "+\n" else -1
            total += line == "+\n"
            most = max(most, now)
    return most, total


@claim("hard-coded-parallelism parallelism-without-effect", "go runs as many compilers at once as it has CPUs, or -p says", short=False)
def compilers_at_once(bench):
    one_cpu = watched(bench, 1, "taskset -c 0 go build")[0]
    three = watched(bench, 1, "go build", GOMAXPROCS="3")[0]
    five = watched(bench, 1, "go build", "-p=5", GOMAXPROCS="1")[0]
    return f"one CPU: {one_cpu}, GOMAXPROCS=3: {three}, GOMAXPROCS=1 -p=5: {five}", (one_cpu, three, five) == (1, 3, 5)


@claim("multiplied-parallelism", "four builds at once with -p=4 each run 16 compilers where one build runs 4", short=False)
def multiplied_compilers(bench):
    one, four = watched(bench, 1, "go build", "-p=4")[0], watched(bench, 4, "go build", "-p=4")[0]
    return f"{four} compilers at once instead of {one}", (one, four) == (4, 16)


@claim("multiplied-parallelism", "what two builds need at the same moment is compiled twice: up to 96 packages instead of 48, and nothing is corrupted",
       short=False)
def compiled_twice(bench):
    alone, both = watched(bench, 1, "go build", "-p=4")[1], watched(bench, 2, "go build", "-p=4")[1]
    return f"{both} packages compiled instead of {alone}", alone == DEPENDENCIES < both <= 2 * DEPENDENCIES


@claim("parallelism-without-effect", "downloads follow GOMAXPROCS, not -p")
def downloads_at_once(bench):
    folder = bench.program()
    most = []
    for number, (processors, flag) in enumerate((("1", "-p=8"), ("8", "-p=1"))):
        with CountingProxy(bench.proxy_files, latency=0.02) as proxy:
            bench.go("build", flag, "-o", "hello", ".", cwd=folder, GOPROXY=proxy.url, GOMODCACHE=bench.path(str(number)), GOMAXPROCS=processors)
            most.append(proxy.counts()["at once"])
    return f"GOMAXPROCS=1 -p=8: {most[0]} at once; GOMAXPROCS=8 -p=1: {most[1]}", most[0] == 1 and most[1] > 1


@claim("parallelism-without-effect", "'go mod download' fetches as many archives at once as GOMAXPROCS says, 1, 2, 4 or 8, whatever -p GOFLAGS has",
       short=False)
def archives_at_once(bench):
    folder = bench.program()
    most = []
    for processors in (1, 2, 4, 8):
        with CountingProxy(bench.proxy_files, zip_latency=0.05 * processors) as proxy:
            bench.go("mod", "download", cwd=folder, GOPROXY=proxy.url, GOMODCACHE=bench.path(f"mod-{processors}"), GOMAXPROCS=str(processors),
                     GOFLAGS="-p=3")
            most.append(proxy.counts()["at once"])
    return ", ".join(str(number) for number in most) + " at once", most == [1, 2, 4, 8]


@claim("build-cache-keyed-by-path", "linker flags and -tags recompile no package of modules")
def flags_that_are_no_key(bench):
    folder = bench.program()
    bench.go("build", "-o", "hello", ".", cwd=folder)
    again = bench.go("build", "-x", "-ldflags=-s", "-tags=extra", "-o", "hello", ".", cwd=folder)
    return f"{again.compiles} dependencies recompiled", again.status == 0 and again.compiles == 0


@claim("hard-coded-parallelism parallelism-without-effect build-cache-keyed-by-path",
       "-p and GOMAXPROCS are in no cache key: they fragment nothing")
def parallelism_is_no_key(bench):
    folder = bench.program()
    bench.go("build", "-p=1", "-o", "hello", ".", cwd=folder)
    again = bench.go("build", "-x", "-p=4", "-o", "hello", ".", cwd=folder, GOMAXPROCS="3")
    return f"{again.compiles} dependencies recompiled", again.status == 0 and again.compiles == 0

#!/usr/bin/env python3
"""Builds fixtures with real rpmbuild and Go before and after their fixes, and prints what it cost.

usage: real-builds.py RPMSCOPE [--short]

Of each fixture two versions are built one after the other, as a normal user, from a program that needs 24 modules and a proxy on this
machine that counts; nothing else is contacted. A clean-up has failed when the build's folder is still there. `--short` builds the first
fixture only. Exit status 1 when a fix does not do what it is for.
"""
import glob
import os
import re
import shutil
import subprocess
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "Evidence"))
import toolchains  # noqa: E402
from bench import Bench  # noqa: E402
from proxy import CountingProxy  # noqa: E402

FIXTURES = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "Fixtures", "rules")
# What other than go is not looked at: rpm's own work on programs, and packages of the distribution's.
DEFINES = ["debug_package %{nil}", "__os_install_post %{nil}", "_build_id_links none"]


def fixture(name):
    """The path of a rule's fixture, whichever chapter it lies in."""
    [path] = glob.glob(os.path.join(FIXTURES, "*", f"{name}.spec"))
    return path


class Case:
    def __init__(self, fixture, better, also=(), unsafe=False, home=False):
        """`better(before, after)`: whether the fix did what it is for. `also`: rules that are fixed with the fixture's own. `home`: whether
        the caller's caches are where HOME is, else in GOMODCACHE and GOCACHE."""
        self.fixture, self.better, self.rules, self.unsafe, self.home = fixture, better, [fixture, *also], unsafe, home


class Cost:
    """Of all builds of one spec, in order."""

    def __init__(self):
        self.statuses, self.requests, self.bytes, self.seconds, self.compiles, self.leftovers = [], [], [], [], [], []

    def cells(self):
        return [each(self.requests), each(f"{count / 1e6:.1f}" for count in self.bytes), each(f"{time:.0f}" for time in self.seconds),
                each(self.compiles), str(sum(self.leftovers)), each(self.statuses)]

    def fails(self):
        return any(self.statuses)


def each(values):
    return " + ".join(map(str, values))


CASES = [
    Case("read-only-module-cache", lambda before, after: all(before.leftovers) and not any(after.leftovers) and not after.fails()),
    Case("module-cache-per-build", lambda before, after: before.requests[1] > 0 == after.requests[1]),
    Case("module-cache-split", lambda before, after: after.requests[0] < before.requests[0], home=True),
    Case("module-cache-in-source-tree", lambda before, after: before.fails() and not after.fails(), also=["read-only-module-cache"], unsafe=True,
         home=True),
    Case("private-cache-per-process", lambda before, after: before.compiles[1] > 0 == after.compiles[1], unsafe=True),
    Case("build-cache-per-build", lambda before, after: before.compiles[1] > 0 == after.compiles[1]),
    Case("forced-rebuild", lambda before, after: before.compiles[1] > 0 == after.compiles[1]),
    Case("rejected-flag", lambda before, after: before.fails() and not after.fails()),
    Case("goflags-syntax", lambda before, after: before.fails() and not after.fails()),
]


def fixed(tool, text, case):
    options = ["--fix-only", ",".join(case.rules), *(["--unsafe-fixes"] if case.unsafe else [])]
    return subprocess.run([tool, "lint", "--target", "host", *options, "--fail-on", "never", "-"], input=text, text=True, capture_output=True).stdout


def tag(text, name):
    return re.search(rf"^{name}:\s*(\S+)", text, re.M).group(1)


def add_sources(bench, spec):
    """The archives of a spec: the program at its root and in every ./cmd/… that it builds, and the modules where they are vendored."""
    name = f"{tag(spec, 'Name')}-{tag(spec, 'Version')}"
    folder = bench.program(name, tag(spec, "Version"))
    for command in set(re.findall(r"\./cmd/\w+", spec)):
        os.makedirs(os.path.join(folder, command))
        shutil.copy(os.path.join(folder, "main.go"), os.path.join(folder, command))
    open(os.path.join(folder, "LICENSE"), "w").close()
    bench.give(folder)
    sources = bench.folder("SOURCES")
    subprocess.run(["tar", "-C", bench.root, "-czf", f"{sources}/{name}.tar.gz", name], check=True)
    if "-vendor.tar" in spec:
        modules = bench.folder("packager")
        bench.give(modules)
        vendored = bench.go("mod", "vendor", cwd=folder, GOMODCACHE=modules, GOFLAGS="-modcacherw")
        assert vendored.status == 0, vendored.output
        subprocess.run(["tar", "-C", folder, "-cJf", f"{sources}/{name}-vendor.tar.xz", "vendor"], check=True)


def built(toolchain, text, case):
    """What two versions cost, built by the same caller."""
    cost = Cost()
    with Bench(toolchain) as bench, CountingProxy(bench.proxy_files, latency=0.01) as proxy:
        # -x prints what is compiled.
        caller = {"GOPROXY": proxy.url, "GOFLAGS": "-x"}
        if not case.home:
            caller |= {"GOMODCACHE": bench.folder("caller", "mod"), "GOCACHE": bench.folder("caller", "build")}
        for spec in (text, re.sub(r"^(Version:\s*\S+)", r"\1.1", text, flags=re.M)):
            add_sources(bench, spec)
            bench.folder("tmp")
            proxy.counts()
            defines = [word for define in [*DEFINES, f"_tmppath {bench.path('tmp')}"] for word in ("--define", define)]
            result = bench.rpmbuild(spec, "--nodeps", *defines, **caller)
            counts = proxy.counts()
            cost.statuses.append(result.status)
            cost.requests.append(counts["requests"])
            cost.bytes.append(counts["bytes"])
            cost.seconds.append(result.seconds)
            cost.compiles.append(result.compiles)
            # A build that ends before its end never comes to clean up.
            cost.leftovers.append("rm: cannot remove" in result.output)
    return cost


def main():
    tool = os.path.abspath(sys.argv[1])
    toolchain = toolchains.packaged()
    print(f"Go {toolchain.version}; of each fixture two versions, one after the other; before the fix > after it\n")
    print("| fixture | requests | MB | seconds | packages compiled | failed clean-ups | exit status | better |")
    print("|---|---|---|---|---|---|---|---|", flush=True)
    failed = 0
    for case in CASES[:1] if "--short" in sys.argv else CASES:
        with open(fixture(case.fixture)) as file:
            before = file.read()
        after = fixed(tool, before, case)
        if after == before or not after:
            print(f"| {case.fixture} | not fixed |")
            failed += 1
            continue
        costs = built(toolchain, before, case), built(toolchain, after, case)
        is_better = case.better(*costs)
        failed += not is_better
        cells = [old if old == new else f"{old} > {new}" for old, new in zip(costs[0].cells(), costs[1].cells())]
        print(f"| {case.fixture} | {' | '.join(cells)} | {'yes' if is_better else 'NO'} |", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

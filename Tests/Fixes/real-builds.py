#!/usr/bin/env python3
"""Builds specs with real rpmbuild and Go before and after their fixes, and prints what it cost.

usage: real-builds.py RPMSCOPE [--short]

Two versions of a program that needs 24 modules are built one after the other, as a normal user, by a caller with a module cache and a build
cache of its own, from a proxy on this machine that counts. Nothing else is contacted. `--short` builds the first spec only. Exit status 1
when a fix does not do what it is for.
"""
import os
import subprocess
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "Evidence"))
import toolchains  # noqa: E402
from bench import Bench  # noqa: E402
from claims_rpm import PREAMBLE  # noqa: E402
from proxy import CountingProxy  # noqa: E402

REST = "%install\n%files\n"


class Case:
    def __init__(self, name, rules, body, better):
        """`better(before, after)`: whether the fix did what it is for."""
        self.name, self.rules, self.body, self.better = name, rules, body, better


class Cost:
    def __init__(self):
        self.statuses, self.requests, self.bytes, self.seconds, self.compiles, self.leftovers = [], [], 0, 0.0, [], False

    def __str__(self):
        left = ", folders left behind" if self.leftovers else ""
        return (f"exit status {'/'.join(map(str, self.statuses))}, requests {'/'.join(map(str, self.requests))}, {self.bytes // 1000} kB, "
                f"compiled {'/'.join(map(str, self.compiles))}, {self.seconds:.0f} s{left}")


CASES = [
    Case("a module cache that cannot be removed", ["read-only-module-cache"],
         "%build\nexport GOMODCACHE=$PWD/_mod\ngo build -x -mod=mod -o hello .\n" + REST,
         lambda before, after: any(before.statuses) and not any(after.statuses) and not after.leftovers),
    Case("a module cache for each version", ["module-cache-per-build"],
         "%build\nexport GOFLAGS=-modcacherw\nexport GOMODCACHE=%{_tmppath}/%{name}-%{version}-mod\ngo build -x -mod=mod -o hello .\n" + REST,
         lambda before, after: before.requests[1] > 0 and after.requests[1] == 0),
    Case("a module cache that %check does not use", ["module-cache-split"],
         "%build\nexport GOFLAGS=-modcacherw\nexport GOMODCACHE=%{_tmppath}/mod\ngo build -x -mod=mod -o hello .\n%install\n"
         "%check\ngo test -mod=mod .\n%files\n",
         lambda before, after: after.requests[0] < before.requests[0]),
    Case("a build cache for each version", ["build-cache-per-build"],
         "%build\nexport GOCACHE=%{_builddir}/%{name}-%{version}/_cache\ngo build -x -mod=mod -o hello .\n" + REST,
         lambda before, after: before.compiles[1] > 0 and after.compiles[1] == 0),
    Case("a forced rebuild", ["forced-rebuild"],
         "%build\ngo build -a -x -mod=mod -o hello .\n" + REST,
         lambda before, after: before.compiles[1] > 0 and after.compiles[1] == 0),
    Case("a flag that go rejects", ["rejected-flag"],
         "%build\ngo mod download -p 4\ngo build -x -mod=mod -o hello .\n" + REST,
         lambda before, after: all(before.statuses) and not any(after.statuses)),
]


def fixed(tool, text, rules):
    done = subprocess.run([tool, "lint", "--target", "host", "--fix-only", ",".join(rules), "--fail-on", "never", "-"], input=text, text=True,
                          capture_output=True)
    return done.stdout


def built(toolchain, text):
    """What two versions cost, built by the same caller."""
    cost = Cost()
    with Bench(toolchain) as bench, CountingProxy(bench.proxy_files, latency=0.01) as proxy:
        caller = {"GOPROXY": proxy.url, "GOMODCACHE": bench.folder("caller", "mod"), "GOCACHE": bench.folder("caller", "build")}
        for version in ("1.0", "1.1"):
            bench.source(version)
            bench.folder("tmp")
            proxy.counts()
            result = bench.rpmbuild(text, "--define", f"v {version}", "--define", f"_tmppath {bench.path('tmp')}", **caller)
            counts = proxy.counts()
            cost.statuses.append(result.status)
            cost.requests.append(counts["requests"])
            cost.bytes += counts["bytes"]
            cost.seconds += result.seconds
            cost.compiles.append(result.compiles)
        cost.leftovers = bool(os.listdir(bench.path("BUILD")))
    return cost


def main():
    tool = os.path.abspath(sys.argv[1])
    toolchain = toolchains.packaged()
    print(f"Go {toolchain.version}\n\n| spec | before | after | better |\n|---|---|---|---|")
    failed = 0
    for case in CASES[:1] if "--short" in sys.argv else CASES:
        before = PREAMBLE + case.body
        after = fixed(tool, before, case.rules)
        if after == before or not after:
            print(f"| {case.name} | not fixed | | NO |")
            failed += 1
            continue
        costs = built(toolchain, before), built(toolchain, after)
        is_better = case.better(*costs)
        failed += not is_better
        print(f"| {case.name} | {costs[0]} | {costs[1]} | {'yes' if is_better else 'NO'} |", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

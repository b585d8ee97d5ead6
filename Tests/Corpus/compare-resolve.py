#!/usr/bin/env python3
"""Compares `rpmscope resolve --json` with what a recording `go` saw when the scriptlets really ran.

usage: compare-resolve.py RPMSCOPE TRACES SPECS [-v]

TRACES holds, for each SPECS/NAME.spec, a file NAME.trace with one JSON object a line:
{"section", "argv", "cwd", "env"}. An execution counts as matched when rpmscope shows a command of the same section with
the same words (`*` stands for what rpmscope calls unknown), module cache, build cache and GOFLAGS; as exact when both
caches were claimed as exact. Records of helper programs (argv[1] starts with "via-") do not count.

The environment variable RPM_CONFIGDIR says which macros both sides used.
"""
import collections, fnmatch, json, os, re, subprocess, sys, concurrent.futures


def pattern(text):
    return re.compile("".join(".*" if c == "*" else re.escape(c) for c in text), re.S)


def clean(path):
    return os.path.normpath(path) if path.startswith("/") else path


def effective(env):
    home = env.get("HOME", "")
    gopath = env.get("GOPATH") or (home + "/go" if home else "")
    modules = env.get("GOMODCACHE") or gopath.split(":")[0] + "/pkg/mod"
    cache = env.get("GOCACHE") or (env["XDG_CACHE_HOME"] + "/go-build" if env.get("XDG_CACHE_HOME") else home + "/.cache/go-build")
    return clean(modules), clean(cache), env.get("GOFLAGS", "")


def sorted_flags(words):
    """Fedora's macros write -X flags in the order of a Lua table, which differs from run to run."""
    return [" ".join(sorted(w.split())) if " -X " in w else w for w in words]


def same_words(claimed, words):
    """`*` matches any text, and a word that is only `*` any number of words."""
    claimed, words = sorted_flags(claimed), sorted_flags(words)

    def match(i, j):
        if i == len(claimed):
            return j == len(words)
        if claimed[i] == "*" and any(match(i + 1, k) for k in range(j, len(words) + 1)):
            return True
        return j < len(words) and bool(pattern(claimed[i]).fullmatch(words[j])) and match(i + 1, j + 1)
    return match(0, 0) or "*" in "".join(claimed) and bool(pattern(" ".join(claimed)).fullmatch(" ".join(words)))


def judge(record, commands):
    """("matched"|what differs, is it exact)"""
    modules, cache, flags = effective(record["env"])
    words = ["go"] + record["argv"][1:]
    best = "no such command"
    for command in commands:
        argv = ["go"] + command["argv"][1:]
        if command["section"] != record["section"] or not same_words(argv, words):
            continue
        claimed = command["env"].get("GOFLAGS", {}).get("value", "")
        differs = [
            name for name, a, b in (
                ("module cache", command["moduleCache"]["path"], modules), ("build cache", command["buildCache"]["path"], cache),
                ("GOFLAGS", claimed, flags))
            if not pattern(a).fullmatch(b)]
        if not differs:
            return "matched", command["moduleCache"]["exact"] and command["buildCache"]["exact"]
        best = ", ".join(differs)
    return best, False


def resolve(tool, spec):
    command = [tool, "resolve", "--json", "--target", "host", "--define", "_topdir /builddir/build", "--define",
               "_sourcedir /builddir/build/SOURCES", spec]
    try:
        done = subprocess.run(command, capture_output=True, timeout=60)
        return json.loads(done.stdout)["commands"]
    except (ValueError, KeyError, subprocess.TimeoutExpired) as problem:
        return problem


def main():
    tool, traces, specs = sys.argv[1:4]
    verbose = "-v" in sys.argv
    work = []
    for name in sorted(os.listdir(traces)):
        if not name.endswith(".trace"):
            continue
        records = [json.loads(line) for line in open(os.path.join(traces, name), errors="replace") if line.strip()]
        records = [r for r in records if "argv" in r and not (len(r["argv"]) > 1 and r["argv"][1].startswith("via-"))]
        if records:
            work.append((os.path.join(specs, name[:-6] + ".spec"), records))
    results = collections.Counter()
    exact = 0
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        answers = pool.map(lambda item: resolve(tool, item[0]), work)
        for (spec, records), commands in zip(work, answers):
            for record in records:
                if isinstance(commands, Exception):
                    verdict, is_exact = "rpmscope failed", False
                else:
                    verdict, is_exact = judge(record, commands)
                results[verdict] += 1
                exact += is_exact
                if verbose and verdict != "matched":
                    print(f"{os.path.basename(spec)}: %{record['section']}: {' '.join(record['argv'])[:200]!r}: {verdict}")
    total = sum(results.values())
    for verdict, count in results.most_common():
        print(f"{count:6} {100 * count / max(1, total):6.2f} %  {verdict}")
    print(f"{total} executions in {len(work)} specs, {results['matched']} matched, {exact} of them exact")
    return 0 if total and results["matched"] >= 0.99 * total and exact >= 0.95 * results["matched"] else 1


if __name__ == "__main__":
    sys.exit(main())

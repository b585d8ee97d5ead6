#!/usr/bin/env python3
"""Shows that fixed specs' go commands see what their fixes promised, and nothing else that is new.

usage: recorded-environment.py RPMSCOPE [--trace GO_TRACE FOLDER...]

Each case is a spec with one finding. Its scriptlets are run before and after the fix with a recording go; every command's words, folder
and environment must be the same but for what the case says. The same is done with each rule's fixture and all its fixes, where only what
that rule is about may be different. With a program that traces a spec's go commands, all specs of the folders
that have safe fixes are fixed in copies and traced as well. Exit status 0 when all that holds.
"""
import glob
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

from recorder import record

TAGS = "Name: hello\nVersion: 1.2\nRelease: 1\nSummary: Greets\nLicense: MIT\n%description\nGreets.\n"
BUILD = "/builddir/build/BUILD"
FIXTURES = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "Fixtures", "rules")
# What the fixes of a rule may change of the go commands that stay: variables, "argv" for their words.
CHANGES = {
    "background-job-unchecked": set(), "build-cache-keyed-by-path": {"argv", "GOFLAGS"}, "build-cache-per-build": {"GOCACHE"},
    "cache-in-shared-folder": {"GOCACHE", "GOMODCACHE"},
    "checksums-disabled": {"GOSUMDB", "GONOSUMDB", "GONOSUMCHECK", "GOINSECURE", "GOFLAGS"}, "contradicting-module-mode": {"GO111MODULE", "GOFLAGS"},
    "define-out-of-scope": set(), "forced-rebuild": {"GOFLAGS", "argv"}, "goflags-silently-dropped": {"GOFLAGS", "argv"},
    "goflags-syntax": {"GOFLAGS"}, "gopath-layout-without-gopath-mode": {"GO111MODULE"}, "hard-coded-parallelism": {"GOMAXPROCS", "GOFLAGS", "argv"},
    "macro-in-comment": set(), "module-cache-deleted": set(), "module-cache-in-source-tree": {"GOMODCACHE", "GOPATH"},
    "module-cache-per-build": {"GOMODCACHE"}, "module-cache-split": {"GOMODCACHE", "GOPATH"}, "multiplied-parallelism": {"argv", "GOFLAGS"},
    "parallelism-without-effect": {"GOFLAGS", "argv"}, "prefix-assignment-before-macro": {"GO", "CGO"},
    "private-cache-per-process": {"GOMODCACHE", "GOCACHE"}, "public-proxy": {"GOPROXY"}, "random-build-id": {"argv", "GOFLAGS"},
    "read-only-module-cache": {"GOFLAGS"}, "rejected-flag": {"argv"}, "relative-cache-path": {"GOCACHE", "GOMODCACHE", "GOPATH"},
    "toolchain-download": {"GOTOOLCHAIN"}, "undefined-macro": {"argv"}, "unused-macro": set(), "vcs-stamping": {"argv", "GOFLAGS"},
    "vendor-deleted": set(), "environment-lost-between-sections": {"GO", "CGO"}, "go-env-file-ignored": set(), "legacy-gocheck": {"argv"},
    "parse-time-go-env": {"GO", "CGO"}, "unknown-go-variable": {"GO", "CGO"}, "user-environment-written": {"GO", "CGO"},
}
# Who builds the fixtures.
CALLER = [("GOMODCACHE", "/caller/mod"), ("GOCACHE", "/caller/build"), ("GOPROXY", "off")]
# Rules whose fixes take out a go command, which these words begin.
TAKEN_OUT = {"module-cache-deleted": ["go", "clean"], "user-environment-written": ["go", "env", "-w"]}


def may_change(rules, name):
    """`GO` and `CGO` stand for all variables of such names."""
    return any(name in CHANGES[rule] or CHANGES[rule] & {"GO"} and name.startswith(("GO", "CGO_")) for rule in rules if rule in CHANGES)


class Case:
    def __init__(self, rule, body, changed=None, caller=(), unsafe=False):
        """`changed`: by number of the go command, what is new: a variable's value, None where it is unset, or 'argv'."""
        self.rule, self.body, self.changed, self.caller, self.unsafe = rule, body, changed or {}, caller, unsafe


CASES = [
    Case("module-cache-per-build", "%build\nexport GOMODCACHE=/tmp/%{version}\ngo mod download\ngo build -mod=mod .\n"),
    Case("module-cache-per-build", "%build\nexport GOMODCACHE=/tmp/%{version}\ngo mod download\ngo build -mod=mod .\n",
         {0: {"GOMODCACHE": "/caller"}, 1: {"GOMODCACHE": "/caller"}}, [("GOMODCACHE", "/caller")]),
    Case("module-cache-per-build", "%build\nexport GOPATH=%{_builddir}/%{name}-%{version}/_build\ngo mod download\n",
         {0: {"GOMODCACHE": f"{BUILD}/hello-1.2/_build/pkg/mod"}}),
    Case("module-cache-per-build", "%build\nexport GOPATH=/tmp/%{version}:/usr/share/gocode\ngo mod download\n",
         {0: {"GOMODCACHE": "/tmp/1.2/pkg/mod"}}),
    Case("module-cache-per-build", "%build\nexport HOME=/tmp/%{version}\ngo mod download\n", {0: {"GOMODCACHE": "/tmp/1.2/go/pkg/mod"}}),
    Case("module-cache-per-build", "%build\nGOMODCACHE=/tmp/%{version} go mod download\ngo version\n",
         {0: {"GOMODCACHE": "/caller"}}, [("GOMODCACHE", "/caller")]),
    Case("build-cache-per-build", "%build\nexport GOCACHE=\"/tmp/%{version}\"\ngo build -mod=vendor .\n"),
    Case("build-cache-per-build", "%build\nexport GOCACHE=\"/tmp/%{version}\"\ngo build -mod=vendor .\n", {0: {"GOCACHE": "/caller"}},
         [("GOCACHE", "/caller")]),
    Case("build-cache-per-build", "%build\nexport XDG_CACHE_HOME=/tmp/%{version}\ngo build -mod=vendor .\n",
         {0: {"GOCACHE": "/tmp/1.2/go-build"}}),
    Case("public-proxy", "%build\nexport GOPROXY=https://proxy.example.com\ngo mod download\n"),
    Case("public-proxy", "%build\nexport GOPROXY=https://proxy.example.com\ngo mod download\n", {0: {"GOPROXY": "off"}}, [("GOPROXY", "off")]),
    Case("rejected-flag", "%build\nexport GOFLAGS=-x\ngo mod download -p 4\ngo build -mod=vendor .\n", {0: {"argv": ["go", "mod", "download"]}}),
    Case("rejected-flag", "%build\ngo build -mod=vendor -j4 -v .\n", {0: {"argv": ["go", "build", "-mod=vendor", "-v", "."]}}),
    Case("rejected-flag", "%global getflags -x -p 4\n%build\ngo mod download %{getflags}\ngo mod download %{getflags}\n",
         {0: {"argv": ["go", "mod", "download", "-x"]}, 1: {"argv": ["go", "mod", "download", "-x"]}}),
    Case("forced-rebuild", "%build\ngo build -a -v -mod=vendor .\ngo build -mod=vendor ./cmd\n", {0: {"argv": ["go", "build", "-v", "-mod=vendor", "."]}}),
    Case("forced-rebuild", "%build\nflags='-v -a'\ngo build $flags -mod=vendor .\n", {0: {"argv": ["go", "build", "-v", "-mod=vendor", "."]}}),
    Case("forced-rebuild", "%build\nexport GOFLAGS='-a -mod=vendor'\ngo build .\n", {0: {"GOFLAGS": "-mod=vendor"}}),
    Case("goflags-syntax", "%build\nexport GOFLAGS=\"-mod=vendor -p 4\"\ngo build .\n%check\ngo test -mod=vendor ./...\n",
         {0: {"GOFLAGS": "-mod=vendor -p=4"}}),
    Case("environment-lost-between-sections", "%build\nexport CGO_ENABLED=0\ngo build -mod=vendor .\n%check\ngo test -mod=vendor ./...\n",
         {1: {"CGO_ENABLED": "0"}}),
    Case("module-cache-split", "%build\nexport GOMODCACHE=/var/cache/mod\ngo build -mod=mod .\n%check\ngo test -mod=mod ./...\n",
         {1: {"GOMODCACHE": "/var/cache/mod"}}),
    Case("relative-cache-path", "%build\nexport GOCACHE=.cache/go\ngo build -mod=vendor .\n", {0: {"GOCACHE": f"{BUILD}/.cache/go"}}),
    Case("contradicting-module-mode", "%build\nexport GO111MODULE=off\ngo build -mod=vendor .\n", {0: {"GO111MODULE": "on"}}),
    Case("background-job-unchecked", "%build\ngo build -mod=vendor ./a &\nwait\n%check\ngo test -mod=vendor ./...\n"),
    Case("hard-coded-parallelism", "%build\nexport GOMAXPROCS=4\ngo build -mod=vendor .\n", {0: {"GOMAXPROCS": None}}, unsafe=True),
    Case("unknown-go-variable", "%build\nexport GOMODECACHE=/var/mod\ngo build -mod=vendor .\n", {0: {"GOMODECACHE": None, "GOMODCACHE": "/var/mod"}},
         unsafe=True),
]


def fixed(tool, text, rules, unsafe=False):
    options = ["--fix-only", ",".join(rules)] if rules else ["--fix"]
    done = subprocess.run([tool, "lint", *options, *(["--unsafe-fixes"] if unsafe else []), "--fail-on", "never", "-"], input=text, text=True,
                          capture_output=True, errors="surrogateescape", encoding="utf-8")
    return done.stdout


def without_chance(commands):
    """With the names that mktemp makes up all the same."""
    return json.loads(re.sub(r"/tmp\.\w{10}", "/tmp.X", json.dumps(commands)))


def differences(before, after):
    """By number of the command what is new of it; None where other commands run."""
    if [r["section"] for r in before] != [r["section"] for r in after] or [r["cwd"] for r in before] != [r["cwd"] for r in after]:
        return None
    found = {}
    for number, (old, new) in enumerate(zip(without_chance(before), without_chance(after))):
        changes = {name: new["env"].get(name) for name in old["env"].keys() | new["env"].keys() if old["env"].get(name) != new["env"].get(name)}
        if old["argv"] != new["argv"]:
            changes["argv"] = new["argv"]
        if changes:
            found[number] = changes
    return found


def judge(tool, case):
    before = TAGS + case.body
    after = fixed(tool, before, [case.rule], case.unsafe)
    if after == before or not after:
        return "nothing was fixed"
    old, new = record(before, case.caller), record(after, case.caller)
    if not old:
        return "no go command ran"
    found = differences(old, new)
    return None if found == case.changed else f"changed is {found}, promised was {case.changed}\n{after}"


def judge_fixture(tool, path):
    """What a rule's fixture shows of its fixes: what changed by number of the go command, and what is wrong; None where there are no fixes."""
    rule = os.path.basename(path).removesuffix(".spec")
    with open(path) as file:
        before = file.read()
    after = fixed(tool, before, [rule], unsafe=True)
    if after in (before, ""):
        return None
    old, new = record(before, CALLER), record(after, CALLER)
    start = TAKEN_OUT.get(rule)
    if start:
        old = [command for command in old if command["argv"][:len(start)] != start]
    if not old and not start:
        return "runs no go command here", None
    found = differences(old, new)
    if found is None:
        return "", f"other commands: {[c['argv'] for c in old]} are {[c['argv'] for c in new]}"
    names = {name for changes in found.values() for name in changes}
    wrong = sorted(name for name in names if not may_change([rule], name))
    shown = ", ".join(sorted(names)) or "nothing"
    return f"{len(found)} of {len(old)} commands: {shown}" if found else shown, f"changes {wrong}: {found}" if wrong else None


def trace(program, spec):
    done = subprocess.run([program, spec], capture_output=True, text=True, errors="replace")
    return [json.loads(line) for line in done.stdout.splitlines()] if done.returncode == 0 else None


def judge_traced(tool, program, path):
    """What the trace of a real spec says of its fixes: a word, and what is wrong."""
    folder = tempfile.mkdtemp(prefix="rpmscope-traced.")
    try:
        copy = os.path.join(folder, os.path.basename(path))
        shutil.copyfile(path, copy)
        done = subprocess.run([tool, "lint", "--fix", "--fail-on", "never", "--output", os.devnull, copy], capture_output=True, text=True, errors="replace")
        rules = set(re.findall(r"\.spec: ([a-z0-9-]+): ", done.stderr))
        before, after = trace(program, path), trace(program, copy)
        if before is None or after is None:
            return ("cannot be traced", None) if before is None else ("cannot be traced any more", "")
        if not before:
            return "runs no go command", None
        found = differences(before, after)
        if found is None:
            return "other commands", ""
        wrong = {number: changes for number, changes in found.items() if not all(may_change(rules, name) for name in changes)}
        return ("as promised", None) if not wrong else ("not as promised", f"{sorted(rules)} {wrong}")
    finally:
        shutil.rmtree(folder)


def main():
    tool = os.path.abspath(sys.argv[1])
    failures = 0
    for case in CASES:
        problem = judge(tool, case)
        failures += problem is not None
        print(f"{'FAILED' if problem else 'ok':6}  {case.rule}{' with a caller' if case.caller else ''}{': ' + problem if problem else ''}", flush=True)
    print(f"recorded environments: {len(CASES) - failures} passed, {failures} failed")
    print("\n| fixture | what its fixes change for go |\n|---|---|", flush=True)
    counted = 0
    for path in sorted(glob.glob(os.path.join(FIXTURES, "*", "*.spec"))):
        name = os.path.basename(path)
        judged = judge_fixture(tool, path)
        if judged is None:
            continue
        counted += 1
        changed, problem = judged
        failures += problem is not None
        print(f"| {name.removesuffix('.spec')} | {'FAILED: ' + problem if problem else changed} |", flush=True)
    print(f"\nrecorded fixtures: {counted}\n")
    if len(sys.argv) > 3 and sys.argv[2] == "--trace":
        # The tracer starts itself again in a sandbox, where links of this machine may lead nowhere.
        program, folders = os.path.realpath(sys.argv[3]), [os.path.realpath(folder) for folder in sys.argv[4:]]
        done = subprocess.run([tool, "lint", "--format", "json", "--fail-on", "never", *folders], capture_output=True)
        fixable = [file["file"] for file in json.loads(done.stdout)["files"]
                   if any(fix["applicability"] == "safe" for finding in file["diagnostics"] for fix in finding["fixes"])]
        verdicts = {}
        for path in fixable:
            verdict, problem = judge_traced(tool, program, path)
            verdicts[verdict] = verdicts.get(verdict, 0) + 1
            if problem is not None:
                failures += 1
                print(f"{os.path.basename(path)}: {verdict} {problem}")
        print(f"traced: {verdicts}")
        if set(verdicts) == {"cannot be traced"}:
            failures += 1
            print("the tracer works for none of them")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())

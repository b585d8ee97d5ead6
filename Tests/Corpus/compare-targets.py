#!/usr/bin/env python3
"""Compares the bundled macros of a target with a distribution's real ones, over the Go specs of a folder.

usage: compare-targets.py RPMSCOPE REAL TARGET SPECS [-v]

REAL is a folder as RPM_CONFIGDIR wants it (rpm's own `macros` and `platform`, the distribution's files in `macros.d`, its Lua in
`lua`): with it every spec is read as `--target host`, without it as `--target TARGET`. The folder is not part of the project, because
the macros in it are not.

A spec agrees when both readings show the same go commands: section, words, module mode, module cache and build cache with their use,
GOFLAGS. Apart from that count: specs whose macros the real set refuses (options that an older go-rpm-macros does not know) and those
that call what the folder does not define (go-vendor-tools). Folder names that follow from rpm's generation and the user's home are
made alike first, and so is the order of -X flags, which is that of a Lua table; `*`, what the real side leaves unknown, stands for
any text. Exit status 0 when 99 % of the others agree.
"""
import collections, concurrent.futures, json, os, re, subprocess, sys

CALLS = re.compile(rb"%\{?(?:gobuild|goprep|gocheck|gocheck2|gotest)\b")
# Go macros of packages that the folder need not have.
FOREIGN = {"gocheck2", "go_vendor_license_check", "go_vendor_license_install", "go_vendor_license_buildrequires"}


def resolve(tool, spec, target, real=None):
    environment = dict(os.environ, HOME="/builddir")
    if real:
        environment["RPM_CONFIGDIR"] = real
    try:
        done = subprocess.run(
            [tool, "resolve", "--json", "--target", target, "--define", "_topdir /builddir/build", spec], stdin=subprocess.DEVNULL,
            capture_output=True, timeout=60, env=environment)
        return json.loads(done.stdout)["commands"]
    except (ValueError, KeyError, subprocess.TimeoutExpired):
        return None


def refusals(tool, spec, real):
    """What the real macros do not know or do not take, as rpmscope tells it."""
    done = subprocess.run(
        [tool, "expand", "--json", "--target", "host", spec], stdin=subprocess.DEVNULL, capture_output=True, timeout=60,
        env=dict(os.environ, HOME="/builddir", RPM_CONFIGDIR=real))
    try:
        answer = json.loads(done.stdout)
    except ValueError:
        return {"no answer"}
    found = {d["message"].split(" in ")[0] + " in " + d["message"].split(" in ")[1].split("(")[0] for d in answer["diagnostics"]
             if d["message"].startswith("Unknown option")}
    text = "\n".join(s["text"] for s in answer["sections"] if s["name"] in ("prep", "build", "install", "check"))
    return found | {f"%{name} undefined" for name in FOREIGN if re.search(rf"^\s*%\{{?{name}\b", text, re.M)}


def alike(text):
    text = re.sub(r"__opaque_\d+__", "*", text)
    text = re.sub(r"\S*/find-lang\.sh", "find-lang.sh", text)
    text = re.sub(r"/builddir/build/BUILD/[^/ \"':]*-build(?=[/ \"':]|$)", "/builddir/build/BUILD", text)
    text = re.sub(r"/builddir/build/BUILDROOT/[^/ \"':]*|/builddir/build/BUILD/BUILDROOT", "/builddir/build/BUILDROOT", text)
    # The C linker's flags are the release's, not the Go macros'.
    text = re.sub(r"-extldflags '[^']*'", "-extldflags '…'", text)
    if " -X " in text:
        text = " ".join(sorted(text.split()))
    return re.sub(r"[ \n]+", " ", text).strip()


def shape(command):
    cache = lambda c: f"{alike(c['path'])} {'used' if c['used'] else 'not used'}"
    flags = command["env"].get("GOFLAGS", {}).get("value", "")
    return {
        "command": command["section"] + ": " + " ".join(alike(w) for w in command["argv"]), "mode": command["moduleMode"],
        "module cache": cache(command["moduleCache"]), "build cache": cache(command["buildCache"]), "GOFLAGS": alike(flags)}


def same(ours, theirs):
    """Where the host's /bin/sh is no bash, what a `%(command)` of bash prints is unknown on its side only."""
    return ours == theirs or "*" in theirs and re.fullmatch(".*".join(map(re.escape, theirs.split("*"))), ours, re.S)


def difference(ours, theirs):
    """The first thing in which two lists of commands differ; empty when they agree."""
    for a, b in zip(ours, theirs):
        for name in a:
            if not same(a[name], b[name]):
                return f"{name}: {a[name]} against {b[name]}"
    if len(ours) != len(theirs):
        return f"commands: {len(ours)} against {len(theirs)}"
    return ""


def judge(tool, real, target, spec):
    ours, theirs = resolve(tool, spec, target), resolve(tool, spec, "host", real)
    if ours is None or theirs is None:
        return "no answer", ""
    found = difference([shape(c) for c in ours], [shape(c) for c in theirs])
    if not found:
        return "agrees", ""
    refused = refusals(tool, spec, real)
    if refused:
        return "the real macros refuse it", ", ".join(sorted(refused))
    return found.split(":")[0] + " differ", found


def main():
    tool, real, target, folder = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2]), sys.argv[3], sys.argv[4]
    specs = sorted(os.path.join(folder, n) for n in os.listdir(folder) if n.endswith(".spec"))
    specs = [s for s in specs if CALLS.search(open(s, "rb").read())]
    results, refusal = collections.Counter(), collections.Counter()
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for spec, (verdict, detail) in zip(specs, pool.map(lambda s: judge(tool, real, target, s), specs)):
            results[verdict] += 1
            if verdict == "the real macros refuse it":
                refusal[detail] += 1
            if "-v" in sys.argv and verdict != "agrees" or verdict not in ("agrees", "the real macros refuse it"):
                print(f"{os.path.basename(spec)}: {verdict}: {detail[:600]}")
    for verdict, count in results.most_common():
        print(f"{count:6}  {verdict}")
    for detail, count in refusal.most_common():
        print(f"{count:10}  {detail}")
    judged = len(specs) - results["the real macros refuse it"]
    print(f"{target}: {results['agrees']} of {judged} specs agree ({100 * results['agrees'] / max(1, judged):.1f} %)")
    return 0 if judged and results["agrees"] >= 0.99 * judged else 1


if __name__ == "__main__":
    sys.exit(main())

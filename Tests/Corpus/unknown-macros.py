#!/usr/bin/env python3
"""Counts the macros that `rpmscope expand --target auto` leaves unknown in the scriptlets of a folder of specs.

usage: unknown-macros.py RPMSCOPE FOLDER... [--no-rpmspec] [-v]

A macro counts as unknown where the expanded text of a scriptlet still calls it: `%{name…}` outside comments, or `%name` where a
command stands or where the name begins as rpm's own do. Formats of other programs (`rpm --qf`, `date +%d`, `curl -w`) are no calls.
Neither is `%patch0`, which rpm leaves as it is since 4.20, and refuses (`numbered-patch`).
Beside it stands what `rpmspec -P` of this machine says of the same specs, in a bubblewrap jail without network, because rpmspec runs
what specs ask it to. Exit status 0 when at least 97 % of the specs have every section evaluated and nothing unknown in a scriptlet.
"""
import collections, concurrent.futures, json, os, re, subprocess, sys

GOAL = 0.97
SCRIPTLETS = {
    "prep", "generate_buildrequires", "conf", "build", "install", "check", "clean", "pre", "post", "preun", "postun", "pretrans",
    "posttrans", "preuntrans", "postuntrans", "verifyscript", "triggerin", "triggerun", "triggerprein", "triggerpostun", "filetriggerin",
    "filetriggerun", "filetriggerpostun", "transfiletriggerin", "transfiletriggerun", "transfiletriggerpostun"}
BRACED = re.compile(r"(?<!%)%\{[!?]*([A-Za-z_]\w{2,})(?=[}: ])")
NUMBERED_PATCH = re.compile(r"patch\d+")
PLAIN = re.compile(r"(?:(?:^|[;&|(])\s*%\??|%(?=_))([A-Za-z_]\w{2,})\b")
OTHERS = re.compile(r"--qf|--queryformat|\brpm -q|\bcurl\b|\s-w\s|\bjq\b|--pretty|--format|printf|\bdate\b")


def is_escaped(section, offset, source, starts):
    """Whether the percent sign at a byte of a section's text is written `%%` in the spec: then the text is meant."""
    for run in section["runs"]:
        if run["offset"] <= offset < run["offset"] + run["length"]:
            if run["origin"] == "macro" or run.get("file"):
                return False
            at = starts[run["line"] - 1] + run["column"] - 1 + offset - run["offset"]
            return source[at - 1:at + 1] == b"%%" or source[at:at + 2] == b"%%"
    return False


def unknown_in(sections, source):
    """Names of macros left in scriptlets."""
    starts = [0] + [index + 1 for index, byte in enumerate(source) if byte == 10]
    names = set()
    for section in sections:
        if section["name"] not in SCRIPTLETS:
            continue
        position = 0
        for line in section["text"].split("\n"):
            if not line.lstrip().startswith("#") and not OTHERS.search(line):
                for match in list(BRACED.finditer(line)) + list(PLAIN.finditer(line)):
                    percent = line.index("%", match.start())
                    offset = position + len(line[:percent].encode("utf-8", "surrogateescape"))
                    if not NUMBERED_PATCH.fullmatch(match.group(1)) and not is_escaped(section, offset, source, starts):
                        names.add(match.group(1))
            position += len(line.encode("utf-8", "surrogateescape")) + 1
    return names


def expand(tool, spec):
    """The target and the names left in a spec, None where it was not evaluated."""
    try:
        done = subprocess.run(
            [tool, "expand", "--json", "--target", "auto", spec], stdin=subprocess.DEVNULL, capture_output=True, timeout=60)
        answer = json.loads(done.stdout)
        return answer["target"], unknown_in(answer["sections"], open(spec, "rb").read())
    except (ValueError, KeyError, subprocess.TimeoutExpired):
        return "", None


JAIL = [
    "bwrap", "--die-with-parent", "--unshare-all", "--ro-bind", "/", "/", "--tmpfs", "/tmp", "--tmpfs", "/var/tmp", "--proc", "/proc",
    "--dev", "/dev", "--setenv", "HOME", "/builddir"]


def rpmspec_accepts(spec):
    inside = "/tmp/" + os.path.basename(spec)
    try:
        return subprocess.run(
            JAIL + ["--ro-bind", spec, inside, "--chdir", "/tmp", "rpmspec", "-P", inside], stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=40).returncode == 0
    except subprocess.TimeoutExpired:
        return False


def main():
    arguments = [a for a in sys.argv[1:] if not a.startswith("-")]
    tool, folders = os.path.abspath(arguments[0]), arguments[1:]
    specs = sorted(os.path.join(f, n) for f in folders for n in os.listdir(f) if n.endswith(".spec"))
    targets, names, holders = collections.Counter(), collections.Counter(), {}
    evaluated = complete = 0
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for spec, (target, unknown) in zip(specs, pool.map(lambda s: expand(tool, s), specs)):
            targets[target] += 1
            evaluated += unknown is not None
            complete += unknown == set()
            for name in unknown or ():
                names[name] += 1
                holders.setdefault(name, []).append(os.path.basename(spec))
        accepted = None if "--no-rpmspec" in sys.argv else sum(pool.map(rpmspec_accepts, specs))
    for name, count in names.most_common():
        print(f"{count:6}  %{name}" + (f"  {' '.join(holders[name][:5])}" if "-v" in sys.argv else ""))
    for target, count in targets.most_common():
        print(f"{count:6}  read as {target or 'nothing'}")
    share = complete / max(1, len(specs))
    print(f"{len(specs):6}  specs")
    if accepted is not None:
        print(f"{len(specs) - accepted:6}  refused by this machine's rpmspec -P ({100 * (1 - accepted / max(1, len(specs))):.1f} %)")
    print(f"{len(specs) - evaluated:6}  not evaluated by rpmscope")
    print(f"{complete:6}  evaluated with no unknown macro in a scriptlet ({100 * share:.1f} %)")
    return 0 if specs and share >= GOAL else 1


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/python3
"""Applies rpmscope's safe fixes to copies of real specs and lets librpm say that nothing else has changed.

usage: fix-keeps-metadata.py RPMSCOPE FOLDER... [-v]

Every spec is linted where it lies; those with safe fixes are copied, fixed, and fixed again, which must find nothing to fix. Of every
changed spec that librpm parses (python3-rpm, in a bubblewrap jail without network, because specs run commands while they are read),
names, versions, requires, provides, files and scriptlets of all packages are the same before and after, and of %prep, %build, %install
and %check only lines that the edited lines of the spec give are different. Prints what was fixed, and what was not offered and why.
Exit status 0 when all that holds.
"""
import collections, concurrent.futures, difflib, json, os, re, shutil, subprocess, sys, tempfile

SECTIONS = ["prep", "build", "install", "check"]
DEFINES = ["_topdir /builddir/build", "_sourcedir /builddir/build/SOURCES"]
REFUSED = re.compile(r"^'(.*)' is not offered: (.*)$", re.S)
DEFINITION = re.compile(r"^\s*%(?:global|define)\s+(\w+)(?:\([^)]*\))?\s+(.*)$")


def read_with_librpm(path, lines):
    import rpm
    log = open(os.devnull, "w")
    rpm.setLogFile(log)
    for define in DEFINES:
        rpm.expandMacro("%define " + define)
    spec = rpm.spec(path)
    tags = ["NEVRA", "EPOCH", "REQUIRENEVRS", "PROVIDENEVRS", "CONFLICTNEVRS", "OBSOLETENEVRS", "RECOMMENDNEVRS", "SUGGESTNEVRS", "SUMMARY",
            "DESCRIPTION", "LICENSE", "GROUP", "URL", "PREIN", "POSTIN", "PREUN", "POSTUN", "PRETRANS", "POSTTRANS", "CHANGELOGTEXT"]
    packages = [{tag: str(package.header[getattr(rpm, "RPMTAG_" + tag)]) for tag in tags} | {"files": str(package.fileList)}
                for package in spec.packages]
    source = {tag: str(spec.sourceHeader[getattr(rpm, "RPMTAG_" + tag)]) for tag in ["NEVR", "REQUIRENEVRS", "CHANGELOGTEXT"]}
    expanded = []
    for line in lines:
        try:
            expanded.append(rpm.expandMacro(line))
        except rpm.error:
            expanded.append(line)
    json.dump({"packages": packages, "source": source, "sources": [s[0] for s in spec.sources], "expanded": expanded,
               "sections": {name: getattr(spec, name) or "" for name in SECTIONS}}, sys.stdout)


def librpm(path, lines):
    inside = "/tmp/" + os.path.basename(path)
    command = [
        "bwrap", "--die-with-parent", "--unshare-all", "--ro-bind", "/", "/", "--tmpfs", "/tmp", "--tmpfs", "/var/tmp", "--proc", "/proc",
        "--dev", "/dev", "--ro-bind", os.path.abspath(__file__), "/var/tmp/keeps.py", "--ro-bind", path, inside, "--setenv", "HOME",
        "/builddir", "--setenv", "SOURCE_DATE_EPOCH", "1700000000", "--chdir", "/tmp", "/usr/bin/python3", "/var/tmp/keeps.py", "--librpm", inside]
    try:
        done = subprocess.run(command, input=json.dumps(lines).encode(), capture_output=True, timeout=40)
        return json.loads(done.stdout)
    except (ValueError, subprocess.TimeoutExpired):
        return None


def text(path):
    with open(path, encoding="utf-8", errors="surrogateescape", newline="") as file:
        return file.read()


def changed_lines(before, after):
    """The lines that are not in both, as (old, new) stretches."""
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    return [(before[a:b], after[c:d]) for tag, a, b, c, d in matcher.get_opcodes() if tag != "equal"]


def explained(changes, source, old, new):
    """Whether every change of a scriptlet is what an edited line of the spec gives, itself or through a macro it defines.

    `old` and `new` are what librpm makes of the edited lines.
    """
    given_old = {line.strip() for value in old for line in value.split("\n")}
    given_new = {line.strip() for value in new for line in value.split("\n")}
    bodies = set()
    for before, after in source:
        for first, second in zip(map(DEFINITION.match, before), map(DEFINITION.match, after)):
            if first and second and first.group(1) == second.group(1):
                bodies |= changed_words(first.group(2), second.group(2))
    for before, after in changes:
        rest_old = [line for line in before if line.strip() not in given_old]
        rest_new = [line for line in after if line.strip() not in given_new]
        if not changed_words("\n".join(rest_old), "\n".join(rest_new)) <= bodies:
            return False
    return True


def changed_words(before, after):
    """Words taken out and put in, without where."""
    matcher = difflib.SequenceMatcher(None, before.split(), after.split(), autojunk=False)
    return {(tuple(before.split()[a:b]), tuple(after.split()[c:d])) for tag, a, b, c, d in matcher.get_opcodes() if tag != "equal"}


def judge(tool, path):
    """What becomes of one spec: a verdict and its details."""
    folder = tempfile.mkdtemp(prefix="rpmscope-fixes.")
    try:
        copy = os.path.join(folder, os.path.basename(path))
        shutil.copyfile(path, copy)
        fix = [tool, "lint", "--fix", "--fail-on", "never", "--output", os.devnull, copy]
        first = subprocess.run(fix, capture_output=True, text=True, errors="replace")
        before, after = text(path), text(copy)
        if first.returncode != 0 or before == after:
            return "nothing was changed", first.stderr
        second = subprocess.run(fix, capture_output=True, text=True, errors="replace")
        if second.stderr or text(copy) != after:
            return "a second run still finds something to fix", second.stderr
        source = changed_lines(before.split("\n"), after.split("\n"))
        old = librpm(path, ["\n".join(lines) for lines, _ in source] + [line for lines, _ in source for line in lines])
        new = librpm(copy, ["\n".join(lines) for _, lines in source] + [line for _, lines in source for line in lines])
        if old is None:
            return "librpm does not parse it", ""
        if new is None:
            return "librpm does not parse it any more", ""
        for part in ("packages", "source", "sources"):
            if old[part] != new[part]:
                return "metadata is different", part
        for name in SECTIONS:
            changes = changed_lines(old["sections"][name].split("\n"), new["sections"][name].split("\n"))
            if not explained(changes, source, old["expanded"], new["expanded"]):
                return "other lines are different", f"%{name}: {changes}"
        return "the same but for the edited lines", ""
    finally:
        shutil.rmtree(folder)


def main():
    if sys.argv[1] == "--librpm":
        return read_with_librpm(sys.argv[2], json.load(sys.stdin))
    tool = os.path.abspath(sys.argv[1])
    folders = [argument for argument in sys.argv[2:] if not argument.startswith("-")]
    with tempfile.TemporaryDirectory() as folder:
        report = os.path.join(folder, "report.json")
        subprocess.run([tool, "lint", "--format", "json", "--fail-on", "never", "--output", report, *folders], check=False)
        with open(report, encoding="utf-8") as text:
            files = json.load(text)["files"]
    offered, refused, doubted = collections.Counter(), collections.Counter(), collections.Counter()
    fixable = []
    for file in files:
        for finding in file["diagnostics"]:
            for fix in finding["fixes"]:
                offered[finding["rule"], fix["applicability"]] += 1
                if fix["applicability"] == "unsafe":
                    doubted[finding["rule"], fix["title"].split("'")[0].strip(), fix["reason"]] += 1
            for note in finding["notes"]:
                if found := REFUSED.match(note["message"]):
                    refused[finding["rule"], found.group(2)] += 1
        if any(fix["applicability"] == "safe" for finding in file["diagnostics"] for fix in finding["fixes"]):
            fixable.append(file["file"])
    verdicts = collections.Counter()
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for path, (verdict, detail) in zip(fixable, pool.map(lambda path: judge(tool, path), fixable)):
            verdicts[verdict] += 1
            if "-v" in sys.argv or verdict not in ("the same but for the edited lines", "librpm does not parse it"):
                print(f"{os.path.basename(path)}: {verdict} {detail}")
    print(f"{len(files)} specs, {len(fixable)} with safe fixes")
    for title, counter in (("offered", offered), ("unsafe, because", doubted), ("not offered, because", refused), ("changed specs", verdicts)):
        print(f"\n{title}:")
        for key, count in sorted(counter.items(), key=lambda item: (-item[1], str(item[0]))):
            print(f"{count:6}  {key if isinstance(key, str) else ': '.join(key)}")
    good = verdicts["the same but for the edited lines"] + verdicts["librpm does not parse it"]
    print(f"\nfixes: {good} passed, {len(fixable) - good} failed")
    return 0 if good == len(fixable) > 0 else 1


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/python3
"""Compares `rpmscope expand --json --allow-shell` with librpm itself over the specs in folders and the folders in them.

usage: compare-expand.py RPMSCOPE FOLDER... [-v] [--text]

Each spec is read by librpm (python3-rpm) and by rpmscope in one bubblewrap jail without network, because specs run
commands while they are read. For every spec that librpm parses, %prep, %build, %install and %check must be the same
byte for byte, with --text also what `rpmspec -P` prints but for line feeds at its end; a spec whose text librpm itself gives differently when asked twice (dates,
random numbers) is counted apart. For every spec, each verbatim run must stand in the source where it says, and the runs
must cover the text. Exit status 0 when all that holds.
"""
import collections, concurrent.futures, json, os, subprocess, sys, time

SECTIONS = ["prep", "build", "install", "check"]
DEFINES = ["_topdir /builddir/build", "_sourcedir /builddir/build/SOURCES"]


def read_with_librpm(path):
    import rpm
    log = open(os.devnull, "w")
    rpm.setLogFile(log)
    for define in DEFINES:
        rpm.expandMacro("%define " + define)
    spec = rpm.spec(path)
    texts = {name: getattr(spec, name) or "" for name in SECTIONS + ["parsed"]}
    json.dump(texts, sys.stdout)


def jail(spec, tool, command):
    inside = "/tmp/" + os.path.basename(spec)
    return [
        "bwrap", "--die-with-parent", "--unshare-all", "--ro-bind", "/", "/", "--tmpfs", "/tmp", "--tmpfs", "/var/tmp", "--proc", "/proc",
        "--dev", "/dev", "--ro-bind", os.path.dirname(tool), "/var/tmp/bin", "--ro-bind", os.path.abspath(__file__), "/var/tmp/compare.py",
        "--ro-bind", spec, inside, "--setenv", "HOME", "/builddir", "--chdir", "/tmp"] + command + [inside]


def output(spec, tool, command, timeout=40):
    try:
        return subprocess.run(jail(spec, tool, command), stdin=subprocess.DEVNULL, capture_output=True, timeout=timeout).stdout
    except subprocess.TimeoutExpired:
        return b""


def run(spec, tool, command, timeout=40):
    try:
        return json.loads(output(spec, tool, command, timeout))
    except ValueError:
        return None


def broken_run(source, section):
    """The first run that does not stand where it says; None when all do."""
    text = section["text"].encode("utf-8", "surrogateescape")
    position = 0
    starts = [0]
    for index, byte in enumerate(source):
        if byte == 10:
            starts.append(index + 1)
    for run in section["runs"]:
        if run["offset"] != position or run["length"] <= 0:
            return run
        position += run["length"]
        if run["origin"] == "verbatim" and not run.get("file"):
            at = starts[run["line"] - 1] + run["column"] - 1
            if source[at:at + run["length"]] != text[run["offset"]:run["offset"] + run["length"]]:
                return run
    return None if position == len(text) else {"covers": position, "of": len(text)}


def judge(spec, tool):
    librpm = ["/usr/bin/python3", "/var/tmp/compare.py", "--librpm"]
    ours = ["/var/tmp/bin/rpmscope", "expand", "--allow-shell", "--target", "host"]
    for define in DEFINES:
        ours += ["--define", define]

    def texts_of_librpm():
        texts = run(spec, tool, librpm)
        return texts and {name: text.rstrip("\n") if name == "parsed" else text for name, text in texts.items()}

    def texts_of_rpmscope(expanded):
        texts = {s["name"]: s["text"] for s in reversed(expanded["sections"])}
        if "--text" in sys.argv:
            texts["parsed"] = output(spec, tool, ours).decode("utf-8", "surrogateescape").rstrip("\n")
        return texts

    def difference(truth, texts):
        names = SECTIONS + ["parsed"] if "--text" in sys.argv else SECTIONS
        return next((name for name in names if truth[name] != texts.get(name, "")), None)

    expanded = run(spec, tool, ours + ["--json"])
    if expanded is None:
        return "rpmscope gave no answer", ""
    source = open(spec, "rb").read()
    for section in expanded["sections"]:
        broken = broken_run(source, section)
        if broken:
            return "a run is not where it says", f"%{section['name']} {broken}"
    truth = texts_of_librpm()
    if truth is None:
        errors = sum(1 for d in expanded["diagnostics"] if d["severity"] == "error")
        return "librpm refuses it", f"{len(expanded['sections'])} sections, {errors} errors"
    name = difference(truth, texts_of_rpmscope(expanded))
    if name is None:
        return "same", ""
    # A spec may hold the time: with its seconds librpm differs from itself a second later, with its minutes or its
    # date only the two readings on both sides of their turn differ.
    time.sleep(1.1)
    again = texts_of_librpm()
    if again is not None and again[name] != truth[name]:
        return "librpm gives another text each time", name
    expanded = run(spec, tool, ours + ["--json"])
    if again is not None and expanded is not None and difference(again, texts_of_rpmscope(expanded)) is None:
        return "same when asked again", name
    return "differs", name


def main():
    if sys.argv[1] == "--librpm":
        return read_with_librpm(sys.argv[2])
    tool = os.path.abspath(sys.argv[1])
    folders = [a for a in sys.argv[2:] if not a.startswith("-")]
    specs = sorted(os.path.join(path, name) for folder in folders for path, _, names in os.walk(folder)
                   for name in names if name.endswith(".spec"))
    results = collections.Counter()
    refused_with_sections = 0
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for spec, (verdict, detail) in zip(specs, pool.map(lambda s: judge(s, tool), specs)):
            results[verdict] += 1
            refused_with_sections += verdict == "librpm refuses it" and not detail.startswith("0 ")
            if "-v" in sys.argv or verdict not in ("same", "librpm refuses it"):
                print(f"{os.path.basename(spec)}: {verdict} {detail}")
    for verdict, count in results.most_common():
        print(f"{count:6}  {verdict}")
    print(f"{refused_with_sections:6}  of those that librpm refuses yield sections")
    bad = results["differs"] + results["a run is not where it says"] + results["rpmscope gave no answer"]
    print(f"expand: {len(specs) - bad} passed, {bad} failed")
    return 1 if bad or not specs else 0


if __name__ == "__main__":
    sys.exit(main())

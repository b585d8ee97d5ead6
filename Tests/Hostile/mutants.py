"""Mutated specs: `mutants.py RPMSCOPE [--short] [--rounds N] [--seed N] [--keep FOLDER] FOLDER…`.

Every spec in the folders is changed at random, `--rounds` times: cut, lines deleted, doubled and swapped, bytes flipped, bytes above 0x7f and
NUL bytes put in, pieces of syntax put in, lines of others mixed in. All mutants are linted, many in a call, and each is expanded and
resolved. What must hold is in judge.py; besides, each mutant gets an answer in the report, its findings lie in it, no reading is ended by
a signal, and what `expand` prints is covered by runs that stand where they say. Mutants at fault are kept. The same seed gives the same.
"""
import argparse
import collections
import os
import pathlib
import random
import shutil
import sys
import tempfile
import time

from judge import Judge, broken_run, outside_places

BATCH = 40
# One spec's time; the rest is for the program and the machine.
TIMEOUT = 10
SLACK = 20
PIECES = [
    b"%", b"%%", b"%{", b"}", b"%{?", b"%{!?x:", b"%(", b")", b"%[", b"]", b"%{lua:", b"%{expand:", b"%{-x*}", b"%*", b"%#", b"%**", b"%1", b"\\\n",
    b"\n%if 1\n", b"\n%else\n", b"\n%endif\n", b"\n%elif x\n", b"\n%build\n", b"\n%files -n x\n", b"\n%package -n x\n", b"\n%changelog\n", b"\n%include x\n",
    b"\n%define x() %{-y:%*}\n", b"\n%global x %{x}\n", b"$(", b"`", b"${", b"$((", b"<<E\n", b"'", b'"', b"case x in ", b"\nfor i in a b; do\n", b"\ndone\n",
    b"\nfi\n", b"if go build; then\n", b"|", b"&", b";", b"#", b"GOFLAGS=", b"export ", b"go build -", b"\r\n", b"\t", b"\xef\xbb\xbf", b"\xc3", b"\xe2\x80\xae",
    b"\x1b[2J", b"9" * 30, b"-1", b"x" * 5000, b"%{" * 200, b"(" * 200, b"$(" * 60]
faults = []
counts = collections.Counter()


def cut(text, _):
    return text[:random.randrange(len(text) + 1)]


def on_lines(change):
    def changed(text, _):
        lines = text.splitlines(keepends=True)
        change(lines)
        return b"".join(lines)
    return changed


def delete(lines):
    for _ in range(random.randint(1, 4)):
        if lines:
            del lines[random.randrange(len(lines))]


def double(lines):
    if lines:
        at = random.randrange(len(lines))
        lines[at:at] = [lines[at]] * random.choice([1, 1, 2, 100])


def swap(lines):
    if lines:
        one, other = random.randrange(len(lines)), random.randrange(len(lines))
        lines[one], lines[other] = lines[other], lines[one]


def put(text, piece):
    at = random.randrange(len(text) + 1)
    return text[:at] + piece + text[at:]


def flip(text, _):
    changed = bytearray(text)
    for _ in range(random.choice([1, 1, 3, 10])):
        if changed:
            changed[random.randrange(len(changed))] ^= 1 << random.randrange(8)
    return bytes(changed)


def high(text, _):
    changed = bytearray(text)
    for _ in range(random.choice([1, 1, 3, 10])):
        if changed:
            changed[random.randrange(len(changed))] = random.randrange(0x80, 0x100)
    return bytes(changed)


def mix(text, other):
    lines, others = text.splitlines(keepends=True), other.splitlines(keepends=True)
    start = random.randrange(len(others) + 1)
    at = random.randrange(len(lines) + 1)
    lines[at:at] = others[start:start + random.randint(1, 15)]
    return b"".join(lines)


MUTATIONS = {
    "cut": cut,
    "lines deleted": on_lines(delete),
    "lines doubled": on_lines(double),
    "lines swapped": on_lines(swap),
    "bytes flipped": flip,
    "bytes above 0x7f": high,
    "NUL bytes": lambda text, _: put(text, b"\0" * random.choice([1, 1, 7])),
    "syntax put in": lambda text, _: put(text, random.choice(PIECES)),
    "lines of another": mix,
}


def mutant(number, specs):
    """The bytes of a mutant of one spec; every kind of mutation comes in turn, more may follow."""
    kinds = list(MUTATIONS)
    text = specs[number % len(specs)].read_bytes()
    chosen = [kinds[(number + number // len(specs)) % len(kinds)], *random.choices(kinds, k=random.choice([0, 0, 1, 3]))]
    for kind in chosen:
        counts[kind] += 1
        text = MUTATIONS[kind](text, random.choice(specs).read_bytes())
    return text


def fault(name, what):
    faults.append((name, what))
    print(f"FAULT {name}: {what}", flush=True)


def batch(judge, folder, names):
    """Lints files in one call; a call at fault is divided until the file is found."""
    answer = judge.run(["lint", "--no-config", "--min-confidence", "low", "--persona", "pedantic", "--format", "json", *names],
                       SLACK + TIMEOUT * len(names), cwd=folder)
    report = judge.json("lint", answer)
    if answer.faults:
        if len(names) == 1:
            return fault(names[0], f"lint {answer.faults} {answer.errors[-300:]}")
        middle = len(names) // 2
        batch(judge, folder, names[:middle])
        return batch(judge, folder, names[middle:])
    if [file["file"] for file in report["files"]] != names:
        fault(names[0], "lint does not answer for every file")
    for file in report["files"]:
        source = (folder / file["file"]).read_bytes()
        for place in outside_places(source, file):
            fault(file["file"], f"lint finds {place}")
        if "error" in file:
            counts[f"not read: {file['error']}"] += 1
            if "signal" in file["error"] or "longer" in file["error"]:
                fault(file["file"], file["error"])


def single(judge, folder, name):
    source = (folder / name).read_bytes()
    answer = judge.run(["expand", "--no-config", "--json", name], SLACK + TIMEOUT, cwd=folder)
    report = judge.json("expand", answer)
    for section in report["sections"] if report else []:
        broken = broken_run(source, section)
        if broken:
            answer.faults.append(f"has a run that is not where it says: %{section['name']} {broken}")
    if report:
        answer.faults += outside_places(source, report)
        if answer.errors and not answer.errors.startswith(b"rpmscope: "):
            answer.faults.append(f"says {answer.errors[:100]}")
    counts["not expanded"] += report is None
    if answer.faults:
        fault(name, f"expand {answer.faults} {answer.errors[-300:]}")
    answer = judge.run(["resolve", "--no-config", "--json", name], SLACK + TIMEOUT, cwd=folder)
    judge.json("resolve", answer)
    if answer.faults:
        fault(name, f"resolve {answer.faults} {answer.errors[-300:]}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("rpmscope")
    parser.add_argument("folders", nargs="+", type=pathlib.Path)
    parser.add_argument("--short", action="store_true", help="one mutant of each spec, and only lint for most")
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--seed", type=int, default=19)
    parser.add_argument("--keep", type=pathlib.Path)
    options = parser.parse_args()
    random.seed(options.seed)
    specs = sorted(path for folder in options.folders for path in folder.rglob("*.spec"))
    # Round after round over all of them; so a run that is ended early has seen something of each.
    random.shuffle(specs)
    folder = pathlib.Path(tempfile.mkdtemp(prefix="mutants-"))
    judge = Judge(options.rpmscope)
    start = time.monotonic()
    total = options.rounds * len(specs)
    for first in range(0, total, BATCH):
        names = [f"{number:06}.spec" for number in range(first, min(first + BATCH, total))]
        for name in names:
            (folder / name).write_bytes(mutant(int(name[:6]), specs))
        batch(judge, folder, names)
        for name in names if not options.short else names[::4]:
            single(judge, folder, name)
        for name in names:
            if options.keep and any(name == at_fault for at_fault, _ in faults):
                options.keep.mkdir(parents=True, exist_ok=True)
                shutil.copy(folder / name, options.keep / f"{options.seed}-{name}")
            (folder / name).unlink()
    shutil.rmtree(folder)
    for what, count in sorted(counts.items()):
        print(f"{count:6}  {what}")
    print(f"{total} mutants of {len(specs)} specs in {time.monotonic() - start:.0f} s: " + (f"{len(faults)} faults" if faults else "no fault"))
    sys.exit(bool(faults) or not specs)


if __name__ == "__main__":
    main()

"""Nasty specs, archives and source packages: `nasty.py RPMSCOPE [--short] [--only TEXT]`.

Each case of families.py, archives.py and races.py is read by the commands. Whatever it tries, nothing outside of its folder is changed or
read, no secret of the caller's is printed, its own folder stays as it is, the answer comes within the deadline, every report is valid, and
no process or temporary file is left. The short form takes some cases of every family, with small sizes.
"""
import argparse
import collections
import json
import pathlib
import re
import shutil
import sys
import tempfile
import time
import xml.etree.ElementTree as tree

import archives
import families
import races
from judge import CONTROLS, Judge
from watch import CANARY, Ground, IN_OPEN, state

TIMEOUT = 2
# Cases of a family in the short form, about.
SHORT = 10
FORMATS = ["sarif", "github", "gitlab", "junit", "checkstyle", "rpmlint", "review", "text"]
READING = ["--no-config", "--no-user-macros", "--timeout", str(TIMEOUT)]


class Sizes:
    """Which of three sizes are taken."""

    def __init__(self, short):
        self.short = short

    def __call__(self, small, middle, large):
        return [small] if self.short else [small, middle, large]


def filled(ground, text):
    return text.replace("@O@", str(ground.outside)).replace("@I@", str(ground.inside))


def written(ground, case):
    """Puts a case's files on the ground; False where this machine has no room for such a name."""
    ground.clear()
    files = dict(case.files)
    if case.spec_name not in files:
        files[case.spec_name] = case.spec
    for name, content in files.items():
        path = ground.inside / name
        content = content(lambda text: filled(ground, text)) if callable(content) else content
        if isinstance(content, families.Link):
            path.symlink_to(filled(ground, content))
        elif isinstance(content, str):
            path.write_text(filled(ground, content), errors="surrogateescape")
        else:
            path.write_bytes(content.replace(b"@O@", bytes(ground.outside)).replace(b"@I@", bytes(ground.inside)) if name == case.spec_name and name.endswith(".spec") else content)


def checked_text(answer, text, what):
    found = CONTROLS.search(text)
    if found:
        answer.faults.append(f"{what} has {found.group()!r} in {text[max(0, found.start() - 40):found.end() + 20]!r}")


def checked_formats(judge, ground, case, deadline):
    """One run that writes every format."""
    folder = ground.root / "reports"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    arguments = ["lint", *READING, "--persona", "pedantic", "--min-confidence", "low"]
    for name in FORMATS:
        arguments += ["--format", f"{name}={folder}/{name}"]
    answer = judge.run([*arguments, "--", case.spec_name], deadline, cwd=ground.inside, env=ground.environment())
    if answer.faults or answer.status == 2:
        return answer
    for name in FORMATS:
        try:
            text = (folder / name).read_text(encoding="utf-8")
            if name in ("junit", "checkstyle"):
                tree.fromstring(text)
            elif name in ("sarif", "gitlab"):
                json.loads(text)
            else:
                checked_text(answer, text, name)
            if name == "github" and not all(re.match(r"::(error|warning|notice) title=[a-z-]+,file=[^,]+,line=\d+", line) for line in text.split("\n")[:-1]):
                answer.faults.append("a workflow command is not rpmscope's")
            if CANARY in text:
                answer.faults.append(f"{name} prints the secret")
        except (ValueError, OSError, tree.ParseError) as error:
            answer.faults.append(f"{name}: {error}")
    return answer


def tried(judge, ground, case, commands, deadline):
    """The faults of a case, by command."""
    written(ground, case)
    before = state(ground.inside)
    secrets = (CANARY, *case.lacks)
    faults, shown = [], not case.shows
    for command in commands:
        if command == "formats":
            answer = checked_formats(judge, ground, case, deadline)
        else:
            form = {"lint": ["--format", "json", "--min-confidence", "low"], "text": ["--persona", "pedantic"]}.get(command, ["--json"])
            answer = judge.run(["lint" if command == "text" else command, *READING, *form, "--", case.spec_name], deadline, cwd=ground.inside, env=ground.environment())
            if command != "text":
                judge.json(command, answer)
        texts = [answer.errors.decode("utf-8", "surrogateescape")] + ([answer.output.decode("utf-8", "surrogateescape")] if command == "text" else [])
        for text in texts:
            checked_text(answer, text, "the text")
        printed = answer.output + answer.errors
        shown = shown or case.shows.encode() in printed
        answer.faults += ["prints the secret" for secret in secrets if secret.encode() in printed][:1]
        answer.faults += ground.faults()
        faults += [f"{command} {fault}" for fault in answer.faults]
    if state(ground.inside) != before:
        faults.append("changes its own folder")
    return faults if shown else [*faults, f"does not show '{case.shows}'"]


def chosen(family, sizes, text):
    """The cases of a family; in the short form the first, which others are measured by, and some."""
    if not sizes.short or text:
        return (case for case in family(sizes) if text in family.__name__ or text in case.name)
    cases = list(family(sizes))
    return cases[::max(1, len(cases) // SHORT)]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("rpmscope")
    parser.add_argument("--short", action="store_true")
    parser.add_argument("--only", default="", help="families and cases with this in their names")
    parser.add_argument("--races", type=int, help="rounds of each race")
    parser.add_argument("--slack", type=float, default=10, help="seconds beyond the time limit that a run may take")
    options = parser.parse_args()
    sizes = Sizes(options.short)
    root = tempfile.mkdtemp(prefix="nasty-")
    ground, judge = Ground(root), Judge(options.rpmscope)
    deadline = TIMEOUT + options.slack
    failures, slowest = [], []
    for family in families.FAMILIES + archives.FAMILIES:
        start, count = time.monotonic(), 0
        for case in chosen(family, sizes, options.only):
            commands = ["formats"] if case.all_formats else [("lint", "expand", "resolve")[count % 3]] if options.short else ["lint", "expand", "resolve", "text"]
            if case.shows or case.all_formats and not options.short:
                commands = [*dict.fromkeys(["lint", *commands])]
            begun = time.monotonic()
            faults = tried(judge, ground, case, commands, deadline)
            slowest.append((time.monotonic() - begun, f"{family.__name__}: {case.name}"))
            count += 1
            if faults:
                failures.append(case.name)
                print(f"FAULT {family.__name__}: {case.name}\n      " + "\n      ".join(faults[:6]), flush=True)
        print(f"  {family.__name__}: {count} cases in {time.monotonic() - start:.0f} s", flush=True)
    if options.only in "races":
        outcomes = collections.Counter()
        for name, answer, may in races.races(judge, ground, options.races or (2 if options.short else 100), deadline):
            allowed = {"read": "touches ", "open": f"({IN_OPEN:#x})", "nothing": "\n"}[may]
            faults = answer.faults + [fault for fault in ground.faults() if allowed not in fault]
            if CANARY.encode() in answer.output + answer.errors and may != "read":
                faults.append("prints the secret")
            outcomes[f"{name}: status {answer.status}"] += 1
            if faults:
                failures.append(name)
                print(f"FAULT {name}: {faults[:6]}", flush=True)
        for what, count in sorted(outcomes.items()):
            print(f"{count:6}  {what}")
    for seconds, name in sorted(slowest, reverse=True)[:5]:
        print(f"{seconds:6.1f} s  {name}")
    shutil.rmtree(root)
    print(f"{len(failures)} of {len(slowest)} cases at fault" if failures else f"{len(slowest)} cases: nothing comes of them")
    sys.exit(bool(failures))


if __name__ == "__main__":
    main()

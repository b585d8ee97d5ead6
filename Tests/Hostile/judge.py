"""Runs rpmscope under watch and judges what it answers; `mutants.py` and `nasty.py` import it.

A run is at fault when it is ended by a signal, takes longer than its deadline, leaves a process, exits with another status than 0, 1
and 2, or prints JSON that its schema under `Sources/SpecLint/Schemas` refuses, or a text report that a terminal would obey.
"""
import ctypes
import json
import os
import pathlib
import re
import signal
import subprocess
import time

import jsonschema

ROOT = pathlib.Path(__file__).resolve().parents[2]
SCHEMAS = ROOT / "Sources/SpecLint/Schemas"
PR_SET_CHILD_SUBREAPER = 36
# What terminals obey or show out of order; tabs and line feeds are fine.
CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
# Swift's run-time checks say so before they end the process.
TRAPS = re.compile(rb"Fatal error|Stack dump|AddressSanitizer|terminate called")


class Answer:
    def __init__(self, status, output, errors, seconds, faults):
        self.status, self.output, self.errors, self.seconds, self.faults = status, output, errors, seconds, faults


class Judge:
    """Of one program; orphans of what it runs become this process's children, so that none is missed."""

    def __init__(self, rpmscope):
        self.rpmscope = os.path.realpath(rpmscope)
        self.validators = {}
        for name in ("lint", "expand", "resolve"):
            schema = json.loads((SCHEMAS / f"{name}.schema.json").read_text())
            self.validators[name] = jsonschema.Draft202012Validator(schema)
        ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)

    def run(self, arguments, deadline, **options):
        """Runs it with `arguments` and so many seconds; `options` are Popen's."""
        start = time.monotonic()
        process = subprocess.Popen([self.rpmscope, *arguments], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                   start_new_session=True, **options)
        faults = []
        try:
            output, errors = process.communicate(timeout=deadline)
        except subprocess.TimeoutExpired:
            faults.append(f"takes longer than {deadline} s")
            os.killpg(process.pid, signal.SIGKILL)
            output, errors = process.communicate()
        else:
            if process.returncode not in (0, 1, 2):
                faults.append(f"exits with {process.returncode}")
        if TRAPS.search(errors):
            faults.append("traps")
        if not reaped():
            faults.append("leaves a process")
        return Answer(process.returncode, output, errors, time.monotonic() - start, faults)

    def json(self, kind, answer):
        """The parsed output of a run, None where it has none or the run is at fault."""
        if answer.faults or (not answer.output and answer.status == 2 and kind != "lint"):
            return None
        try:
            report = json.loads(answer.output)
        except ValueError as error:
            answer.faults.append(f"prints no JSON: {error}")
            return None
        errors = list(self.validators[kind].iter_errors(report))
        for error in errors[:3]:
            answer.faults.append(f"breaks its schema at {'/'.join(map(str, error.absolute_path))}: {error.message[:200]}")
        return None if errors else report


def reaped():
    """Whether all children end soon; those that do not are killed."""
    deadline = time.monotonic() + 5
    while True:
        try:
            if os.waitpid(-1, os.WNOHANG) == (0, 0):
                if time.monotonic() > deadline:
                    break
                time.sleep(0.01)
        except ChildProcessError:
            return True
    for name in filter(str.isdigit, os.listdir("/proc")):
        try:
            parent = int(pathlib.Path(f"/proc/{name}/stat").read_text().rpartition(")")[2].split()[1])
            if parent == os.getpid():
                os.kill(int(name), signal.SIGKILL)
                os.waitpid(int(name), 0)
        except (OSError, ChildProcessError):
            continue
    return False


def broken_run(source, section):
    """The first run of a section that is not where it says in the source, or what of the text the runs leave out; None where all is well."""
    text = section["text"].encode("utf-8", "surrogateescape")
    starts = [0] + [index + 1 for index, byte in enumerate(source) if byte == 10]
    position = 0
    for run in section["runs"]:
        if run["offset"] != position or run["length"] <= 0:
            return run
        position += run["length"]
        if run["origin"] == "verbatim" and not run.get("file"):
            if run["line"] > len(starts):
                return run
            at = starts[run["line"] - 1] + run["column"] - 1
            if source[at:at + run["length"]] != text[run["offset"]:position]:
                return run
    return None if position == len(text) else {"covers": position, "of": len(text)}


def outside_places(source, report):
    """Places of findings that the source does not have."""
    lines = source.split(b"\n")
    for finding in report["diagnostics"]:
        if "file" in finding:
            continue
        for line, column in ((finding["line"], finding["column"]), (finding["endLine"], finding["endColumn"])):
            if line > len(lines) or column > len(lines[line - 1]) + 2:
                yield f"{finding['rule']} at {line}:{column}"

"""What signals leave behind: `signals.py RPMSCOPE [--short]`.

`rpmscope lint --fix` over a folder is ended at random moments, by the signals that ask and by the one that does not. Afterwards every
spec is what it was or what the fix makes of it, byte by byte; no process is left, and no file but the hidden one that kill -9 may leave.
"""
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time

SPECS = 12
TEXT = """Name: thing{number}
Version: 1
Release: 1
Summary: A thing
License: MIT
URL: https://example.org/
%description
A thing.
%build
go mod download -p 4
go build -j4 ./cmd/thing{number}
{padding}"""

failures = []


def check(condition, what, *details):
    if not condition:
        failures.append(what)
        print(f"FAILED: {what}", *details)


def fill(folder):
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    for number in range(SPECS):
        with open(os.path.join(folder, f"{number:02}.spec"), "w") as file:
            file.write(TEXT.format(number=number, padding="# A comment\n" * 500))


def contents(folder):
    found = {}
    for name in sorted(os.listdir(folder)):
        with open(os.path.join(folder, name), "rb") as file:
            found[name] = file.read()
    return found


def started(rpmscope, folder):
    return subprocess.Popen([rpmscope, "lint", "--no-config", "--select", "rejected-flag", "--fix", folder],
                            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)


def processes(session):
    """Of a session, which the worker shares; readings have sessions of their own and end with their parent."""
    left = []
    for name in filter(str.isdigit, os.listdir("/proc")):
        try:
            with open(f"/proc/{name}/stat") as file:
                fields = file.read().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[3]) == session and fields[0] != "Z":
            left.append(int(name))
    return left


def readings(rpmscope):
    """Processes of the worker that lost their parent."""
    worker = os.path.join(os.path.dirname(os.path.realpath(rpmscope)), "rpmscope-worker")
    left = []
    for name in filter(str.isdigit, os.listdir("/proc")):
        try:
            with open(f"/proc/{name}/stat") as file:
                parent = int(file.read().rpartition(")")[2].split()[1])
            if parent == 1 and os.path.realpath(f"/proc/{name}/exe") == worker:
                left.append(int(name))
        except OSError:
            continue
    return left


def ended(rpmscope, folder, kind, moment):
    """Ends a run after so many seconds; gives how many specs were fixed by then."""
    fill(folder)
    process = started(rpmscope, folder)
    time.sleep(moment)
    process.send_signal(kind)
    status = process.wait()
    deadline = time.monotonic() + 10
    while (processes(process.pid) or readings(rpmscope)) and time.monotonic() < deadline:
        time.sleep(0.02)
    check(not processes(process.pid) and not readings(rpmscope), f"{kind.name} leaves no process", processes(process.pid))
    check(status in (-kind, 0, 1), f"{kind.name} ends the run", status)
    return contents(folder)


def main():
    rpmscope, is_short = sys.argv[1], "--short" in sys.argv
    random.seed(int(os.environ.get("SEED", "19")))
    folder = os.path.join(tempfile.mkdtemp(prefix="signals-"), "specs")
    fill(folder)
    before = contents(folder)
    start = time.monotonic()
    started(rpmscope, folder).wait()
    duration = time.monotonic() - start
    after = contents(folder)
    check(set(after) == set(before) and all(after[name] != before[name] for name in after), "a whole run fixes every spec")
    for kind in (signal.SIGKILL, signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        count = (8 if is_short else 200) if kind == signal.SIGKILL else (4 if is_short else 50)
        partly, hidden = 0, 0
        for _ in range(count):
            found = ended(rpmscope, folder, kind, random.uniform(0, duration * 1.1))
            leftovers = [name for name in found if name not in before]
            hidden += len(leftovers)
            check(all(name.startswith(".rpmscope-") for name in leftovers), "no other file appears", leftovers)
            check(kind == signal.SIGKILL or not leftovers, f"{kind.name} leaves no temporary file", leftovers)
            for name, text in before.items():
                check(found.get(name) in (text, after[name]), f"{name} is whole after {kind.name}", len(found.get(name, b"")))
            partly += any(found.get(name) == after[name] for name in before) and any(found.get(name) == before[name] for name in before)
        print(f"  {count} × {kind.name}: {partly} in the middle, {hidden} temporary files left")
    shutil.rmtree(os.path.dirname(folder))
    print("no spec is lost" if not failures else f"{len(failures)} failures")
    sys.exit(bool(failures))


if __name__ == "__main__":
    main()

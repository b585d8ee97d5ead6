#!/usr/bin/env python3
"""Times rpmscope against `rpmspec -P` of the same specs, and against rpmlint where it is installed, all in one run.

  benchmarks.py RPMSCOPE [--times N] [--only NAME,…] [--folder FOLDER] [--copies N]

NAME is one of start, small, lines, findings, conditions, folder. With --folder the specs of a folder are linted in one call; rpmspec
reads them in bubblewrap without network, as it runs what they say. With --copies they are linted N times over, each copy with a line
of its own, for the memory it takes. Columns: milliseconds by the clock, of all processors, MiB of the largest process, then the same
of rpmspec, and how many times its time rpmscope takes.
"""
import argparse
import os
import pathlib
import shutil
import tempfile

import specs
from measure import Run, best


class Table:
    def __init__(self, rpmscope, times):
        self.rpmscope, self.times = rpmscope, times
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="rpmscope-benchmarks-"))
        print("| | ms | processor ms | MiB | rpmspec ms | processor ms | × clock | × processor |")
        print("|---|--:|--:|--:|--:|--:|--:|--:|")

    def spec(self, name, text):
        path = self.folder / f"{name}.spec"
        path.write_text(text)
        return str(path)

    def row(self, label, command, against=None, times=None):
        """One command beside another; the other runs first, so that both find the files in memory."""
        times = times or self.times
        other = best(against, times) if against else None
        run = best([self.rpmscope, *command], times)
        cells = [f"{run.seconds * 1000:.1f}", f"{run.processor * 1000:.1f}", f"{run.memory:.0f}"]
        if other:
            cells += [f"{other.seconds * 1000:.1f}", f"{other.processor * 1000:.1f}"]
            cells += [f"{run.seconds / other.seconds:.1f}", f"{run.processor / max(other.processor, 0.001):.1f}"]
        print(f"| {label} | " + " | ".join(cells + [""] * (7 - len(cells))) + " |", flush=True)

    def pair(self, label, path, *options, times=None):
        self.row(label, ["lint", *options, path], ["rpmspec", "-P", path], times)


def small(table):
    table.pair("25 lines with findings", table.spec("small", specs.small()))
    path = table.spec("clean", specs.clean())
    table.pair("clean", path)
    if shutil.which("rpmlint"):
        table.row("clean, against rpmlint", ["lint", path], ["rpmlint", path])


def lines(table):
    for count in (1_000, 10_000, 100_000):
        path = table.spec(f"lines-{count}", specs.lines(count))
        times = 1 if count > 10_000 else table.times
        table.row(f"expand, {count:,} lines", ["expand", path], ["rpmspec", "-P", path], times)
        table.pair(f"lint, {count:,} lines", path, "--timeout", "600", times=times)


def findings(table):
    for count in (20, 80, 160, 1_000):
        table.pair(f"{count:,} rewrites", table.spec(f"findings-{count}", specs.findings(count)), "--timeout", "600", times=2)


def folder(table, path, copies):
    names = sorted(str(name) for name in pathlib.Path(path).rglob("*.spec"))
    sandbox = ["bwrap", "--ro-bind", "/", "/", "--dev", "/dev", "--proc", "/proc", "--unshare-net", "--die-with-parent"]
    reading = Run([*sandbox, "sh", "-c", 'for spec; do timeout 10 rpmspec -P "$spec"; done', "sh", *names])
    print(f"\nrpmspec, {len(names)} processes: {reading.seconds:.1f} s, {reading.processor:.1f} s of processors\n")
    calls = {"lint, all branches": [], "lint, taken branches": ["--branches", "taken"]}
    for label, options in calls.items():
        report(label, Run([table.rpmscope, "lint", *options, *names]), len(names), reading)
    if shutil.which("rpmlint"):
        report("rpmlint, one process", Run([*sandbox, "rpmlint", *names]), len(names), reading)
    if copies:
        mutated = table.folder / "copies"
        for number in range(copies):
            name = names[number % len(names)]
            copy = mutated / str(number) / pathlib.Path(name).name
            copy.parent.mkdir(parents=True)
            copy.write_bytes(f"# copy {number}\n".encode() + pathlib.Path(name).read_bytes())
        report(f"lint, {copies} copies", Run([table.rpmscope, "lint", "--quiet", str(mutated)]), copies, None)


def report(label, run, count, reading):
    ratio = f", {run.processor / reading.processor:.1f} × rpmspec's processor time" if reading else ""
    print(f"{label}: {count / run.seconds:.1f} specs/s, {run.processor / count * 1000:.1f} ms of processors each, {run.memory:.0f} MiB{ratio}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("rpmscope")
    parser.add_argument("--times", type=int, default=5)
    parser.add_argument("--only", default="start,small,lines,findings,conditions,folder")
    parser.add_argument("--folder")
    parser.add_argument("--copies", type=int, default=0)
    options = parser.parse_args()
    wanted = options.only.split(",")
    table = Table(os.path.abspath(options.rpmscope), options.times)
    try:
        if "start" in wanted:
            table.row("start of the command", ["explain", "go-get-in-build"])
            table.row("and of its worker", ["--version"])
        if "small" in wanted:
            small(table)
        if "lines" in wanted:
            lines(table)
        if "findings" in wanted:
            findings(table)
        if "conditions" in wanted:
            table.pair("60 conditions", table.spec("conditions", specs.conditions(60)))
        if options.folder and "folder" in wanted:
            folder(table, options.folder, options.copies)
    finally:
        shutil.rmtree(table.folder)


if __name__ == "__main__":
    main()

#!/usr/bin/python3
"""Is a spec's `resolve` for a target the same, whatever rpm the machine has?

    cross-table.py collect RPMSCOPE COUNT FOLDER... > ANSWERS
    cross-table.py compare ANSWERS...

`collect` resolves COUNT specs of the folders, always the same ones, for each of four targets and writes what it printed. `compare` holds
the answers of several machines against the first and prints a table: targets by machines, and for each how many specs answer the same. For
`host` they may differ, because the machine's own macros are meant; for the others a difference is a failure.
"""

import concurrent.futures
import json
import os
import random
import subprocess
import sys

TARGETS = ["host", "epel9", "fedora", "opensuse"]


def collect(tool, count, folders):
    paths = sorted(os.path.join(folder, name) for folder in folders for name in os.listdir(folder) if name.endswith(".spec"))
    paths = sorted(random.Random(13).sample(paths, min(count, len(paths))))
    options = ["--json", "--no-config", "--no-user-macros", "--jobs", "1", "--timeout", "60"]

    def answer(job):
        path, target = job
        result = subprocess.run([tool, "resolve", *options, "--target", target, path], capture_output=True, stdin=subprocess.DEVNULL)
        return [os.path.basename(path), target, result.returncode, result.stdout.decode("utf-8", "replace")]

    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        answers = list(pool.map(answer, [(path, target) for path in paths for target in TARGETS]))
    version = subprocess.run([tool, "--version"], capture_output=True, check=True).stdout.decode().split("rpm ")[-1].split()[0]
    json.dump({"rpm": version, "answers": answers}, sys.stdout)


def first_difference(one, other):
    """The first lines that differ, for people."""
    for left, right in zip(one.splitlines(), other.splitlines()):
        if left != right:
            return f"{left.strip()[:100]} | {right.strip()[:100]}"
    return "one is shorter"


def compare(files):
    machines = [json.load(open(file)) for file in files]
    first = {(spec, target): answer for spec, target, *answer in machines[0]["answers"]}
    failed = False
    for machine in machines[1:]:
        for target in TARGETS:
            pairs = [(spec, first[spec, target], answer) for spec, of, *answer in machine["answers"] if of == target]
            differing = [(spec, one, other) for spec, one, other in pairs if one != other]
            print(f"--target {target}: rpm {machine['rpm']} answers as rpm {machines[0]['rpm']} for {len(pairs) - len(differing)} of {len(pairs)} specs")
            for spec, one, other in differing if target != "host" else []:
                print(f"   {spec}: exit {one[0]}, {other[0]}; {first_difference(one[1], other[1])}")
            failed = failed or (target != "host" and bool(differing)) or not pairs
    sys.exit(1 if failed else 0)


if sys.argv[1:2] == ["collect"] and len(sys.argv) > 4:
    collect(os.path.abspath(sys.argv[2]), int(sys.argv[3]), sys.argv[4:])
elif sys.argv[1:2] == ["compare"] and len(sys.argv) > 3:
    compare(sys.argv[2:])
else:
    sys.exit(__doc__)

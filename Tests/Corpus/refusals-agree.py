"""Does rpmscope have an error where this machine's librpm refuses a spec, and none where it does not?

    refusals-agree.py RPMSCOPE FOLDER...

A sample of the specs is read by `rpmspec -P`, in a namespace without network, and by `rpmscope lint --target host`. A spec that calls macros
this machine does not have, or files that are not there, is left out: what rpm makes of it says nothing of the spec. The table and the
disagreements are printed; fewer than 95 % of agreement is a failure.
"""

import concurrent.futures
import json
import os
import random
import re
import subprocess
import sys
import tempfile

SAMPLE = 300
LEAST = 0.95
# Of rules that librpm's parser has nothing to do with.
OWN = {"missing-include", "undefined-macro", "unfilled-template", "undecided-condition"}
# librpm's words for what is not the spec's own fault.
FOREIGN = re.compile(r"Unknown tag|failed: No such file|Unable to open|Bad file|No such file or directory")


def rpmspec(path):
    """librpm's errors for a spec, read without network; None where that cannot be found out."""
    with tempfile.TemporaryDirectory() as folder:
        command = [
            "bwrap", "--unshare-net", "--unshare-pid", "--ro-bind", "/", "/", "--dev", "/dev", "--proc", "/proc", "--tmpfs", "/tmp",
            "--bind", folder, folder, "--setenv", "HOME", folder, "--die-with-parent",
            "rpmspec", "--define", f"_topdir {folder}", "--define", f"_sourcedir {os.path.dirname(path)}", "-P", path,
        ]
        try:
            result = subprocess.run(command, capture_output=True, timeout=20, check=False, stdin=subprocess.DEVNULL)
        except subprocess.TimeoutExpired:
            return None
    errors = [line for line in result.stderr.decode(errors="replace").splitlines() if line.startswith("error:")]
    return errors if result.returncode else []


def main():
    tool, folders = sys.argv[1], sys.argv[2:]
    paths = sorted(os.path.join(folder, name) for folder in folders for name in os.listdir(folder) if name.endswith(".spec"))
    paths = [os.path.abspath(path) for path in random.Random(4).sample(paths, min(SAMPLE, len(paths)))]
    command = [tool, "lint", "--no-config", "--target", "host", "--branches", "taken", "--select", "rpm", "--min-confidence", "low"]
    command += ["--fail-on", "never", "--format", "json", *paths]
    found = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)["files"]
    reports = {os.path.abspath(report["file"]): report.get("diagnostics", []) for report in found}
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        verdicts = list(pool.map(rpmspec, paths))

    table = {(refused, says): 0 for refused in (True, False) for says in (True, False)}
    left_out = 0
    for path, errors in zip(paths, verdicts):
        diagnostics = reports.get(path, [])
        if errors is None or any(FOREIGN.search(line) for line in errors[:1]) or any(item["rule"] in OWN for item in diagnostics):
            left_out += 1
            continue
        said = [item for item in diagnostics if item["severity"] == "error" and item["confidence"] != "low"]
        table[bool(errors), bool(said)] += 1
        if bool(errors) != bool(said):
            words = errors[0] if errors else f"{said[0]['rule']}, line {said[0]['line']}: {said[0]['message']}"
            print(f"{'librpm refuses' if errors else 'librpm accepts'} {os.path.basename(path)}: {words}")
    total = sum(table.values())
    print(f"\n{total} specs, {left_out} left out")
    print("                 rpmscope: error   none")
    for refused, title in ((True, "librpm refuses"), (False, "librpm accepts")):
        print(f"{title:14} {table[refused, True]:17} {table[refused, False]:6}")
    agreement = (table[True, True] + table[False, False]) / max(1, total)
    print(f"{agreement:.1%} agree")
    sys.exit(0 if total and agreement >= LEAST else 1)


main()

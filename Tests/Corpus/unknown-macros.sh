#!/usr/bin/env bash
# Of at least 97 % of real specs every section is evaluated, with no unknown macro left in a scriptlet.
set -euo pipefail
cd "$(dirname "$0")/../.."
tool=.build/release/rpmscope
[ -x "$tool" ] || tool=.build/debug/rpmscope
python3 Tests/Corpus/unknown-macros.py "$tool" ../shared/corpus/go ../shared/corpus/other

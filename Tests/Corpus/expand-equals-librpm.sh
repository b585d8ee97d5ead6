#!/usr/bin/env bash
# Every scriptlet that librpm itself gives for a real spec is, byte for byte, what rpmscope expands.
set -euo pipefail
cd "$(dirname "$0")/../.."
swift build -c release --product rpmscope >/dev/null
swift build -c release --product rpmscope-worker >/dev/null
python3 Tests/Corpus/compare-expand.py .build/release/rpmscope ../shared/corpus/go ../shared/corpus/other

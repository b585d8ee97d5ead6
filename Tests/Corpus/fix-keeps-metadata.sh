#!/usr/bin/env bash
# Safe fixes of real specs change what they say and nothing else, as librpm sees it.
set -euo pipefail
cd "$(dirname "$0")/../.."
swift build -c release --product rpmscope >/dev/null
swift build -c release --product rpmscope-worker >/dev/null
python3 Tests/Corpus/fix-keeps-metadata.py .build/release/rpmscope ../shared/corpus/go ../shared/corpus/other

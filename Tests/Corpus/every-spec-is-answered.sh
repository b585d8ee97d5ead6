#!/usr/bin/env bash
# All specs of the corpus in one call: every file gets an answer, whatever stands in it.
set -euo pipefail
cd "$(dirname "$0")/../.."
swift build -c release --product rpmscope >/dev/null
swift build -c release --product rpmscope-worker >/dev/null
corpus=../shared/corpus
report=$(mktemp)
trap 'rm -f "$report"' EXIT

status=0
.build/release/rpmscope lint --format json --output "$report" "$corpus" || status=$?
specs=$(find "$corpus" -name '*.spec' -type f | wc -l)
answers=$(jq '[.files[] | select(.error == null)] | length' "$report")
echo "$answers of $specs specs answered, exit status $status"
jq -r '.files[] | select(.error != null) | "\(.file): \(.error)"' "$report"
[ "$status" -le 1 ] && [ "$answers" = "$specs" ]

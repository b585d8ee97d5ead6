#!/usr/bin/env bash
# The GitHub Action: valid by GitHub's schema, without findings of zizmor, and its own commands run as a runner would run them.
#
# The runner itself, its cache and the upload cannot be had here: what is uploaded is looked at instead.
. "$(dirname "$0")/common.sh"
. Tests/Doors/sources.sh
"$tools/bin/check-jsonschema" --version
"$tools/bin/zizmor" --version
"$tools/bin/check-jsonschema" --builtin-schema vendor.github-actions .github/actions/rpmscope/action.yml
"$tools/bin/zizmor" --offline --no-progress -q .github

# The workflow of the page.
repository=$(folder github-repository)
mkdir -p "$repository/.github/workflows"
fenced Sources/SpecLint/SpecLint.docc/ContinuousIntegration.md "github workflow" > "$repository/.github/workflows/specs.yml"
"$tools/bin/check-jsonschema" --builtin-schema vendor.github-workflows "$repository/.github/workflows/specs.yml"

# The steps with a `run`, in order, each by `bash --noprofile --norc -eo pipefail`, with `env` filled in from the inputs. A runner
# has the action in a clone of its repository; here it is the clone that the test of GitLab's job has made and built.
clone=$work/gitlab-repository/.rpmscope-build
[ -d "$clone/.git" ] || fail "run the test of gitlab first; it makes the clone"
diff .github/actions/rpmscope/action.yml "$clone/.github/actions/rpmscope/action.yml" || fail "the clone is out of date: run the test of gitlab"
cp $bad_spec "$repository/hello.spec"
cp $good_spec "$repository/weather.spec"
git -C "$repository" init -q
run 1 "$tools/bin/python" Tests/Doors/run-action.py "$clone/.github/actions/rpmscope" "$repository" paths=.
shows "::error title=rejected-flag,file=hello.spec,line=25"
"$tools/bin/python" - "$repository/rpmscope.sarif" <<'PYTHON'
import json, sys
sarif = json.load(open(sys.argv[1]))
assert sarif["version"] == "2.1.0", sarif["version"]
rules = [result["ruleId"] for result in sarif["runs"][0]["results"]]
assert "rejected-flag" in rules, rules
print("SARIF 2.1.0 with", len(rules), "results")
PYTHON
rm "$repository/hello.spec"
run 0 "$tools/bin/python" Tests/Doors/run-action.py "$clone/.github/actions/rpmscope" "$repository" paths=weather.spec "options=--target opensuse" fail-on=info

#!/usr/bin/env bash
# The GitLab template: valid by GitLab's schema, and its scripts run as a runner would run them.
#
# GitLab and its image cannot be had here: the commands run on this machine, in a clone of the package as `RPMSCOPE_REPOSITORY`.
. "$(dirname "$0")/common.sh"
. Tests/Doors/sources.sh
"$tools/bin/check-jsonschema" --version
"$tools/bin/check-jsonschema" --builtin-schema vendor.gitlab-ci .gitlab/rpmscope.yml

repository=$(folder gitlab-repository)
fenced Sources/SpecLint/SpecLint.docc/ContinuousIntegration.md "gitlab include" > "$repository/.gitlab-ci.yml"
"$tools/bin/check-jsonschema" --builtin-schema vendor.gitlab-ci "$repository/.gitlab-ci.yml"
cp $bad_spec "$repository/hello.spec"

# A runner joins the commands of before_script and script to one script.
package=$work/pre-commit-package
[ -d "$package/.git" ] || fail "run the test of pre-commit first; it makes the clone"
"$tools/bin/python" - > "$work/gitlab-job" <<'PYTHON'
import shlex, yaml
job = yaml.safe_load(open(".gitlab/rpmscope.yml"))["rpmscope"]
for name, value in job["variables"].items():
    print(f"export {name}=${{{name}-{shlex.quote(value)}}}")
print("set -eo pipefail")
print("\n".join(job["before_script"] + job["script"]))
PYTHON
# The build of the package that pre-commit made stands for the runner's cache.
cp -r "$package" "$repository/.rpmscope-build"
cp -r "$work"/pre-commit-home/repo*/swift_env-default/.build "$repository/.rpmscope-build/.build"
cd "$repository"
export RPMSCOPE_REPOSITORY=file://$package
run 1 bash "$work/gitlab-job"
shows "hello.spec:25:17: error[rejected-flag]"
"$tools/bin/python" -c '
import json
issues = json.load(open("gl-code-quality-report.json"))
assert any(issue["check_name"] == "rejected-flag" for issue in issues), issues
assert all({"description", "check_name", "fingerprint", "severity", "location"} <= issue.keys() for issue in issues)
print("a code quality report with", len(issues), "issues")'
cp "$top/$good_spec" hello.spec
run 0 bash "$work/gitlab-job"
shows "no findings in 1 file"

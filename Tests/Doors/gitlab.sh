#!/usr/bin/env bash
# The GitLab template: valid by GitLab's schema, and its scripts run as a runner would run them.
#
# GitLab and its image cannot be had here: the commands run on this machine, in a clone of the package as `RPMSCOPE_REPOSITORY`.
. "$(dirname "$0")/common.sh"
. Tests/Doors/sources.sh
"$tools/bin/check-jsonschema" --version
"$tools/bin/check-jsonschema" --builtin-schema vendor.gitlab-ci .gitlab/rpmscope.yml

# The clone that the job makes is the runner's cache; it stays for the next run.
repository=$work/gitlab-repository
mkdir -p "$repository"
fenced Sources/SpecLint/SpecLint.docc/ContinuousIntegration.md "gitlab include" > "$repository/.gitlab-ci.yml"
"$tools/bin/check-jsonschema" --builtin-schema vendor.gitlab-ci "$repository/.gitlab-ci.yml"
cp $bad_spec "$repository/hello.spec"
package=$(folder package)
copy_of_package "$package"
commit "$package"

# A runner joins the commands of before_script and script to one script.
"$tools/bin/python" - "$repository/.gitlab-ci.yml" "file://$package" > "$work/gitlab-job" <<'PYTHON'
import shlex, sys, yaml
template, pipeline = (yaml.safe_load(open(path)) for path in (".gitlab/rpmscope.yml", sys.argv[1]))
job = template["rpmscope"]
# What includes a file wins over it.
for name, value in (template["variables"] | pipeline["variables"] | {"RPMSCOPE_REPOSITORY": sys.argv[2]}).items():
    print(f"export {name}={shlex.quote(value)}")
print("set -eo pipefail")
print("\n".join(job["before_script"] + job["script"]))
PYTHON
cd "$repository"
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

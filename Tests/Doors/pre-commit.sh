#!/usr/bin/env bash
# The hooks, run by the real pre-commit, which clones the package, builds it and runs what it has built.
. "$(dirname "$0")/common.sh"
. Tests/Doors/sources.sh
"$tools/bin/pre-commit" --version
"$tools/bin/pre-commit" validate-manifest .pre-commit-hooks.yaml

# A clone of the package. Its commit follows from its files alone, so that pre-commit uses a build of the same files again.
package=$(folder pre-commit-package)
copy_of_package "$package"
commit "$package"
export PRE_COMMIT_HOME=$work/pre-commit-home

repository=$(folder pre-commit-repository)
cp $bad_spec "$repository/hello.spec"
echo "go mod download -p 4" > "$repository/notes.txt"
# configure HOOK: the repository's configuration with one hook.
configure() {
  cat > "$repository/.pre-commit-config.yaml" <<CONFIG
repos:
  - repo: file://$package
    rev: $(git -C "$package" rev-parse HEAD)
    hooks:
      - id: $1
CONFIG
}
configure rpmscope
commit "$repository"
cd "$repository"

timed() { local started=$SECONDS; run "${@:2}"; echo "$1: $((SECONDS - started)) s"; }
hook=("$tools/bin/pre-commit" run --all-files --color never)

timed "first run, with the build" 1 "${hook[@]}"
shows "rpmscope.................................................................Failed"
shows "hello.spec:25:17: error[rejected-flag]"
lacks notes.txt
timed "second run" 1 "${hook[@]}"

# A commit of a bad spec is refused, one of a good spec passes.
run 0 "$tools/bin/pre-commit" install
echo "# changed" >> hello.spec
run 1 git commit -q -a -m "Change the spec"
shows "error[rejected-flag]"
cp "$top/$good_spec" hello.spec
run 0 git commit -q -a -m "Mend the spec"
run 0 "${hook[@]}"
shows "rpmscope.................................................................Passed"

# The fixing hook changes the file, for which pre-commit fails; then there is nothing left to change.
sed '/^export GOPATH/a export GOCACHE=%{gobuilddir}/cache' "$top/$good_spec" > hello.spec
configure rpmscope-fix
git add -A
run 1 "${hook[@]}"
shows "files were modified by this hook"
grep -qxF 'export GOCACHE="${GOCACHE:-%{gobuilddir}/cache}"' hello.spec || fail "the private cache is not rewritten"
git add -A
run 0 "${hook[@]}"
shows "rpmscope --fix...........................................................Passed"

# The hook that takes the installed command.
built=$(ls -dt "$PRE_COMMIT_HOME"/repo*/swift_env-default/.build/release | sed -n 1p)
cp "$top/$bad_spec" hello.spec
configure rpmscope-system
git add -A
PATH=$built:$PATH run 1 "${hook[@]}"
shows "rpmscope (installed).....................................................Failed"
cp "$top/$good_spec" hello.spec
git add -A
PATH=$built:$PATH run 0 "${hook[@]}"
shows "rpmscope (installed).....................................................Passed"

# What the tests of the doors share; sourced by each of them, which run in the package's folder.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
top=$PWD
# Everything made on the way; .gitignore names it.
work=$top/.build-doors
tools=$work/tools
mkdir -p "$work"

fail() { echo "FAILED: $*" >&2; exit 1; }

# run STATUS COMMAND…: runs a command, keeps its output in $output, and fails unless it exits with STATUS.
run() {
  local expected=$1 status=0
  shift
  output=$("$@" 2>&1) || status=$?
  [ "$status" = "$expected" ] || fail "exit $status instead of $expected: $*"$'\n'"$output"
}

# shows TEXT: fails unless the last command's output holds a text.
shows() { case $output in *"$1"*) ;; *) fail "no '$1' in:"$'\n'"$output" ;; esac; }
lacks() { case $output in *"$1"*) fail "'$1' in:"$'\n'"$output" ;; esac; }

# folder NAME: an empty folder.
folder() {
  rm -rf "${work:?}/$1"
  mkdir -p "$work/$1"
  echo "$work/$1"
}

# Commits follow from their files alone.
export GIT_AUTHOR_NAME=Packager GIT_AUTHOR_EMAIL=packager@example.org GIT_AUTHOR_DATE=2026-01-01T00:00:00Z
export GIT_COMMITTER_NAME=Packager GIT_COMMITTER_EMAIL=packager@example.org GIT_COMMITTER_DATE=2026-01-01T00:00:00Z

# commit FOLDER: makes a git repository of a folder and commits all of it.
commit() {
  git -C "$1" init -q -b main
  git -C "$1" add -A
  git -C "$1" commit -q -m "Package"
}

# The package's files as they are here, committed or not, without what .gitignore names.
copy_of_package() {
  git ls-files -z --cached --others --exclude-standard | while IFS= read -r -d '' file; do
    if [ -e "$file" ]; then printf '%s\0' "$file"; fi
  done | tar -c --null -T - | tar -x -C "$1"
}

# fenced FILE NAME: the code block of a page that stands right after `<!-- NAME -->`.
fenced() { awk -v mark="<!-- $2 -->" '$0 == mark { found = 1; next } found && /^```/ { if (inside) exit; inside = 1; next } inside' "$1"; }

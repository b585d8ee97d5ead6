#!/usr/bin/env bash
# The plug-in of fedora-review, run as fedora-review's shell API runs one: in the review's folder, with an empty environment, by
# `bash -c "source ./review-env.sh; source PLUGIN"`; the exit status says how the check ended, and anything on standard error
# is a failed run.
. "$(dirname "$0")/common.sh"
. Tests/Doors/build-root.sh
. Tests/Doors/sources.sh

make_build_root "$work/root"
plugin=/usr/share/fedora-review/scripts/rpmscope.sh

# The tags that fedora-review reads from a plug-in; without a known group it is not run at all.
for tag in name group type url text; do grep -q "^# @$tag: ." "$work/root$plugin" || fail "no @$tag"; done
[ "$(sed -n 's/^# @group: //p' "$work/root$plugin")" = Generic ] || fail "the group is not one of fedora-review's"
grep -qE '^# @type: (MUST|SHOULD|EXTRA)$' "$work/root$plugin" || fail "the type is not one of fedora-review's"

# review NAME: makes a review's folder and runs the check in it; sets $status, $output and $errors.
review() {
  review=$work/root/builddir/review-$1
  rm -rf "$review"
  mkdir -p "$review"/{srpm,srpm-unpacked,upstream,results,.attachments}
  cat > "$review/review-env.sh" <<'ENV'
PATH=/bin:/usr/bin:/sbin:/usr/sbin
export FR_REVIEWDIR=$PWD HOME=$PWD
export FR_PASS=80 FR_FAIL=81 FR_PENDING=82 FR_NOT_APPLICABLE=83
attach() { cat > "$FR_REVIEWDIR/.attachments/$1;$2;0"; }
ENV
  "prepare_$1" "$review/srpm-unpacked"
  status=0
  IN_FOLDER=/builddir/review-$1 in_build_root env -i bash -c "source ./review-env.sh; source $plugin" > "$work/out" 2> "$work/errors" || status=$?
  output=$(cat "$work/out") errors=$(cat "$work/errors")
  echo "$1: exit $status, '$output'"
  [ -z "$errors" ] || fail "standard error: $errors"
  [ $status = "$2" ] || fail "exit $status instead of $2"
}

prepare_bad() { spec_folder "$1" $bad_spec; }
prepare_good() { cp Fixtures/clean/fedora-vendored.spec "$1/"; }
prepare_other() { sed '/^%build/,/^%install/{/^%build/!{/^%install/!d}}; /^%check/,/^%files/{/^%check/!{/^%files/!d}}' $good_spec > "$1/weather.spec"; }
prepare_empty() { :; }

review bad 81
shows "found 1 error"
shows "error[rejected-flag]"
checklist="$review/.attachments/5;Go packaging (rpmscope);0"
grep -q '^- \[!\] ' "$checklist" || fail "the attached checklist has nothing that does not hold"
review good 80
shows "no findings in 1 file"
grep -q '^- \[x\] ' "$review/.attachments/5;Go packaging (rpmscope);0" || fail "the attached checklist has nothing that holds"
review other 83
review empty 83
rm "$work/root/usr/bin/rpmscope"
review good 82
shows "rpmscope is not installed"

#!/bin/bash
# A check of fedora-review, in /usr/share/fedora-review/scripts or ~/.local/share/fedora-review/scripts.
#
# fedora-review sources it in bash in the review's folder, with FR_PASS and its like defined. Anything on standard error would
# count as a failed run.
#
# @name: CheckGoBuildEnvironment
# @group: Generic
# @type: SHOULD
# @url: https://docs.fedoraproject.org/en-US/packaging-guidelines/Golang/
# @text: Go commands of the build see the caches, flags and environment that
# @text: the spec means (rpmscope).

spec=(srpm-unpacked/*.spec)
if [ ! -e "${spec[0]}" ]; then
    echo "No spec in srpm-unpacked."
    exit $FR_NOT_APPLICABLE
fi
if ! command -v rpmscope >/dev/null; then
    echo "rpmscope is not installed."
    exit $FR_PENDING
fi

# Without a configuration, for one among the package's sources is the packager's and not the reviewer's.
if rpmscope resolve --target fedora "${spec[0]}" 2>/dev/null | grep -q ': no go commands$'; then
    exit $FR_NOT_APPLICABLE
fi

checklist=$(mktemp)
report=$(rpmscope lint --no-config --target fedora --builder official --color never --format text --format review="$checklist" \
    "${spec[0]}" 2>&1)
status=$?
[ ! -s "$checklist" ] || attach 5 "Go packaging (rpmscope)" <"$checklist"
rm -f "$checklist"
case $status in
0)  echo "${report##*$'\n'}"
    exit $FR_PASS ;;
1)  echo "$report"
    exit $FR_FAIL ;;
*)  echo "$report"
    exit $FR_PENDING ;;
esac

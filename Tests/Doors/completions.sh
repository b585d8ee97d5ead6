#!/usr/bin/env bash
# The completions of the package, asked by the real shells.
. "$(dirname "$0")/common.sh"
. Tests/Doors/build-root.sh
bash --version | sed -n 1p
zsh --version
fish --version

make_build_root "$work/root"
share=$work/root/usr/share
export PATH=$work/root/usr/bin:$PATH

# in_bash LINE: what bash offers for a line that ends where the cursor is.
in_bash() {
  bash --norc -c '
    source "$1"
    COMP_LINE=$2 COMP_POINT=${#2} COMP_TYPE=9 COMP_KEY=9
    read -ra COMP_WORDS <<< "$2"
    [[ $2 == *" " ]] && COMP_WORDS+=("")
    COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
    declaration=($(complete -p rpmscope))
    for ((i = 0; i < ${#declaration[@]}; i++)); do [ "${declaration[i]}" != -F ] || function=${declaration[i + 1]}; done
    $function rpmscope "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
    printf "%s\n" "${COMPREPLY[@]}"' completion "$share/bash-completion/completions/rpmscope" "$1"
}

in_fish() { fish --no-config -c 'source $argv[1]; complete -C $argv[2]' "$share/fish/vendor_completions.d/rpmscope.fish" "$1"; }

in_zsh() { zsh -f Tests/Doors/complete.zsh "$share/zsh/site-functions" "$1" "$work/zcompdump"; }

for shell in bash fish zsh; do
  for case in "rpmscope re:resolve" "rpmscope lint --fail:--fail-on" "rpmscope lint --fail-on :warning" "rpmscope expand --sec:--section"; do
    line=${case%:*} word=${case#*:}
    output=$("in_$shell" "$line" 2>&1) || fail "$shell: $output"
    case $output in *"$word"*) ;; *) fail "$shell offers for '$line' not '$word' but: $output" ;; esac
    echo "$shell: '$line' -> '$word'"
  done
done

# What zsh offers for a line: complete.zsh FUNCTIONS-FOLDER LINE DUMP-FILE
#
# Completion works in the line editor only, hence a shell on a pseudo-terminal.
zmodload zsh/zpty
export TERM=dumb
zpty shell zsh -f -i
zpty -w shell "PS1= RPS1= PROMPT_EOL_MARK=; fpath=($1 \$fpath); autoload -U compinit; compinit -u -d $3; unsetopt list_ambiguous; stty columns 200 -echo; echo re''ady"
while zpty -r shell line; do [[ $line == *ready* ]] && break; done
zpty -n -w shell "$2"$'\t\t'
answer=
# Until it has said something and then nothing more for a second.
for ((quiet = 0, waited = 0; quiet < 2 && waited < 40; waited++)); do
  sleep 0.5
  if zpty -rt shell line; then answer+=$line quiet=0; elif [[ -n $answer ]]; then ((quiet += 1)); fi
done
zpty -d shell
print -r -- "$answer"

"""Runs the `run` steps of a composite action as a runner does: run-action.py ACTION-FOLDER REPOSITORY [INPUT=VALUE…]"""

import os
import re
import subprocess
import sys
import tempfile

import yaml

folder, repository = (os.path.abspath(path) for path in sys.argv[1:3])
action = yaml.safe_load(open(f"{folder}/action.yml"))
inputs = {name: str(entry.get("default", "")) for name, entry in action["inputs"].items()}
given = dict(argument.split("=", 1) for argument in sys.argv[3:])
assert given.keys() <= inputs.keys(), given
inputs.update(given)
context = {f"inputs.{name}": value for name, value in inputs.items()}


def filled(text):
    return re.sub(r"\$\{\{ *([\w.-]+) *\}\}", lambda match: context[match[1]], text)


def holds(condition):
    """Whether a step's `if`, a comparison of an output with a text, lets it run."""
    output, operator, text = re.fullmatch(r"\$\{\{ *([\w.-]+) *(==|!=) *'([^']*)' *\}\}", condition).groups()
    return (context[output] == text) == (operator == "==")


for step in action["runs"]["steps"]:
    if "run" not in step or ("if" in step and not holds(step["if"])):
        continue
    assert "${{" not in step["run"], "an expression in a script is a way to inject commands"
    outputs = tempfile.NamedTemporaryFile(mode="r")
    environment = os.environ | {"GITHUB_ACTION_PATH": folder, "GITHUB_OUTPUT": outputs.name}
    environment |= {name: filled(value) for name, value in step.get("env", {}).items()}
    shell = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]]
    print(f"-- {step['name']}", flush=True)
    status = subprocess.run(shell, cwd=repository, env=environment).returncode
    if status != 0:
        sys.exit(status)
    for line in outputs:
        name, value = line.rstrip("\n").split("=", 1)
        context[f"steps.{step['id']}.outputs.{name}"] = value

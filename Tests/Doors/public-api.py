"""Prints the public API from symbol graphs, and fails when it grows too large, a type or function has no documentation,
or the examples do not use something.

public-api.py FOLDER EXAMPLE…

FOLDER holds the symbol graphs; the examples, which are compiled before, must use everything.
"""

import collections
import glob
import json
import re
import sys

# Types, functions, initializers and properties; an enum's cases belong to it. A new public name is a decision.
LIMIT = 150
DOCUMENTED = {"swift.struct", "swift.class", "swift.enum", "swift.protocol", "swift.method", "swift.func", "swift.typealias"}

examples = set(re.findall(r"\w+", "".join(open(path).read() for path in sys.argv[2:])))
lines, undocumented, unused, count = [], [], [], 0
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
        if kind != "swift.enum.case":
            count += 1
            # The words of a name: `init` is its type's, `lint(_:onReport:)` has two.
            words = set(re.findall(r"\w+", parts[-1])) - {"_", "init", "hash", "into"} or {parts[-2]}
            if not words <= examples:
                unused.append(".".join(parts))
        members[tuple(parts[:-1])].append(parts[-1])
    lines.append(f"{graph['module']['name']}: {', '.join(sorted(members.pop((), [])))}")
    for owner in sorted(members):
        lines.append(f"  {'.'.join(owner)}: {', '.join(sorted(members[owner]))}")
print("\n".join(lines))
assert not undocumented, f"without documentation: {undocumented}"
assert not unused, f"in no example: {unused}"
print(f"{count} declarations")
assert count <= LIMIT, f"more than {LIMIT} declarations"

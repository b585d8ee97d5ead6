#!/usr/bin/python3
"""Writes what fuzzing starts from, a folder for each target: `seeds.py FIXTURES FOLDER`.

Whole specs for the spec's tree, their scriptlets for the shell, small archives of each format, and what people write into GOFLAGS and
into a configuration.
"""
import io, os, pathlib, re, sys, tarfile, zipfile

FLAGS = ["-mod=vendor", "-trimpath -p=4", "'-ldflags=-X a.b=c d' -buildvcs=false", '"-tags=a,b"', "-modcacherw -x=", "--p 4", "-C dir -mod="]
CONFIGURATIONS = [
    "target: fedora\nselect: [go, rpm-*]\nseverity: {unused-macro: error}\n",
    "overrides:\n  - files: ['*.spec']\n    ignore: unknown-tag\nexclude: [vendor/**]\n",
    "define: &a {name: 'x', go: \"1.2\\n\"}\nundefine: *a\n", "timeout: 3.5\nfail-on: never\n# end\n", "a: |\n  text\n  more\nb: >-\n  folded\n",
]
SCRIPTLETS = ("prep", "build", "install", "check", "post", "postun")


def scriptlets(text):
    """The texts of a spec's scriptlets, as written."""
    parts = re.split(rb"(?m)^%(\w+)[^\n]*\n", text)
    return [body for name, body in zip(parts[1::2], parts[2::2]) if name.decode() in SCRIPTLETS and body.strip()]


def archives():
    files = {"x-1/go.mod": b"module x\n\ngo 1.22\n", "x-1/vendor/modules.txt": b"# a v1\n## explicit\na\n", "x-1/main.go": b"package main\n"}
    for mode in ("w", "w:gz", "w:xz", "w:bz2"):
        for layout in (tarfile.USTAR_FORMAT, tarfile.GNU_FORMAT, tarfile.PAX_FORMAT):
            output = io.BytesIO()
            with tarfile.open(fileobj=output, mode=mode, format=layout) as archive:
                for name, content in files.items():
                    entry = tarfile.TarInfo(name)
                    entry.size = len(content)
                    archive.addfile(entry, io.BytesIO(content))
            yield output.getvalue()
    for method in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        output = io.BytesIO()
        with zipfile.ZipFile(output, "w", method) as archive:
            for name, content in files.items():
                archive.writestr(name, content)
        yield output.getvalue()


def main():
    fixtures, folder = map(pathlib.Path, sys.argv[1:])
    specs = [path.read_bytes() for path in sorted(fixtures.rglob("*.spec"))]
    assert specs, f"no specs below {fixtures}"
    shell = [body for spec in specs for body in scriptlets(spec)]
    seeds = {
        "spec-tree": specs, "shell-syntax": shell, "shell-evaluation": shell, "scriptlet": shell, "archive": list(archives()),
        "go-flags": [text.encode() for text in FLAGS], "configuration": [text.encode() for text in CONFIGURATIONS], "protocol": [b"\0", b"\2"]}
    for target, texts in seeds.items():
        os.makedirs(folder / target)
        for number, text in enumerate(texts):
            (folder / target / f"seed-{number}").write_bytes(text)


main()

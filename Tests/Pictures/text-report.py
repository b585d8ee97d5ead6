#!/usr/bin/env python3
"""Draws what `rpmscope lint` prints on a terminal as an SVG, for the README.

text-report.py RPMSCOPE [--check]: runs that executable in the repository's root and writes .github/text-report.svg, or says by its
exit status whether the picture there is fresh.
"""

import pathlib
import re
import subprocess
import sys
from xml.sax.saxutils import escape

ROOT = pathlib.Path(__file__).resolve().parents[2]
PICTURE = ROOT / ".github" / "text-report.svg"
COMMAND = ["lint", "Fixtures/hello/hello.spec"]
COLUMNS, CELL, LINE, MARGIN = 104, 8.4, 19, 16
COLOURS = {"31": "#f38ba8", "33": "#f9e2af", "34": "#89b4fa", "36": "#94e2d5", "32": "#a6e3a1"}


def output(executable: str) -> str:
    environment = {"PATH": "/usr/bin:/bin", "HOME": "/home/you", "LC_ALL": "C.UTF-8"}
    words = [executable, COMMAND[0], "--no-config", "--color", "always", *COMMAND[1:]]
    result = subprocess.run(words, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    if result.returncode not in (0, 1):
        raise SystemExit(result.stderr)
    return result.stdout


def cells(text: str) -> list[list[tuple[str, str]]]:
    """Rows of (character, style), wrapped as a terminal does."""
    rows, style = [[]], ""
    for part in re.split(r"(\x1b\[[0-9;]*m)", text):
        if part.startswith("\x1b"):
            codes = part[2:-1].split(";")
            colour = next((COLOURS[code] for code in codes if code in COLOURS), "")
            style = (f' fill="{colour}"' if colour else "") + (' font-weight="bold"' if "1" in codes else "")
            continue
        for character in part:
            if character == "\n":
                rows.append([])
                continue
            if len(rows[-1]) == COLUMNS:
                rows.append([])
            rows[-1].append((character, style))
    while rows and not rows[-1]:
        rows.pop()
    return rows


def runs(row: list[tuple[str, str]]) -> list[tuple[int, str, str]]:
    """Stretches of one style: first column, text, style."""
    found: list[tuple[int, str, str]] = []
    for column, (character, style) in enumerate(row):
        if found and found[-1][2] == style:
            start, text, _ = found[-1]
            found[-1] = (start, text + character, style)
        else:
            found.append((column, character, style))
    return found


def svg(rows: list[list[tuple[str, str]]]) -> str:
    width, height = COLUMNS * CELL + 2 * MARGIN, len(rows) * LINE + 2 * MARGIN
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height}" role="img" aria-label="Output of rpmscope lint">',
        f'<rect width="{width:.0f}" height="{height}" rx="8" fill="#1e1e2e"/>',
        '<g font-family="ui-monospace,SFMono-Regular,Menlo,DejaVu Sans Mono,monospace" font-size="14" fill="#cdd6f4" xml:space="preserve">',
    ]
    for index, row in enumerate(rows):
        y = MARGIN + LINE * index + 14
        for column, text, style in runs(row):
            words = text.strip()
            if words:
                x, length = MARGIN + (column + text.index(words)) * CELL, len(words) * CELL
                lines.append(f'<text x="{x:.1f}" y="{y}" textLength="{length:.1f}"{style}>{escape(words)}</text>')
    return "\n".join(lines + ["</g>", "</svg>", ""])


def main() -> None:
    prompt = f"\x1b[1m$\x1b[0m rpmscope {' '.join(COMMAND)}\n"
    picture = svg(cells(prompt + output(sys.argv[1])))
    if sys.argv[2:] == ["--check"]:
        raise SystemExit(0 if PICTURE.read_text(encoding="utf-8") == picture else f"{PICTURE} is stale; write it with {sys.argv[0]}")
    PICTURE.parent.mkdir(exist_ok=True)
    PICTURE.write_text(picture, encoding="utf-8")


main()

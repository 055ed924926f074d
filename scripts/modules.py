#!/usr/bin/env python3
"""Draws the modules of Package.swift, with all that each may import, into docs/architecture.md.

    scripts/modules.py            writes the drawing
    scripts/modules.py --check    says whether it is still true, and changes nothing
"""

import json
import subprocess
import sys
from functools import cache
from pathlib import Path

PAGE = Path(__file__).parent.parent / "docs" / "architecture.md"
BEGIN, END = "<!-- drawn by scripts/modules.py -->\n", "<!-- end of the drawing -->\n"


def described_package() -> dict:
    command = ["swift", "package", "dump-package"]
    return json.loads(subprocess.run(command, cwd=PAGE.parent.parent, check=True, stdout=subprocess.PIPE).stdout)


def modules(package: dict) -> dict[str, tuple[set[str], set[str]]]:
    """The modules in Sources/: those of ours that each imports, and the packages."""
    ours = {target["name"]: target for target in package["targets"]
            if not target.get("path") and target["type"] in ("regular", "executable", "system")}
    found = {}
    for name, target in ours.items():
        own, packages = set(), set()
        for dependency in target["dependencies"]:
            if "product" in dependency:
                packages.add(dependency["product"][1])
            else:
                own.add((dependency.get("byName") or dependency["target"])[0])
        found[name] = own, packages
    return found


def drawing(found: dict[str, tuple[set[str], set[str]]]) -> str:
    """A table whose rows only import what stands in rows below them."""

    @cache
    def height(name: str) -> int:
        return max((1 + height(below) for below in found[name][0]), default=0)

    lines = ["| Module | may import | and of packages |", "|---|---|---|"]
    for name in sorted(found, key=lambda name: (-height(name), name)):
        own, packages = found[name]
        cells = (f"`{name}`", ", ".join(sorted(own)) or "–", ", ".join(sorted(packages)) or "–")
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def main() -> int:
    text = PAGE.read_text()
    before, rest = text.split(BEGIN)
    _, after = rest.split(END)
    drawn = f"{before}{BEGIN}\n{drawing(modules(described_package()))}\n{END}{after}"
    if sys.argv[1:] == ["--check"]:
        if drawn != text:
            print("docs/architecture.md shows other modules than Package.swift; scripts/modules.py draws them.", file=sys.stderr)
        return int(drawn != text)
    PAGE.write_text(drawn)
    return 0


if __name__ == "__main__":
    sys.exit(main())

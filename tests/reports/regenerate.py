"""Write the golden files of every case: `python tests/reports/regenerate.py`, then read the diff."""

import json
import sys
from pathlib import Path

GOLDEN = Path(__file__).resolve().parent / "golden"
WIDTHS = {"80.txt": 80, "40.txt": 40, "color.txt": 80, "ascii.txt": 80}
# Narrow, coloured and ASCII renderings follow the same rules in every case: these two show them.
IN_ALL_RENDERINGS = ("hostile-print", "wrong-value")


def cases() -> list[Path]:
    """Return every folder with a report.json."""
    return sorted(path.parent for path in GOLDEN.glob("*/report.json"))


def rendered(case: Path) -> dict[str, str]:
    """Return the expected content of each golden file of a case."""
    from gradkata.reports import html
    from gradkata.reports.terminal import render

    report = json.loads((case / "report.json").read_text("utf-8"))
    texts = {
        name: render(report, width=width, color=name == "color.txt", ascii_only=name == "ascii.txt")
        for name, width in WIDTHS.items()
        if name == "80.txt" or case.name in IN_ALL_RENDERINGS
    }
    closing = "Change your cell, run it, and then run `check(iou)` again."
    return {**texts, "report.html": html.render(report, closing=closing)}


def main() -> None:
    for case in cases():
        for name, text in rendered(case).items():
            (case / name).write_text(text, "utf-8", newline="\n")
    print(f"{len(cases())} cases written; review them with `git diff {GOLDEN.name}`.")


if __name__ == "__main__":
    sys.path.insert(0, str(GOLDEN.parents[2]))
    main()

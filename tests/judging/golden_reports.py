"""The reports on the examples, as files that a person has read."""

import json
import os
import subprocess
import sys
from pathlib import Path

from gradkata.catalog import Catalog, short_name
from gradkata.reports.terminal import render

ROOT = Path(__file__).resolve().parents[2]
GOLDEN = Path(__file__).resolve().parent / "golden"
EXAMPLES = {
    path.stem: path
    for folder in ("right", "wrong")
    for path in sorted((ROOT / "examples" / folder).glob("*.py"))
}


def report_on(example):
    """The report on one example, confined, without the parts that differ between days and machines."""
    kata = next(name for name in map(short_name, Catalog().slugs) if example.startswith(name))
    command = ["check", "--json", kata, "--submission", str(EXAMPLES[example])]
    done = subprocess.run(
        [sys.executable, "-m", "gradkata.cli", *command],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        timeout=60,
        check=False,
    )
    report = json.loads(done.stdout)
    return {**report, "seconds": 0, "versions": dict.fromkeys(report["versions"], "")}


def files_of(example):
    """The golden files of an example: the report, and how a terminal shows it."""
    report = report_on(example)
    data = json.dumps(report, indent=2, ensure_ascii=False) + "\n"
    return {f"{example}.json": data, f"{example}.txt": render(report, width=80)}

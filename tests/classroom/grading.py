"""Run `kata grade` as an operator does: the command, in a separate process."""

import csv
import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"
RIGHT = (EXAMPLES / "right" / "iou.py").read_text("utf-8")
WRONG = (EXAMPLES / "wrong" / "iou_without_clamp.py").read_text("utf-8")
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}


def command(*arguments):
    return [sys.executable, "-m", "gradkata.cli", "grade", *map(str, arguments)]


def grade(*arguments, code=0, cwd=ROOT, **options):
    """Run the command; an unexpected exit code is shown with its output."""
    options = {"capture_output": True, "text": True, "timeout": 240, "env": ENVIRONMENT, **options}
    done = subprocess.run(command(*arguments), cwd=cwd, check=False, **options)
    assert done.returncode == code, f"{done.returncode}: {done.stdout}\n{done.stderr}"
    return done


def hand_in(folder, **answers):
    """Write one .py file for each student."""
    folder.mkdir(exist_ok=True)
    for student, source in answers.items():
        (folder / f"{student}.py").write_text(source, "utf-8")
    return folder


def reports(out):
    lines = (out / "results.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]


def scores(out):
    """The score by student and kata."""
    return {(each["student"], each["kata"].rpartition("/")[2]): each["score"] for each in reports(out)}


def table(out):
    with (out / "grades.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def without_seconds(out):
    """The bytes of `results.jsonl` without the only field that may differ."""
    return [json.dumps({**report, "seconds": None}) for report in reports(out)]

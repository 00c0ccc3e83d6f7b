"""Run `kata` in its own process, as a shell does, and answers to judge."""

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
RIGHT = {name: ROOT / "examples" / "right" / f"{name}.py" for name in ("iou", "nms", "bleu", "lstm_step")}
WRONG = "def iou(a, b):\n    return 0.5\n"
COMMAND = ("-m", "gradkata.cli")


def kata(*argv, cwd, command=COMMAND):
    """Return the exit code of one command, its output, and its errors."""
    done = subprocess.run(
        [sys.executable, *map(str, (*command, *argv))],
        capture_output=True,
        text=True,
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(ROOT), "OPENBLAS_NUM_THREADS": "1"},
        timeout=60,
        check=False,
    )
    return done.returncode, done.stdout, done.stderr


def checked(*argv, cwd, command=(*COMMAND, "check", "--json")):
    """Return the exit code and the reports of `kata check --json`."""
    code, output, errors = kata(*argv, cwd=cwd, command=command)
    assert errors == ""
    return code, [json.loads(line) for line in output.splitlines()]

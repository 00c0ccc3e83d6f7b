"""Running `kata` in a process of its own, as a shell does, and answers to judge."""

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
    """The exit code of one command, what it says, and what it complains of."""
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
    """The exit code and the reports of `kata check --json`."""
    code, said, complained = kata(*argv, cwd=cwd, command=command)
    assert complained == ""
    return code, [json.loads(line) for line in said.splitlines()]

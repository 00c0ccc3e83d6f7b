#!/usr/bin/env python3
"""Set up this checkout and run it: `python3 run.py examples`, `python3 run.py tests` or `python3 run.py lint`.

Needs Python 3.11 and pip (or `ensurepip`), nothing else: a virtual environment is made in `.venv` beside this
file, also where pip refuses the system's Python, and made anew where it does not work.  Further arguments
are passed on.
"""

import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

HERE = Path(__file__).resolve().parent
HOME = HERE / ".venv"
PYTHON = HOME / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
# What each job installs beside the package, and what it then runs.
JOBS = {
    "examples": ("", ["examples/judge.py"]),
    "tests": ("[test]", ["-m", "pytest"]),
    "lint": ("", ["-m", "graders.engine.cli", "lint"]),
}
# A person's own settings for pip are for other places than this one; the index is not ours to choose.
SETTINGS = {
    "PIP_USER": "0",
    "PIP_REQUIRE_VIRTUALENV": "0",
    "PIP_DISABLE_PIP_VERSION_CHECK": "1",
    "PIP_ROOT_USER_ACTION": "ignore",
}
MISLEADING = ("PYTHONPATH", "PYTHONHOME", "PIP_TARGET", "PIP_PREFIX", "PIP_ROOT", "PIP_PYTHON")


class SetupError(Exception):
    """What keeps this checkout from being set up, and what to do."""


def main(arguments):
    """Set up what the job needs, then run it and return its exit code."""
    if not arguments or arguments[0] not in JOBS:
        print(__doc__)
        return 2
    if sys.version_info < (3, 11):
        found = ".".join(map(str, sys.version_info[:2]))
        print(f"gradkata needs Python 3.11 or newer; this is {found}.", file=sys.stderr)
        return 2
    extra, job = JOBS[arguments[0]]
    try:
        set_up(extra)
    except SetupError as error:
        print(f"run.py: {error}", file=sys.stderr)
        return 1
    return run([PYTHON, *job, *arguments[1:]]).returncode


def set_up(extra: str) -> None:
    """Make `.venv` hold this package and ``extra``; quick where it does already.

    Raises:
        SetupError: where that cannot be done.
    """
    wanted = f"{HERE}\n{(HERE / 'pyproject.toml').read_text('utf-8')}"
    if not works() or HERE != made_for():
        make_environment()
    elif wanted in (read(stamp("")) if not extra else None, read(stamp(extra))):
        return
    else:
        print(f"Bringing {HOME.name} up to date ...", flush=True)
    what = ["install", "--quiet", "--editable", f".{extra}"]
    was_finished = any(HOME.glob("done*"))
    if run([PYTHON, "-m", "pip", *what]).returncode != 0:
        ...

"""Run `python -m pytest` in a student's workspace, as an editor does."""

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
GOLDEN = Path(__file__).with_name("golden")
IOU = "katas/detection/iou.py"
# Variables that change what pytest does or shows.
_VARS = ("PYTEST_ADDOPTS", "PYTEST_DISABLE_PLUGIN_AUTOLOAD", "CI", "BUILD_NUMBER", "NO_COLOR", "FORCE_COLOR")


def example(kind, name):
    """Return the text of an answer in `examples/`."""
    return (ROOT / "examples" / kind / f"{name}.py").read_text("utf-8")


def python(*argv, cwd, entry, env=()):
    """Run one command in its own process; return its exit code and everything that it prints."""
    done = subprocess.run(
        [sys.executable, *map(str, argv)],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        cwd=cwd,
        env={
            **{name: value for name, value in os.environ.items() if name not in _VARS},
            "PYTHONPATH": os.pathsep.join([str(ROOT), str(entry)]),
            "PYTHONIOENCODING": "utf-8",
            "COLUMNS": "80",
            **dict(env),
        },
        timeout=120,
        check=False,
    )
    return done.returncode, done.stdout


def shown(output):
    """Return the text between the heading of the failures and the list of their names."""
    return re.search(r"={9,} FAILURES =+\n(.*?)=+ short test summary", output, re.DOTALL)[1]


def write_entry(folder):
    """Register the plug-in as an installed gradkata does, even if an older one is installed."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    points = project["entry-points"]["pytest11"]
    info = folder / "gradkata_of_this_tree-0.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: gradkata-of-this-tree\nVersion: 0\n")
    lines = [f"{name} = {place}" for name, place in points.items()]
    (info / "entry_points.txt").write_text("\n".join(["[pytest11]", *lines]) + "\n")
    return folder

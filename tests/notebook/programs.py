"""Run the real nbgrader in a course."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def environment(home):
    """The environment of Jupyter's programs: this tree first, settings and caches in an empty folder."""
    return {
        **{name: value for name, value in os.environ.items() if not name.startswith(("JUPYTER", "JPY", "NBGRADER"))},
        "PATH": os.pathsep.join([os.path.dirname(sys.executable), os.environ.get("PATH", "")]),
        "PYTHONPATH": str(ROOT),
        "HOME": str(home),
        "JUPYTER_DATA_DIR": str(home / "data"),
        "JUPYTER_RUNTIME_DIR": str(home / "runtime"),
        "IPYTHONDIR": str(home / "ipython"),
        "XDG_CACHE_HOME": os.environ.get("XDG_CACHE_HOME", str(Path.home() / ".cache")),
    }  # fmt: skip


def nbgrader(*arguments, course):
    """Run one command; returns its exit code and its output."""
    done = subprocess.run(
        [sys.executable, "-m", "nbgrader", *map(str, arguments)],
        cwd=course,
        env=environment(course.parent / "home"),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=300,
    )
    return done.returncode, done.stdout

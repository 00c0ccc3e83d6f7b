#!/usr/bin/env python3
"""Set up this checkout and run it: `python3 run.py examples` or `python3 run.py tests`.

Needs Python 3.11 and pip, nothing else: a virtual environment is made in `.venv` beside this file, also
where pip refuses the system's Python and where `ensurepip` is missing.  Further arguments are passed on.
"""

import os
import subprocess
import sys
import venv
from pathlib import Path

HERE = Path(__file__).resolve().parent
HOME = HERE / ".venv"
PYTHON = HOME / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
# What each job installs beside the package, and what it then runs.
JOBS = {
    "examples": ("", ["examples/judge.py"]),
    "tests": ("[test]", ["-m", "pytest"]),
    "lint": ("[dev]", ["-m", "graders.engine.cli", "lint"]),
}


def main() -> int:
    """Set up what the job needs, then run it."""
    if len(sys.argv) < 2 or sys.argv[1] not in JOBS:
        print(__doc__)
        return 2
    if sys.version_info < (3, 11):
        found = ".".join(map(str, sys.version_info[:2]))
        print(f"gradkata needs Python 3.11 or newer; this is {found}.", file=sys.stderr)
        return 2
    extra, job = JOBS[sys.argv[1]]
    set_up(extra)
    return subprocess.run([str(PYTHON), *job, *sys.argv[2:]], cwd=HERE, check=False).returncode


def set_up(extra: str) -> None:
    """Make `.venv` hold this package and ``extra``; quick where it does already."""
    done = HOME / f"done{extra}"
    wanted = (HERE / "pyproject.toml").read_text("utf-8")
    if done.is_file() and done.read_text("utf-8") == wanted and works():
        return
    if not works():
        venv.create(HOME, with_pip=False, clear=True, symlinks=os.name != "nt")
    print(f"Setting up {HOME.name} (once) ...", flush=True)
    install("-e", f"{HERE}{extra}")
    done.write_text(wanted, "utf-8")


def works() -> bool:
    """Whether the environment is there and of this Python."""
    try:
        asked = [str(PYTHON), "-c", "import sys; print(sys.version_info[:2])"]
        said = subprocess.run(asked, capture_output=True, text=True, check=False).stdout
    except OSError:
        return False
    return said.strip() == str(sys.version_info[:2])


def install(*what: str) -> None:
    """Install into the environment with whichever pip there is."""
    quiet = ["install", "--quiet", "--disable-pip-version-check"]
    # The system's pip works on another environment even where it may not touch its own.
    outside = [sys.executable, "-m", "pip", "--python", str(PYTHON), *quiet, *what]
    inside = [str(PYTHON), "-m", "pip", *quiet, *what]
    own_pip = [str(PYTHON), "-m", "ensurepip", "--default-pip"]
    if subprocess.run(outside, check=False).returncode == 0:
        return
    if subprocess.run(own_pip, capture_output=True, check=False).returncode == 0:
        subprocess.run(inside, check=True)
        return
    sys.exit("pip failed (see above). gradkata needs pip 22.3 or newer, or Python's `ensurepip`.")


if __name__ == "__main__":
    sys.exit(main())

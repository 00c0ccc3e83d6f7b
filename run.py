#!/usr/bin/env python3
"""Set up this checkout and run it: `python3 run.py examples`, `... tests` or `... lint`.

Needs Python 3.11 and pip (or `ensurepip`), nothing else: a virtual environment is created in `.venv` beside this
file, even if pip refuses the system's Python, and created again if it is broken.  Further arguments are passed to
the job.
"""

import json
import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
HOME = HERE / ".venv"
# Records that the environment was created by this script and, once all is installed, what was installed.
STAMP = HOME / "gradkata.json"
PYTHON = HOME / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
# What each job installs in addition to the package, and what it then runs.
JOBS = {
    "examples": ("", ["examples/judge.py"]),
    # One process for each core; a file of tests stays in one process, and shares what it has started.
    "tests": ("[test]", ["-m", "pytest", "-n", "auto", "--dist", "loadfile"]),
    "lint": ("", ["-m", "gradkata.cli", "lint"]),
}
MINUTES = 13
NEEDED = ("numpy", "numba", "hypothesis", "pytest", "argcomplete", "watchfiles", "tqdm")
PROBE = (
    "import sys; from importlib.util import find_spec; "
    "print(*sys.version_info[:2], *[name for name in sys.argv[1:] if not find_spec(name)])"
)
# Settings that a person made for other environments; their choice of package index is kept.
DROPPED = ("PYTHONPATH", "PYTHONHOME", "PIP_TARGET", "PIP_PREFIX", "PIP_ROOT", "PIP_PYTHON")
SETTINGS = {
    "PIP_USER": "0",
    "PIP_REQUIRE_VIRTUALENV": "0",
    "PIP_DISABLE_PIP_VERSION_CHECK": "1",
    "PIP_ROOT_USER_ACTION": "ignore",
}


class SetupError(Exception):
    """What keeps this checkout from being set up, and what to do."""


def main(arguments: "list[str]") -> int:
    """Set up what the job needs, run it, and return its exit code."""
    if not arguments or arguments[0] not in JOBS:
        print(__doc__)
        return 2
    if sys.version_info < (3, 11):  # noqa: UP036  an older Python prints a message
        found = ".".join(map(str, sys.version_info[:2]))
        print(f"gradkata needs Python 3.11 or newer; this is {found}.", file=sys.stderr)
        return 2
    extra, job = JOBS[arguments[0]]
    try:
        set_up(extra)
        if arguments[0] == "tests" and not arguments[1:]:
            print(f"About {MINUTES} minutes on two cores.", flush=True)
        return run([PYTHON, *job, *arguments[1:]]).returncode
    except SetupError as error:
        print(f"run.py: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def set_up(extra: str) -> None:
    """Install this package and ``extra`` in `.venv`; quick if they are installed already.

    Raises:
        SetupError: if that is not possible.
    """
    known, absent = stamp(), missing()
    extras = known["extras"] if known.get("project") == project() else []
    is_ours = known.get("checkout") == str(HERE)
    if is_ours and absent == [] and (extra in extras or (extras and not extra)):
        return
    refuse_unwritable()
    print(f"Setting up {HOME.name} (once; it may take a few minutes) ...", flush=True)
    is_finished = bool(known.get("extras"))
    if absent is None or (known and not is_ours) or (is_finished and absent):
        attempts = ["from scratch"]
    elif known and not is_finished:
        # An interrupted installation may be broken in ways that do not show: it gets one chance.
        attempts = ["as it is", "from scratch"]
    else:
        attempts = ["as it is"]
    for attempt in attempts:
        if attempt == "from scratch":
            make_environment()
            extras = []
        provide_pip()
        if run([PYTHON, "-m", "pip", "install", "--quiet", "--editable", f".{extra}"]).returncode == 0:
            write_stamp([*extras, extra])
            return
    raise SetupError(
        "pip failed, see above. It needs the network the first time. Run this again once that is fixed."
    )


def stamp() -> "dict[str, Any]":
    """Return what `run.py` recorded in the environment; nothing if something else created it."""
    try:
        known = json.loads(STAMP.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return known if isinstance(known, dict) and isinstance(known.get("extras"), list) else {}


def write_stamp(extras: "list[str]") -> None:
    """Record that this script created the environment, and that it holds ``extras``."""
    now = {"checkout": str(HERE), "project": project(), "extras": extras}
    STAMP.write_text(json.dumps(now), "utf-8")


def project() -> str:
    """Return the text of the file that declares what to install."""
    return (HERE / "pyproject.toml").read_text("utf-8")


def missing() -> "list[str] | None":
    """Return the packages that the environment lacks; None if it has another Python or does not run."""
    words = run([PYTHON, "-c", PROBE, *NEEDED], quietly=True).stdout.split()
    return words[2:] if words[:2] == [str(number) for number in sys.version_info[:2]] else None


def refuse_unwritable() -> None:
    """Stop early if the environment cannot be written."""
    place = HOME if HOME.is_dir() else HERE
    if not os.access(place, os.W_OK):
        raise SetupError(
            f"You cannot write to {place}, where the environment has to be created. "
            "Copy the checkout to a folder of your own, and run it there."
        )


def make_environment() -> None:
    """Create an empty environment, in place of whatever is there."""
    try:
        import venv

        if HOME.is_symlink() or HOME.is_file():
            HOME.unlink()
        venv.create(HOME, clear=True, symlinks=os.name != "nt")
        write_stamp([])
    except ImportError:
        raise SetupError("This Python has no module `venv`. Install the package that holds it.") from None
    except OSError as error:
        raise SetupError(f"{HOME} cannot be created ({error}). Move away what is there.") from None


def provide_pip() -> None:
    """Put pip into the environment: Python's own copy, or one fetched by a pip outside of it.

    An outside pip only installs into a folder: that is allowed even if it may not change its own
    Python, and every pip can do it, while `pip --python` is new in 22.3.
    """
    if has_pip():
        return
    run([PYTHON, "-m", "ensurepip", "--default-pip"], quietly=True)
    if has_pip():
        return
    place = sysconfig.get_path("purelib", "venv", {"base": str(HOME)})
    found = [path for path in map(shutil.which, ("pip3", "pip")) if path]
    outside = [[sys.executable, "-m", "pip"], *([path] for path in found)]
    complaints = []
    for pip in outside:
        fetched = run([*pip, "install", "--quiet", "--upgrade", "--target", place, "pip"], quietly=True)
        if has_pip():
            return
        complaints.append(fetched.stderr.strip())
    raise SetupError(
        f"There is no working pip. Install it, on Debian or Ubuntu with `apt install python3-pip`.\n"
        f"{complaints[0]}"
    )


def has_pip() -> bool:
    """Return whether the environment has a pip that runs."""
    return run([PYTHON, "-m", "pip", "--version"], quietly=True).returncode == 0


def run(command: "list[Any]", quietly: bool = False) -> "subprocess.CompletedProcess[str]":
    """Run a command in the checkout; ``quietly`` captures its output.

    A command that cannot be run ends with 127.
    """
    environment = {name: value for name, value in os.environ.items() if name not in DROPPED}
    arguments = [str(part) for part in command]
    try:
        return subprocess.run(
            arguments, cwd=HERE, env=environment | SETTINGS, capture_output=quietly, text=True, errors="replace",
            check=False,
        )  # fmt: skip
    except OSError as error:
        return subprocess.CompletedProcess(arguments, 127, "", str(error))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

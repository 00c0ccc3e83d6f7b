#!/usr/bin/env python3
"""Set up this checkout and run it: `python3 run.py examples`, `... tests` or `... lint`.

Needs Python 3.11 and pip (or `ensurepip`), nothing else: a virtual environment is made in `.venv` beside this
file, also where pip refuses the system's Python, and made anew where it is broken.  Further arguments are
passed on.
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
# Says that the environment was made here, and once all is installed, what that was.
STAMP = HOME / "gradkata.json"
PYTHON = HOME / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
# What each job installs beside the package, and what it then runs.
JOBS = {
    "examples": ("", ["examples/judge.py"]),
    "tests": ("[test]", ["-m", "pytest"]),
    "lint": ("", ["-m", "gradkata.cli", "lint"]),
}
NEEDED = ("numpy", "numba", "hypothesis", "pytest", "argcomplete", "watchfiles", "tqdm")
PROBE = (
    "import sys; from importlib.util import find_spec; "
    "print(*sys.version_info[:2], *[name for name in sys.argv[1:] if not find_spec(name)])"
)
# A person's settings for other places; which index is asked stays theirs to say.
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
    if sys.version_info < (3, 11):  # noqa: UP036  an older Python shall say so, not fail
        found = ".".join(map(str, sys.version_info[:2]))
        print(f"gradkata needs Python 3.11 or newer; this is {found}.", file=sys.stderr)
        return 2
    extra, job = JOBS[arguments[0]]
    try:
        set_up(extra)
        return run([PYTHON, *job, *arguments[1:]]).returncode
    except SetupError as error:
        print(f"run.py: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def set_up(extra: str) -> None:
    """Make `.venv` hold this package and ``extra``; quick where it does already.

    Raises:
        SetupError: where that cannot be done.
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
        attempts = ["anew"]
    elif known and not is_finished:
        # What was stopped half-way may be broken in ways that do not show: it gets one chance.
        attempts = ["as it is", "anew"]
    else:
        attempts = ["as it is"]
    for attempt in attempts:
        if attempt == "anew":
            make_environment()
            extras = []
        provide_pip()
        if run([PYTHON, "-m", "pip", "install", "--quiet", "--editable", f".{extra}"]).returncode == 0:
            write_stamp([*extras, extra])
            return
    raise SetupError("pip failed, see above. It needs the network the first time. Then run this again.")


def stamp() -> "dict[str, Any]":
    """What `run.py` noted in the environment; nothing where another made it."""
    try:
        known = json.loads(STAMP.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return known if isinstance(known, dict) and isinstance(known.get("extras"), list) else {}


def write_stamp(extras: "list[str]") -> None:
    """Note that this environment is ours and holds ``extras``."""
    now = {"checkout": str(HERE), "project": project(), "extras": extras}
    STAMP.write_text(json.dumps(now), "utf-8")


def project() -> str:
    """The text that says what is to be installed."""
    return (HERE / "pyproject.toml").read_text("utf-8")


def missing() -> "list[str] | None":
    """Which packages the environment lacks; None where it is of another Python or does not run."""
    said = run([PYTHON, "-c", PROBE, *NEEDED], quietly=True).stdout.split()
    return said[2:] if said[:2] == [str(number) for number in sys.version_info[:2]] else None


def refuse_unwritable() -> None:
    """Stop before anything is tried in vain."""
    place = HOME if HOME.is_dir() else HERE
    if not os.access(place, os.W_OK):
        raise SetupError(
            f"{place} cannot be written by you, and the environment has to be made there. "
            "Copy the checkout to a folder of your own, and run it there."
        )


def make_environment() -> None:
    """An empty environment, in place of whatever is there."""
    try:
        import venv

        if HOME.is_symlink() or HOME.is_file():
            HOME.unlink()
        venv.create(HOME, clear=True, symlinks=os.name != "nt")
        write_stamp([])
    except ImportError:
        raise SetupError("This Python has no module `venv`. Install the package that holds it.") from None
    except OSError as error:
        raise SetupError(f"{HOME} cannot be made ({error}). Move away what is there.") from None


def provide_pip() -> None:
    """Put pip into the environment: Python's own copy, or one fetched by a pip outside of it.

    An outside pip is only told to fill a folder: that is allowed where it may not touch its own
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
        f"There is no pip that works. Install it, on Debian or Ubuntu with `apt install python3-pip`.\n"
        f"{complaints[0]}"
    )


def has_pip() -> bool:
    """Whether the environment has a pip that runs."""
    return run([PYTHON, "-m", "pip", "--version"], quietly=True).returncode == 0


def run(command: "list[Any]", quietly: bool = False) -> "subprocess.CompletedProcess[str]":
    """Run a command in the checkout; ``quietly`` keeps what it says, also that it cannot be run."""
    environment = {name: value for name, value in os.environ.items() if name not in DROPPED}
    told = [str(part) for part in command]
    try:
        return subprocess.run(
            told, cwd=HERE, env=environment | SETTINGS, capture_output=quietly, text=True, errors="replace",
            check=False,
        )  # fmt: skip
    except OSError as error:
        return subprocess.CompletedProcess(told, 127, "", str(error))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

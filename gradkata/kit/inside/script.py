"""Check your answers without a network: python check.py [KATA ...]."""

import sys


def run() -> "int | str":
    """Run the check, or say what is missing; an older Python can read this file as well."""
    if sys.version_info < (3, 11):  # noqa: UP036
        return "This needs Python 3.11 or newer. Your Python is " + sys.version.split()[0] + "."
    try:
        import numpy  # noqa: F401
    except ImportError:
        return "This needs NumPy. Install it with: " + sys.executable + " -m pip install numpy"
    from pathlib import Path

    from gradkata.kit.inside import kit_command

    home = Path(__file__).resolve().parent
    return kit_command.main(home, home / "gradkata_kit" / "data")


if __name__ == "__main__":
    sys.exit(run())

"""Open a file in the student's editor, which the environment names."""

import os
import shlex
import signal
import subprocess
from pathlib import Path

HOW_TO_NAME_ONE = (
    "No editor is named: set the variable VISUAL or EDITOR in your shell, such as `export EDITOR=nano` or "
    "`export VISUAL='code --wait'`."
)


def command() -> list[str]:
    """Return the command of the editor as VISUAL or EDITOR names it; empty if neither does.

    Raises:
        ValueError: if its quotation marks do not match.
    """
    text = os.environ.get("VISUAL", "").strip() or os.environ.get("EDITOR", "").strip()
    if os.name == "nt":  # there, a backslash separates folders
        return [word.strip('"') for word in shlex.split(text, posix=False)]
    return shlex.split(text)


def edit(file: Path) -> str | None:
    """Run the editor until it ends or has opened its window; return a complaint if it cannot be run."""
    try:
        editor = command()
    except ValueError as error:
        return f"The editor in VISUAL or EDITOR cannot be run ({error})."
    if not editor:
        return HOW_TO_NAME_ONE
    # Ctrl-C in the editor belongs to the editor, which gets the default handler back when it is started.
    before = signal.signal(signal.SIGINT, lambda number, frame: None)
    try:
        code = subprocess.run([*editor, str(file)], check=False).returncode
    except OSError as error:
        return f"The editor {editor[0]} cannot be run ({error.strerror or error}). VISUAL or EDITOR names it."
    finally:
        signal.signal(signal.SIGINT, before)
    return f"The editor {editor[0]} ended with code {code}." if code else None

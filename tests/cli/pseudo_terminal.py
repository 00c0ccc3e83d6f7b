"""A command at a real terminal: typed to, looked at, and left to a student's signals."""

import fcntl
import os
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from checking import ROOT

# Beyond this nothing is waited for: what a test looks for will not come.
PATIENCE = 60
_ESCAPES = re.compile(r"\x1b\[[0-9;]*[A-Za-z]|\r")
# The command gets the terminal as its own, so that Ctrl-C typed there reaches it.
_AS_A_SHELL_DOES = (
    "import fcntl, os, sys, termios; "
    "fcntl.ioctl(0, termios.TIOCSCTTY, 0); os.execv(sys.argv[1], sys.argv[1:])"
)


class Terminal:
    """One process at one terminal, which was set as ``before``."""

    def __init__(
        self, process: "subprocess.Popen[bytes]", ours: int, theirs: int, before: list[object]
    ) -> None:
        self.process, self._ours, self._theirs = process, ours, theirs
        self.before, self.raw = before, ""

    def type(self, keys: str) -> None:
        """Press keys."""
        os.write(self._ours, keys.encode())

    def see(self, text: str) -> str:
        """Wait until ``text`` is shown; what was shown up to there, which is then forgotten."""
        end = time.monotonic() + PATIENCE
        while text not in plain(self.raw):
            if time.monotonic() > end or not self._read():
                if text not in plain(self.raw):
                    raise AssertionError(f"{text!r} never came; there is:\n{plain(self.raw)}")
        shown = plain(self.raw)
        cut = shown.index(text) + len(text)
        self.raw = shown[cut:]
        return shown[:cut]

    def rest(self) -> str:
        """What is shown until the process ends."""
        end = time.monotonic() + PATIENCE
        while self._read():
            assert time.monotonic() < end, f"It does not end; there is:\n{plain(self.raw)}"
        return plain(self.raw)

    def end(self) -> int:
        """The exit code, once the process has ended."""
        self.rest()
        return self.process.wait(PATIENCE)

    def hang_up(self) -> None:
        """Close the window."""
        os.close(self._theirs)
        os.close(self._ours)
        self._ours = self._theirs = -1

    def settings(self) -> list[object]:
        """How the terminal is set: echo, line by line, and so on."""
        return list(termios.tcgetattr(self._theirs))

    def close(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait(PATIENCE)
        if self._ours >= 0:
            os.close(self._ours)
            os.close(self._theirs)

    def _read(self) -> bool:
        """Whether the process still lives, or has said something."""
        if not select.select([self._ours], [], [], 0.05)[0]:
            return self.process.poll() is None
        self.raw += os.read(self._ours, 65_536).decode("utf-8", "replace")
        return True


@contextmanager
def at_a_terminal(
    *argv: str, cwd: Path, size: tuple[int, int] = (40, 80), environ: Mapping[str, str] | None = None
) -> Iterator[Terminal]:
    """Python with these arguments, at a terminal of ``size`` rows and columns."""
    ours, theirs = os.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", *size, 0, 0))
    kept = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "NO_COLOR")}
    before = list(termios.tcgetattr(theirs))
    process = subprocess.Popen(
        [sys.executable, "-c", _AS_A_SHELL_DOES, sys.executable, *argv],
        stdin=theirs, stdout=theirs, stderr=theirs, cwd=cwd, start_new_session=True,
        env={**kept, "TERM": "xterm", "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", **(environ or {})},
    )  # fmt: skip
    terminal = Terminal(process, ours, theirs, before)
    try:
        yield terminal
    finally:
        terminal.close()


def plain(text: str) -> str:
    """What a person reads of it."""
    return _ESCAPES.sub("", text)


def kill(pid: int) -> None:
    os.kill(pid, signal.SIGKILL)

"""A command at a real terminal: tests type keys, read the screen, and send signals."""

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

# No wait is longer than this: what a test looks for will not appear any more.
PATIENCE = 60
_ESCAPES = re.compile(r"\x1b\[[0-9;]*[A-Za-z]|\r")
# Makes the terminal the controlling terminal of the command, so that Ctrl-C typed there reaches it.
_AS_A_SHELL_DOES = (
    "import fcntl, os, sys, termios; "
    "fcntl.ioctl(0, termios.TIOCSCTTY, 0); os.execv(sys.argv[1], sys.argv[1:])"
)


class Terminal:
    """One process at one terminal, whose settings were ``before``."""

    def __init__(
        self, process: "subprocess.Popen[bytes]", master: int, slave: int, before: list[object]
    ) -> None:
        self.process, self._master, self._slave = process, master, slave
        self.before, self.raw = before, ""

    def type(self, keys: str) -> None:
        """Press keys."""
        os.write(self._master, keys.encode())

    def see(self, text: str) -> str:
        """Wait until ``text`` is shown; return and forget what was shown up to its end."""
        end = time.monotonic() + PATIENCE
        while text not in plain(self.raw):
            if time.monotonic() > end or not self._read():
                if text not in plain(self.raw):
                    raise AssertionError(f"{text!r} did not appear; shown:\n{plain(self.raw)}")
        shown = plain(self.raw)
        cut = shown.index(text) + len(text)
        self.raw = shown[cut:]
        return shown[:cut]

    def rest(self) -> str:
        """Return what is shown until the process ends."""
        end = time.monotonic() + PATIENCE
        while self._read():
            assert time.monotonic() < end, f"It does not end; shown:\n{plain(self.raw)}"
        return plain(self.raw)

    def end(self) -> int:
        """Wait for the process to end and return its exit code."""
        self.rest()
        return self.process.wait(PATIENCE)

    def hang_up(self) -> None:
        """Close the window."""
        os.close(self._slave)
        os.close(self._master)
        self._master = self._slave = -1

    def settings(self) -> list[object]:
        """Return the settings of the terminal: echo, line mode, and so on."""
        return list(termios.tcgetattr(self._slave))

    def close(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait(PATIENCE)
        if self._master >= 0:
            os.close(self._master)
            os.close(self._slave)

    def _read(self) -> bool:
        """Read new output; return false if there is none and the process has ended."""
        if not select.select([self._master], [], [], 0.05)[0]:
            return self.process.poll() is None
        self.raw += os.read(self._master, 65_536).decode("utf-8", "replace")
        return True


@contextmanager
def at_a_terminal(
    *argv: str, cwd: Path, size: tuple[int, int] = (40, 80), environ: Mapping[str, str] | None = None
) -> Iterator[Terminal]:
    """Run Python with these arguments at a terminal of ``size`` rows and columns."""
    master, slave = os.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", *size, 0, 0))
    kept = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "NO_COLOR")}
    before = list(termios.tcgetattr(slave))
    process = subprocess.Popen(
        [sys.executable, "-c", _AS_A_SHELL_DOES, sys.executable, *argv],
        stdin=slave, stdout=slave, stderr=slave, cwd=cwd, start_new_session=True,
        env={**kept, "TERM": "xterm", "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", **(environ or {})},
    )  # fmt: skip
    terminal = Terminal(process, master, slave, before)
    try:
        yield terminal
    finally:
        terminal.close()


def plain(text: str) -> str:
    """Return the text without escape sequences."""
    return _ESCAPES.sub("", text)


def kill(pid: int) -> None:
    os.kill(pid, signal.SIGKILL)

"""Where a student's code runs: a fork server, and one confined child at a time.

What the levels confine is in `levels`; ask :func:`selftest.highest_level` for what works here.
"""

import _socket  # see server.py
import os
import select
import signal
from collections.abc import Callable

from gradkata.isolation.channel import SocketChannel
from gradkata.isolation.child import Child
from gradkata.isolation.exit_status import Ending
from gradkata.isolation.inside.protocol import ANSWER, DESCRIPTORS, ORDER
from gradkata.isolation.levels import CONFINING, LEVELS, Level
from gradkata.isolation.limits import Limits
from gradkata.isolation.replies import AnyChild, Error, Reply, SandboxError

__all__ = [
    "CONFINING",
    "LEVELS",
    "AnyChild",
    "Error",
    "Level",
    "Limits",
    "Reply",
    "Sandbox",
    "SandboxError",
]

_TRIES = 3
_START_SECONDS = 60
_ANSWER_SECONDS = 30


class Sandbox:
    """A fork server, or what makes a process without one; close it, or use it in a ``with`` statement.

    ``note`` is what a report should say about it.
    """

    def __init__(
        self,
        level: Level,
        control: "_socket.socket | None" = None,
        reap: Callable[[], None] | None = None,
        make: Callable[[Limits], AnyChild] | None = None,
        note: str = "",
    ) -> None:
        self.level, self.note = level, note
        self._make = make
        self._control, self._reap = control, reap
        self._busy = self._owed = False
        self._handle = -1

    def child(self, limits: Limits | None = None, *, level: Level | None = None) -> AnyChild:
        """A fresh process; close it before the next.

        ``level`` may be ``subprocess`` where the sandbox confines: for controls, not for students.

        Raises:
            SandboxError: where three of them died before they were confined, or the server is gone.

        """
        limits, level = limits or Limits(), level or self.level
        if level != self.level and not (self.level in CONFINING and level == "subprocess"):
            raise SandboxError(f"A sandbox of level {self.level} has no children at {level}.")
        if self._make is not None:
            return self._make(limits)
        if self._control is None:
            raise SandboxError("The fork server is closed.")
        if self._busy:
            raise SandboxError("A fork server has one child at a time: close the last one first.")
        said = ""
        for _ in range(_TRIES):
            child = self._spawn(limits, level)
            if child.await_confinement():
                return child
            status = child.end(b"E")[0]
            said = child.printed()[0].strip() or f"exit {status}"
            child.close()
        raise SandboxError(f"{_TRIES} processes died before they were confined: {said}")

    def close(self) -> None:
        """End the server and its child, and wait for both."""
        if self._control is not None:
            self._control.close()
            self._control = None
            if self._reap is not None:
                self._reap()

    def __enter__(self) -> "Sandbox":
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    def await_ready(self) -> None:
        """Wait for the server's first word.

        Raises:
            SandboxError: where it could not start, or has threads.

        """
        try:
            kind, number, *_ = self._answer(_START_SECONDS)
        except SandboxError:
            self.close()
            raise
        if kind == b"R" and number == 1:
            return
        self.close()
        if kind == b"F":
            reason = os.strerror(number) if number else "unknown"
            raise SandboxError(f"The fork server could not prepare level {self.level}: {reason}.")
        raise SandboxError(f"The fork server has {number} threads, and cannot fork safely.")

    def _spawn(self, limits: Limits, level: Level) -> Child:
        self._settle()
        assert self._control is not None
        ours, theirs = _socket.socketpair(_socket.AF_UNIX, _socket.SOCK_STREAM)
        line = SocketChannel(ours)
        log = anonymous_file()
        order = ORDER.pack(
            b"S", level in CONFINING, limits.total_cpu_seconds,
            limits.memory_bytes, limits.output_bytes, limits.reply_bytes,
        )  # fmt: skip
        rights = DESCRIPTORS.pack(theirs.fileno(), log)
        try:
            self._control.sendmsg([order], [(_socket.SOL_SOCKET, _socket.SCM_RIGHTS, rights)])
            _, pid, *_ = self._answer()
        except (OSError, SandboxError) as error:
            line.close()
            os.close(log)
            raise SandboxError("The fork server is gone.") from error
        finally:
            theirs.close()
        self._busy = True
        if hasattr(os, "pidfd_open") and self.level != "bwrap":  # there, all end with the server
            self._handle = os.pidfd_open(pid)
        return Child(line, pid, log, limits, self._finish)

    def _finish(self, order: bytes) -> Callable[[], Ending]:
        """Tell the server to end the child; how it ended can be asked, but need not be."""
        self._busy, self._owed = False, True
        if self._control is None:
            return self._settle
        try:
            self._control.sendall(order.ljust(ORDER.size, b"\0"))
        except OSError as error:
            if self._handle >= 0:  # an unconfined child may have killed the server, and live on
                signal.pidfd_send_signal(self._handle, signal.SIGKILL)
            raise SandboxError("The fork server is gone.") from error
        finally:
            if self._handle >= 0:
                os.close(self._handle)
                self._handle = -1
        return self._settle

    def _settle(self) -> Ending:
        """Read how the last child ended, if that is still to be read."""
        if not self._owed:
            return 0, True, 0.0, 0
        self._owed = False
        _, status, killed, seconds, peak = self._answer()
        return os.waitstatus_to_exitcode(status), bool(killed), seconds, peak

    def _answer(self, seconds: float = _ANSWER_SECONDS) -> tuple[bytes, int, int, float, int]:
        data = b""
        while len(data) < ANSWER.size:
            if self._control is None:
                raise SandboxError("The fork server is closed.")
            poll = select.poll()
            poll.register(self._control.fileno(), select.POLLIN)
            if not poll.poll(seconds * 1e3):
                raise SandboxError(f"The fork server has been silent for {seconds} s.")
            try:
                chunk = self._control.recv(ANSWER.size - len(data))
            except ConnectionError:
                chunk = b""
            if not chunk:
                raise SandboxError("The fork server is gone.")
            data += chunk
        fields: tuple[bytes, int, int, float, int] = ANSWER.unpack(data)
        return fields


def anonymous_file() -> int:
    """A file without a name, in memory where the system can."""
    try:
        return os.memfd_create("printed", os.MFD_CLOEXEC)
    except (AttributeError, OSError):
        import tempfile

        with tempfile.TemporaryFile() as file:
            return os.dup(file.fileno())

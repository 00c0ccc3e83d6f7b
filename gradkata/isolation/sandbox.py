"""Run a student's code: a fork server, and one confined child at a time.

Starting an interpreter and importing NumPy takes much longer than judging an answer.  A fork server does both
once.  Each submission then gets a child that is forked from the server: it starts from the same clean
state as all others, and sees nothing of what another submission has done.

`starting` starts a server, and `inside.server` is the code that it runs.  A `Sandbox` is the grader's end of
it and gives it orders over a Unix socket.  To spawn a child, it makes a pair of sockets and a file without a
name for printed text, and sends the child's descriptors with the order.  The child sets its limits, confines
itself and reports this (`inside.confined_child`).  The grader waits for this report before it sends the
student's file (`child`).  If a child dies before its report, another one is tried, up to ``_TRIES`` in all.

A server has one child at a time.  On "W" it has the child report the lines that it is running.  To end the child,
the sandbox sends "K", or "E" if the child hung up, so that the server waits a moment for it to end by itself.  The
server reports how the child ended; this report is read only when it is needed, at the latest before the next child,
so that closing a child does not wait.
A descriptor of the child's process (a pidfd) is kept as a last resort, because an unconfined child could kill
the server and live on.

`levels` says what each level confines, and :func:`selftest.highest_level` which one works here.  On systems
that cannot fork, each child is an interpreter of its own (`spawning`).  Whatever fails in the sandbox raises
`SandboxError`, which is never charged to the student.
"""

import _socket  # see server.py
import contextlib
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
    """A fork server, or another way to make child processes; close it, or use it in a ``with`` statement.

    ``note`` is a sentence about it that reports should show.
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
        """A fresh process; close it before the next one.

        ``level`` may be ``subprocess`` if the sandbox confines: for controls, not for students.

        Raises:
            SandboxError: if three of them died before they were confined, or the server is gone.

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
        reason = ""
        for _ in range(_TRIES):
            child = self._spawn(limits, level)
            if child.await_confinement():
                return child
            status = child.end(b"E")[0]
            reason = child.printed()[0].strip() or f"exit {status}"
            child.close()
        raise SandboxError(f"{_TRIES} processes died before they were confined: {reason}")

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
        """Wait for the server's first answer.

        Raises:
            SandboxError: if it could not start, or has more than one thread.

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
        own_end, child_end = _socket.socketpair(_socket.AF_UNIX, _socket.SOCK_STREAM)
        channel = SocketChannel(own_end)
        log = anonymous_file()
        order = ORDER.pack(
            b"S", level in CONFINING, limits.total_cpu_seconds,
            limits.memory_bytes, limits.output_bytes, limits.reply_bytes,
        )  # fmt: skip
        rights = DESCRIPTORS.pack(child_end.fileno(), log)
        try:
            self._control.sendmsg([order], [(_socket.SOL_SOCKET, _socket.SCM_RIGHTS, rights)])
            _, pid, *_ = self._answer()
        except (OSError, SandboxError) as error:
            channel.close()
            os.close(log)
            raise SandboxError("The fork server is gone.") from error
        finally:
            child_end.close()
        self._busy = True
        if hasattr(os, "pidfd_open") and self.level != "bwrap":  # there, all processes end with the server
            self._handle = os.pidfd_open(pid)
        return Child(channel, pid, log, limits, self._finish, self._ask_where)

    def _ask_where(self) -> None:
        """Order the child to report the lines that it is running."""
        if self._control is not None:
            with contextlib.suppress(OSError):  # that the server is gone is noticed when the child is ended
                self._control.sendall(b"W".ljust(ORDER.size, b"\0"))

    def _finish(self, order: bytes) -> Callable[[], Ending]:
        """Order the server to end the child; the result is a function that reads how it ended."""
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
        """Read how the last child ended, if this has not been read yet."""
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
    """A file without a name, in memory if the system can do that."""
    try:
        return os.memfd_create("printed", os.MFD_CLOEXEC)
    except (AttributeError, OSError):
        import tempfile

        with tempfile.TemporaryFile() as file:
            return os.dup(file.fileno())

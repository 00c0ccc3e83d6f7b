"""The grader's end of a process that was started, not forked: macOS and Windows.

A fork after NumPy has used Apple's Accelerate is unsafe, and Windows has no fork.  Two threads read and write
the pipes, since the two systems have no common way to wait for a pipe and a clock at once.
"""

import contextlib
import os
import queue
import sys
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

from gradkata.isolation import channel
from gradkata.isolation.child import Child
from gradkata.isolation.environment import WANTED
from gradkata.isolation.exit_status import Ending
from gradkata.isolation.inside import interpreter, stack_dump
from gradkata.isolation.limits import Limits
from gradkata.isolation.replies import SandboxError

if TYPE_CHECKING:
    import subprocess

NOTE = (
    "On this system the memory of an answer is not limited, and only a limit on wall time stops a call that "
    "does not end."
)
FLAGS = ("-S", "-s", "-P")
_ENTRY = (
    "import sys; sys.path += sys.argv[3:]; from gradkata.isolation.inside.spawned_child import main; main()"
)
_PASSED_ON = ("LD_LIBRARY_PATH", "SYSTEMROOT")  # without the last, Windows starts no Python
_GRACE_SECONDS = 1.0


def clean_environment() -> dict[str, str]:
    """The whole environment of a student's interpreter."""
    passed_on = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
    return {**WANTED, "LC_ALL": "C.UTF-8", **passed_on}


def spawn(limits: Limits) -> Child:
    """A fresh process.

    Raises:
        SandboxError: if the interpreter does not start.

    """
    import subprocess
    import tempfile

    written, path = tempfile.mkstemp(prefix="gradkata-printed-")
    # Opened again: a descriptor that is passed on shares its position in the file.
    log = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    if os.name != "nt":
        os.unlink(path)  # so that nothing is left behind if a process dies
    # -E and -I would make Python ignore the seed: the environment is clean instead.
    flags = [*FLAGS, *(["-B"] if sys.dont_write_bytecode else []), "-c", _ENTRY]
    arguments = [
        str(limits.output_bytes),
        str(limits.reply_bytes),
        interpreter.root(),
        interpreter.packages(),
    ]
    try:
        process = subprocess.Popen(
            [interpreter.interpreter(), *flags, *arguments], env=clean_environment(), cwd=os.path.abspath(os.sep),
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=written, bufsize=0,
        )  # fmt: skip
    except OSError:
        os.close(log)
        with contextlib.suppress(OSError):
            os.unlink(path)
        raise
    finally:
        os.close(written)
    pipes = PipeChannel(process, path)
    child = Child(pipes, process.pid, log, limits, pipes.finish, pipes.ask_where)
    if child.await_confinement():
        return child
    output = child.printed()[0].strip().splitlines()
    child.close()
    raise SandboxError(
        f"The student's interpreter did not start: {output[-1] if output else 'it printed nothing'}."
    )


class PipeChannel:
    """A connection through the standard streams of a process."""

    def __init__(self, process: "subprocess.Popen[bytes]", path: str) -> None:
        self._process, self._path = process, path
        self._received: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        self._outgoing: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        for target in (self._read_pipe, self._write_pipe):
            threading.Thread(target=target, daemon=True).start()

    def send(self, data: memoryview) -> int:
        """Accept all of it; it is sent when there is room."""
        self._outgoing.put(bytes(data))
        return len(data)

    def receive(self, is_sending: bool) -> bytes | None:
        """The bytes that have arrived."""
        try:
            chunk = self._received.get(timeout=channel.TICK_SECONDS)
        except queue.Empty:
            return None
        if not chunk:
            self._received.put(b"")  # it stays closed
        return chunk

    def receive_first(self) -> tuple[bytes | None, int]:
        """The bytes that have arrived; their sender is known anyway."""
        return self.receive(False), 0

    def ask_where(self) -> None:
        """Ask the process to report the lines that it is running."""
        if stack_dump.NUMBER is not None:
            with contextlib.suppress(OSError):
                self._process.send_signal(stack_dump.NUMBER)  # does nothing if it has ended

    def finish(self, order: bytes) -> Callable[[], Ending]:
        """End the process; one that hung up gets a moment to end by itself."""
        from subprocess import TimeoutExpired

        killed = order != b"E"
        if not killed:
            try:
                self._process.wait(_GRACE_SECONDS)
            except TimeoutExpired:
                killed = True
        if killed:
            self._process.kill()
        return lambda: (self._process.wait(), killed, 0.0, 0)

    def close(self) -> None:
        """Close the connection, and remove the printed text."""
        self._process.wait()
        self._outgoing.put(b"")
        with contextlib.suppress(OSError):
            os.unlink(self._path)

    def _read_pipe(self) -> None:
        assert self._process.stdout is not None
        with self._process.stdout as stream, contextlib.suppress(OSError):
            while chunk := os.read(stream.fileno(), channel.CHUNK):
                self._received.put(chunk)
        self._received.put(b"")

    def _write_pipe(self) -> None:
        assert self._process.stdin is not None
        with contextlib.suppress(OSError), self._process.stdin as stream:
            while data := memoryview(self._outgoing.get()):
                while data:
                    data = data[os.write(stream.fileno(), data) :]

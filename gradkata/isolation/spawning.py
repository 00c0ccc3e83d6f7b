"""The grader's end of a process that was started, not forked: macOS and Windows.

A fork after NumPy has used Apple's Accelerate is unsafe, and Windows has none.  Two threads keep the
pipes moving, since neither system can wait for a pipe and a clock at once in the same way.
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
from gradkata.isolation.inside import interpreter
from gradkata.isolation.limits import Limits
from gradkata.isolation.replies import SandboxError

if TYPE_CHECKING:
    import subprocess

NOTE = (
    "On this system nothing limits the memory that an answer takes, and a call that does not end is "
    "stopped by the clock on the wall."
)
FLAGS = ("-S", "-s", "-P")
_ENTRY = (
    "import sys; sys.path += sys.argv[3:]; from gradkata.isolation.inside.spawned_child import main; main()"
)
_PASSED_ON = ("LD_LIBRARY_PATH", "SYSTEMROOT")  # without the last, Windows starts no Python
_GRACE_SECONDS = 1.0


def clean_environment() -> dict[str, str]:
    """All that the interpreter of a student is told by its environment."""
    passed_on = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
    return {**WANTED, "LC_ALL": "C.UTF-8", **passed_on}


def spawn(limits: Limits) -> Child:
    """A fresh process.

    Raises:
        SandboxError: where the interpreter does not start.

    """
    import subprocess
    import tempfile

    written, path = tempfile.mkstemp(prefix="gradkata-printed-")
    # Opened once more: the place in a file is shared with whom a descriptor is given to.
    log = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    if os.name != "nt":
        os.unlink(path)  # so that nothing is left behind, whoever dies
    # -E and -I would make Python ignore the seed: the environment is clean instead.
    flags = [*FLAGS, *(["-B"] if sys.dont_write_bytecode else []), "-c", _ENTRY]
    told = [str(limits.output_bytes), str(limits.reply_bytes), interpreter.root(), interpreter.packages()]
    try:
        process = subprocess.Popen(
            [interpreter.interpreter(), *flags, *told], env=clean_environment(), cwd=os.path.abspath(os.sep),
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=written, bufsize=0,
        )  # fmt: skip
    except OSError:
        os.close(log)
        with contextlib.suppress(OSError):
            os.unlink(path)
        raise
    finally:
        os.close(written)
    line = PipeChannel(process, path)
    child = Child(line, process.pid, log, limits, line.finish)
    if child.await_confinement():
        return child
    said = child.printed()[0].strip().splitlines()
    child.close()
    raise SandboxError(f"The student's interpreter did not start: {said[-1] if said else 'no word from it'}.")


class PipeChannel:
    """A line through the standard streams of a process."""

    def __init__(self, process: "subprocess.Popen[bytes]", path: str) -> None:
        self._process, self._path = process, path
        self._heard: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        self._said: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        for target in (self._listen, self._speak):
            threading.Thread(target=target, daemon=True).start()

    def send(self, data: memoryview) -> int:
        """All of it is taken, and sent when there is room."""
        self._said.put(bytes(data))
        return len(data)

    def receive(self, is_sending: bool) -> bytes | None:
        """What has come."""
        try:
            chunk = self._heard.get(timeout=channel.TICK_SECONDS)
        except queue.Empty:
            return None
        if not chunk:
            self._heard.put(b"")  # it stays closed
        return chunk

    def receive_first(self) -> tuple[bytes | None, int]:
        """What has come, from whom is known."""
        return self.receive(False), 0

    def finish(self, order: bytes) -> Callable[[], Ending]:
        """End the process; one that hung up is given a moment to end by itself."""
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
        """Hang up, and remove what was printed."""
        self._process.wait()
        self._said.put(b"")
        with contextlib.suppress(OSError):
            os.unlink(self._path)

    def _listen(self) -> None:
        assert self._process.stdout is not None
        with self._process.stdout as stream, contextlib.suppress(OSError):
            while chunk := os.read(stream.fileno(), channel.CHUNK):
                self._heard.put(chunk)
        self._heard.put(b"")

    def _speak(self) -> None:
        assert self._process.stdin is not None
        with contextlib.suppress(OSError), self._process.stdin as stream:
            while data := memoryview(self._said.get()):
                while data:
                    data = data[os.write(stream.fileno(), data) :]

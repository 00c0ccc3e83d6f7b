"""Start a fork server: as a fork of this process, or in an interpreter of its own."""

import _socket  # see server.py
import os
import signal
import sys
import time
from contextlib import suppress
from typing import TYPE_CHECKING

from gradkata.isolation.inside import interpreter
from gradkata.isolation.sandbox import CONFINING, Level, Sandbox, SandboxError, anonymous_file

if TYPE_CHECKING:
    import subprocess

_ENTRY = "import sys; sys.path += sys.argv[3:]; from gradkata.isolation.inside.server import main; main()"
_END_SECONDS = 5
_EXPLANATION_BYTES = 4096


def fork_server(level: Level) -> Sandbox:
    """A sandbox forked from this process, which has NumPy and one thread: the fast way.

    Call it before anything secret is read: the children see what this process has read so far.  At
    ``bwrap``, and on a system that cannot fork, it calls :func:`start_server`.

    Raises:
        SandboxError: if this process has several threads, or the kernel cannot confine.

    """
    if level in ("bwrap", "in-process") or not can_fork():
        return start_server(level)
    from gradkata.isolation.inside import server

    if (threads := server.threads()) != 1:
        advice = "Set OPENBLAS_NUM_THREADS=1 before NumPy is imported, or use start_server."
        raise SandboxError(f"This process has {threads} threads, and cannot fork safely. {advice}")
    own_end, server_end = _socket.socketpair(_socket.AF_UNIX, _socket.SOCK_STREAM)
    pid = os.fork()
    if pid == 0:
        try:
            own_end.close()
            server.run(server_end, level in CONFINING)
        finally:
            os._exit(1)
    server_end.close()
    sandbox = Sandbox(level, own_end, lambda: _reap(pid))
    sandbox.await_ready()
    return sandbox


def start_server(level: Level) -> Sandbox:
    """A sandbox in an interpreter of its own, with a clean environment; this process may have threads.

    On a system that cannot fork, each student's process is such an interpreter.

    Raises:
        SandboxError: if the interpreter or bubblewrap does not start, or the kernel cannot confine.

    """
    if level == "in-process":
        from gradkata.isolation.debugging import DebuggedChild

        return Sandbox(level, make=DebuggedChild)
    from gradkata.isolation import spawning

    if not can_fork():
        if level in CONFINING:
            raise SandboxError(f"Level {level} needs Linux.")
        return Sandbox(level, make=spawning.spawn, note=spawning.NOTE)
    import subprocess

    from gradkata.isolation import bubblewrap

    start = bubblewrap.command() if level == "bwrap" else [sys.executable]
    # No file can be written in bubblewrap.
    without_bytecode = ["-B"] if sys.dont_write_bytecode or level == "bwrap" else []
    flags = [*spawning.FLAGS, *without_bytecode, "-c", _ENTRY]
    own_end, server_end = _socket.socketpair(_socket.AF_UNIX, _socket.SOCK_STREAM)
    log = anonymous_file()
    process = subprocess.Popen(
        [*start, *flags, str(server_end.fileno()), level, interpreter.root(), interpreter.packages()],
        env=spawning.clean_environment(), cwd="/", pass_fds=[server_end.fileno()], stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL, stderr=log,
    )  # fmt: skip
    server_end.close()
    sandbox = Sandbox(level, own_end, lambda: _reap_process(process))
    try:
        sandbox.await_ready()
    except SandboxError as error:
        output = os.pread(log, _EXPLANATION_BYTES, 0).decode("utf-8", "replace")
        if level != "bwrap" or not output:
            raise
        raise SandboxError(bubblewrap.explanation(output)) from error
    finally:
        os.close(log)
    return sandbox


def can_fork() -> bool:
    """Whether a fork server works here: macOS has `fork`, but it is unsafe there once NumPy is in use."""
    return hasattr(os, "fork") and sys.platform != "darwin"


def _reap(pid: int) -> None:
    """Wait for a server that has been ordered to end; kill it if it does not."""
    end = time.monotonic() + _END_SECONDS
    with suppress(ChildProcessError):  # where SIGCHLD is ignored, the system has reaped it
        while os.waitpid(pid, os.WNOHANG) == (0, 0):
            if time.monotonic() > end:
                os.kill(pid, signal.SIGKILL)
            time.sleep(0.0005)


def _reap_process(process: "subprocess.Popen[bytes]") -> None:
    from subprocess import TimeoutExpired

    try:
        process.wait(_END_SECONDS)
    except TimeoutExpired:
        from gradkata.isolation.inside import server

        # The server is a child of bubblewrap, and would survive the end of bubblewrap alone.
        for pid in (*server.children(process.pid), process.pid):
            os.kill(pid, signal.SIGKILL)
        process.wait()

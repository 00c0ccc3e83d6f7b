"""The fork server: a trusted process with one thread and NumPy loaded, which holds no secret.

Every submission runs in a child of this server.  A fork copies the whole memory of the server, which has two
consequences.  A child starts with NumPy loaded, and thus at once.  And a child sees everything in the memory of
the server, so that the server must never read a bank, an answer or a student's file.
`interpreter.forget` also removes the environment, the paths of imports and all modules but the standard
library and NumPy.

The server has one thread.  A fork copies only the thread that calls it, and a lock that another thread holds
would stay locked in the child.  The first answer of the server contains the number of its threads, and the
grader accepts only 1.

The grader sends orders over a Unix socket, one child at a time:

1. An order to spawn brings two descriptors: the child's end of its channel, and the file for printed text.
   The server forks, passes both on (`confined_child.run`), and answers with the id of the child.
2. The grader may order the child to report the lines that it is running (`stack_dump`), which it sends to the grader
   itself.  The next order ends the child.  If the child hung up, it gets a moment to end by itself, because a signal or
   an exit status shows why.  Otherwise, and after that moment, it is killed together with its process group.
3. The server reaps the child and any orphans that it left, and answers with the exit status, the processor
   time and the peak memory.

The server ends, with its child, when the grader hangs up.  A signal on the grader's death is not a substitute:
it is sent when the *thread* that started the server ends.
"""

import _socket  # the module `socket` takes longer to import than a child takes to start
import contextlib
import gc
import os
import signal
import sys
from collections.abc import Callable
from typing import NoReturn

import numpy as np

from gradkata.isolation.inside import confined_child, interpreter, libc, stack_dump
from gradkata.isolation.inside.protocol import ANSWER, DESCRIPTORS, ORDER

_GRACE_SECONDS = 1.0


def run(control: "_socket.socket", confine: bool) -> NoReturn:
    """Serve orders on ``control`` until its other end is closed; never returns."""
    try:
        control = _detach(control)
        interpreter.forget()
        with np.errstate(all="ignore"):
            np.ones((8, 8)) @ np.ones((8, 8))  # the BLAS allocates its buffers now, before there are limits
        plan = confined_child.prepare(confine)
        gc.freeze()
        control.sendall(ANSWER.pack(b"R", threads(), 0, 0.0, 0))
        while True:
            order, descriptors = _receive(control)
            if order[:1] == b"S" and len(descriptors) == 2:
                _spawn(control, plan, order, *descriptors)
    except EOFError:
        os._exit(0)
    except BaseException as error:
        code = getattr(error, "errno", None) or 0
        control.sendall(ANSWER.pack(b"F", code, 0, 0.0, 0))
        os._exit(1)
    finally:
        os._exit(1)


def _detach(control: "_socket.socket") -> "_socket.socket":
    """Leave the terminal, and close every descriptor except the control socket, which gets a fixed number.

    All lower numbers are the null device, for reading only; a child replaces them by its own descriptors.
    """
    os.setsid()  # the grader handles Ctrl-C
    moved = os.dup(control.fileno())
    while moved <= confined_child.CONTROL:
        moved = os.dup(moved)
    os.dup2(moved, confined_child.CONTROL)
    control.detach()
    null = os.open(os.devnull, os.O_RDONLY)
    for descriptor in range(confined_child.CONTROL):
        os.dup2(null, descriptor)
    os.closerange(confined_child.CONTROL + 1, os.sysconf("SC_OPEN_MAX"))
    control = _socket.socket(fileno=confined_child.CONTROL)
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGCHLD, signal.SIGALRM):
        signal.signal(number, signal.SIG_DFL)
    if sys.platform.startswith("linux"):
        libc.prctl(libc.PR_SET_CHILD_SUBREAPER, 1)
    return control


def threads() -> int:
    """How many threads this process has; 1 if the system does not say."""
    try:
        return len(os.listdir("/proc/self/task"))
    except OSError:
        return 1


def _receive(control: "_socket.socket") -> tuple[bytes, list[int]]:
    """One order, and the descriptors that came with it.

    Raises:
        EOFError: if the grader hung up.

    """
    order = b""
    descriptors: list[int] = []
    while len(order) < ORDER.size:
        space = _socket.CMSG_SPACE(DESCRIPTORS.size)
        data, ancillary, _, _ = control.recvmsg(ORDER.size - len(order), space)
        if not data:
            raise EOFError
        for level, kind, content in ancillary:
            if (level, kind) == (_socket.SOL_SOCKET, _socket.SCM_RIGHTS):
                descriptors += DESCRIPTORS.unpack(content[: DESCRIPTORS.size])
        order += data
    return order, descriptors


def _spawn(
    control: "_socket.socket", plan: confined_child.Plan, order: bytes, channel: int, log: int
) -> None:
    """Fork a child, report its id, and wait until the grader orders its end."""
    pid = os.fork()
    if pid == 0:
        confined_child.run(plan, order, channel, log)
    os.close(channel)
    os.close(log)
    control.sendall(ANSWER.pack(b"P", pid, 0, 0.0, 0))
    try:
        while (order := _receive(control)[0])[:1] == b"W":
            if stack_dump.NUMBER is not None:
                os.kill(pid, stack_dump.NUMBER)  # it is not reaped yet: no other process has its id
    except EOFError:
        order = b"K"
    # A child that hung up is probably about to end by itself: how it ends shows why.
    ended = order[:1] == b"E" and _ends(pid)
    # Until it is reaped, no other process or group has its id.
    for kill, number in ((os.kill, pid), (os.killpg, pid)):
        with contextlib.suppress(OSError):
            kill(number, signal.SIGKILL)
    _, status, usage = os.wait4(pid, 0)
    _reap_orphans()
    seconds = usage.ru_utime + usage.ru_stime
    control.sendall(ANSWER.pack(b"X", status, not ended, seconds, usage.ru_maxrss))


def _ends(pid: int) -> bool:
    """Whether the child ends by itself within a moment; it is not reaped here."""
    options = os.WEXITED | os.WNOHANG | os.WNOWAIT
    return _wait_until(lambda: os.waitid(os.P_PID, pid, options) is not None)


def _wait_until(condition: Callable[[], bool]) -> bool:
    import time

    end = time.monotonic() + _GRACE_SECONDS
    while not (met := condition()) and time.monotonic() < end:
        time.sleep(0.001)
    return met


def _reap_orphans() -> None:
    """End the processes that an unconfined child has left outside its group."""
    with contextlib.suppress(ChildProcessError, ProcessLookupError):
        while True:
            if os.waitpid(-1, os.WNOHANG) == (0, 0):
                for child in children(os.getpid()):
                    os.kill(child, signal.SIGKILL)
                os.wait()


def children(pid: int) -> list[int]:
    """The child processes of a process with one thread; none if the system does not say."""
    try:
        with open(f"/proc/{pid}/task/{pid}/children", encoding="ascii") as file:
            return [int(word) for word in file.read().split()]
    except OSError:
        return []


def main() -> None:
    """Run a fork server on the descriptor and at the level that the command line names."""
    control = _socket.socket(fileno=int(sys.argv[1]))
    run(control, sys.argv[2] in ("bwrap", "kernel"))

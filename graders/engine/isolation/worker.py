"""The forked child: it confines itself, says so, and then serves one student's code until killed.

Nothing here is trusted any more once the student's first byte has arrived.
"""

import io
import os
import resource
import struct
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NoReturn, cast

import numpy as np

from graders.engine.isolation import landlock, limits, seccomp, wire
from graders.engine.isolation.replies import HEADER, REQUEST
from graders.engine.isolation.student import Student

ORDER = struct.Struct("<cBdQQQ")
"""From the grader to the fork server: what to do ("S" spawn, "K" kill, "E" it hung up), whether to
confine, total processor seconds, bytes of memory, of output and of a reply."""
READY = struct.Struct("<8sQ")
CONFINED = b"CONFINED"
"""The child's first word, with the memory that it has used by then, in kilobytes."""
NOT_CONFINED = 97
"""The exit status of a child that died before it was confined."""

_LOG, _CHANNEL, _RULESET = 1, 3, 4
CONTROL = 5
"""The first descriptor that a child must not have: the fork server's own channel."""
_CHUNK = 1 << 16  # a larger buffer is mapped and unmapped anew each time
_WARM_CALLS = 20


@dataclass(frozen=True)
class Plan:
    """What the fork server prepared once for all its children; its rule set is descriptor 4."""

    program: "seccomp.Program | None"
    base: int
    log: "Log"


def prepare(confine: bool) -> Plan:
    """Prepare confinement; ``base`` is the address space in use, read last.

    Raises:
        OSError: where the kernel cannot confine.

    """
    limits.drop_privileges()  # its children inherit that
    limits.apply_to_all()
    if confine:
        os.dup2(ruleset := landlock.prepare(), _RULESET)
        os.close(ruleset)
    program = seccomp.prepare() if confine else None
    log = _redirect()
    _warm_up()
    return Plan(program, limits.address_space(), log)


def _redirect() -> "Log":
    """Let Python's streams be the null device and a log, which descriptors 0 and 1 will be."""
    log: Any = Log(_LOG)  # it has the methods of a stream, if not the class
    stream: Any = io.TextIOWrapper(log, "utf-8", "backslashreplace", write_through=True)
    sys.stdout = sys.stderr = sys.__stdout__ = sys.__stderr__ = stream  # type: ignore[misc]
    empty = io.TextIOWrapper(io.BufferedReader(io.FileIO(0, closefd=False)), "utf-8")
    sys.stdin = sys.__stdin__ = empty  # type: ignore[misc]
    return cast(Log, log)


def _warm_up() -> None:
    """Take the usual path a few times: what Python learns from it need not be learnt by each child."""
    student = Student(reply_bytes=1 << 20)
    student.load(b"def f(x, y, z):\n    return x + 1\n", "sys.py", "f")
    frame = wire.encode([np.ones((2, 3)), 1.5, [["a"]]])
    for _ in range(_WARM_CALLS):
        student.call("f", frame)


def run(plan: Plan, order: bytes, channel: int, log: int) -> NoReturn:
    """Become the child: never returns."""
    try:
        _, confine, cpu, memory, output, reply_bytes = ORDER.unpack(order)
        if confine and plan.program is None:
            raise RuntimeError("this fork server has not prepared to confine")
        _arrange_descriptors(channel, log)
        log = _LOG
        plan.log.left = output + 1
        _reseed()
        limits.apply(cpu, memory, output, plan.base)
        if confine and plan.program is not None:
            landlock.enforce(_RULESET)
            os.close(_RULESET)
            seccomp.enforce(plan.program)
            limits.verify_confined()
        used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        os.write(_CHANNEL, READY.pack(CONFINED, used))
    except BaseException as error:
        os.write(log, f"{type(error).__name__}: {error}".encode())
        os._exit(NOT_CONFINED)
    try:
        _serve(Student(reply_bytes))
    finally:
        os._exit(1)


def _arrange_descriptors(channel: int, log: int) -> None:
    """The null device as 0, the log as 1 and 2, the channel as 3, the rule set as 4, and nothing else.

    The server holds 0 and 4 already, and 1 to 5 are taken there: what it was sent lies above.
    """
    os.setsid()
    os.dup2(log, _LOG)
    os.dup2(log, 2)
    os.dup2(channel, _CHANNEL)
    os.closerange(CONTROL, limits.OPEN_FILES)


def _reseed() -> None:
    """Two children must not draw the same numbers, or an answer by chance looks determined."""
    if "numpy.random" in sys.modules:
        np.random.seed()


class Log:
    """A raw stream that drops what exceeds a limit; one byte more says that it did."""

    closed = False
    mode = "wb"
    name = "<log>"

    def __init__(self, descriptor: int) -> None:
        self.descriptor, self.left = descriptor, 0

    def write(self, data: Any) -> int:
        """Take all of ``data``, whatever becomes of it."""
        data = bytes(data)
        kept = data[: self.left]
        self.left -= len(kept)
        while kept:
            try:
                kept = kept[os.write(self.descriptor, kept) :]
            except OSError:  # the limit of the file's size: something else wrote to it as well
                break
        return len(data)

    def flush(self) -> None:
        """Nothing is held back."""

    def close(self) -> None:
        """It stays open: a later print must not fail."""

    def readable(self) -> bool:
        """Whether it can be read."""
        return False

    def writable(self) -> bool:
        """Whether it can be written."""
        return True

    def seekable(self) -> bool:
        """Whether it has a position."""
        return False

    def isatty(self) -> bool:
        """Whether it is a terminal."""
        return False

    def fileno(self) -> int:
        """Its descriptor."""
        return self.descriptor


def _serve(student: Student) -> None:
    """Answer each request by one reply with its nonce, until the grader hangs up.

    A reply leaves before the next request is looked at: a call that hangs loses no earlier one.
    """
    for nonce, request in _requests():
        kind, size = REQUEST.unpack_from(request)
        start = REQUEST.size + size
        names, body = request[REQUEST.size : start], request[start:]
        if kind == b"C":
            payload = student.call(names.decode(), body)
        else:
            filename, function = wire.decode(names)
            payload = student.load(body, filename, function)
        message = HEADER.pack(nonce, len(payload)) + payload
        while message:
            message = message[os.write(_CHANNEL, message) :]


def _requests() -> Iterator[tuple[int, bytes]]:
    """Each request and its nonce."""
    buffer, at = bytearray(), 0
    while True:
        start = at + HEADER.size
        if start <= len(buffer):
            nonce, length = HEADER.unpack_from(buffer, at)
            if start + length <= len(buffer):
                at = start + length
                yield nonce, bytes(buffer[start:at])
                continue
        del buffer[:at]
        at = 0
        chunk = os.read(_CHANNEL, _CHUNK)
        if not chunk:
            os._exit(0)
        buffer += chunk

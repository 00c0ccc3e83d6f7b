"""Serve requests in a student's process, and record what is printed."""

import io
import os
import sys
from collections.abc import Callable, Iterator
from typing import Any, cast

import numpy as np

from gradkata.isolation.inside import wire
from gradkata.isolation.inside.protocol import ANNOUNCED, HEADER, REQUEST
from gradkata.isolation.inside.student import Student

LOG = 1
"""The descriptor of the printed text; 0 is the null device."""
CHUNK = 1 << 16  # a larger buffer is mapped and unmapped each time
_WARM_CALLS = 20


def redirect() -> "Log":
    """Connect Python's streams to the null device and a log, which will be descriptors 0 and 1."""
    log: Any = Log(LOG)  # it has the methods of a stream, but not the class
    stream: Any = io.TextIOWrapper(log, "utf-8", "backslashreplace", newline="\n", write_through=True)
    sys.stdout = sys.stderr = sys.__stdout__ = sys.__stderr__ = stream  # type: ignore[misc]
    empty = io.TextIOWrapper(io.BufferedReader(io.FileIO(0, closefd=False)), "utf-8")
    sys.stdin = sys.__stdin__ = empty  # type: ignore[misc]
    return cast(Log, log)


def warm_up() -> None:
    """Run the usual path a few times, so that Python need not specialise it in each child again."""
    student = Student(reply_bytes=1 << 20)
    student.load(b"def f(x, y, z):\n    return x + 1\n", "sys.py", "f")
    frame = wire.encode([np.ones((2, 3)), 1.5, [["a"]]])
    for _ in range(_WARM_CALLS):
        student.call("f", frame)


def serve(student: Student, read: Callable[[], bytes], answers: int) -> None:
    """Answer each request with one reply that repeats its nonce, until ``read`` has nothing more.

    A reply is written to the descriptor ``answers`` before the next request is examined: a call that hangs
    loses no earlier reply.
    """
    for nonce, request in _requests(read):
        kind, size = REQUEST.unpack_from(request)
        start = REQUEST.size + size
        names, body = request[REQUEST.size : start], request[start:]
        if kind == b"C":
            payload = student.call(names.decode(), body)
        else:
            filename, function, skipped, is_announced = wire.decode(names)
            announce = _announcer(answers, nonce) if is_announced else None
            payload = student.load(body, filename, function, skipped, announce)
        _send(answers, nonce, payload)


def _send(answers: int, nonce: int, payload: bytes) -> None:
    message = HEADER.pack(nonce, len(payload)) + payload
    while message:
        message = message[os.write(answers, message) :]


def _announcer(answers: int, nonce: int) -> Callable[[int], None]:
    return lambda number: _send(answers, nonce, ANNOUNCED.pack(b"S", number))


def _requests(read: Callable[[], bytes]) -> Iterator[tuple[int, bytes]]:
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
        chunk = read()
        if not chunk:
            os._exit(0)
        buffer += chunk


class Log:
    """A raw stream that drops what exceeds a limit; one byte more shows that something was dropped."""

    closed = False
    mode = "wb"
    name = "<log>"

    def __init__(self, descriptor: int) -> None:
        self.descriptor, self.left = descriptor, 0

    def write(self, data: Any) -> int:
        """Accept all of ``data``, even if not all of it is kept."""
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
        """Do nothing: there is no buffer."""

    def close(self) -> None:
        """Stay open: a later print must not fail."""

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

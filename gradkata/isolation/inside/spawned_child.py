"""A student's process without a fork server: an interpreter of its own, for systems that cannot fork.

Nothing confines it.  Requests come through its standard input, and replies go through its standard output;
both are moved to other descriptors first.  Printed text goes to the standard error.
"""

import contextlib
import os
import queue
import signal
import sys
import threading

from gradkata.isolation.inside import interpreter, serving, stack_dump
from gradkata.isolation.inside.protocol import CONFINED, READY
from gradkata.isolation.inside.student import Student


def main() -> None:
    """Serve requests; the command line limits the bytes of printed text and of a reply."""
    output_bytes, reply_bytes = map(int, sys.argv[1:3])
    requests, replies = os.dup(0), os.dup(1)
    if sys.platform == "win32":
        import msvcrt

        for descriptor in (requests, replies, 2):
            msvcrt.setmode(descriptor, os.O_BINARY)
    null = os.open(os.devnull, os.O_RDONLY)
    os.dup2(null, 0)
    os.dup2(2, serving.LOG)
    os.close(null)
    log = serving.redirect()
    log.left = output_bytes + 1
    interpreter.forget()
    _limit(output_bytes)
    stack_dump.prepare(replies)
    received = _receive(requests)
    os.write(replies, READY.pack(CONFINED, 0))
    serving.serve(Student(reply_bytes), received.get, replies)


def _receive(requests: int) -> "queue.SimpleQueue[bytes]":
    """The requests as they arrive; the process ends when the grader does, whatever runs in it."""
    received: queue.SimpleQueue[bytes] = queue.SimpleQueue()

    def listen() -> None:
        while chunk := os.read(requests, serving.CHUNK):
            received.put(chunk)
        os._exit(0)

    threading.Thread(target=listen, daemon=True).start()
    return received


def _limit(output_bytes: int) -> None:
    """Bound the log and forbid core dumps, if the system can do that."""
    with contextlib.suppress(ImportError, AttributeError, OSError, ValueError):
        import resource

        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (output_bytes + 1, output_bytes + 1))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))

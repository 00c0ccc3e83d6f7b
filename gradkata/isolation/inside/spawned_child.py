"""A student's process without a fork server: an interpreter of its own, for systems that cannot fork.

Nothing confines it.  It is asked on its standard input and answers on its standard output, both
moved out of the student's way; what is printed goes where the standard error goes.
"""

import contextlib
import os
import queue
import signal
import sys
import threading

from gradkata.isolation.inside import interpreter, serving
from gradkata.isolation.inside.protocol import CONFINED, READY
from gradkata.isolation.inside.student import Student


def main() -> None:
    """Serve; the command line says how many bytes may be printed and replied."""
    output_bytes, reply_bytes = map(int, sys.argv[1:3])
    questions, answers = os.dup(0), os.dup(1)
    if sys.platform == "win32":
        import msvcrt

        for descriptor in (questions, answers, 2):
            msvcrt.setmode(descriptor, os.O_BINARY)
    null = os.open(os.devnull, os.O_RDONLY)
    os.dup2(null, 0)
    os.dup2(2, serving.LOG)
    os.close(null)
    log = serving.redirect()
    log.left = output_bytes + 1
    interpreter.forget()
    _limit(output_bytes)
    heard = _listen(questions)
    os.write(answers, READY.pack(CONFINED, 0))
    serving.serve(Student(reply_bytes), heard.get, answers)


def _listen(questions: int) -> "queue.SimpleQueue[bytes]":
    """What is asked, as it comes; the process ends when the grader does, whatever runs in it."""
    heard: queue.SimpleQueue[bytes] = queue.SimpleQueue()

    def listen() -> None:
        while chunk := os.read(questions, serving.CHUNK):
            heard.put(chunk)
        os._exit(0)

    threading.Thread(target=listen, daemon=True).start()
    return heard


def _limit(output_bytes: int) -> None:
    """Bound the log and forbid core dumps, where the system can."""
    with contextlib.suppress(ImportError, AttributeError, OSError, ValueError):
        import resource

        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (output_bytes + 1, output_bytes + 1))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))

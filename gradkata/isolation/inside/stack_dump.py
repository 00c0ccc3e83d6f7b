"""The lines that a student's process is running, which it reports when it gets a signal.

The handler of `faulthandler` is written in C and needs no step of the interpreter, so that it answers from within a
loop of any kind.  It writes to the connection with the grader.  The grader asks only before it ends the process, and
takes the answer for what it is: text of the student's process.  If that has another handler, there is no answer.
"""

import contextlib
import signal

NUMBER = getattr(signal, "SIGUSR1", None)
"""The signal, or None if the system has no such signals."""


def prepare(descriptor: int) -> None:
    """Report to a descriptor, which may be opened later, when the signal comes."""
    if NUMBER is None:
        return
    import faulthandler

    with contextlib.suppress(AttributeError, OSError, RuntimeError, ValueError):
        faulthandler.register(NUMBER, file=descriptor, all_threads=False, chain=False)

"""Why a student's process ended, as the reply that its last call gets."""

import signal
import sys

from gradkata.isolation.limits import Limits, total_detail
from gradkata.isolation.replies import Reply, SandboxError

_KILOBYTE = 1 if sys.platform == "darwin" else 1024
_NEARLY_ALL = 0.75  # a process that dies with this share of its memory in use ran out of it

Ending = tuple[int, bool, float, int]
"""Exit code (minus the number of a signal), whether it had to be killed, processor seconds, and peak
memory in kilobytes."""


def describe(ending: Ending, initial: int, limits: Limits) -> Reply:
    """The reply for a process that ended and had used ``initial`` kilobytes before it was confined.

    Raises:
        SandboxError: if something outside has killed it.

    """
    code, killed, seconds, peak = ending
    if killed:
        return Reply("crashed", detail="it closed its channel to the grader")
    number = max(0, -code)
    if number and seconds > limits.total_cpu_seconds and number in (signal.SIGKILL, signal.SIGXCPU):
        return Reply("timeout", detail=total_detail(limits))
    if number and number == signal.SIGKILL:  # the only signal besides SIGSTOP that it cannot send to itself
        raise SandboxError("The student's process was killed from outside: out of memory?")
    if (peak - initial) * _KILOBYTE > _NEARLY_ALL * limits.memory_bytes:
        return Reply("memory")
    if number:
        return Reply("crashed", detail=f"signal {_name(number)}")
    return Reply("crashed", detail=f"exit {code}")


def _name(number: int) -> str:
    """A signal's name; most of the real-time signals have none."""
    try:
        return signal.Signals(number).name
    except ValueError:
        return str(number)

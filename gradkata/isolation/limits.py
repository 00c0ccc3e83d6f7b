"""What one student's process may use: every limit on time, memory and output, and how a report names it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """What one student's process may use; memory is counted beyond what NumPy takes.

    Loading the file, with all statements outside of functions, counts as one call.

    The grader keeps and reads all replies; those of a right answer have some kilobytes together.
    """

    call_cpu_seconds: float = 2.0
    call_wall_seconds: float = 10.0
    total_cpu_seconds: float = 20.0
    total_wall_seconds: float = 40.0
    memory_bytes: int = 512 << 20
    output_bytes: int = 64 << 10
    reply_bytes: int = 1 << 20
    total_reply_bytes: int = 4 << 20


def call_detail(limits: Limits) -> str:
    """Why a call was stopped: the same text for both clocks, since on a busy machine either may come first."""
    cpu, wall = limits.call_cpu_seconds, limits.call_wall_seconds
    return f"a call may take {cpu:g} s of processor time and {wall:g} s in all"


def total_detail(limits: Limits) -> str:
    """Why all calls together were stopped, the same text for both clocks."""
    cpu, wall = limits.total_cpu_seconds, limits.total_wall_seconds
    return f"all calls together may take {cpu:g} s of processor time and {wall:g} s in all"

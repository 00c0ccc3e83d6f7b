"""Which processes there are, as `/proc` tells."""

import os
import time
from pathlib import Path


def children(pid: int) -> list[int]:
    """Those that a process has started and not waited for yet, from whichever thread; none where it is gone."""
    found = []
    for tasks in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            found += map(int, tasks.read_text("ascii").split())
        except OSError:
            continue
    return found


def descendants(pid: int) -> list[int]:
    """All below a process; each comes before those that it has started."""
    return [each for child in children(pid) for each in (child, *descendants(child))]


def workers() -> list[int]:
    """The judging workers that this very process has started."""
    return [pid for pid in children(os.getpid()) if _is_worker(pid)]


def _is_worker(pid: int) -> bool:
    try:
        return b"workers.worker" in Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return False


def is_alive(pid: int) -> bool:
    """Whether a process runs; one that nobody has waited for yet does not."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text("utf-8", "replace").rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state not in "ZX"


def alive_after(pids: list[int], seconds: float = 20) -> list[int]:
    """Those that still run; waits for so long until none does."""
    end = time.monotonic() + seconds
    while any(map(is_alive, pids)) and time.monotonic() < end:
        time.sleep(0.01)
    return [pid for pid in pids if is_alive(pid)]

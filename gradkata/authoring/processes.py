"""Checks each kata in a process of its own, so that nothing that an author writes can hang or end `kata lint`.

The process limits the author's code itself (`author_code.watched`).  What even that does not stop, because it waits
without using the processor, is ended from here.
"""

import os
import signal
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from gradkata.author_code import watched
from gradkata.authoring.overruns import TOTAL_SECONDS
from gradkata.loader import describe_error

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

T = TypeVar("T")

WALL_SECONDS = (
    900.0  # for one kata; on a busy machine a limit of processor time takes much longer than it says
)


class Lost(NamedTuple):
    """A process that ended without a result: its exit code, and its error output."""

    code: int
    output: str


class _Running(NamedTuple):
    process: "BaseProcess"
    result: "Connection"
    log: Path
    until: float


def each_in_a_process(work: Callable[[str], T], slugs: Sequence[str], size: int) -> Iterator[T | Lost]:
    """The result of ``work`` for each slug in order, from at most ``size`` processes at a time.

    Raises:
        RuntimeError: if ``work`` raised an exception.
    """
    import tempfile

    running: dict[int, _Running] = {}
    done: dict[int, T | Lost] = {}
    started = 0
    with tempfile.TemporaryDirectory() as folder:
        try:
            for position in range(len(slugs)):
                while position not in done:
                    while len(running) < size and started < len(slugs):
                        running[started] = _start(work, slugs[started], Path(folder, str(started)))
                        started += 1
                    done |= _finished(running)
                yield done.pop(position)
        finally:
            for each in running.values():
                _end(each)


def _start(work: Callable[[str], Any], slug: str, log: Path) -> _Running:
    from multiprocessing import Pipe, Process

    ours, theirs = Pipe(duplex=False)
    process = Process(target=_run, args=(theirs, work, slug, str(log)), daemon=True)
    process.start()
    theirs.close()
    return _Running(process, ours, log, time.monotonic() + WALL_SECONDS)


def _run(result: "Connection", work: Callable[[str], Any], slug: str, log: str) -> None:
    """Run in the process: limit the author's code, and send the result."""
    with suppress(AttributeError, OSError):
        os.setpgid(0, 0)  # so that its own processes end with it
    sys.stdin = open(os.devnull)  # noqa: SIM115  until the process ends
    import faulthandler

    with open(log, "w") as file:
        faulthandler.enable(file)
        try:
            with watched(total=TOTAL_SECONDS, waits=True, file=file):
                found = work(slug)
        except Exception as error:  # it is ours: an author's fault is a result
            found = RuntimeError(f"{slug}: {describe_error(error)}")
        faulthandler.disable()
    result.send(found)


def _finished(running: dict[int, _Running]) -> dict[int, Any]:
    """Wait for processes to end; their results, by position."""
    from multiprocessing.connection import wait

    ready = wait([each.result for each in running.values()], timeout=1.0)
    found: dict[int, Any] = {}
    for position, each in list(running.items()):
        is_late = time.monotonic() > each.until
        if each.result not in ready and not is_late:
            continue
        try:
            found[position] = each.result.recv() if each.result in ready else None
        except (EOFError, OSError):
            found[position] = None
        _end(each)
        if found[position] is None:
            code = -signal.SIGKILL if is_late else each.process.exitcode or 0
            found[position] = Lost(code, each.log.read_text("utf-8", "replace") if each.log.is_file() else "")
        del running[position]
        if isinstance(found[position], Exception):
            raise found[position]
    return found


def _end(each: _Running) -> None:
    """End a process and its own processes, and wait for it; if it has ended by itself, its exit code stays."""
    assert each.process.pid is not None
    try:
        os.killpg(each.process.pid, signal.SIGKILL)
    except (AttributeError, OSError):  # it has no group yet
        each.process.kill()
    each.process.join()
    each.result.close()

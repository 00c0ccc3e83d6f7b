"""Runs the code of an author within limits: a property, a misconception or a strategy that does not end is stopped.

The code of a collection is trusted, but an author makes mistakes.  `watched` sets the limits for a block of code.
Inside it, every piece of an author's code is announced with `begin` and `end`, which cost next to nothing.  A timer
of the process sends a signal after every tenth of the allowed time.  Its handler counts one tick for each piece that
is running, and raises `Overrun` in the line that is running once a piece has had more than ten.  The clock is
processor time, so that a busy machine does not matter.  With ``waits``, ticks of the wall clock are counted as well,
so that a piece that sleeps or waits for input is also stopped.

A loop in C, such as ``10**10**10``, never returns to the interpreter, which therefore cannot run the handler.  With
``file``, a second timer ends the process after twice the allowed time, and `faulthandler` writes to that file which
line was running.  Memory is limited by the system: a piece that takes too much gets a MemoryError.

Signals reach the main thread only.  In another thread, and on systems without these timers, nothing is limited.
"""

import signal
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from types import FrameType, TracebackType
from typing import Any, NamedTuple

PREFIX = "_gradkata_collection"  # the modules of every collection have names that begin with it

SECONDS = 10.0  # of processor time, for one call of an author's function
WAIT_SECONDS = 60.0  # by the wall clock, for the same
MEMORY_BYTES = 1 << 30  # beyond what the process holds already
_TICKS = 10


class Line(NamedTuple):
    """A line of an author's file."""

    file: str
    line: int

    def __str__(self) -> str:
        return f"{self.file}, line {self.line}"


class Piece:
    """A piece of an author's code that is running: a function with its arguments, or a description."""

    __slots__ = ("arguments", "around", "code", "ticks", "waits")

    def __init__(
        self,
        code: Callable[..., Any] | str,
        arguments: Sequence[Any] | Mapping[str, Any],
        around: "Piece | None",
    ) -> None:
        self.code, self.arguments, self.around = code, arguments, around
        self.ticks = self.waits = 0


class Overrun(BaseException):
    """Stops an author's code that does not end.  Not an `Exception`, so that the code itself does not catch it.

    ``piece`` is the code that exceeds a limit, or None if all pieces together do; ``said`` names the limit, as in
    "did not end within 10 s of processor time"; ``place`` is the line.
    """

    def __init__(self, piece: Piece | None, said: str, place: Line | None) -> None:
        self.piece, self.said, self.place = piece, said, place
        super().__init__(self.said + (f"; {place} was running" if place else ""))


class GraderFaultError(Exception):
    """The grader fails on a right answer, which is never charged to a student; the message says where."""


class _Watch:
    """What is running, how many ticks all pieces together have had, and whether limits are set at all."""

    piece: Piece | None = None
    ticks = 0
    is_on = False


_watch = _Watch()


def begin(code: Callable[..., Any] | str, arguments: Sequence[Any] | Mapping[str, Any] = ()) -> Piece:
    """Announce that a piece of an author's code starts; give the result to `end`."""
    _watch.piece = piece = Piece(code, arguments, _watch.piece)
    return piece


def end(piece: Piece) -> None:
    """Announce that a piece has ended, in whichever way."""
    _watch.piece = piece.around


@contextmanager
def watched(
    *,
    seconds: float | None = None,
    total: float | None = None,
    waits: bool = False,
    file: Any = None,
) -> Iterator[None]:
    """Limit every piece of an author's code that runs in this block; inside another such block, that one's limits hold.

    Args:
        seconds: the processor time of one piece, by default `SECONDS`.
        total: the processor time of the whole block; without one it is not limited.
        waits: whether a piece is also stopped if it waits for longer than `WAIT_SECONDS`.
        file: an open file; after twice the time of one piece without a step of the interpreter, the process ends, and
            the file says where it was.
    """
    if _watch.is_on:
        yield
        return
    _watch.is_on = True
    tick = (SECONDS if seconds is None else seconds) / _TICKS
    handlers: dict[int, Any] = {}
    _watch.piece, _watch.ticks = None, 0

    def count(number: int, frame: FrameType | None) -> None:
        piece = _watch.piece
        if file is not None and (piece is None or piece.ticks <= _TICKS):
            # A step of the interpreter: start again, unless the piece has caught the exception that stops it.
            signal.setitimer(signal.ITIMER_VIRTUAL, 2 * _TICKS * tick)
        _count(frame, tick, total)

    with suppress(AttributeError, ValueError):  # Windows, and threads other than the main one
        signal.setitimer(signal.ITIMER_PROF, 0)  # before a handler is replaced: it may not exist
        handlers[signal.SIGPROF] = signal.signal(signal.SIGPROF, count)
        signal.setitimer(signal.ITIMER_PROF, tick, tick)
        if waits:
            handlers[signal.SIGALRM] = signal.signal(signal.SIGALRM, lambda _, frame: _count_waiting(frame))
            signal.setitimer(signal.ITIMER_REAL, WAIT_SECONDS / _TICKS, WAIT_SECONDS / _TICKS)
        if file is not None:
            _end_when_stuck(file, 2 * _TICKS * tick)
    memory = _limit_memory()
    try:
        yield
    finally:
        for number, handler in handlers.items():
            timer = signal.ITIMER_PROF if number == signal.SIGPROF else signal.ITIMER_REAL
            signal.setitimer(timer, 0)
            signal.signal(number, handler)
        if file is not None and handlers:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        if memory is not None:
            _set_memory(memory)
        _watch.is_on = False


def too_many_calls(piece: Piece, most: int) -> Overrun:
    """The exception for a piece that makes too many calls; ask for it in the call that is too many."""
    return Overrun(piece, f"did not end within {most} calls", _place_of(sys._getframe(1)))


def too_much_memory(piece: Piece, error: MemoryError) -> Overrun:
    """The exception for a piece that has raised a MemoryError."""
    return Overrun(piece, f"takes more than {memory_limit()}", place_in(error.__traceback__))


def memory_limit() -> str:
    """The memory that the code of an author may take."""
    return f"{MEMORY_BYTES >> 20} MiB of memory"


def place_in(trace: TracebackType | None) -> Line | None:
    """The last line of an author's file in a traceback; None if there is none."""
    found = None
    while trace is not None:
        if is_authors(trace.tb_frame):
            found = Line(trace.tb_frame.f_code.co_filename, trace.tb_lineno)
        trace = trace.tb_next
    return found


def is_authors(code: FrameType | Callable[..., Any]) -> bool:
    """Whether a frame or a function belongs to a collection's grader or solution."""
    space = code.f_globals if isinstance(code, FrameType) else getattr(code, "__globals__", {})
    return str(space.get("__name__", "")).startswith(PREFIX)


def _count(frame: FrameType | None, tick: float, total: float | None) -> None:
    _watch.ticks += 1
    if total is not None and _watch.ticks * tick > total:
        raise Overrun(None, f"did not end within {total:g} s of processor time", _place_of(frame))
    piece = _watch.piece
    while piece is not None:
        piece.ticks += 1
        if piece.ticks > _TICKS:
            raise Overrun(
                piece, f"did not end within {tick * _TICKS:g} s of processor time", _place_of(frame)
            )
        piece = piece.around


def _count_waiting(frame: FrameType | None) -> None:
    piece = _watch.piece
    while piece is not None:
        piece.waits += 1
        if piece.waits > _TICKS:
            raise Overrun(piece, f"did not end within {WAIT_SECONDS:g} s", _place_of(frame))
        piece = piece.around


def _place_of(frame: FrameType | None) -> Line | None:
    """The innermost line of an author's file that is running."""
    while frame is not None and not is_authors(frame):
        frame = frame.f_back
    return Line(frame.f_code.co_filename, frame.f_lineno) if frame is not None else None


def _end_when_stuck(file: Any, seconds: float) -> None:
    """End the process if the interpreter makes no step for so long; its last lines go to the file."""
    import faulthandler

    signal.signal(signal.SIGVTALRM, signal.SIG_DFL)
    faulthandler.register(signal.SIGVTALRM, file=file, all_threads=False, chain=True)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)


def _limit_memory() -> tuple[int, int] | None:
    """Limit the memory of this process; the limit as it was before, None if the system has none."""
    try:
        import resource

        with open("/proc/self/statm", "rb") as file:
            held = int(file.read().split()[5]) * resource.getpagesize()
        before = resource.getrlimit(resource.RLIMIT_DATA)
    except (ImportError, OSError, ValueError, IndexError):
        return None
    limit = held + MEMORY_BYTES
    if any(each != resource.RLIM_INFINITY and each < limit for each in before):
        return None  # it is limited further already
    _set_memory((limit, before[1]))
    return before


def _set_memory(limits: tuple[int, int]) -> None:
    import resource

    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_DATA, limits)

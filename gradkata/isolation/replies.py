"""The replies of a student's process, and the errors in them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal, Protocol, TypeAlias

from gradkata.isolation.inside import wire
from gradkata.isolation.inside.protocol import EARLIER, MAX_BASES, MAX_MESSAGE, MAX_NAME, RETURNED
from gradkata.isolation.limits import Limits, call_detail

Status: TypeAlias = Literal["returned", "raised", "timeout", "memory", "crashed", "protocol"]


class SandboxError(Exception):
    """The sandbox could not do its work; never the fault of a student's code."""


@dataclass(frozen=True)
class Error:
    """An exception in a student's code.

    ``frames`` are the student's own, outermost first: line number, function, text of the line.
    A file that could not be compiled has ``line``, ``offset`` (both from 1) and ``text`` instead,
    if Python reports them.  ``built_in`` holds the names of the built-in exceptions that it belongs to.
    """

    type_name: str
    message: str
    frames: tuple[tuple[int, str, str], ...] = ()
    line: int | None = None
    offset: int | None = None
    text: str = ""
    built_in: tuple[str, ...] = ()


@dataclass(frozen=True)
class Reply:
    """The result of one call.

    A ``status`` of ``protocol`` means that gradkata's own code did not write the reply.  ``frame`` is the encoded
    value, for bitwise comparison; ``mutated`` holds the indices of the arguments that were changed, and
    ``changed_earlier`` says that the answer to the call before is no longer what it was.
    ``stack`` holds the lines of the student's file that were running when it was stopped, outermost first; a process
    that was taken over may claim any.
    """

    status: Status
    value: Any = None
    frame: bytes = b""
    mutated: tuple[int, ...] = ()
    changed_earlier: bool = False
    error: Error | None = None
    detail: str = ""
    stack: tuple[int, ...] = ()


class AnyChild(Protocol):
    """One student's process, or its replacement for a debugger."""

    def load(self, source: bytes, filename: str, function: str) -> Reply:
        """Load the file; the value is True, or the names it defines if ``function`` is not a function."""

    def calls(self, function: str, frames: Sequence[bytes]) -> Iterator[Reply]:
        """One reply for each call, in order; after a reply that ends the process there are no more."""

    def printed(self) -> tuple[str, bool]:
        """What the code has printed, and whether that was cut."""

    def close(self) -> None:
        """End the process."""

    def __enter__(self) -> "AnyChild": ...

    def __exit__(self, *exception: object) -> None: ...


GARBAGE = Reply("protocol", detail="it sent something that is not a reply")


def parse(payload: bytes, limits: Limits) -> Reply:
    """Parse a reply; its status is ``protocol`` if gradkata's own code did not write it."""
    try:
        if payload == b"M":
            return Reply("memory")
        if payload[:1] == b"E":
            return Reply("raised", error=_error(wire.decode(payload[1:])))
        if payload[:1] == b"R":
            return _returned(payload, limits)
    except wire.WireError:
        pass
    return GARBAGE


def _returned(payload: bytes, limits: Limits) -> Reply:
    if len(payload) < RETURNED.size:
        return GARBAGE
    _, seconds, count = RETURNED.unpack_from(payload)
    start = RETURNED.size + count
    changed = tuple(payload[RETURNED.size : start])
    if not seconds >= 0.0 or start > len(payload):
        return GARBAGE
    if seconds > limits.call_cpu_seconds:
        return Reply("timeout", detail=call_detail(limits))
    frame = payload[start:]
    arguments = tuple([index for index in changed if index != EARLIER])
    return Reply("returned", wire.decode(frame), frame, arguments, EARLIER in changed)


def _error(fields: Any) -> Error:
    """Check every part: it comes from the student's process."""
    if type(fields) is not list or len(fields) != 7:
        raise wire.WireError("an error of another form")
    name, message, frames, line, offset, text, bases = fields
    if not (_is_text(name, MAX_NAME) and _is_text(message, MAX_MESSAGE) and _is_text(text, MAX_MESSAGE)):
        raise wire.WireError("an error of another form")
    if type(frames) is not list or len(frames) > 8 or not all(map(_is_frame, frames)):
        raise wire.WireError("an error of another form")
    if not (_is_number(line) and _is_number(offset)):
        raise wire.WireError("an error of another form")
    if type(bases) is not list or len(bases) > MAX_BASES or not all(_is_text(b, MAX_NAME) for b in bases):
        raise wire.WireError("an error of another form")
    return Error(name, message, tuple(frames), line or None, offset or None, text, tuple(bases))


def _is_frame(frame: object) -> bool:
    if type(frame) is not tuple or len(frame) != 3:
        return False
    return _is_number(frame[0]) and _is_text(frame[1], MAX_NAME) and _is_text(frame[2], MAX_MESSAGE)


def _is_text(value: object, limit: int) -> bool:
    return type(value) is str and len(value) <= limit


def _is_number(value: object) -> bool:
    return type(value) is int and 0 <= value < 1 << 31

"""The replies of a student's process, and the errors in them."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal, NamedTuple, Protocol, TypeAlias

from gradkata.isolation.inside import wire
from gradkata.isolation.inside.protocol import (
    EARLIER,
    MAX_BASES,
    MAX_MESSAGE,
    MAX_NAME,
    MAX_NAMES,
    MOST_PASSED_OVER,
    RETURNED,
)
from gradkata.isolation.limits import Limits, call_detail

Status: TypeAlias = Literal["returned", "raised", "timeout", "memory", "crashed", "protocol"]


class SandboxError(Exception):
    """The sandbox could not do its work; never the fault of a student's code."""


class Stub(NamedTuple):
    """A stub that raised NotImplementedError: the line of its `raise`, and 0 or the lines of what it hides.

    ``code_below`` is in the body of the stub; ``defined`` is the definition that replaces the one at ``answer_above``.
    """

    line: int
    code_below: int = 0
    defined: int = 0
    answer_above: int = 0


@dataclass(frozen=True)
class Error:
    """An exception in a student's code.

    ``frames`` are the student's own, outermost first: line number, function, text of the line.
    A file that could not be compiled has ``line``, ``offset`` (both from 1) and ``text`` instead,
    if Python reports them.  ``built_in`` holds the names of the built-in exceptions that it belongs to.
    ``stub`` says that a stub has raised it.
    """

    type_name: str
    message: str
    frames: tuple[tuple[int, str, str], ...] = ()
    line: int | None = None
    offset: int | None = None
    text: str = ""
    built_in: tuple[str, ...] = ()
    stub: Stub | None = None


class PassedOver(NamedTuple):
    """A statement at the top level that was passed over: its line, and its exception; empty if it was not run."""

    line: int
    type_name: str = ""
    message: str = ""


class Loading(NamedTuple):
    """What happened at the top level of a file.

    ``passed_over`` holds the first of ``total`` statements, ``left_out`` the lines of IPython commands, and
    ``definitions`` the lines that define the function, if there are several.
    """

    passed_over: tuple[PassedOver, ...] = ()
    total: int = 0
    left_out: tuple[int, ...] = ()
    definitions: tuple[int, ...] = ()


NOTHING_SPECIAL = Loading()


@dataclass(frozen=True)
class Reply:
    """The result of one call.

    A ``status`` of ``protocol`` means that gradkata's own code did not write the reply.  ``frame`` is the encoded
    value, for bitwise comparison; ``mutated`` holds the indices of the arguments that were changed, and
    ``changed_earlier`` says that the answer to the call before is no longer what it was.  The reply to loading a file
    has ``loading``; if it ended the process, ``statement`` is the number of the statement that was running.
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
    loading: Loading = NOTHING_SPECIAL
    statement: int | None = None


class AnyChild(Protocol):
    """One student's process, or its replacement for a debugger."""

    def load(
        self,
        source: bytes,
        filename: str,
        function: str,
        skipped: Sequence[int] | None = None,
        is_announced: bool = False,
    ) -> Reply:
        """Load the file; the value is True, or the names it defines if ``function`` is not a function.

        The statements with the numbers ``skipped`` are not run.  With ``is_announced``, a reply that ends the process
        has the number of the statement that was running.
        """

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


def loaded(reply: Reply) -> Reply:
    """The reply to loading a file, of which `parse` knows only that it is a value."""
    if reply.status != "returned":
        return reply
    try:
        return _loaded(reply)
    except wire.WireError:
        return GARBAGE


def _loaded(reply: Reply) -> Reply:
    """Check every part: it comes from the student's process."""
    if type(reply.value) is not list or len(reply.value) != 6:
        raise wire.WireError("a loaded file of another form")
    found, passed_over, total, left_out, definitions, fault = reply.value
    if found is not True and not _is_list(found, MAX_NAMES, lambda each: _is_text(each, MAX_NAME)):
        raise wire.WireError("names of another form")
    if not (_is_list(passed_over, MOST_PASSED_OVER, _is_passed_over) and _is_number(total)):
        raise wire.WireError("statements of another form")
    if not all(_is_list(lines, MOST_PASSED_OVER, _is_number) for lines in (left_out, definitions)):
        raise wire.WireError("lines of another form")
    skipped = tuple([PassedOver(*each) for each in passed_over])
    loading = Loading(skipped, total, tuple(left_out), tuple(definitions))
    if fault is not None:
        return Reply("raised", error=_error(fault), loading=loading)
    return replace(reply, value=found, loading=loading)


def _is_list(value: object, most: int, is_item: Callable[[object], bool]) -> bool:
    return type(value) is list and len(value) <= most and all(map(is_item, value))


def _is_passed_over(value: object) -> bool:
    if type(value) is not tuple or len(value) != 3:
        return False
    return _is_number(value[0]) and _is_text(value[1], MAX_NAME) and _is_text(value[2], MAX_MESSAGE)


def _error(fields: Any) -> Error:
    """Check every part: it comes from the student's process."""
    if type(fields) is not list or len(fields) != 8:
        raise wire.WireError("an error of another form")
    name, message, frames, line, offset, text, bases, stub = fields
    if not (_is_text(name, MAX_NAME) and _is_text(message, MAX_MESSAGE) and _is_text(text, MAX_MESSAGE)):
        raise wire.WireError("an error of another form")
    if type(frames) is not list or len(frames) > 8 or not all(map(_is_frame, frames)):
        raise wire.WireError("an error of another form")
    if not (_is_number(line) and _is_number(offset)):
        raise wire.WireError("an error of another form")
    if type(bases) is not list or len(bases) > MAX_BASES or not all(_is_text(b, MAX_NAME) for b in bases):
        raise wire.WireError("an error of another form")
    if type(stub) is not list or len(stub) not in (0, 4) or not all(map(_is_number, stub)):
        raise wire.WireError("an error of another form")
    found = Stub(*stub) if stub else None
    return Error(name, message, tuple(frames), line or None, offset or None, text, tuple(bases), found)


def _is_frame(frame: object) -> bool:
    if type(frame) is not tuple or len(frame) != 3:
        return False
    return _is_number(frame[0]) and _is_text(frame[1], MAX_NAME) and _is_text(frame[2], MAX_MESSAGE)


def _is_text(value: object, limit: int) -> bool:
    return type(value) is str and len(value) <= limit


def _is_number(value: object) -> bool:
    return type(value) is int and 0 <= value < 1 << 31

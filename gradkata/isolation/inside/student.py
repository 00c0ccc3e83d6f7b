"""Load a student's module, call its function, and report what went wrong in it.

This runs in the confined child, or in the grader's process for a debugger.  The answers are bytes that
:mod:`replies` parses.
"""

import builtins
import os
import re
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from types import ModuleType, TracebackType
from typing import Any

import numpy as np

from gradkata.isolation.inside import magics, wire
from gradkata.isolation.inside.protocol import (
    EARLIER,
    MAX_BASES,
    MAX_MESSAGE,
    MAX_NAME,
    MAX_NAMES,
    MOST_PASSED_OVER,
    RETURNED,
)
from gradkata.isolation.inside.statement_runner import Run, definitions, run, stub_lines
from gradkata.isolation.inside.suggestions import suggestion

_OUTER_FRAMES, _INNER_FRAMES = 3, 5
_COOKIE = re.compile(rb"^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)")
_MOST_KEPT = 1 << 16  # bytes of an answer that is looked at again after the next call
_EXCEPTIONS = {
    id(value): value.__name__
    for value in vars(builtins).values()
    if isinstance(value, type) and issubclass(value, BaseException)
}
_WIDE = {b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16"}


@dataclass
class Student:
    """One student's file, once it is loaded."""

    reply_bytes: int
    passing: tuple[type[BaseException], ...] = ()  # exceptions that belong to the debugger
    filename: str = ""
    lines: tuple[str, ...] = ()
    module: ModuleType = field(default_factory=lambda: ModuleType("student"))
    last: tuple[object, bytes] = (None, b"")  # the answer to the call before, and its frame
    stub: tuple[int, int, list[int]] | None = None  # the lines of its `raise`, and what is said about it

    def load(
        self,
        source: bytes,
        filename: str,
        function: str,
        skipped: Sequence[int] = (),
        announce: Callable[[int], None] | None = None,
    ) -> bytes:
        """The answer to loading a file: what `replies.loaded` reads.

        ``skipped`` are the numbers of the statements that are not run; ``announce`` gets the number of each statement
        before it is run.
        """
        began = time.process_time()
        self.filename, self.lines = filename, _lines(source)
        stem = os.path.splitext(os.path.basename(filename))[0]
        self.module = ModuleType(stem)
        self.module.__file__ = filename
        if stem not in sys.stdlib_module_names and stem not in sys.modules:
            sys.modules[stem] = self.module  # dataclasses and pickles look there
        name = normal(function)
        try:
            text, left_out = _python(source, filename, name)
            ran = Run(
                text,
                filename,
                self.module.__dict__,
                name,
                frozenset(skipped),
                announce,
                self.passing,
                magics=left_out,
                is_lenient=filename.endswith(".ipynb"),
            )
            run(ran)
            lines: list[int] = []
            with suppress(Exception):  # the parser gives up before the compiler does
                lines = self._examine(ran, source)
            found: object = True
            if not callable(self.module.__dict__.get(name)):
                found = _public_names(self.module)
        except self.passing:
            raise
        except MemoryError:
            return memory()
        except BaseException as error:
            return raised(self._loading_error(error, source))
        fault = None
        if found is not True and ran.missing is not None:
            fault = self._loading_error(ran.missing, source)
        ran.missing = None
        facts = [found, ran.passed_over, ran.total, ran.magics[:MOST_PASSED_OVER], lines, fault]
        return returned(time.process_time() - began, (), wire.encode(facts))

    def _examine(self, ran: Run, source: bytes) -> list[int]:
        """The lines of the definitions of the function, if there are several, and whether the last one is a stub."""
        pattern = rb"^(?:[ \t]*(?:async[ \t]+)?def[ \t]+%s\b|%s[ \t]*[=:])" % (
            (re.escape(ran.name.encode()),) * 2
        )
        may_be_stub = b"NotImplementedError" in source
        if not may_be_stub and len(re.findall(pattern, source, re.MULTILINE)) < 2:
            return []
        found = list(definitions(ran.statements(), ran.name))
        lines = [each.lineno for each in found]
        raising = stub_lines(found[-1]) if found and may_be_stub else None
        if raising:
            first, last, below = raising
            above = [each.lineno for each in found[:-1] if stub_lines(each) is None]
            self.stub = (first, last, [first, below, lines[-1] if above else 0, above[-1] if above else 0])
            if above:  # the exception says so
                return []
        return lines[-MOST_PASSED_OVER:] if len(lines) > 1 else []

    def _loading_error(self, error: BaseException, source: bytes) -> list[object]:
        """An exception that prevents a file from being loaded."""
        if _has_own_frame(error, self.filename):
            return self._error(error)
        return _syntax_error(error, source)  # Python cannot compile it, or this statement of a notebook

    def call(self, function: str, frame: bytes) -> bytes:
        """The answer to one call; ``frame`` is the encoded list of its arguments."""
        try:
            given = wire.decode(frame)
            arguments = wire.copied(given)
            began = time.process_time()
            value = self.module.__dict__[normal(function)](*arguments)
            spent = time.process_time() - began
            answer = encoded(value, self.reply_bytes)
            changed = mutated(arguments, given, frame)
            before, self.last = self.last, (value, answer if _is_kept(value, answer) else b"")
            if before[1] and not self._is_unchanged(*before):
                changed = (*changed[:254], EARLIER)
            return returned(spent, changed, answer)
        except self.passing:
            raise
        except MemoryError:
            return memory()
        except BaseException as error:
            return raised(self._error(error))

    def _is_unchanged(self, value: object, frame: bytes) -> bool:
        if type(value) is np.ndarray and frame.endswith(value.tobytes()):
            return True  # the usual case; a frame ends with the data of its array
        return encoded(value, self.reply_bytes) == frame

    def _error(self, error: BaseException) -> list[object]:
        """An exception, with the student's own frames."""
        kind = type(error)
        if sys.getrecursionlimit() < 1000:
            sys.setrecursionlimit(1000)
        try:
            name = str(getattr(kind, "__name__", "exception"))[:MAX_NAME]
        except BaseException:
            name = "exception"
        try:
            message = str.__getitem__(str(error) + suggestion(error, error.__traceback__), slice(MAX_MESSAGE))
        except BaseException:  # a student's __str__ may raise anything
            message = ""
        frames = self._frames(error.__traceback__)
        return [name, message, frames, 0, 0, "", _built_in(kind), self._stub(kind, frames)]

    def _stub(self, kind: type[BaseException], frames: list[Any]) -> list[int]:
        """Four lines if the stub raised an exception: see `replies.Stub`."""
        if self.stub is None or kind is not NotImplementedError or not frames:
            return []
        first, last, lines = self.stub
        return lines if first <= frames[-1][0] <= last else []

    def _frames(self, trace: TracebackType | None) -> list[object]:
        frames: list[object] = []
        while trace is not None:
            code = trace.tb_frame.f_code
            if code.co_filename == self.filename:
                line = trace.tb_lineno or 0
                frames.append((line, code.co_name[:MAX_NAME], self._line(line)))
            trace = trace.tb_next
        if len(frames) > _OUTER_FRAMES + _INNER_FRAMES:
            return frames[:_OUTER_FRAMES] + frames[-_INNER_FRAMES:]
        return frames

    def _line(self, number: int) -> str:
        return self.lines[number - 1].strip()[:MAX_MESSAGE] if 0 < number <= len(self.lines) else ""


def _python(source: bytes, filename: str, function: str) -> tuple[str | bytes, list[int]]:
    """The Python of a file, line by line, and the lines of IPython commands that were left out.

    Raises:
        SyntaxError: if the file is not UTF-8 and does not say so.
    """
    if _first_undecodable(source) is not None:  # CPython 3.11 overlooks it in a comment
        raise SyntaxError("it is not UTF-8")
    if filename.endswith(".ipynb"):  # `submissions` has read its cells
        return source, []
    text: str | bytes = source
    try:
        if magics.COLAB.encode() in source:
            text = magics.uncommented("\n".join(_lines(source)), {function})
        if not magics.may_hold(source):
            return text, []
        compile(text, filename, "exec", dont_inherit=True)
    except SyntaxError:
        lines = text if isinstance(text, str) else "\n".join(_lines(source))
        plain, left_out = magics.without_magics(lines, {function})
        if plain != lines:
            return plain, left_out
    return text, []


def _has_own_frame(error: BaseException, filename: str) -> bool:
    """Whether an exception was raised while code of a file was running."""
    trace = error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == filename:
            return True
        trace = trace.tb_next
    return False


def _is_kept(value: object, frame: bytes) -> bool:
    """Whether a later call could change an answer, and whether it is short enough for a second look."""
    return (type(value) is np.ndarray or issubclass(type(value), (list, tuple))) and len(frame) <= _MOST_KEPT


def _built_in(kind: type[BaseException] | None) -> list[str]:
    """The names of the built-in exceptions that an exception is or is derived from."""
    try:
        bases = type.mro(kind) if kind is not None else []
        return [_EXCEPTIONS[id(each)] for each in bases if id(each) in _EXCEPTIONS][:MAX_BASES]
    except BaseException:  # a student's metaclass may raise anything
        return []


def normal(name: str) -> str:
    """``name`` as Python's parser spells it: NFKC."""
    if name.isascii():
        return name
    from unicodedata import normalize

    return normalize("NFKC", name)


def encoded(value: object, limit: int) -> bytes:
    """The frame of an answer, or of an :class:`~wire.Opaque` that says why it cannot be sent."""
    try:
        frame = wire.encode(value, limit)
        if len(frame) <= limit:
            return frame
        reason = f"a value of {len(frame)} bytes"
    except wire.WireError as error:
        reason = str(error)
    return wire.encode(wire.Opaque(reason[: wire.MAX_NAME]))


def mutated(arguments: list[Any], given: list[Any], frame: bytes) -> tuple[int, ...]:
    """The indices of the arguments that have changed, bit for bit; ``frame`` is what they were decoded from."""
    limit = 2 * len(frame) + (1 << 16)
    changed = []
    for index, (old, new) in enumerate(zip(given[:EARLIER], arguments, strict=False)):
        if type(old) is np.ndarray:
            if old.dtype != new.dtype or old.shape != new.shape or old.tobytes() != new.tobytes():
                changed.append(index)
        elif type(old) in (list, tuple) and not _has_same_items(old, new):
            if encoded(old, limit) != encoded(new, limit):
                changed.append(index)
    return tuple(changed)


def _has_same_items(one: Any, other: Any) -> bool:
    """Whether two lists hold the same objects: the usual case, and much faster than to encode them."""
    if type(one) is not type(other) or len(one) != len(other):
        return False
    return all(
        old is new if type(old) not in (list, tuple) else _has_same_items(old, new)
        for old, new in zip(one, other, strict=True)
    )


def returned(seconds: float, changed: tuple[int, ...], frame: bytes) -> bytes:
    """An answer with a value; changed arguments after the first 255 are not counted."""
    if changed:
        changed = tuple(index for index in changed if index <= EARLIER)[:255]
    return RETURNED.pack(b"R", max(0.0, seconds), len(changed)) + bytes(changed) + frame


def raised(error: list[object]) -> bytes:
    """An answer that reports an exception."""
    return b"E" + wire.encode(error)


def memory() -> bytes:
    """An answer that reports a lack of memory."""
    return b"M"


def _public_names(module: ModuleType) -> list[str]:
    """What the file defines itself, in order; modules and what it imported are left out."""
    names = []
    for name, value in list(module.__dict__.items()):
        home = getattr(value, "__module__", module.__name__)
        if not name.startswith("_") and type(value) is not ModuleType and home == module.__name__:
            names.append(name[:MAX_NAME])
    return names[:MAX_NAMES]


def _lines(source: bytes) -> tuple[str, ...]:
    """The lines of a file as Python counts them, for display."""
    encoding = "utf-8"
    for line in source.splitlines()[:2]:
        if found := _COOKIE.match(line):
            encoding = found[1].decode("ascii", "replace")
    source = source.removeprefix(b"\xef\xbb\xbf")  # the codec for it would have to be imported
    try:
        text = source.decode(encoding, "replace")
    except (LookupError, ValueError):  # a cookie that names no text encoding
        text = source.decode("latin-1")
    return tuple(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))


def _syntax_error(error: BaseException, source: bytes) -> list[object]:
    """The message of CPython on a file that it cannot compile, or a clearer one on its encoding."""
    wide = _WIDE.get(source[:2])
    if wide or b"\0" in source:
        line = 1 + source[: source.find(b"\0")].count(b"\n")
        what = f"the file is saved as {wide}" if wide else "the file contains a null byte"
        return ["SyntaxError", f"{what}; save it as UTF-8", [], 1 if wide else line, 0, "", [], []]
    at = _first_undecodable(source)
    if at is not None:
        line = 1 + source[:at].count(b"\n")
        message = f"byte 0x{source[at]:02x} is not UTF-8; save the file as UTF-8"
        return ["SyntaxError", message, [], line, 0, _lines(source)[line - 1][:MAX_MESSAGE], [], []]
    name, message = type(error).__name__, str(error)
    if not isinstance(error, SyntaxError):  # too deeply nested, a null byte before CPython 3.12
        return [name, message[:MAX_MESSAGE], [], 0, 0, "", [], []]
    text = (error.text or "").rstrip("\r\n")[:MAX_MESSAGE]
    numbers = [max(0, error.lineno or 0), max(0, error.offset or 0)]
    return [name, str(error.msg)[:MAX_MESSAGE], [], *numbers, text, [], []]


def _first_undecodable(source: bytes) -> int | None:
    """The position at which a file that names no encoding is not UTF-8, or None."""
    if any(_COOKIE.match(line) for line in source.splitlines()[:2]):
        return None
    try:
        source.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start
    return None

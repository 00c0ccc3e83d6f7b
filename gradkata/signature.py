"""The signature of a kata: names, shapes and kinds of its arguments and results.

The grammar is that of NumPy's generalised ufuncs, with a kind before each shape::

    iou(a: (4), b: (4)) -> ()
    nms(boxes: (n,4), scores: (n), score_threshold: (), iou_threshold: ()) -> i8(?k)
    bleu(candidate: [str], references: [[str]], max_n: i8 = 4) -> ()
    lstm_step(a: (h), c: (h), x: (d), W: (4,h,h+d), b: (4,h)) -> (h), (h)
    max_pool2d(x: (h,w), f: i8, s: i8) -> ((h-f)//s+1,(w-f)//s+1)
    linreg_predict(X: (n,d), beta: (d+1)) -> (n)
    gradient_check(f: (d) -> (), x: (d), h: ()) -> (d)

A shape without a kind is float64.  ``i8`` and ``b1`` take a shape, or none for a scalar; ``str`` takes
brackets for lists.  A function is written with what it takes: ``(d) -> ()`` takes a vector, ``() -> ()`` a number
and ``(),() -> ()`` two numbers; it returns a number and can only be an argument.  A size is a number, a name, or
arithmetic over names (`gradkata.sizes`).  The names of a result's sizes are those of the arguments' sizes and of
integer arguments; a size that no argument fixes is marked, as ``?k`` above is.
"""

import keyword
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from gradkata import sizes as size_terms
from gradkata.isolation.inside.formulas import FAMILIES, size_of

_NAME = re.compile(r"\s*(\w+)\s*\(")
_KIND = re.compile(r"(?P<base>f8|i8|b1)?(?:\((?P<shape>.*)\))?|(?P<open>\[*)str(?P<close>\]*)", re.DOTALL)
_DEFAULTS = {"None": None, "True": True, "False": False}


class SignatureError(ValueError):
    """A signature that does not follow the grammar; the wrong part is ``text[start:end]`` of it."""

    def __init__(self, message: str, start: int = 0, end: int = 1) -> None:
        super().__init__(message)
        self.start, self.end = start, end


@dataclass(frozen=True)
class Kind:
    """The kind of one argument or result.

    ``base`` is "f8", "i8", "b1", "str" or "f"; ``shape`` holds the sizes of an array, () for a scalar;
    ``depth`` is the number of nested lists around a string; ``takes`` holds the kinds of a function's arguments.
    """

    base: str
    shape: tuple[str, ...] = ()
    depth: int = 0
    takes: "tuple[Kind, ...]" = ()

    @property
    def sizes(self) -> tuple[str, ...]:
        """The sizes of an array, or of the vector that a function takes."""
        return self.shape or tuple(size for kind in self.takes for size in kind.shape)

    @property
    def is_array(self) -> bool:
        """Whether it is a NumPy array with at least one dimension."""
        return bool(self.shape)

    def __str__(self) -> str:
        if self.base == "str":
            return "[" * self.depth + "str" + "]" * self.depth
        if self.base == "f":
            return ",".join(map(str, self.takes)) + " -> ()"
        shape = "(" + ",".join(self.shape) + ")"
        if self.base == "f8":
            return shape
        return self.base + (shape if self.shape else "")


@dataclass(frozen=True)
class Parameter:
    """One argument: its name, its kind and, if ``optional``, its default."""

    name: str
    kind: Kind
    optional: bool = False
    default: Any = None


@dataclass(frozen=True)
class Signature:
    """A function's name, its parameters and the kinds of its results."""

    name: str
    parameters: tuple[Parameter, ...]
    results: tuple[Kind, ...]

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The parameters' names, in order."""
        return tuple(parameter.name for parameter in self.parameters)

    @cached_property
    def sizes(self) -> tuple[str, ...]:
        """The size names that the shapes of arguments contain, but for integer arguments; in order of appearance."""
        shapes = [each.kind.sizes for each in self.parameters]
        found = [name for shape in shapes for size in shape for name in size_terms.names(size)]
        return tuple(dict.fromkeys(name for name in found if name not in self.integers))

    @cached_property
    def integers(self) -> tuple[str, ...]:
        """The integer arguments that the shapes of other arguments or of results contain."""
        kinds = [*(each.kind for each in self.parameters), *self.results]
        used = {name for kind in kinds for size in kind.sizes for name in size_terms.names(size)}
        return tuple(each.name for each in self.parameters if each.kind == Kind("i8") and each.name in used)

    def __str__(self) -> str:
        shown = [f"{p.name}: {p.kind}" + (f" = {p.default!r}" if p.optional else "") for p in self.parameters]
        return f"{self.name}({', '.join(shown)}) -> {', '.join(map(str, self.results))}"


def parse(text: str) -> Signature:
    """Read a signature.

    Raises:
        SignatureError: if ``text`` does not follow the grammar; it knows the wrong part and its place.
    """
    whole = _Part(text)
    name, arguments, returned = _parts(whole)
    parts = _arguments(arguments)
    parameters = tuple(_parameter(part) for part in parts)
    seen = {name: "has the name of the function"}
    for part, parameter in zip(parts, parameters, strict=True):
        if parameter.name in seen:
            raise part.name.wrong(f"the argument {parameter.name!r} {seen[parameter.name]}")
        seen[parameter.name] = "is named twice"
    kinds = _split(returned)
    if not kinds:
        raise returned.wrong(f"{text!r} has no result")
    results = tuple(_kind(part) for part in kinds)
    for part, kind in zip(kinds, results, strict=True):
        if kind.takes:
            raise part.wrong(f"{text!r} returns a function; only arguments can be functions")
    signature = Signature(name, parameters, results)
    _require_fixed_sizes(signature, parts, kinds)
    return signature


def parse_kind(text: str) -> Kind:
    """Read one kind: ``(n,4)``, ``i8(k)``, ``b1``, ``[[str]]`` or ``(d) -> ()``.

    Raises:
        SignatureError: if ``text`` is none of these.
    """
    return _kind(_Part(text))


@dataclass(frozen=True)
class _Part:
    """A part of a signature, and where it begins."""

    text: str
    start: int = 0

    def cut(self, first: int, last: int | None = None) -> "_Part":
        return _Part(self.text[first:last], self.start + first)

    def strip(self) -> "_Part":
        return _Part(self.text.strip(), self.start + len(self.text) - len(self.text.lstrip()))

    def partition(self, mark: str) -> "tuple[_Part, bool, _Part]":
        before, found, after = self.text.partition(mark)
        return self.cut(0, len(before)), bool(found), self.cut(len(self.text) - len(after))

    @property
    def name(self) -> "_Part":
        """The name in front of the colon of an argument."""
        return self.partition(":")[0].strip()

    def wrong(self, why: str) -> SignatureError:
        here = self.strip()
        return SignatureError(why, here.start, here.start + max(len(here.text), 1))


def _parts(whole: _Part) -> tuple[str, _Part, _Part]:
    """The name, the arguments and the results of a signature; arguments that are functions contain arrows too."""
    text = whole.text
    form = f"{text!r} is not of the form 'name(x: (n), ...) -> (n)'"
    head = _NAME.match(text)
    if head is None:
        raise whole.wrong(form)
    if not head[1].isidentifier() or keyword.iskeyword(head[1]):
        raise whole.cut(*head.span(1)).wrong(f"{head[1]!r} is not a name that a function can have")
    opened, end = [head.end() - 1], head.end()
    while opened and end < len(text):
        if text[end] in "([":
            opened.append(end)
        elif text[end] in ")]":
            if text[opened[-1]] + text[end] not in ("()", "[]"):
                break
            opened.pop()
        end += 1
    if opened:
        raise whole.cut(opened[-1], opened[-1] + 1).wrong(f"{form}: this bracket is not closed")
    returned = whole.cut(end)
    arrow, after = returned.strip(), returned.strip().cut(2)
    if not arrow.text.startswith("->"):
        raise arrow.wrong(f"{form}: `->` and the results are missing here")
    if not after.text.strip():
        raise whole.cut(len(text)).wrong(f"{form}: the results are missing here")
    return head[1], whole.cut(head.end(), end - 1), after


def _kind(part: _Part) -> Kind:
    if "->" in part.text:
        return _function(part)
    text = part.text.strip()
    found = _KIND.fullmatch(text)
    if found is None or not text:
        raise part.wrong(f"{text!r} is not a kind: write (n,4), i8(k), b1, str, [str] or (d) -> ()")
    if found["open"] is not None:
        if len(found["open"]) != len(found["close"]):
            raise part.wrong(f"{text!r} has brackets that do not match")
        return Kind("str", depth=len(found["open"]))
    shape = part.strip().cut(*found.span("shape")) if found["shape"] else _Part("")
    return Kind(found["base"] or "f8", tuple(map(_size, _split(shape))))


def _size(part: _Part) -> str:
    try:
        return size_terms.read(part.text)
    except size_terms.SizeError as error:
        raise part.wrong(str(error)) from None


def _function(part: _Part) -> Kind:
    taken, _, returned = part.partition("->")
    takes = tuple(_kind(each) for each in _split(taken))
    number = Kind("f8")
    are_numbers = takes in ((number,), (number, number))
    is_vector = len(takes) == 1 and takes[0].base == "f8" and len(takes[0].shape) == 1
    if returned.text.strip() != "()" or not (are_numbers or is_vector):
        raise part.wrong(f"{part.text.strip()!r} is not a function: write () -> (), (),() -> () or (d) -> ()")
    return Kind("f", takes=takes)


def _require_fixed_sizes(signature: Signature, arguments: Sequence[_Part], results: Sequence[_Part]) -> None:
    """Refuse a size of a result that nothing fixes, which may be a typing error, and free sizes of arguments."""
    for part, parameter in zip(arguments, signature.parameters, strict=True):
        if any(size_terms.is_free(size) for size in parameter.kind.sizes):
            raise part.wrong(f"the argument {parameter.name!r} has a free size; only results can have one")
    known = {*signature.sizes, *signature.integers}
    for part, kind in zip(results, signature.results, strict=True):
        for name in (name for size in kind.shape for name in size_terms.names(size)):
            if name not in known:
                place = re.search(rf"\b{name}\b", part.text)
                assert place is not None, "the size was read from this part"
                raise part.cut(*place.span()).wrong(
                    f"no argument of `{signature}` has the size {name!r} of the result. If the answer decides it, "
                    f"write ?{name}"
                )


def _parameter(part: _Part) -> Parameter:
    declared, _, default = part.partition("=")
    written, colon, kind = declared.partition(":")
    name = written.text.strip()
    if not colon or not name.isidentifier():
        raise part.wrong(f"{part.text.strip()!r} is not of the form 'x: (n)'")
    if keyword.iskeyword(name):
        raise written.wrong(f"{name!r} is a keyword of Python; give the argument another name")
    if not default.text:
        return Parameter(name, _kind(kind))
    if "->" in kind.text:
        raise part.wrong(f"the function {name!r} has a default; a function cannot have one")
    return Parameter(name, _kind(kind), optional=True, default=_literal(default))


def _arguments(whole: _Part) -> list[_Part]:
    """The declarations of a signature's arguments; the comma in ``f: (),() -> ()`` does not end one."""
    parts: list[_Part] = []
    for part in _split(whole):
        if parts and "->" in part.text and ":" not in part.text:
            parts[-1] = _Part(f"{parts[-1].text},{part.text}", parts[-1].start)
        else:
            parts.append(part)
    return parts


def _literal(part: _Part) -> object:
    text = part.text.strip()
    if text in _DEFAULTS:
        return _DEFAULTS[text]
    try:
        return int(text)
    except ValueError:
        pass
    try:
        return float(text)
    except ValueError:
        raise part.wrong(f"the default {text!r} is neither a number, None, True nor False") from None


def _split(whole: _Part) -> list[_Part]:
    """Split at the commas outside all parentheses and brackets."""
    parts, depth, start = [], 0, 0
    for position, character in enumerate(f"{whole.text},"):
        depth += (character in "([") - (character in ")]")
        if position == len(whole.text) or (character == "," and depth == 0):
            parts.append(whole.cut(start, position))
            start = position + 1
    return [part for part in parts if part.text.strip()]


def infer_sizes(signature: Signature, arguments: Sequence[Any]) -> dict[str, int]:
    """The value of each size name in one call: integer arguments, and what the shapes of the others fix."""
    integers = signature.integers
    sizes: dict[str, int] = {}
    lengths: list[tuple[str, int]] = []
    for parameter, argument in zip(signature.parameters, arguments, strict=False):
        if parameter.name in integers:
            sizes[parameter.name] = int(argument)
        lengths += zip(parameter.kind.sizes, _shape(argument), strict=False)
    sums: list[tuple[str, int]] = []
    for size, length in lengths:
        if size.isidentifier():
            sizes.setdefault(size, length)
        elif not size.isdecimal():
            sums.append((size, length))
    pending = [each for each in sums if not set(size_terms.names(each[0])) <= sizes.keys()]
    while pending:
        solved = {
            name: value
            for size, length in pending
            for name, value in size_terms.solve(size, length, sizes).items()
        }
        if not solved:
            break
        sizes.update(solved)
        pending = [each for each in pending if not set(size_terms.names(each[0])) <= sizes.keys()]
    return sizes


def _shape(argument: Any) -> tuple[int, ...]:
    """The shape of an array, or of the vector that a function takes."""
    if type(argument) in FAMILIES:
        size = size_of(argument)
        return () if size is None else (size,)
    shape: tuple[int, ...] = getattr(argument, "shape", ())
    return shape


def shape_of(kind: Kind, sizes: Mapping[str, int]) -> tuple[int | None, ...]:
    """The shape that ``kind`` requires; None for a free size."""
    return tuple(size_terms.evaluate(size, sizes) for size in kind.shape)

"""The signature of a kata: names, shapes and kinds of its arguments and results.

The grammar is that of NumPy's generalised ufuncs, with a kind before each shape::

    iou(a: (4), b: (4)) -> ()
    nms(boxes: (n,4), scores: (n), score_threshold: (), iou_threshold: ()) -> i8(k)
    bleu(candidate: [str], references: [[str]], max_n: i8 = 4) -> ()
    lstm_step(a: (h), c: (h), x: (d), W: (4,h,h+d), b: (4,h)) -> (h), (h)

A shape without a kind is float64.  ``i8`` and ``b1`` take a shape, or none for a scalar; ``str`` takes
brackets for lists; ``f`` is a function from a fixed set.  A size is a number, a name, or a sum
or difference of them; a name that no argument fixes (``k`` above) is free.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

_HEAD = re.compile(r"\s*(\w+)\s*\((.*)\)\s*->\s*(.+?)\s*", re.DOTALL)
_KIND = re.compile(r"(?P<base>f8|i8|b1)?(?:\((?P<shape>[^()]*)\))?|(?P<open>\[*)str(?P<close>\]*)|(?P<f>f)")
_SIZE = re.compile(r"[+-]?(\w+)([+-]\w+)*")
_TERM = re.compile(r"([+-]?)(\w+)")
_DEFAULTS = {"None": None, "True": True, "False": False}


class SignatureError(ValueError):
    """A signature that does not follow the grammar."""


@dataclass(frozen=True)
class Kind:
    """The kind of one argument or result.

    ``base`` is "f8", "i8", "b1", "str" or "f"; ``shape`` holds the sizes of an array, () for a scalar;
    ``depth`` is the number of nested lists around a string.
    """

    base: str
    shape: tuple[str, ...] = ()
    depth: int = 0

    @property
    def is_array(self) -> bool:
        """Whether it is a NumPy array with at least one dimension."""
        return bool(self.shape)

    def __str__(self) -> str:
        if self.base == "str":
            return "[" * self.depth + "str" + "]" * self.depth
        if self.base == "f":
            return "f"
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

    @property
    def names(self) -> tuple[str, ...]:
        """The parameters' names, in order."""
        return tuple(parameter.name for parameter in self.parameters)

    @property
    def sizes(self) -> tuple[str, ...]:
        """The size names that the arguments fix, in order of appearance."""
        seen: dict[str, None] = {}
        for parameter in self.parameters:
            for size in parameter.kind.shape:
                for _, term in _TERM.findall(size):
                    if not term.isdigit():
                        seen.setdefault(term)
        return tuple(seen)

    def __str__(self) -> str:
        shown = [f"{p.name}: {p.kind}" + (f" = {p.default!r}" if p.optional else "") for p in self.parameters]
        return f"{self.name}({', '.join(shown)}) -> {', '.join(map(str, self.results))}"


def parse(text: str) -> Signature:
    """Read a signature.

    Raises:
        SignatureError: if ``text`` does not follow the grammar; the message names the wrong part.
    """
    head = _HEAD.fullmatch(text)
    if head is None:
        raise SignatureError(f"{text!r} is not of the form 'name(x: (n), ...) -> (n)'")
    name, arguments, returned = head.groups()
    parameters = tuple(_parameter(part) for part in _split(arguments))
    if len({p.name for p in parameters}) != len(parameters):
        raise SignatureError(f"{text!r} names an argument twice")
    results = tuple(parse_kind(part) for part in _split(returned))
    if not results:
        raise SignatureError(f"{text!r} has no result")
    return Signature(name, parameters, results)


def parse_kind(text: str) -> Kind:
    """Read one kind: ``(n,4)``, ``i8(k)``, ``b1``, ``[[str]]`` or ``f``.

    Raises:
        SignatureError: if ``text`` is none of these.
    """
    found = _KIND.fullmatch(text.strip())
    if found is None or not text.strip():
        raise SignatureError(f"{text.strip()!r} is not a kind: write (n,4), i8(k), b1, str, [str] or f")
    if found["f"]:
        return Kind("f")
    if found["open"] is not None:
        if len(found["open"]) != len(found["close"]):
            raise SignatureError(f"{text.strip()!r} has brackets that do not match")
        return Kind("str", depth=len(found["open"]))
    shape = tuple(re.sub(r"\s", "", size) for size in (found["shape"] or "").split(",") if size.strip())
    for size in shape:
        if _SIZE.fullmatch(size) is None:
            raise SignatureError(f"{size!r} is not a size: write a number, a name, or a sum such as h+d")
    return Kind(found["base"] or "f8", shape)


def _parameter(text: str) -> Parameter:
    declared, _, default = text.partition("=")
    name, colon, kind = declared.partition(":")
    if not colon or not name.strip().isidentifier():
        raise SignatureError(f"{text.strip()!r} is not of the form 'x: (n)'")
    if not default:
        return Parameter(name.strip(), parse_kind(kind))
    return Parameter(name.strip(), parse_kind(kind), optional=True, default=_literal(default.strip()))


def _literal(text: str) -> object:
    if text in _DEFAULTS:
        return _DEFAULTS[text]
    try:
        return int(text)
    except ValueError:
        pass
    try:
        return float(text)
    except ValueError:
        raise SignatureError(f"the default {text!r} is neither a number, None, True nor False") from None


def _split(text: str) -> list[str]:
    """Split at the commas outside all parentheses and brackets."""
    parts, depth = [""], 0
    for character in text:
        depth += (character in "([") - (character in ")]")
        if character == "," and depth == 0:
            parts.append("")
        else:
            parts[-1] += character
    return [part for part in parts if part.strip()]


def infer_sizes(signature: Signature, arguments: Sequence[Any]) -> dict[str, int]:
    """The value of each size name in one call, read from the shapes of the arguments."""
    sizes: dict[str, int] = {}
    for parameter, argument in zip(signature.parameters, arguments, strict=False):
        for size, length in zip(parameter.kind.shape, getattr(argument, "shape", ()), strict=False):
            if size.isidentifier():
                sizes.setdefault(size, length)
    return sizes


def shape_of(kind: Kind, sizes: Mapping[str, int]) -> tuple[int | None, ...]:
    """The shape that ``kind`` requires; None for a free size."""
    return tuple(_evaluate(size, sizes) for size in kind.shape)


def _evaluate(size: str, sizes: Mapping[str, int]) -> int | None:
    total = 0
    for sign, term in _TERM.findall(size):
        value = int(term) if term.isdigit() else sizes.get(term)
        if value is None:
            return None
        total += -value if sign == "-" else value
    return total

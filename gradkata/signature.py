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
    """A signature that does not follow the grammar."""


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
        SignatureError: if ``text`` does not follow the grammar; the message names the wrong part.
    """
    name, arguments, returned = _parts(text)
    parameters = tuple(_parameter(part) for part in _arguments(arguments))
    if len({p.name for p in parameters}) != len(parameters):
        raise SignatureError(f"{text!r} names an argument twice")
    results = tuple(parse_kind(part) for part in _split(returned))
    if not results:
        raise SignatureError(f"{text!r} has no result")
    if any(kind.takes for kind in results):
        raise SignatureError(f"{text!r} returns a function; only arguments can be functions")
    signature = Signature(name, parameters, results)
    _require_fixed_sizes(signature)
    return signature


def _parts(text: str) -> tuple[str, str, str]:
    """The name, the arguments and the results of a signature; arguments that are functions contain arrows too."""
    head = _NAME.match(text)
    start = end = head.end() if head else 0
    depth = 1
    while head and depth and end < len(text):
        depth += (text[end] in "([") - (text[end] in ")]")
        end += 1
    returned = text[end:].strip()
    if head is None or depth or not returned.startswith("->") or not returned[2:].strip():
        raise SignatureError(f"{text!r} is not of the form 'name(x: (n), ...) -> (n)'")
    return head[1], text[start : end - 1], returned[2:]


def parse_kind(text: str) -> Kind:
    """Read one kind: ``(n,4)``, ``i8(k)``, ``b1``, ``[[str]]`` or ``(d) -> ()``.

    Raises:
        SignatureError: if ``text`` is none of these.
    """
    if "->" in text:
        return _function(text)
    found = _KIND.fullmatch(text.strip())
    if found is None or not text.strip():
        raise SignatureError(
            f"{text.strip()!r} is not a kind: write (n,4), i8(k), b1, str, [str] or (d) -> ()"
        )
    if found["open"] is not None:
        if len(found["open"]) != len(found["close"]):
            raise SignatureError(f"{text.strip()!r} has brackets that do not match")
        return Kind("str", depth=len(found["open"]))
    try:
        shape = tuple(size_terms.read(size) for size in _split(found["shape"] or ""))
    except size_terms.SizeError as error:
        raise SignatureError(str(error)) from None
    return Kind(found["base"] or "f8", shape)


def _function(text: str) -> Kind:
    taken, _, returned = text.partition("->")
    takes = tuple(parse_kind(part) for part in _split(taken))
    number = Kind("f8")
    are_numbers = takes in ((number,), (number, number))
    is_vector = len(takes) == 1 and takes[0].base == "f8" and len(takes[0].shape) == 1
    if returned.strip() != "()" or not (are_numbers or is_vector):
        raise SignatureError(f"{text.strip()!r} is not a function: write () -> (), (),() -> () or (d) -> ()")
    return Kind("f", takes=takes)


def _require_fixed_sizes(signature: Signature) -> None:
    """Refuse a size of a result that nothing fixes, which may be a typing error, and free sizes of arguments."""
    known = {*signature.sizes, *signature.integers}
    for size in (size for kind in signature.results for size in kind.shape):
        for name in size_terms.names(size):
            if name not in known:
                raise SignatureError(
                    f"no argument of `{signature}` has the size {name!r} of the result. If the answer decides it, "
                    f"write ?{name}"
                )
    for parameter in signature.parameters:
        if any(size_terms.is_free(size) for size in parameter.kind.sizes):
            raise SignatureError(
                f"the argument {parameter.name!r} has a free size; only results can have one"
            )


def _parameter(text: str) -> Parameter:
    declared, _, default = text.partition("=")
    name, colon, kind = declared.partition(":")
    if not colon or not name.strip().isidentifier():
        raise SignatureError(f"{text.strip()!r} is not of the form 'x: (n)'")
    if not default:
        return Parameter(name.strip(), parse_kind(kind))
    if "->" in kind:
        raise SignatureError(f"the function {name.strip()!r} has a default; a function cannot have one")
    return Parameter(name.strip(), parse_kind(kind), optional=True, default=_literal(default.strip()))


def _arguments(text: str) -> list[str]:
    """The declarations of a signature's arguments; the comma in ``f: (),() -> ()`` does not end one."""
    parts: list[str] = []
    for part in _split(text):
        if parts and "->" in part and ":" not in part:
            parts[-1] += "," + part
        else:
            parts.append(part)
    return parts


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
    """The value of each size name in one call: integer arguments, and what the shapes of the others fix."""
    integers = signature.integers
    sizes: dict[str, int] = {}
    lengths: list[tuple[str, int]] = []
    for parameter, argument in zip(signature.parameters, arguments, strict=False):
        if parameter.name in integers:
            sizes[parameter.name] = int(argument)
        lengths += zip(parameter.kind.sizes, _shape(argument), strict=False)
    for size, length in lengths:
        if size.isidentifier():
            sizes.setdefault(size, length)
    pending = [each for each in lengths if not set(size_terms.names(each[0])) <= sizes.keys()]
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

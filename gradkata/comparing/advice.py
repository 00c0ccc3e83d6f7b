"""Sentences on an answer of the wrong type or shape: what was returned, what was expected, what to do."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from gradkata.comparing.wording import safe
from gradkata.isolation.inside.formulas import FAMILIES
from gradkata.isolation.inside.wire import TOO_LARGE
from gradkata.signature import Kind
from gradkata.sizes import shown

_LAZY = "It computes nothing until it is iterated over, for example by list() or sum()."
_YIELD = f"`yield`, or `for` in parentheses, makes a generator. {_LAZY}"
_SET = "A set has no order: return a list or an array."
_OWN = "Return the plain Python or NumPy value."
_ADVICE = {
    "generator": _YIELD,
    "coroutine": "`async def` makes a coroutine, which computes nothing when it is called: write `def`.",
    "async_generator": "`async def` with `yield` makes an asynchronous generator: write `def` and `return`.",
    "map": _LAZY,
    "filter": _LAZY,
    "zip": _LAZY,
    "range": "Convert it to a list or an array.",
    "dict": "Return only the values, in order, without the keys.",
    "dict_keys": "Convert it to a list.",
    "dict_values": "Convert it to a list.",
    "set": _SET,
    "frozenset": _SET,
    "function": "Are the parentheses of a call missing?",
    "builtin_function_or_method": "Are the parentheses of a call missing?",
    "method": "Are the parentheses of a call missing?",
    "ufunc": "Are the parentheses of a call missing?",
    "type": "Are the parentheses of a call missing?",
    "ellipsis": "The stub's `...` is still there.",
    "NotImplementedType": "NotImplemented is a value: to mark a function as not begun, raise NotImplementedError.",
    "bytes": "Return a str instead.",
    "MaskedArray": "It can hide entries: fill them, and return a plain array.",
    "matrix": "Its `*` is the matrix product: return a plain array.",
    "str_": "Convert it with str().",
    "Decimal": "Convert it with float().",
}
_ARRAY_OF = "numpy.ndarray of dtype "
_ENTRIES = {"f8": "floats", "i8": "integers", "b1": "Booleans"}
_SCALARS = {"f8": "a number", "i8": "an integer", "b1": "True or False"}
_PLAIN = frozenset(("bool", "int", "float", "complex", "str", "list", "tuple", "ndarray"))
_TYPES = {bool: "a Boolean", int: "an integer", float: "a float", complex: "a complex number"}


def named(value: Any) -> str:
    """A description of a value, with article: ``an array of shape (3,) and dtype float64``."""
    kind = type(value)
    if value is None:
        return "None"
    if kind in _TYPES:
        return _TYPES[kind]
    if kind is str:
        return "a string"
    if kind in (list, tuple):
        return f"a {kind.__name__} of {len(value)} {'entry' if len(value) == 1 else 'entries'}"
    if kind is np.ndarray:
        return f"an array of shape {value.shape} and dtype {value.dtype}"
    if isinstance(value, np.generic):
        return f"a NumPy {value.dtype}"
    if type(value) in FAMILIES:
        return "a function"
    name = _type_name(value)
    if name.startswith(_ARRAY_OF):
        return f"an array of dtype {name.removeprefix(_ARRAY_OF)}"
    if name.startswith(("a ", "an ")):
        return name
    return f"{'an' if name[:1].lower() in 'aeiou' else 'a'} {name}"


def wanted(kind: Kind, shape: Sequence[int | None]) -> str:
    """A description of what a signature asks for, with article: ``an array of floats of shape (n, 4) = (3, 4)``."""
    if kind.base == "str":
        return "a list of " + "lists of " * (kind.depth - 1) + "strings" if kind.depth else "a string"
    if not kind.shape:
        return _SCALARS[kind.base]
    names = [shown(size) for size in kind.shape]
    text = f"an array of {_ENTRIES[kind.base]} of shape {_tuple(names)}"
    here = [name if size is None else str(size) for name, size in zip(names, shape, strict=True)]
    return text if here == names else f"{text} = {_tuple(here)}"


def _tuple(sizes: Sequence[str]) -> str:
    return f"({sizes[0]},)" if len(sizes) == 1 else f"({', '.join(sizes)})"


def unwanted(value: Any, kind: Kind, shape: Sequence[int | None], why: str) -> str:
    """A sentence on a value of the wrong type; ``why`` is a further explanation, or ""."""
    expected = f"{wanted(kind, shape)} is expected"
    if value is None:
        return f"It returned None: is a `return` missing? {expected[0].upper()}{expected[1:]}."
    why = why or (_about_words(value, kind) if kind.base == "str" else _advice(value))
    return f"It returned {named(value)}; {expected}. {why}".strip()


def entry_named(entry: Any, value: Any) -> str:
    """A sentence on an entry that is not a number; only the advice if it is the whole value."""
    if entry is value:
        return _advice(value)
    return f"One of its entries is {named(entry)}. {_advice(entry)}".strip()


def wrong_shape(value: Any, got: tuple[int, ...], kind: Kind, shape: Sequence[int | None]) -> str:
    """A sentence on numbers in the wrong shape."""
    returned = named(value)
    if type(value) in (list, tuple) and len(got) > 1:
        returned += f" (shape {got})"
    hint = _about_shape(value, got, shape)
    return f"It returned {returned}; {wanted(kind, shape)} is expected. {hint}"


def _about_shape(value: Any, got: tuple[int, ...], shape: Sequence[int | None]) -> str:
    squeezed = tuple(size for size in got if size != 1)
    asked = tuple(size for size in shape if size != 1)
    if not shape and squeezed == ():
        if type(value) is tuple:
            return "Is there a comma at the end of the `return`?"
        return "Return its only entry, not an array or list."
    if not shape:
        return "Do the entries still have to be combined into one number?"
    if not got:
        return "Is a sum, mean or maximum taken over one axis too many, or does a loop end too early?"
    if got[::-1] == tuple(shape):
        return "Its axes are swapped."
    if squeezed == asked:
        return "It has an axis of length 1 too many, or one too few."
    if len(shape) == 1 and len(got) == 2 and got[0] == got[1] == shape[0]:
        return "Is a column (n, 1) combined with a row (n,)? They broadcast to (n, n)."
    if len(got) != len(shape):
        return f"It has {len(got)} axes instead of {len(shape)}."
    axis = next(i for i, (a, b) in enumerate(zip(got, shape, strict=True)) if b not in (None, a))
    return f"Axis {axis} has length {got[axis]} instead of {shape[axis]}."


def _about_words(value: Any, kind: Kind) -> str:
    if type(value) is str:
        return "Does it still have to be split into words?"
    if type(value) in (list, tuple) and not kind.depth:
        return "Do the words still have to be joined?"
    if _type_name(value).startswith(_ARRAY_OF) or isinstance(value, np.ndarray):
        return "Convert it to a list."
    if type(value) not in (list, tuple):
        return _advice(value)
    if kind.depth > 1:
        return "Check the entries of its lists."
    odd = next(each for each in value if type(each) is not str)
    return f"One of its entries is {named(odd)}. {_advice(odd)}".strip()


def _advice(value: Any) -> str:
    """What to do about a value of this type."""
    name = _type_name(value)
    if name.endswith(TOO_LARGE):
        return "It has no value as a float64."
    if name.startswith(_ARRAY_OF + "object"):
        return "It holds Python objects: do its rows differ in length, or does it contain None?"
    if name.startswith(_ARRAY_OF):
        return "Return one of dtype float64, int64 or bool."
    if name.rpartition(".")[2] in _ADVICE:
        return _ADVICE[name.rpartition(".")[2]]
    if value is None:
        return "Is a value missing there?"
    if type(value) is str:
        return "A string is not a number, even if it looks like one."
    return "" if name in _PLAIN else _OWN


def _type_name(value: Any) -> str:
    name = getattr(value, "type_name", None)
    if type(name) is str:
        return safe(name)
    return safe(type(value).__name__)

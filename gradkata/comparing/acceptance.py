"""Check whether a returned value has the kind and shape that a signature asks for.

The value may come from a student: only exact built-in types and plain arrays are examined; of anything else
only the name of its type is used.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any, Literal

import numpy as np

from gradkata.comparing.advice import entry_named, named, unwanted, wrong_shape
from gradkata.signature import Kind

Shape = tuple[int | None, ...]

_DTYPES = {"f8": np.dtype(np.float64), "i8": np.dtype(np.int64), "b1": np.dtype(np.bool_)}
_KINDS = {bool: "b", int: "i", float: "f", complex: "c"}
_MOST = float(2**63)
_MIXED = "Some of its entries are lists, others are not."


@dataclass(frozen=True)
class Breach:
    """A breach of the contract: ``outcome`` is "wrong-type" or "wrong-shape"."""

    outcome: Literal["wrong-type", "wrong-shape"]
    message: str


@dataclass(frozen=True)
class _Survey:
    """A numeric value in parts: the kinds of its entries, its shape, and the entries."""

    kinds: frozenset[str]
    shape: tuple[int, ...]
    entries: Any


Accepted = tuple[Any, Breach | None]


def accept_all(
    value: Any, kinds: Sequence[Kind], shapes: Sequence[Shape]
) -> tuple[tuple[Any, ...] | None, Breach | None]:
    """Every result of a call, normalised as by `accept`, and the breach of the contract, if there is one.

    Several results must be a tuple or a list.  An array with one row for each result is a breach, but its rows
    can still be compared.
    """
    if len(kinds) == 1:
        one, fault = accept(value, kinds[0], shapes[0])
        return (None if one is None else (one,)), fault
    count = len(kinds)
    soft: Breach | None = None
    if value is None:
        message = f"It returned None: is a `return` missing? {count} results are expected."
        return None, Breach("wrong-type", message)
    if type(value) not in (list, tuple):
        message = f"It returned {named(value)}; {count} results are expected: return them as a tuple."
        soft = Breach("wrong-type", message)
        if type(value) is not np.ndarray or value.shape[:1] != (count,):
            return None, soft
    if len(value) != count:
        message = (
            f"It returned a {type(value).__name__} of length {len(value)}; {count} results are expected."
        )
        return None, Breach("wrong-shape", message)
    results = []
    for position, (each, kind, shape) in enumerate(zip(value, kinds, shapes, strict=True)):
        one, fault = accept(each, kind, shape)
        if fault is not None:
            message = fault.message.replace("It returned", "It is", 1)
            fault = Breach(fault.outcome, f"Result {position + 1} of {count}: {message}")
        if one is None:
            return None, fault
        results.append(one)
        soft = soft or fault
    return tuple(results), soft


def accept(value: Any, kind: Kind, shape: Shape) -> Accepted:
    """The value as a float64, int64 or bool array (0-d for a scalar), or as strings, and its breach, if any.

    The value is None if it cannot be compared.  A breach together with a value fails the contract only.

    Args:
        value: anything that a sandbox sent, or that one of gradkata's own functions returned.
        kind: the kind that the signature asks for; "f" cannot be a result.
        shape: the sizes that the arguments fix, None for a free size.
    """
    dtype = _DTYPES.get(kind.base)
    if type(value) is np.ndarray and value.dtype == dtype and _fits(value.shape, shape):
        return value, None
    if type(value) in (float, np.float64) and kind.base == "f8" and not shape:
        return np.array(value), None
    if kind.base == "str":
        return _accept_words(value, kind)
    if dtype is None:
        raise ValueError(f"a result cannot be of kind {kind}")
    survey = _survey(value, kind, shape)
    if isinstance(survey, Breach):
        return None, survey
    normalised, message = _CONVERSIONS[kind.base](survey)
    if normalised is None:
        return None, Breach("wrong-type", unwanted(value, kind, shape, message))
    if not _fits(survey.shape, shape):
        return None, Breach("wrong-shape", wrong_shape(value, survey.shape, kind, shape))
    fault = Breach("wrong-type", unwanted(value, kind, shape, message)) if message else None
    return normalised.reshape(survey.shape), fault


def _fits(got: tuple[int, ...], shape: Shape) -> bool:
    if len(got) != len(shape):
        return False
    return all(wanted is None or size == wanted for size, wanted in zip(got, shape, strict=True))


def _survey(value: Any, kind: Kind, shape: Shape) -> _Survey | Breach:
    """Flatten nested lists down to numbers and arrays, level by level."""
    if type(value) is np.ndarray and value.dtype.kind in "biufc":
        return _Survey(frozenset(value.dtype.kind), value.shape, value)
    sizes: list[int] = []
    level: Sequence[Any] = [value]
    while level and all(type(each) in (list, tuple) for each in level):
        if len({len(each) for each in level}) > 1:
            return Breach("wrong-shape", unwanted(value, kind, shape, "Its rows differ in length."))
        sizes.append(len(level[0]))
        level = list(chain.from_iterable(level))
    kinds = {_kind(each) for each in level}
    if "" in kinds:
        if any(type(each) in (list, tuple) for each in level):
            return Breach("wrong-shape", unwanted(value, kind, shape, _MIXED))
        odd = next(each for each in level if not _kind(each))
        return Breach("wrong-type", unwanted(value, kind, shape, entry_named(odd, value)))
    inner = {each.shape if isinstance(each, np.ndarray) else () for each in level}
    if len(inner) > 1:
        return Breach("wrong-shape", unwanted(value, kind, shape, "Its rows differ in shape."))
    if any(inner):
        level = list(chain.from_iterable(each.ravel().tolist() for each in level))
    if not level and len(sizes) == 1 and shape[:1] in ((None,), (0,)):
        sizes += [size or 0 for size in shape[1:]]  # an empty list cannot express (0, 4)
    return _Survey(frozenset(kinds), (*sizes, *(inner.pop() if inner else ())), level)


def _kind(value: Any) -> str:
    """The kind of a number or plain array of numbers as in `numpy.dtype.kind`, "" for anything else."""
    found = _KINDS.get(type(value), "")
    if not found and (type(value) is np.ndarray or isinstance(value, np.generic)):
        found = value.dtype.kind if value.dtype.kind in "biufc" else ""
    return found


def _to_floats(survey: _Survey) -> tuple[Any, str]:
    if "c" in survey.kinds:
        return None, "A complex number is not a float, even if its imaginary part is 0."
    if "b" in survey.kinds:
        return None, "True and False are not numbers here: return the number itself."
    try:
        return np.asarray(survey.entries, np.float64), ""
    except OverflowError:
        return None, "It is too large for a float."


def _to_integers(survey: _Survey) -> tuple[Any, str]:
    entries = survey.entries
    if survey.kinds & {"c", "b"}:
        what = "A complex number is not an integer"
        if "c" not in survey.kinds:
            what = "True and False are not integers here"
        return None, f"{what}: return the integers themselves."
    try:
        if isinstance(entries, np.ndarray) and entries.dtype == np.uint64 and (entries >= 1 << 63).any():
            raise OverflowError
        if "f" not in survey.kinds:
            return np.asarray(entries, np.int64), ""
        floats = np.asarray(entries, np.float64)
    except OverflowError:
        return None, "It is too large for an int64."
    if isinstance(entries, np.ndarray) and not entries.size:
        note = "`np.array([])` has dtype float64: create an empty array with dtype=int."
        return floats.astype(np.int64), note
    if not (np.abs(floats) < _MOST).all() or (floats != np.floor(floats)).any():
        what = "Not every entry is" if survey.shape else "It is not"
        return None, f"{what} a whole number that an int64 can hold."
    return floats.astype(np.int64), "The values are whole numbers, but of type float: convert them to int."


def _to_booleans(survey: _Survey) -> tuple[Any, str]:
    if survey.kinds & {"f", "c"}:
        return None, "A number is not a Boolean: return the comparison itself."
    entries = np.asarray(survey.entries)
    if survey.kinds <= {"b"}:
        return entries.astype(np.bool_), ""
    if not ((entries == 0) | (entries == 1)).all():
        return None, "An integer is not a Boolean: return the comparison itself."
    return entries.astype(np.bool_), "0 and 1 are integers: return False and True."


_CONVERSIONS = {"f8": _to_floats, "i8": _to_integers, "b1": _to_booleans}


def _accept_words(value: Any, kind: Kind) -> Accepted:
    words = _words(value, kind.depth)
    if words is None:
        return None, Breach("wrong-type", unwanted(value, kind, (), ""))
    return words, None


def _words(value: Any, depth: int) -> Any:
    """Nested lists of strings, or None if an entry is something else."""
    if not depth:
        return value if type(value) is str else None
    if type(value) not in (list, tuple):
        return None
    words = [_words(each, depth - 1) for each in value]
    return None if any(each is None for each in words) else words

"""Mistakes in the places of a result: entries left out, another order, another shape."""

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np

from gradkata.mistakes.changing import Function, Made, bases, changed, ranks
from gradkata.signature import Kind, Signature

_LIMITS = (2, 3, 4, 5, 8, 10)


def mistakes(signature: Signature, right: Function) -> Iterator[Made]:
    """The mistakes in places that fit a signature."""
    lists = any(kind.depth for kind in signature.results)
    if max(ranks(signature)) >= 1 or lists:
        for name, message, change in (*_ENDS, *_ORDERS):
            yield name, message, changed(signature, right, _where_there_are_entries(change))
    if max(ranks(signature)) >= 1:
        yield from _limits(signature, right)
        message = (
            "You return a plain number where there is a single entry. The result is an array for every size."
        )
        yield "returns_a_number_for_one_entry", message, changed(signature, right, _number_for_one)
        message = "Your result has an axis too many."
        yield "has_an_axis_too_many", message, changed(signature, right, _with_an_axis)
    if max(ranks(signature)) >= 2:
        for name, message, change in _MATRICES:
            yield name, message, changed(signature, right, _for_matrices(change))
    if bases(signature) - {"str"} and max(ranks(signature)) == 0 and not lists:
        message = "You return an array of one entry. The result is a single number."
        yield "returns_an_array_of_one", message, changed(signature, right, _with_an_axis)


def _limits(signature: Signature, right: Function) -> Iterator[Made]:
    for limit in _LIMITS:
        message = f"Your loop processes at most {limit} entries. The others keep their initial value of 0."
        yield f"processes_{limit}_entries_only", message, changed(signature, right, _only_the_first(limit))


def _where_there_are_entries(change: Callable[[Any], Any]) -> Callable[[Any, Kind], Any]:
    return lambda value, kind: change(value) if kind.shape or kind.depth else value


def _for_matrices(change: Callable[[Any], Any]) -> Callable[[Any, Kind], Any]:
    return lambda value, kind: change(np.asarray(value)) if len(kind.shape) >= 2 else value


def _emptied(place: int) -> Callable[[Any], Any]:
    def change(value: Any) -> Any:
        if not isinstance(value, np.ndarray):
            return value
        left = value.copy()
        left[place : place + 1 or None] = 0
        return left

    return change


def _only_the_first(limit: int) -> Callable[[Any, Kind], Any]:
    def change(value: Any, kind: Kind) -> Any:
        if not kind.shape:
            return value
        left = np.array(value)
        left[limit:] = 0
        return left

    return change


def _deduplicated(value: Any) -> Any:
    return (
        np.unique(value, axis=0)
        if isinstance(value, np.ndarray) and value.size
        else list(dict.fromkeys(map(str, value)))
    )


def _ordered(value: Any) -> Any:
    return np.sort(value, axis=0) if isinstance(value, np.ndarray) else sorted(value, key=str)


def _number_for_one(value: Any, kind: Kind) -> Any:
    return value.item() if kind.shape and value.size == 1 else value


def _with_an_axis(value: Any, kind: Kind) -> Any:
    return np.asarray(value)[None] if kind.base != "str" else value


_ENDS: tuple[tuple[str, str, Callable[[Any], Any]], ...] = (
    ("leaves_the_first_entry_0", "Your loop skips the first entry, which keeps its initial value of 0.", _emptied(0)),
    ("leaves_the_last_entry_0", "Your loop ends one entry early. The last one keeps its initial value of 0.",
     _emptied(-1)),
    ("leaves_out_the_first_entry", "Your result lacks its first entry.", lambda value: value[1:]),
    ("leaves_out_the_last_entry", "Your result lacks its last entry.", lambda value: value[:-1]),
)  # fmt: skip
_ORDERS: tuple[tuple[str, str, Callable[[Any], Any]], ...] = (
    ("is_in_reverse_order", "Your result is in reverse order.", lambda value: value[::-1]),
    ("is_sorted", "You sort the result. Each entry belongs to its own place.", _ordered),
    ("is_sorted_in_descending_order", "You sort the result in descending order. Each entry belongs to its own place.",
     lambda value: _ordered(value)[::-1]),
    ("is_shifted_by_one", "Each entry of your result is one place too late, and the last one comes first.",
     lambda value: np.roll(value, 1, axis=0) if isinstance(value, np.ndarray) else [*value[-1:], *value[:-1]]),
    ("merges_equal_entries", "You merge equal entries, as a set does. Each of them has a place of its own.",
     _deduplicated),
)  # fmt: skip
_MATRICES: tuple[tuple[str, str, Callable[[Any], Any]], ...] = (
    ("is_transposed", "Rows and columns of your result are exchanged.", lambda value: value.swapaxes(-1, -2)),
    ("has_its_columns_reversed", "The columns of your result are in reverse order.", lambda value: value[..., ::-1]),
    ("is_flattened", "You return all entries in a row. The result keeps its axes.", lambda value: value.ravel()),
)  # fmt: skip

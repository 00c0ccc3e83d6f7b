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
        for name, title, message, change in (*_ENDS, *_ORDERS):
            yield name, title, message, changed(signature, right, _where_there_are_entries(change))
    if max(ranks(signature)) >= 1:
        yield from _limits(signature, right)
        yield (
            "returns_a_number_for_one_entry", "returns a plain number for a single entry",
            "Where there is a single entry, your function returns a plain number. "
            "The result is an array for every size.",
            changed(signature, right, _number_for_one),
        )  # fmt: skip
        yield (
            "has_an_axis_too_many", "the result has an axis too many", "Your result has an axis too many.",
            changed(signature, right, _with_an_axis),
        )  # fmt: skip
    if max(ranks(signature)) >= 2:
        for name, title, message, change in _MATRICES:
            yield name, title, message, changed(signature, right, _for_matrices(change))
    if bases(signature) - {"str"} and max(ranks(signature)) == 0 and not lists:
        yield (
            "returns_an_array_of_one", "returns an array of one entry",
            "Your function returns an array of one entry. The result is a single number.",
            changed(signature, right, _with_an_axis),
        )  # fmt: skip


def _limits(signature: Signature, right: Function) -> Iterator[Made]:
    for limit in _LIMITS:
        message = f"Your result is right for the first {limit} entries, and the others are 0."
        title = f"only the first {limit} entries are computed"
        yield (
            f"processes_{limit}_entries_only",
            title,
            message,
            changed(signature, right, _only_the_first(limit)),
        )


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


_Placed = tuple[str, str, str, Callable[[Any], Any]]
_ENDS: tuple[_Placed, ...] = (
    ("leaves_the_first_entry_0", "the first entry stays 0",
     "The first entry of your result is 0. Perhaps a loop skips it, so that it keeps its initial value.", _emptied(0)),
    ("leaves_the_last_entry_0", "the last entry stays 0",
     "The last entry of your result is 0. Perhaps a loop ends one entry early, so that it keeps its initial value.",
     _emptied(-1)),
    ("leaves_out_the_first_entry", "the first entry is missing", "Your result lacks its first entry.",
     lambda value: value[1:]),
    ("leaves_out_the_last_entry", "the last entry is missing", "Your result lacks its last entry.",
     lambda value: value[:-1]),
)  # fmt: skip
_ORDERS: tuple[_Placed, ...] = (
    ("is_in_reverse_order", "the result is in reverse order", "The entries of your result are in reverse order.",
     lambda value: value[::-1]),
    ("is_sorted", "the result is sorted", "The entries of your result are sorted. Each entry has its own place.",
     _ordered),
    ("is_sorted_in_descending_order", "the result is sorted in descending order",
     "The entries of your result are sorted in descending order. Each entry has its own place.",
     lambda value: _ordered(value)[::-1]),
    ("is_shifted_by_one", "the result is shifted by one place",
     "Each entry of your result is one place too late, and the last one comes first.",
     lambda value: np.roll(value, 1, axis=0) if isinstance(value, np.ndarray) else [*value[-1:], *value[:-1]]),
    ("merges_equal_entries", "equal entries are merged",
     "Equal entries of the result occur once in yours, as in a set. Each of them has a place of its own.",
     _deduplicated),
)  # fmt: skip
_MATRICES: tuple[_Placed, ...] = (
    ("is_transposed", "rows and columns are exchanged", "The rows and columns of your result are exchanged.",
     lambda value: value.swapaxes(-1, -2)),
    ("has_its_columns_reversed", "the columns are in reverse order",
     "The columns of your result are in reverse order.", lambda value: value[..., ::-1]),
    ("is_flattened", "the result is flattened", "All entries of your result are in a row. The result keeps its axes.",
     lambda value: value.ravel()),
)  # fmt: skip

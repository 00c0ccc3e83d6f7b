"""Recognise answers that were computed in float32.

Such an answer cannot be compared with another computation in float32: the order of operations and the processor decide
its last digits.  It is recognised by two facts about all of its numbers: float32 holds each of them exactly, and each
is close to the right one, as a result with seven digits is.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np

from gradkata.declaring.kata import Kata
from gradkata.drawing.bank import Call
from gradkata.judging.answers import Answer, as_values

IN_FLOAT32 = "computes_in_float32"
_CLOSE, _NEAR_ZERO = 1e-4, 1e-5
_ENOUGH = 8  # wrong numbers
_SMALLEST, _LARGEST = 1e-30, 1e30  # beyond these float32 itself may overflow on the way


def is_single_precision(kata: Kata, calls: Sequence[Call], answers: Sequence[Answer]) -> bool:
    """Whether every number of the answers is one that float32 computes, and enough of them are not the right ones."""
    wrong = 0
    for call, answer in zip(calls, answers, strict=True):
        if answer.outcome == "skipped" or call.is_digested or not all(map(_is_moderate, call.arguments)):
            continue
        if answer.outcome != "passed" or answer.fault or answer.mutated:
            return False
        for value, right in zip(answer.values, as_values(call.answer, kata.signature), strict=True):
            if np.asarray(right).dtype.kind != "f":
                if not np.array_equal(value, right):
                    return False
                continue
            if np.shape(value) != np.shape(right) or not _is_close(value, right):
                return False
            wrong += int(np.sum(np.asarray(value) != np.asarray(right)))
    return wrong >= _ENOUGH


def _is_close(value: Any, right: Any) -> bool:
    value, right = np.asarray(value, float), np.asarray(right, float)
    with np.errstate(all="ignore"):
        is_held = (value == value.astype(np.float32)) | ~np.isfinite(right)
        near = np.abs(value - right) <= _CLOSE * np.abs(right) + _NEAR_ZERO * np.abs(right).max(initial=0.0)
    return bool((is_held & (near | (value == right))).all())


def _is_moderate(argument: Any) -> bool:
    if not isinstance(argument, float | np.ndarray) or np.asarray(argument).dtype.kind != "f":
        return True
    size = np.abs(np.asarray(argument))
    return bool(((size == 0) | ((size > _SMALLEST) & (size < _LARGEST))).all())

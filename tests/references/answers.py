"""The right answers of a kata, found by name, and arguments in every layout NumPy has."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import pytest
from builtin import solution

Answer = Callable[..., Any]
KATAS = ("detection/iou", "detection/nms", "decoding/bleu", "sequences/lstm_step")


def right_answers(slug: str) -> dict[str, Answer]:
    """The reference, the plain answer and the further ones of `solutions/<slug>.py`."""
    module = solution(slug)
    kata = slug.rpartition("/")[2]
    return {
        name: value
        for name, value in vars(module).items()
        if callable(value) and (name == kata or name.startswith(f"{kata}_"))
    }


def every_answer(slug: str) -> pytest.MarkDecorator:
    """Run a test once for each right answer, as its argument `answer`."""
    answers = right_answers(slug)
    return pytest.mark.parametrize("answer", answers.values(), ids=answers)


def layouts(arguments: Sequence[Any]) -> dict[str, list[Any]]:
    """The same arguments, their arrays stored in other ways."""
    return {
        "read-only": [_each(argument, _read_only) for argument in arguments],
        "fortran-ordered": [_each(argument, np.asfortranarray) for argument in arguments],
        "non-contiguous": [_each(argument, _strided) for argument in arguments],
        "reversed": [_each(argument, _reversed) for argument in arguments],
    }


def in_float32(arguments: Sequence[Any]) -> list[Any]:
    """The same arguments with single-precision arrays."""
    return [_each(argument, lambda array: array.astype(np.float32)) for argument in arguments]


def _each(argument: Any, change: Callable[[np.ndarray], np.ndarray]) -> Any:
    return change(argument) if isinstance(argument, np.ndarray) else argument


def _read_only(array: np.ndarray) -> np.ndarray:
    copy = array.copy()
    copy.flags.writeable = False
    return copy


def _strided(array: np.ndarray) -> np.ndarray:
    wide = np.full([2 * size for size in array.shape], 7.0)
    view = wide[tuple(slice(None, None, 2) for _ in array.shape)]
    view[...] = array
    return view


def _reversed(array: np.ndarray) -> np.ndarray:
    return np.flip(np.flip(array).copy())

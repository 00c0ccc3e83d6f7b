"""Inputs that several chapters draw: numbers for strategies, and arrays of a certain form for a domain.

The strategies are elements for ``st.arrays``: ``x=st.arrays(arg("n"), elements=inputs.halves | inputs.fine)``.  The
forms are declarations for `Kata.domain`: ``boxes=inputs.boxes(64, grid=1/8)``.
"""

from typing import Any

import numpy as np

from gradkata.declaring.domain import Built, Real
from gradkata.declaring.recording import st

halves = st.integers(-6, 6).map(lambda k: k / 2)
"""Small whole numbers and halves, which add and multiply exactly."""
fine = st.integers(-3000, 3000).map(lambda k: k / 1000)
"""Numbers of three decimals between -3 and 3."""
finer = st.integers(-3000, 3000).map(lambda k: k / 997)
"""Numbers between -3 and 3 whose decimals do not end."""
far = st.sampled_from([1000.0, -1000.0, 999.0, -999.5, 998.0, 500.0, 0.0])
"""Numbers whose exponential overflows or underflows."""


def boxes(side: float, *, grid: float | None = None, scales: tuple[float, float] = (1.0, 1.0)) -> Built:
    """Boxes [x1, y1, x2, y2], with sides from 0 to ``side`` and x1, y1 from ``-side / 2`` to ``side / 2``.

    Args:
        side: the longest side.
        grid: all coordinates are multiples of it; None for any numbers.
        scales: whole arrays of boxes may be scaled by numbers from this range.
    """

    def recipe(raw: str, shape: tuple[int, ...]) -> str:
        start = f" - {side / 2:g}"
        rows = f"({raw}).reshape({', '.join(map(str, shape[:-1]))}, 2, 2)"
        return f"np.cumsum({rows}, {len(shape) - 1}).reshape({', '.join(map(str, shape))}){start}"

    text = f"boxes [x1, y1, x2, y2] with x1 <= x2, y1 <= y2 and sides of up to {side * scales[1]:g}"
    if grid:
        text += f", in multiples of {grid:g}"
    return Built(Real(0.0, side, grid=grid), _Corners(side), text, _are_boxes, recipe, scales)


def distributions() -> Built:
    """Numbers of at least 0 that sum to 1 along the last axis."""

    def recipe(raw: str, shape: tuple[int, ...]) -> str:
        rows, k = int(np.prod(shape[:-1])), shape[-1]
        smooth = f"np.eye({k})[np.arange({rows}) * 7 % {k}] * 0.9 + 0.1 / {k}"
        return smooth if len(shape) == 2 else f"({smooth}).reshape({', '.join(map(str, shape))})"

    text = "numbers of at least 0 that sum to 1 along the last axis"
    return Built(Real(0.0, 1.0), _normalised, text, _are_distributions, recipe)


def one_hot() -> Built:
    """A single 1 in each row, and 0 elsewhere."""

    def recipe(raw: str, shape: tuple[int, ...]) -> str:
        rows, k = int(np.prod(shape[:-1])), shape[-1]
        chosen = f"np.eye({k})[np.arange({rows}) * 7 % {k}]"
        return chosen if len(shape) == 2 else f"({chosen}).reshape({', '.join(map(str, shape))})"

    return Built(Real(0.0, 1.0), _chosen, "a single 1 in each row and 0 elsewhere", _are_one_hot, recipe)


class _Corners:
    """Two corners from a corner and two sides."""

    def __init__(self, side: float) -> None:
        self.side = side

    def __call__(self, raw: Any) -> Any:
        corner, sides = raw[..., :2] - self.side / 2, raw[..., 2:]
        return np.concatenate([corner, corner + sides], axis=-1)


def _are_boxes(value: Any) -> bool:
    return bool(np.isfinite(value).all() and (value[..., :2] <= value[..., 2:]).all())


def _normalised(raw: Any) -> Any:
    weights = np.abs(raw)
    total = weights.sum(axis=-1, keepdims=True)
    even = np.full_like(weights, 1 / max(weights.shape[-1], 1))
    return np.where(total > 0, weights / np.where(total > 0, total, 1), even)


def _are_distributions(value: Any) -> bool:
    return bool((value >= 0).all() and np.allclose(value.sum(axis=-1), 1, rtol=0, atol=1e-9))


def _chosen(raw: Any) -> Any:
    return np.eye(raw.shape[-1])[raw.argmax(axis=-1)]


def _are_one_hot(value: Any) -> bool:
    return bool(((value == 0) | (value == 1)).all() and (value.sum(axis=-1) == 1).all())

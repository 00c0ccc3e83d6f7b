"""Difference quotients in place of a derivative: wrong answers to katas that ask for one."""

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np

_EXPONENTS = {"central": (2, 3, 4, 5, 6, 7, 8), "forward": (3, 4, 5, 6, 7, 8)}


def by_differences(
    derive: Callable[..., Any], *, steps: dict[str, tuple[int, ...]] | None = None
) -> Iterator[Callable[..., Any]]:
    """Misconceptions that take central and forward differences with the usual steps.

    Args:
        derive: the answer of a kata, from a function ``quotient(curve, at)`` and the kata's arguments; ``curve`` maps
            an array to an array of the same or another shape, and the quotient is taken entry by entry.
        steps: the exponents of the steps by kind; by default 1e-2 to 1e-8 and 1e-3 to 1e-8.
    """
    for kind, exponents in (steps or _EXPONENTS).items():
        for exponent in exponents:
            yield _wrong(derive, kind, exponent)


def _wrong(derive: Callable[..., Any], kind: str, exponent: int) -> Callable[..., Any]:
    step = float(f"1e-{exponent}")

    def quotient(curve: Callable[[Any], Any], at: Any) -> Any:
        if kind == "central":
            return (curve(at + step) - curve(at - step)) / (2 * step)
        return (curve(at + step) - curve(at)) / step

    def wrong(*arguments: Any) -> Any:
        return derive(quotient, *arguments)

    wrong.__name__ = f"takes_{kind}_differences_of_1e_minus_{exponent}"
    wrong.__doc__ = (
        f"Your results are those of {kind} differences with a step of 1e-{exponent}: too few of their digits are "
        "correct. Work the derivative out as a formula."
    )
    return wrong


def gradient(value: Callable[[Any], float], at: Any, quotient: Callable[..., Any]) -> Any:
    """The quotients of a function of a vector, in each entry: ``(n)->(n)``."""
    unit = np.eye(len(at))
    return np.array([quotient(lambda t, one=one: value(at + t * one), 0.0) for one in unit])

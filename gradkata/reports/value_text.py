"""Numbers, strings and lists from a report's JSON, as a student would write them."""

import re
from collections.abc import Mapping
from typing import Any

from gradkata.outcomes import Counterexample

# Strings for values that JSON cannot represent, or that were left out.
_LITERALS = frozenset(("nan", "inf", "-inf", "..."))
_DESCRIPTIONS = ("<", "lambda ")
_SHORTENED = re.compile(
    r"\[.* \((?:shape \(.*\)|rounded|\d+ entries)\)|\[.*\.\.\.", re.DOTALL
)  # a long array or list


def value_text(value: Any) -> str:
    """Return one value as Python writes it.

    Strings are quoted, except for NaN, infinities and descriptions such as ``<generator>``.
    """
    if isinstance(value, str):
        is_shortened = _SHORTENED.fullmatch(value) is not None
        return value if is_shortened or value in _LITERALS or value.startswith(_DESCRIPTIONS) else repr(value)
    if isinstance(value, list | tuple):
        return "[" + ", ".join(value_text(item) for item in value) + "]"
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {value_text(item)}" for key, item in value.items()) + "}"
    return repr(value)


def call_text(name: str, counterexample: Counterexample) -> str:
    """Return the call that failed, as it is written in Python."""
    call = counterexample.get("call")
    if isinstance(call, str) and call:
        return call
    inputs = counterexample.get("inputs") or {}
    return f"{name}({', '.join(f'{key}={value_text(value)}' for key, value in inputs.items())})"


def points_text(points: float) -> str:
    """Return points without needless zeros, never rounded up to more than was earned: 10, 6.5, 3.33."""
    hundredths = int(points * 100 + 1e-6)
    return f"{hundredths / 100:.2f}".rstrip("0").rstrip(".")

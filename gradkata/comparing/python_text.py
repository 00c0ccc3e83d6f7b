"""Calls as Python that runs after ``import numpy as np``; nothing is rounded or left out."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from gradkata.signature import Signature

_BREAK = ",\0"  # where a line may end; no literal contains a null character
_ROW = 48  # a shorter list of numbers or words is kept on one line
_EMPTY = {"f": "", "i": ", dtype=int", "b": ", dtype=bool"}


def call_as_python(
    signature: Signature,
    arguments: Sequence[Any],
    width: int = 72,
    recipes: Mapping[int, str] | None = None,
) -> str:
    """The call on one line if it fits, else on several that end after an argument or between the rows of an array.

    ``recipes`` holds the expressions of arguments that are written as such, by position.
    """
    texts = recipes or {}
    named = zip(signature.names, arguments, strict=False)
    given = [f"{name}={texts.get(i) or _text(argument)}" for i, (name, argument) in enumerate(named)]
    whole = f"{signature.name}({', '.join(given)})".replace(_BREAK, ", ")
    if len(whole) <= width:
        return whole
    margin = " " * (len(signature.name) + 1)
    return f"{signature.name}({_packed([_filled(text, margin, width) for text in given], margin, width)})"


def _packed(given: Sequence[str], margin: str, width: int) -> str:
    """The arguments, as many in a line as fit; an argument of several lines has them for itself."""
    lines: list[str] = []
    for text in given:
        fits = lines and len(margin) + len(lines[-1]) + len(text) + 3 <= width
        if fits and "\n" not in lines[-1] + text:
            lines[-1] += f", {text}"
        else:
            lines.append(text)
    return (",\n" + margin).join(lines)


def _filled(text: str, margin: str, width: int) -> str:
    lines = [""]
    for piece in text.split("\0"):
        joined = f"{lines[-1]} {piece}" if lines[-1] else piece
        if lines[-1].strip() and len(margin) + len(joined) >= width:
            lines.append(f"    {piece}")
        else:
            lines[-1] = joined
    return ("\n" + margin).join(lines)


def _text(value: Any, depth: int = 0) -> str:
    if isinstance(value, np.ndarray):
        if not value.size:
            return f"np.zeros({value.shape}{_EMPTY[value.dtype.kind]})"
        return f"np.array({_entries(value.tolist())})"
    if isinstance(value, list):
        return _listed([_text(each, depth + 1) for each in value], value, depth)
    if isinstance(value, tuple):
        return f"({''.join(_text(each) + _BREAK for each in value)})"
    if isinstance(value, float) and not np.isfinite(value):
        return {"nan": "np.nan", "inf": "np.inf", "-inf": "-np.inf"}[str(value)]
    if isinstance(value, np.ufunc):
        return f"np.{value.__name__}"
    return repr(value)


def _entries(value: Any, depth: int = 0) -> str:
    """The entries of an array; ``1.`` makes an array of floats as ``1.0`` does."""
    if isinstance(value, list):
        return _listed([_entries(each, depth + 1) for each in value], value, depth)
    text = _text(value)
    return text[:-1] if text.endswith(".0") else text


def _listed(parts: Sequence[str], value: list[Any], depth: int) -> str:
    """The text of a list; a short one inside another is kept on one line."""
    is_row = depth and sum(map(len, parts)) <= _ROW and not any(isinstance(each, list) for each in value)
    return f"[{(', ' if is_row else _BREAK).join(parts)}]"

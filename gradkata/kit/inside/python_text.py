"""Calls as Python that runs after ``import numpy as np``; nothing is rounded or left out."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from gradkata.signature import Signature

_BREAK = ",\0"  # where a line may end; no literal contains a null character
_ROW = 48  # a shorter list of numbers or words is kept on one line
_EMPTY = {"f": "", "i": ", dtype=int", "b": ", dtype=bool"}


def call_as_python(signature: Signature, arguments: Sequence[Any], width: int = 72) -> str:
    """The call on one line if it fits, else with one argument per line, and long arguments on several lines."""
    named = zip(signature.names, arguments, strict=False)
    given = [f"{name}={_text(argument)}" for name, argument in named]
    whole = f"{signature.name}({', '.join(given)})".replace(_BREAK, ", ")
    if len(whole) <= width:
        return whole
    margin = " " * (len(signature.name) + 1)
    filled = [_filled(text, margin, width) for text in given]
    return f"{signature.name}({(',' + chr(10) + margin).join(filled)})"


def _filled(text: str, margin: str, width: int) -> str:
    lines = [""]
    for piece in text.split("\0"):
        joined = f"{lines[-1]} {piece}" if lines[-1] else piece
        if lines[-1].strip() and len(margin) + len(joined) >= width:
            lines.append(f"    {piece}")
        else:
            lines[-1] = joined
    return ("\n" + margin).join(lines)


def _text(value: Any) -> str:
    if isinstance(value, np.ndarray):
        if not value.size:
            return f"np.zeros({value.shape}{_EMPTY[value.dtype.kind]})"
        return f"np.array({_text(value.tolist())})"
    if isinstance(value, list):
        parts = [_text(each) for each in value]
        is_row = sum(map(len, parts)) <= _ROW and not any(isinstance(each, list) for each in value)
        return f"[{(', ' if is_row else _BREAK).join(parts)}]"
    if isinstance(value, tuple):
        return f"({''.join(_text(each) + _BREAK for each in value)})"
    if isinstance(value, float) and not np.isfinite(value):
        return {"nan": "np.nan", "inf": "np.inf", "-inf": "-np.inf"}[str(value)]
    if isinstance(value, np.ufunc):
        return f"np.{value.__name__}"
    return repr(value)

"""Show values, calls and differences to a student.

Every value may come from a student's process: strings are shown as Python's repr, so that no control or
bidirectional character gets through, and long values are abbreviated.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from gradkata.comparing.closeness import Difference, Tolerance, compare
from gradkata.isolation.inside.formulas import FAMILIES
from gradkata.isolation.inside.formulas import shown as formula_text

_WORD = 40
_DIGITS = 40
_MOST_LEAVES = 400
_DEEPEST = 6
_FORMULA_LINES = 8  # a function that is cut cannot be tried
# How many entries of each list may be shown: tried in this order, down to the first and the last.
_SHOWN = (400, 40, 20, 12, 8, 6, 4, 3, 2)


def show(value: Any, width: int = 72, lines: int = 3) -> str:
    """``value`` on at most ``lines`` lines of ``width`` characters.

    Arrays and lists are nested brackets, which can be pasted into Python if nothing is left out, and so can functions,
    which are lambdas; inside the brackets of a call they may be broken at any space.  Floats have
    all their digits; those of an array have six if it fits only in this way and its entries stay distinct.
    Entries that still do not fit are replaced by ``...``.  A note after the value says that it is rounded or
    shortened.
    """
    if type(value) in FAMILIES:
        return _formula(value, width, lines)
    if not _is_list(value):
        return _cut(_leaf(value), width)
    rounded = _rounded(value)
    attempts = [(value, "", _SHOWN[0])] if _is_whole(value, _SHOWN[0]) else []
    if rounded is not None:
        attempts.append((rounded, " (rounded)", _SHOWN[0]))
    attempts += [(value if rounded is None else rounded, _extent(value), most) for most in _SHOWN]
    for shown, note, most in attempts:
        left = [_MOST_LEAVES]
        parts = _parts(shown, most, left, 1)
        one = _joined(shown, parts) + note
        if left[0] < 0:
            continue
        if len(one) <= width:
            return one
        laid = _laid_out(shown, parts, note, width)
        if len(laid) <= lines and max(map(len, laid)) <= width:
            return "\n".join(laid)
    return _cut(one, width)


def call(
    name: str,
    names: Sequence[str],
    arguments: Sequence[Any],
    width: int = 72,
    recipes: Mapping[int, str] | None = None,
) -> str:
    """``iou(a=[0., 0., 1., 1.], b=[...])``; one argument per line if it does not fit on one line.

    ``recipes`` holds the expressions of arguments that are shown as such, by position.
    """
    given = list(zip(names, arguments, strict=False))
    texts = recipes or {}
    shown_in_line = [texts.get(i) or show(value, width, 1) for i, (_, value) in enumerate(given)]
    whole = (
        f"{name}({', '.join(f'{each}={text}' for (each, _), text in zip(given, shown_in_line, strict=True))})"
    )
    if len(whole) <= width and "..." not in whole:
        return whole
    margin = " " * (len(name) + 1)
    written = []
    for position, (each, value) in enumerate(given):
        indent = "\n" + margin + " " * (len(each) + 1)
        lines = _FORMULA_LINES if type(value) in FAMILIES else 4
        shown = texts.get(position) or show(value, max(width - len(indent), 24), lines)
        written.append(f"{each}={shown}".replace("\n", indent))
    return f"{name}({(',' + chr(10) + margin).join(written)})"


def differs_at(difference: Difference) -> str:
    """``at [2, 0]: 0.5, expected 0.25 (1 of 6 entries differ)``."""
    got, expected = difference.got, difference.expected
    if getattr(got, "shape", ()) != getattr(expected, "shape", ()):
        return f"{_shaped(got)}, expected {_shaped(expected)}"
    text = f"{show(got, lines=1)}, expected {show(expected, lines=1)}"
    if difference.index:
        text = f"at [{', '.join(map(str, difference.index))}]: {text}"
    if difference.size > 1:
        text += f" ({difference.count} of {difference.size} entries differ)"
    return text


def unequal_text(one: Any, other: Any) -> str:
    """``0.5 should be equal to 0.25.``; of two long arrays, the first entries that differ."""
    difference = compare(one, other, Tolerance()) or compare(one, other, Tolerance(0.0, 0.0))
    if difference is None or not _is_array(one) or np.shape(one) != np.shape(other):
        return f"{_shaped_unless_short(one)} should be equal to {_shaped_unless_short(other)}."
    texts = [show(value, lines=1) for value in (one, other)]
    if all(text.endswith("]") and "..." not in text for text in texts):  # neither rounded nor shortened
        return f"{texts[0]} should be equal to {texts[1]}."
    at = ", ".join(map(str, difference.index))
    values = f"{show(difference.got, lines=1)} and {show(difference.expected, lines=1)}"
    count = f"{difference.count} of {difference.size} entries differ"
    return f"two arrays of shape {np.shape(one)} should be equal; at [{at}] they have {values} ({count})."


def safe(text: str, most: int = 100) -> str:
    """``text`` without quotes, its unprintable characters escaped, at most ``most`` characters long."""
    shown = "".join([c if c.isprintable() else repr(c)[1:-1] for c in str(text)[:most]])
    return _cut(shown, most)


def _is_array(value: Any) -> bool:
    return isinstance(value, np.ndarray) and value.ndim > 0


def _shaped(value: Any) -> str:
    return f"an array of shape {value.shape}" if _is_array(value) else show(value, lines=1)


def _shaped_unless_short(value: Any) -> str:
    text = show(value, lines=1)
    return _shaped(value) if _is_array(value) and not text.endswith("]") else text


def _parts(value: Any, most: int, left: list[int], depth: int) -> list[str]:
    """The written entries of a list or array; ``left`` counts down how many may still be written."""
    return ["..." if i is None else _text(value[i], most, left, depth) for i in _indices(len(value), most)]


def _text(value: Any, most: int, left: list[int], depth: int) -> str:
    if left[0] < 0:
        return "..."
    if not _is_list(value):
        left[0] -= 1
        is_entry = isinstance(value, np.floating)
        return _in_array(float(value)) if is_entry else _leaf(value)
    if depth >= _DEEPEST and len(value):
        return "[...]"
    return _joined(value, _parts(value, most, left, depth + 1))


def _formula(value: Any, width: int, lines: int) -> str:
    """A function on as many lines as it needs, or cut."""
    text = formula_text(value)
    if len(text) > width * lines:
        return _cut(text, width)
    import textwrap

    wrapped = textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False)
    fits = len(wrapped) <= lines and max(map(len, wrapped)) <= width
    return "\n".join(wrapped) if fits else _cut(text, width)


def _leaf(value: Any) -> str:
    if isinstance(value, np.generic | np.ndarray):
        return _leaf(value.item()) if value.dtype.kind in "biufc" else _opaque(value)
    if value is None or type(value) in (bool, float, complex):
        return repr(value)
    if type(value) is int:
        return _integer(value)
    return _word(value) if type(value) is str else _opaque(value)


def _in_array(value: float) -> str:
    """A float as NumPy writes it inside an array: ``1.`` for ``1.0``."""
    text = repr(value)
    return text[:-1] if text.endswith(".0") else text


def _integer(value: int) -> str:
    if value.bit_length() > 4000:  # str() may refuse a longer one
        return f"<an integer of {value.bit_length()} bits>"
    digits = str(value)
    return digits if len(digits) <= _DIGITS else f"{digits[:_DIGITS]}... ({len(digits)} digits)"


def _word(value: str) -> str:
    kept = value[:_WORD]
    while len(repr(kept)) > _WORD + 2:  # escapes are long
        kept = kept[: len(kept) * 3 // 4]
    return repr(value) if len(kept) == len(value) else f"{kept!r}... ({len(value)} characters)"


def _opaque(value: Any) -> str:
    if type(value) in FAMILIES:
        return _cut(formula_text(value), 72)
    name = getattr(value, "type_name", None)
    return f"<{safe(name if type(name) is str else type(value).__name__)}>"


def _is_list(value: Any) -> bool:
    return isinstance(value, list | tuple) or (type(value) is np.ndarray and value.ndim > 0)


def _indices(size: int, most: int) -> list[int | None]:
    """Which entries are shown: all, or the first ones, a gap (None) and the last."""
    if size <= most:
        return list(range(size))
    return [*range(most - 1), None, size - 1]


def _is_whole(value: Any, most: int) -> bool:
    """Whether the value can be shown completely with at most ``most`` entries per bracket."""
    if isinstance(value, np.ndarray):
        return max(value.shape) <= most and 0 not in value.shape[:-1]
    return len(value) <= most and all(_is_whole(each, most) for each in value if _is_list(each))


def _rounded(value: Any) -> Any:
    """A float array rounded to six digits; None if different entries would become equal."""
    if not isinstance(value, np.ndarray) or value.dtype.kind != "f" or value.size > _MOST_LEAVES:
        return None
    short = np.array([float(f"{x:.6g}") for x in value.ravel().tolist()]).reshape(value.shape)
    if len(np.unique(short)) < len(np.unique(value)) or 0 in value.shape:
        return None
    return short


def _extent(value: Any) -> str:
    if isinstance(value, np.ndarray):
        return f" (shape {value.shape})"
    return f" ({len(value)} entries)"


def _joined(value: Any, parts: Sequence[str]) -> str:
    inside = ", ".join(parts)
    if isinstance(value, tuple):
        return f"({inside},)" if len(parts) == 1 else f"({inside})"
    return f"[{inside}]"


def _laid_out(value: Any, parts: Sequence[str], note: str, width: int) -> list[str]:
    """The lines of a value: one entry per line if the entries are lists, else as many per line as fit."""
    if not parts:
        return [_joined(value, parts) + note]
    first, last = ("(", ")") if isinstance(value, tuple) else ("[", "]")
    nested = any(_is_list(value[i]) for i in (0, -1))
    lines = [first + parts[0]]
    for part in parts[1:]:
        if not nested and len(lines[-1]) + len(part) + 3 <= width:
            lines[-1] += ", " + part
        else:
            lines[-1] += ","
            lines.append(" " + part)
    lines[-1] += last
    if len(lines[-1] + note) <= width:
        return [*lines[:-1], lines[-1] + note]
    return [*lines, note]


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 3] + "..."

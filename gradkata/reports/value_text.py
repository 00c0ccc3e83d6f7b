"""Numbers, strings and lists from a report's JSON, as a student would write them."""

from collections.abc import Mapping
from typing import Any

from gradkata.outcomes import SPECIAL

_QUOTED = frozenset(map(repr, SPECIAL))


def value_text(value: Any) -> str:
    """Return one value as Python writes it.

    Strings are quoted, except for NaN and infinities; what Python cannot write is named: ``<generator>``.
    """
    if isinstance(value, str):
        return value if value in SPECIAL or value in _QUOTED else repr(value)
    if isinstance(value, list | tuple):
        return "[" + ", ".join(value_text(item) for item in value) + "]"
    if isinstance(value, Mapping):
        return _named(value)
    return repr(value)


def _named(value: Mapping[str, Any]) -> str:
    """Return the text of a value that JSON cannot represent; it is an object with one key."""
    kind, content = next(iter(value.items()), ("type", "object"))
    if kind in ("complex", "function"):
        return str(content)
    return f"<{content}>" if kind == "type" else f"<{kind} {content}>"


def points_text(points: float) -> str:
    """Return points without needless zeros, never rounded up to more than was earned: 10, 6.5, 3.33."""
    hundredths = int(points * 100 + 1e-6)
    return f"{hundredths / 100:.2f}".rstrip("0").rstrip(".")

"""What a domain admits, in the words of the statement."""

import math
from typing import Any

from gradkata.declaring.domain import (
    LARGEST,
    Built,
    Choice,
    Declared,
    Domain,
    Drawn,
    Real,
    Size,
    Whole,
    Words,
)
from gradkata.signature import Kind


def sentence(domain: Domain) -> str:
    """What the statement says of the domain: one line that `kata lint` compares word for word."""
    groups: dict[str, list[str]] = {}
    kinds = {each.name: each.kind for each in domain.signature.parameters}
    for name in [*domain.signature.sizes, *domain.signature.names]:
        groups.setdefault(_text(domain.declared[name], kinds.get(name)), []).append(name)
    parts = []
    for text, names in groups.items():
        listed = " and ".join(
            ", ".join(f"`{name}`" for name in part) for part in (names[:-1], names[-1:]) if part
        )
        several = len(names) > 1
        parts.append(
            f"{listed} {text.replace('is ', 'are ', 1) if several and text.startswith('is ') else text}"
        )
        if several:
            parts[-1] = parts[-1].replace(" holds ", " hold ", 1).replace(" has ", " have ", 1)
    return "Input: " + "; ".join(parts) + "."


def refusal(domain: Domain, arguments: tuple[Any, ...]) -> str:
    """What the statement says of the first argument or size that it does not admit; "" if it admits the call."""
    name = domain.refused(arguments)
    if name is None:
        return ""
    if not name:
        return "it excludes this combination of values"
    kinds = {each.name: each.kind for each in domain.signature.parameters}
    return f"`{name}` {_text(domain.declared[name], kinds.get(name))}"


def _text(declared: Declared, kind: Kind | None) -> str:
    verb = "holds" if kind is not None and (kind.shape or kind.depth) else "is"
    match declared:
        case Size(low, high):
            return f"is from {low} to {high}"
        case Whole(low, high):
            if verb == "holds":
                return f"holds whole numbers from {number(low)} to {number(high)}"
            return (
                f"is a whole number from {number(low)} to {number(high)}"
                if kind != Kind("i8")
                else (f"is from {number(low)} to {number(high)}")
            )
        case Real(low, high, also, grid, least, _):
            extra = f" in multiples of {number(grid)}" if grid else ""
            extra += f", with absolute values of at least {number(least)}" if least else ""
            *others, last = map(number, also or ("",))
            extra += "".join(f", {each}" for each in others) + (f" or {last}" if also else "")
            if (low, high) == (-LARGEST, LARGEST):
                return ("holds finite numbers" if verb == "holds" else "is any finite number") + extra
            if verb == "holds":
                return f"holds numbers from {number(low)} to {number(high)}{extra}"
            return f"is from {number(low)} to {number(high)}{extra}"
        case Choice(values):
            return f"{'holds' if verb == 'holds' else 'is'} " + " or ".join(map(number, values))
        case Built() | Drawn():
            return f"{'holds' if verb == 'holds' else 'is'} {declared.text}"
        case Words(low, high, lists):
            words = f"{low} to {high} words"
            return f"has {words}" if lists is None else f"holds {lists[0]} to {lists[1]} lists of {words}"


def number(value: Any) -> str:
    """A number as short as possible: ``0.5``, ``2000``, ``1e6``."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool) or not math.isfinite(value):
        return str(value)
    if value and abs(value) >= 1e5 and float(f"{value:.3g}") == value:
        digits, _, power = f"{value:.3e}".partition("e")
        return f"{digits.rstrip('0').rstrip('.')}e{int(power)}"
    text = f"{value:g}" if float(f"{value:g}") == value else repr(value)
    return text.replace("e-0", "e-").replace("e+0", "e")

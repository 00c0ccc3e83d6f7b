"""Neighbours of a case: the same input with little changed, on which remembered and reused answers are wrong."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations
from typing import Any

import numpy as np

from gradkata.declaring.domain import (
    Built,
    Choice,
    Declared,
    Domain,
    Drawn,
    Real,
    Words,
)
from gradkata.drawing.recipes import evaluate
from gradkata.drawing.schedule.case_sizes import has_many_arrays
from gradkata.drawing.schedule.case_values import VOCABULARY, ScheduledCase
from gradkata.signature import Parameter

_NUDGES = (4e-9, 1e-7, 1e-4, 0.25)
_PARTS = 9  # of an array: entries from different parts are exchanged


def with_neighbours(domain: Domain, base: ScheduledCase) -> ScheduledCase:
    """Every argument changed a little, by the smallest step first, and with two inner entries exchanged."""
    found: list[ScheduledCase] = []
    for parameter in domain.signature.parameters:
        # Where there are many arrays, one exchange has to do.
        exchanges = not (found and has_many_arrays(domain))
        for group in _changes(domain.declared[parameter.name], base, parameter, exchanges=exchanges):
            cases = [_replaced(domain, base, parameter.name, changed, text) for changed, text in group]
            fitting = tuple([case for case in cases if case is not None])
            if fitting:
                found.append(replace(fitting[0], neighbours=fitting))
    return replace(base, neighbours=tuple(found))


def _changes(
    declared: Declared, base: ScheduledCase, parameter: Parameter, *, exchanges: bool
) -> Iterator[list[tuple[Any, str | None]]]:
    """Groups of changed values of one argument, each with its recipe; of a group one is asked."""
    value, kind = base.arguments[parameter.name], parameter.kind
    if isinstance(declared, Choice) and not kind.shape:
        yield [(other, None) for other in declared.values if other != value]
    elif isinstance(declared, Words) and declared.lists is None and len(value) > 1:
        middle = len(value) // 2
        yield [([*value[:middle], word, *value[middle + 1 :]], None) for word in VOCABULARY[:8]]
        yield [([*value[: middle - 1], value[middle], value[middle - 1], *value[middle + 1 :]], None)]
    elif isinstance(declared, Words) and len(value) > 1:
        yield [([*value[:-1]], None)]
    elif (recipe := base.recipes.get(parameter.name)) and not isinstance(declared, Built):
        yield [_nudged_recipe(recipe, value, nudge) for nudge in _nudges(declared)]
        if exchanges and kind.base == "f8":
            yield _balanced_recipes(recipe, value, _nudges(declared)[-1])
    elif kind.base in ("f8", "i8") and not isinstance(declared, (Drawn, Choice)):
        nudged = _nudged(value, _nudges(declared)) if kind.base == "f8" else _shifted(value)
        yield [(changed, None) for changed in nudged]
        if exchanges:
            yield [(changed, None) for changed in _exchanged(value)]


def _nudges(declared: Declared) -> tuple[float, ...]:
    """Steps by which an entry changes, relative to it; on a grid, whole steps."""
    raw = declared.raw if isinstance(declared, Built) else declared
    grid = raw.grid or raw.step if isinstance(raw, Real) else None
    return (grid, 8 * grid) if grid else _NUDGES


def with_far_neighbour(domain: Domain, large: ScheduledCase, nudge: float = 0.25) -> ScheduledCase:
    """A large case, and the same with one entry in the middle increased by ``nudge``."""
    for name, recipe in large.recipes.items():
        declared = domain.declared[name]
        if isinstance(declared, Real) and not (declared.grid or declared.step):
            changed = _replaced(domain, large, name, *_nudged_recipe(recipe, large.arguments[name], nudge))
            if changed is not None:
                return replace(large, neighbours=(replace(changed, is_large=True),), is_large=True)
    return replace(large, is_large=True)


def _replaced(
    domain: Domain, base: ScheduledCase, name: str, value: Any, recipe: str | None = None
) -> ScheduledCase | None:
    arguments = {**base.arguments, name: value}
    recipes = {other: text for other, text in base.recipes.items() if other != name}
    if not domain.admits(tuple(arguments.values())):
        return None
    return ScheduledCase("a neighbour", arguments, recipes | ({name: recipe} if recipe else {}))


def _nudged_recipe(recipe: str, value: Any, nudge: float) -> tuple[Any, str]:
    """A recipe with its middle entry changed, and the value of it."""
    raw, end, shape = recipe.rpartition(").reshape(")
    step = f"(np.arange({value.size}) == {value.size // 2}) * {nudge!r}"
    text = f"{raw} + {step}{end}{shape}" if end else f"{recipe} + {step}"
    return np.asarray(evaluate(text), value.dtype), text


def _balanced_recipes(recipe: str, value: Any, step: float) -> list[tuple[Any, str | None]]:
    """The recipe with one entry increased and another decreased; first those for which the sum keeps every bit."""
    raw, end, shape = recipe.rpartition(").reshape(")
    entries = f"np.arange({value.size})"
    found: list[tuple[Any, str | None]] = []
    for one, other in _pairs(value.size):
        text = f"{raw or recipe} + (({entries} == {one}) * {step!r} - ({entries} == {other}) * {step!r})"
        text = f"{text}{end}{shape}" if end else text
        found.append((np.asarray(evaluate(text), value.dtype), text))
    return sorted(found, key=lambda each: bool(each[0].sum() != value.sum()))


def _pairs(count: int) -> list[tuple[int, int]]:
    """Pairs of different positions, near each other and far apart."""
    middle, last = count // 2, count - 1
    near = [(middle, middle - 1), (0, 1), (last - 1, last), (0, last), (1, last), (middle, last)]
    return [*near, *combinations(sorted({count * part // _PARTS for part in range(_PARTS)}), 2)]


def _nudged(value: Any, nudges: Sequence[float]) -> Iterator[Any]:
    for nudge in nudges:
        if not isinstance(value, np.ndarray):
            yield value + nudge * (abs(value) or 1.0 if nudges is _NUDGES else 1.0)
        elif value.size:
            changed, middle = value.copy(), value.size // 2
            changed.flat[middle] += nudge * (abs(changed.flat[middle]) or 1.0 if nudges is _NUDGES else 1.0)
            yield changed


def _shifted(value: Any) -> Iterator[Any]:
    for step in (1, -1):
        if not isinstance(value, np.ndarray):
            yield value + step
        elif value.size:
            changed = value.copy()
            changed.flat[value.size // 2] += step
            yield changed


def _exchanged(value: Any) -> Iterator[Any]:
    """Two entries exchanged; first those pairs for which the sum keeps every bit."""
    if not isinstance(value, np.ndarray) or value.size < 3:
        return
    found = []
    for one, other in _pairs(value.size):
        changed = value.copy()
        changed.flat[one], changed.flat[other] = value.flat[other], value.flat[one]
        found.append(changed)
    yield from sorted(found, key=lambda each: bool(each.sum() != value.sum()))

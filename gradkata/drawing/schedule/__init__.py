"""The cases on which a bank asks the whole domain of a kata, not only its small corner.

Small cases teach, but an answer can be right for them alone.  `schedule` therefore makes, from the declaration of the
domain (`declaring.domain`), a fixed series of inputs:

1. a base case: every axis of 6 to 9, values with many digits;
2. its neighbours: the base case with one inner entry or scalar changed a little, or with two entries exchanged.  An
   answer that is remembered by a rounded or partial key, or that reuses one buffer, is wrong on them;
3. for each axis one case of about 20 with few different values and repeated rows, one of about 45, and one as large as
   the domain admits, with a neighbour; the other axes are short;
4. the ends of every range, 0 and 1 where they are admitted, values of every magnitude, and a few cases drawn from
   everything at random.

A case has at most ``MOST_NUMBERS`` numbers in its arguments and answer together.  Where an axis is long, the arguments
are recipes (`drawing.recipes`), and the bank keeps the digest of a long answer.  Values come from `random.Random`,
whose sequence is the same in every version of Python, so that a seed gives the same cases on every machine.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import product
from typing import Any

import numpy as np

from gradkata.declaring.domain import Domain, Real, Size, Whole, Words
from gradkata.drawing.schedule.case_sizes import (
    MOST_IN_RANGES,
    MOST_OF_RECIPES,
    axes,
    ends_of,
    fitted,
    has_many_arrays,
    long_sizes,
)
from gradkata.drawing.schedule.case_values import ALTERNATIVES, THIN, TIES, Flavour, Maker, ScheduledCase
from gradkata.drawing.schedule.neighbours import with_far_neighbour, with_neighbours
from gradkata.drawing.schedule.numbers import decades, inner_marks, on_grid, whole_magnitude

__all__ = ["ScheduledCase", "has_many_arrays", "long_sizes", "schedule"]

SHORT = 3  # the other axes where one is long
FRESH = 6
_MANY_SCALARS = 4
_FIRST_FLAVOURS = 5  # of the ranges; the others are optional
_REACH = 3.0
# Length of the long axis, flavour, and how far from 0 its values reach.
_LONG: tuple[tuple[int, Flavour, float], ...] = (
    (TIES, "ties", _REACH),
    (THIN, "ties", _REACH),
    (THIN, "spread", _REACH),
)
_WIDE: tuple[tuple[int, Flavour, float], ...] = ((THIN, "wide", 40.0), (THIN, "wide", 400.0))
_REACH_OF_LARGE = 12.0
_OWN: tuple[Flavour, ...] = ("highest", "magnitudes", "lowest")  # of a whole number beside a long axis
_REASONS = {"magnitudes": "values of every magnitude", "tiny": "tiny values"}


@dataclass(frozen=True)
class _Plan:
    """What all cases of a schedule are made with."""

    domain: Domain
    chance: random.Random
    alternatives: int
    drawn: dict[Any, list[Any]] = field(default_factory=dict)

    def maker(self, flavour: Flavour, **options: Any) -> Maker:
        options |= {"alternatives": self.alternatives, "drawn": self.drawn}
        return Maker(self.domain, self.chance, flavour, **options)


def schedule(domain: Domain, seed: str, alternatives: int = ALTERNATIVES) -> Iterator[ScheduledCase]:
    """The cases of the whole domain, each with alternatives; the same for the same seed and declaration."""
    plan = _Plan(domain, random.Random(f"{domain.signature.name} domain {seed}"), alternatives)
    made: list[ScheduledCase | None] = [_base(plan)]
    for position, axis in enumerate(axes(domain)):
        wanted = _LONG[1:] if has_many_arrays(domain) else _LONG
        made.extend(_along(plan, axis, wanted if position else wanted + _WIDE))
    made.extend(_lengths_of_words(plan))
    made.extend(_ranges(plan))
    for _ in range(FRESH if domain.signature.sizes else 2 * FRESH):
        found = {name: plan.chance.randint(*ends_of(domain, name, 9)) for name in domain.signature.sizes}
        made.append(_optional(plan.maker("random").cases("a random input", fitted(domain, found))))
    seen = set()
    for case in made:
        if case is not None and (key := repr(case.arguments)) not in seen:
            seen.add(key)
            yield case


def _base(plan: _Plan) -> ScheduledCase | None:
    """A case with many digits and its neighbours; its alternatives have neighbours of their own."""
    sizes = plan.domain.signature.sizes
    # `where` may refuse large ones.
    for most in (6, 5, 4, 3, 2) if has_many_arrays(plan.domain) else (9, 7, 5, 4, 3, 2):
        found = {name: plan.chance.randint(*ends_of(plan.domain, name, most, most - 3)) for name in sizes}
        known = fitted(plan.domain, found)
        base = plan.maker("digits").cases("values with many digits", known)
        if base is not None:
            others = [with_neighbours(plan.domain, each) for each in base.alternatives[:3]]
            return replace(with_neighbours(plan.domain, base), alternatives=tuple(others))
    return None


def _along(
    plan: _Plan, axis: str, wanted: Sequence[tuple[int, Flavour, float]]
) -> Iterator[ScheduledCase | None]:
    """The cases in which one axis is long and the others are short."""
    low, high = ends_of(plan.domain, axis, 1 << 30)
    for length, flavour, reach in wanted:
        if high > SHORT:
            yield _sized(plan, flavour, axis, max(low, min(length, high)), most=MOST_OF_RECIPES, reach=reach)
    if high > SHORT:
        yield from _beside_whole_numbers(plan, axis, max(low, min(THIN, high)), high)
    if high > THIN:
        large = _sized(plan, "spread", axis, high, reach=_REACH_OF_LARGE)
        if large is not None and _is_short(large):
            yield with_far_neighbour(plan.domain, large)


def _beside_whole_numbers(plan: _Plan, axis: str, thin: int, high: int) -> Iterator[ScheduledCase | None]:
    """The cases of a long axis in which a whole number has either end of its range, or any magnitude.

    The axis is also as long as it may be: for the least number, and if the largest grows with the axis, for all.
    """
    for parameter in plan.domain.signature.parameters:
        declared = plan.domain.declared[parameter.name]
        if isinstance(declared, Whole) and not parameter.kind.shape:
            for length, own in product(sorted({thin, high}), _OWN):
                if length > THIN and own != "lowest" and not isinstance(declared.high, str):
                    continue
                case = _sized(plan, "spread", axis, length, apart=parameter.name, own=own)
                if case is not None and length > THIN:
                    case = with_far_neighbour(plan.domain, case, 2 * _REACH) if _is_short(case) else None
                yield _optional(case)


def _sized(
    plan: _Plan,
    flavour: Flavour,
    axis: str,
    length: int,
    *,
    most: int | None = None,
    reach: float = _REACH,
    apart: str = "",
    own: Flavour = "tiny",
) -> ScheduledCase | None:
    """A case with one long axis; the others are as short as `where` asks for."""
    for most_others in (SHORT, 2, 1):
        known = {name: ends_of(plan.domain, name, most_others)[1] for name in axes(plan.domain)} | {
            axis: length
        }
        known = known if most is None else fitted(plan.domain, known, keep=axis, most=most)
        integers = {name: known[name] for name in plan.domain.signature.names if name in known}
        sizes = {name: size for name, size in known.items() if name not in integers}
        maker = plan.maker(flavour, reach=reach, apart=apart, own_flavour=own)
        case = maker.cases(f"`{axis}` of {known[axis]}", sizes, **integers)
        if case is not None:
            return case
    return None


def _is_short(case: ScheduledCase) -> bool:
    """Whether all of its long arguments are recipes, so that a bank can hold it."""
    return bool(case.recipes) and all(
        np.size(value) <= THIN or name in case.recipes for name, value in case.arguments.items()
    )


def _lengths_of_words(plan: _Plan) -> Iterator[ScheduledCase | None]:
    if any(isinstance(each, Words) for each in plan.domain.declared.values()):
        flavours: tuple[Flavour, ...] = ("ties", "spread", "ties", "spread", "ties", "ties", "long")
        known = {name: ends_of(plan.domain, name, SHORT)[1] for name in plan.domain.signature.sizes}
        for flavour in flavours:
            yield plan.maker(flavour).cases("long lists of words", known)


def _ranges(plan: _Plan) -> Iterator[ScheduledCase | None]:
    """Both ends of every range, 0 and 1, and values of every magnitude."""
    flavours: tuple[Flavour, ...] = ("ends", "magnitudes", "highest", "tiny", "lowest", "magnitudes", "ends")
    known = _small(plan, 2 if has_many_arrays(plan.domain) else 6)
    for position, flavour in enumerate(flavours):
        case = plan.maker(flavour).cases(_REASONS.get(flavour, "the ends of the ranges"), known)
        yield _optional(case) if position >= _FIRST_FLAVOURS else case
    known = _small(plan, 1 if has_many_arrays(plan.domain) else 3)
    for parameter in plan.domain.signature.parameters:
        if isinstance(plan.domain.declared[parameter.name], Real):
            maker = plan.maker("digits", apart=parameter.name)
            yield maker.cases(f"tiny values of `{parameter.name}`", known)
            maker = plan.maker("tiny", apart=parameter.name, own_flavour="digits")
            yield _optional(maker.cases(f"tiny values but those of `{parameter.name}`", known))
    scalars = [
        each
        for each in plan.domain.signature.parameters
        if not each.kind.shape and isinstance(plan.domain.declared[each.name], (Real, Whole, Size))
    ]
    for parameter in scalars:
        declared = plan.domain.declared[parameter.name]
        assert isinstance(declared, (Real, Whole, Size))
        for value in _marks(declared, plan.chance, _marks_for(plan.domain, len(scalars))):
            fixed = {parameter.name: int(value) if parameter.kind.base == "i8" else float(value)}
            case = plan.maker("digits").case(f"`{parameter.name}` is {value}", known, **fixed)
            yield case if value in (declared.low, declared.high, 0, 1) else _optional(case)


def _optional(case: ScheduledCase | None) -> ScheduledCase | None:
    if case is None:
        return None
    return replace(case, is_optional=True, alternatives=tuple(map(_set_optional, case.alternatives)))


def _set_optional(case: ScheduledCase) -> ScheduledCase:
    return replace(case, is_optional=True)


def _marks_for(domain: Domain, scalars: int) -> int:
    """How many values of a scalar are asked besides its ends, 0 and 1."""
    if scalars > _MANY_SCALARS:
        return 1
    return 3 if domain.signature.sizes else 8


def _small(plan: _Plan, most: int) -> dict[str, int]:
    """Sizes of at most ``most`` that `where` admits, and few numbers in all."""
    for largest in (most, 3, 2, 1):
        found = {
            n: plan.chance.randint(*ends_of(plan.domain, n, largest, largest - 2))
            for n in plan.domain.signature.sizes
        }
        known = fitted(plan.domain, found, most=MOST_IN_RANGES)
        if plan.maker("digits").case("", known) is not None:
            return known
    return {name: ends_of(plan.domain, name, 1)[1] for name in plan.domain.signature.sizes}


def _marks(declared: "Real | Whole | Size", chance: random.Random, count: int) -> list[Any]:
    """The values of a scalar that are always asked: ends, 0 and 1, and ``count`` others.

    Whole numbers with bounds that depend on others are left to random cases.
    """
    if isinstance(declared, Real):
        inner = inner_marks(declared)
        spread = decades(chance, declared.low, declared.high, count)
        ends = (declared.least, -declared.least) if declared.least else ()
        least = [value for value in ends if declared.low < value < declared.high]
        marks = (declared.low, declared.high, *spread[:1], *inner, *declared.also, *least, *spread[1:])
        found = [on_grid(value, declared) for value in marks]
        return [value for value in found if abs(value) >= declared.least] if declared.least else found
    if isinstance(declared.low, str) or isinstance(declared.high, str):
        return []
    inner = [value for value in (0, 1) if declared.low < value < declared.high]
    spread = [whole_magnitude(chance, declared.low, declared.high) for _ in range(count // 2)]
    return [declared.low, declared.high, *inner, *spread]

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

import math
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Literal

import numpy as np

from gradkata import sizes as size_terms
from gradkata.declaring.domain import (
    Built,
    Choice,
    Declared,
    Domain,
    Drawn,
    Real,
    Size,
    Whole,
    Words,
    bounds,
    holds,
)
from gradkata.drawing.recipes import evaluate
from gradkata.signature import Kind, Parameter

MOST_NUMBERS = 600
MOST_IN_RANGES = 120
MOST_OF_RECIPES = 9_000  # where arguments are recipes, and a long answer is a digest
SHORT = 3  # the other axes where one is long
TIES, THIN = 20, 45
FRESH = 6
_TRIES = 40
_ALTERNATIVES = 8
_LITERAL = 24  # longer arrays are recipes
_MANY_ARRAYS = 6  # arguments and results
_MANY_SCALARS = 4
_FIRST_FLAVOURS = 5  # of the ranges; the others are optional
_TINY = 0.01  # the largest number of a case of tiny ones
_PRIMES = (31, 61, 97)
_LARGE_PRIMES = (7919, 7907, 7901)
_NUDGES = (4e-9, 1e-7, 1e-4, 0.25)
_VOCABULARY = (  # noqa: SIM905 - a list of literals would be a screen long
    "the cat sat on a mat The Mat naïve naive Zürich street river ok OK Ok b 東京 données e é ab abc to be or not "
    "To Be dog dogs runs ran run in is was it at la lala word work worn card care cart tar rat art sun moon sea red"
).split()

Flavour = Literal[
    "digits", "ties", "spread", "wide", "ends", "highest", "lowest", "magnitudes", "tiny", "random"
]


# Length of the long axis, flavour, and how far from 0 its values reach.
_LONG: tuple[tuple[int, Flavour, float], ...] = (
    (TIES, "ties", 3.0),
    (THIN, "ties", 3.0),
    (THIN, "spread", 3.0),
)
_WIDE: tuple[tuple[int, Flavour, float], ...] = ((THIN, "wide", 40.0), (THIN, "wide", 400.0))
_REASONS = {"magnitudes": "values of every magnitude", "tiny": "tiny values"}
_OF_RECIPES: tuple[Flavour, ...] = ("digits", "spread", "ties", "wide")
_SCALED: tuple[Flavour, ...] = ("magnitudes", "highest", "lowest", "tiny")


@dataclass(frozen=True)
class ScheduledCase:
    """One input of the schedule: arguments by name, the recipes of those that are long, and the reason it is asked.

    Of its ``alternatives`` and itself the one whose answer shows most is asked.  Each of its ``neighbours`` holds
    several, of which the first that has another answer is asked.
    """

    reason: str
    arguments: dict[str, Any]
    recipes: dict[str, str] = field(default_factory=dict)
    neighbours: tuple["ScheduledCase", ...] = ()
    alternatives: tuple["ScheduledCase", ...] = ()
    is_large: bool = False
    is_optional: bool = False


@dataclass
class _Maker:
    """Makes values for one case; ``step`` separates the arguments of a case from each other."""

    domain: Domain
    chance: random.Random
    flavour: Flavour
    step: int = 0
    scale: int = 0
    reach: float = 3.0  # of the usual part of a range
    tiny: str = ""  # the argument whose values are tiny

    def cases(self, reason: str, known: Mapping[str, int], **fixed: Any) -> ScheduledCase | None:
        """A case with alternatives."""
        found = [self.case(reason, known, **fixed) for _ in range(_ALTERNATIVES)]
        admitted = [each for each in found if each is not None]
        return replace(admitted[0], alternatives=tuple(admitted[1:])) if admitted else None

    def case(self, reason: str, known: Mapping[str, int], **fixed: Any) -> ScheduledCase | None:
        """A case with these sizes; ``fixed`` arguments are given.  None if ``where`` refuses all tries."""
        for _ in range(_TRIES):
            values, recipes = self._values(known, fixed)
            arguments = tuple([values[name] for name in self.domain.signature.names])
            if self.domain.where is None or self.domain.where(*arguments):
                return ScheduledCase(reason, values, recipes)
        return None

    def _values(
        self, known: Mapping[str, int], fixed: Mapping[str, Any]
    ) -> tuple[dict[str, Any], dict[str, str]]:
        sizes = dict(known)
        values: dict[str, Any] = {}
        recipes: dict[str, str] = {}
        self.step, self.scale = self.chance.randrange(97), self.chance.randrange(1 << 30)
        waiting = list(self.domain.signature.parameters)
        while waiting:
            parameter = waiting.pop(0)
            name, declared = parameter.name, self.domain.declared[parameter.name]
            if not _needed(declared, parameter.kind, fixed.get(name)) <= (sizes.keys() | values.keys()):
                waiting.append(parameter)
                continue
            if name in fixed:
                value, recipe = fixed[name], None
            else:
                maker = replace(self, flavour="tiny", tiny="") if name == self.tiny else self
                value, recipe = maker._value(declared, parameter.kind, sizes, values)
            values[name] = value
            if recipe:
                recipes[name] = recipe
            if parameter.kind == Kind("i8"):
                sizes[name] = int(value)
        return {name: values[name] for name in self.domain.signature.names}, recipes

    def _value(
        self, declared: Declared, kind: Kind, sizes: Mapping[str, int], values: Mapping[str, Any]
    ) -> tuple[Any, str | None]:
        self.step += 1
        if isinstance(declared, Words):
            return self._words(declared, values)
        if isinstance(declared, Drawn):
            return self._drawn(declared, sizes), None
        shape = tuple(size_terms.evaluate(size, sizes) or 0 for size in kind.shape)
        count = math.prod(shape)
        if not kind.shape:
            return self._scalar(declared, kind, sizes), None
        if count > _LITERAL and (self.flavour in _OF_RECIPES or count > MOST_NUMBERS):
            recipe = self._recipe(declared, kind, shape, sizes)
            if recipe:
                value = np.asarray(evaluate(recipe), _dtype(kind))
                if holds(declared, value, sizes):
                    return value, recipe
        return self._literal(declared, kind, shape, sizes), None

    def _scalar(self, declared: Declared, kind: Kind, sizes: Mapping[str, int]) -> Any:
        value = self._entries(declared, 1, sizes)[0]
        if kind.base == "str":
            return value
        return int(value) if kind.base == "i8" else bool(value) if kind.base == "b1" else float(value)

    def _literal(
        self, declared: Declared, kind: Kind, shape: tuple[int, ...], sizes: Mapping[str, int]
    ) -> Any:
        if isinstance(declared, Built):
            scaled = self.flavour in _SCALED and declared.scales != (1.0, 1.0)
            entries = self._entries(declared.raw, math.prod(shape), sizes, "digits" if scaled else None)
            built = declared.build(np.array(entries, float).reshape(shape))
            return np.asarray(built * self._factor(declared) if scaled else built, _dtype(kind))
        return np.array(self._entries(declared, math.prod(shape), sizes), _dtype(kind)).reshape(shape)

    def _factor(self, declared: Built) -> float:
        """The factor of a whole array, the same for all arguments of a case."""
        if self.flavour != "magnitudes":
            return declared.scales[self.flavour == "highest"]
        return _magnitude(random.Random(self.scale), *declared.scales)

    def _entries(
        self, declared: Declared, count: int, sizes: Mapping[str, int], flavour: Flavour | None = None
    ) -> list[Any]:
        """``count`` values in the flavour of the case, without structure."""
        if isinstance(declared, Real) and declared.least:
            plain = self._entries(replace(declared, least=0.0), count, sizes, flavour)
            return [value if abs(value) >= declared.least else declared.least for value in plain]
        if isinstance(declared, Real) and (declared.grid or declared.step):
            plain = self._entries(replace(declared, grid=None, step=None), count, sizes, flavour)
            return [_on_grid(value, declared) for value in plain]
        chance, flavour = self.chance, flavour or self.flavour
        if isinstance(declared, Choice):
            return [chance.choice(declared.values) for _ in range(count)]
        if isinstance(declared, (Whole, Size)):
            low, high = bounds(declared, sizes)
            return [self._whole(low, high, i) for i in range(count)]
        assert isinstance(declared, Real)
        if flavour == "ends":
            ends = [
                declared.low,
                declared.high,
                *(each for each in (0.0, 1.0) if declared.low < each < declared.high),
            ]
            ends += [*declared.also, declared.high / 2 + declared.low / 2]
            return [ends[(i + self.step) % len(ends)] for i in range(count)]
        if flavour in ("highest", "lowest"):
            return [declared.high if flavour == "highest" else declared.low] * count
        if flavour == "magnitudes":
            return [_magnitude(chance, declared.low, declared.high) for _ in range(count)]
        if flavour == "tiny":
            least, most = max(declared.low, -_TINY), min(declared.high, _TINY)
            if least >= most:
                least, most = declared.low, declared.high
            return [_magnitude(chance, least, most) for _ in range(count)]
        if flavour == "random":
            kinds = (_moderate, _magnitude, _coarse)
            found = [chance.choice(kinds)(chance, declared.low, declared.high) for _ in range(count)]
            return [
                chance.choice(declared.also) if declared.also and chance.random() < 0.1 else v for v in found
            ]
        if flavour == "ties":
            return [_coarse(chance, declared.low, declared.high) for _ in range(count)]
        # Many digits in every other entry: they take most of a bank.
        return [_moderate(chance, declared.low, declared.high, 10 if i % 2 == 0 else 2) for i in range(count)]

    def _whole(self, low: int, high: int, position: int) -> int:
        if self.flavour in ("ends", "highest", "lowest"):
            return {"highest": high, "lowest": low}.get(self.flavour, (low, high)[(position + self.step) % 2])
        if self.flavour in ("spread", "ties", "wide"):  # the upper half of the small ones
            last = min(high, low + 12)
            return self.chance.randint((low + last + 1) // 2, last)
        if self.flavour in ("digits", "tiny"):
            return self.chance.randint(low, min(high, low + 12))
        if self.flavour == "magnitudes" or self.chance.random() < 0.5:
            return _whole_magnitude(self.chance, low, high)
        return self.chance.randint(low, high)

    def _recipe(
        self, declared: Declared, kind: Kind, shape: tuple[int, ...], sizes: Mapping[str, int]
    ) -> str | None:
        """The expression of a long array in the flavour of the case, or None if there is no short one."""
        if isinstance(declared, Built):
            raw = self._recipe_of_range(declared.raw, math.prod(shape), sizes)
            return declared.recipe(raw, shape) if declared.recipe else None
        if not isinstance(declared, (Real, Whole)):
            return None
        text = self._recipe_of_range(declared, math.prod(shape), sizes)
        if len(shape) > 1:
            text = f"({text}).reshape({', '.join(map(str, shape))})"
        return text

    def _recipe_of_range(self, declared: "Real | Whole | Size", count: int, sizes: Mapping[str, int]) -> str:
        """Few different values for ties, else values with many digits all over the usual part of the range."""
        base = f"np.arange({count})"
        if isinstance(declared, (Whole, Size)):
            low, high = bounds(declared, sizes)
            span = min(high - low + 1, 5 if self.flavour == "ties" else 1 << 20)
            return f"{base} * {base} % {self.chance.choice(_PRIMES)} % {span}" + (f" + {low}" if low else "")
        start, end = _usual(declared.low, declared.high, self.reach)
        if self.flavour == "ties":
            step = max(round((end - start) / 8, 3), 1e-300)
            start = _grid(start + (end - start) / 4) + (step / 3 if declared.least else 0.0)
            if grid := declared.grid or declared.step:
                step, start = max(round(step / grid), 1) * grid, math.ceil(start / grid) * grid
            return f"{base} * {base} % {self.chance.choice(_PRIMES)} % 5 * {_short(step)}" + _plus(start)
        if grid := declared.grid or declared.step:
            steps = math.floor((end - start) / grid) + 1
            first = math.ceil(start / grid) * grid
            return f"{base} * {self.chance.choice(_LARGE_PRIMES)} % {steps} * {grid!r}" + _plus(first)
        factor = round(0.5 + self.chance.random() / 2, 6) + 1e-9 * self.chance.randrange(1, 999)
        return f"{base} * {round(factor, 9)!r} % 1 * {_short(end - start)}" + _plus(start)

    def _words(self, declared: Words, values: Mapping[str, Any]) -> tuple[Any, str | None]:
        low, high, chance = declared.low, declared.high, self.chance
        if self.flavour == "ends" and high > THIN:
            repeated = f"{' '.join(chance.choices(_VOCABULARY, k=12))!r}.split() * {high // 12}"
            text = repeated if declared.lists is None else f"[{repeated}, {repeated.replace('*', '[:7] *')}]"
            return evaluate(text), text
        if declared.lists is None:
            return self._sentence(low, high), None
        near = values.get(declared.near) if declared.near else None
        first, last = declared.lists
        lists = []
        for _ in range(last if self.flavour == "ends" else min(last, max(first, chance.randint(2, 4)))):
            made = _edited(chance, near) if near else self._sentence(low, high)
            lists.append((made or chance.choices(_VOCABULARY, k=low))[:high])
        return lists, None

    def _sentence(self, low: int, high: int) -> list[str]:
        chance = self.chance
        length = {"ties": TIES, "spread": THIN, "ends": high, "digits": chance.randint(6, 9)}.get(
            self.flavour, chance.randint(low, min(high, 12))
        )
        words = _VOCABULARY[:3] if self.flavour == "ties" else _VOCABULARY
        return [chance.choice(words) for _ in range(max(low, min(length, high)))]

    def _drawn(self, declared: Drawn, sizes: Mapping[str, int]) -> Any:
        from gradkata.drawing.real import draw_examples

        # The first draws are the simplest.
        drawn = draw_examples({**sizes, "value": declared.strategy}, 6, str(self.chance.random()))
        return drawn[-1]["value"]


def schedule(domain: Domain, seed: str) -> Iterator[ScheduledCase]:
    """The cases of the whole domain; the same for the same seed and declaration."""
    chance = random.Random(f"{domain.signature.name} domain {seed}")
    made: list[ScheduledCase | None] = [_base(domain, chance)]
    for position, axis in enumerate(_axes(domain)):
        wanted = _LONG[1:] if has_many_arrays(domain) else _LONG
        made.extend(_along(domain, chance, axis, wanted if position else wanted + _WIDE))
    made.extend(_lengths_of_words(domain, chance))
    made.extend(_ranges(domain, chance))
    for _ in range(FRESH if domain.signature.sizes else 2 * FRESH):
        known = _fitted(
            domain, {name: chance.randint(*_ends(domain, name, 9)) for name in domain.signature.sizes}
        )
        made.append(_optional(_Maker(domain, chance, "random").cases("a random input", known)))
    seen = set()
    for case in made:
        if case is not None and (key := repr(case.arguments)) not in seen:
            seen.add(key)
            yield case


def _base(domain: Domain, chance: random.Random) -> ScheduledCase | None:
    """A case with many digits and its neighbours; its alternatives have neighbours of their own."""
    for most in (
        (6, 5, 4, 3, 2) if has_many_arrays(domain) else (9, 7, 5, 4, 3, 2)
    ):  # `where` may refuse large ones
        known = _fitted(
            domain,
            {name: chance.randint(*_ends(domain, name, most, most - 3)) for name in domain.signature.sizes},
        )
        base = _Maker(domain, chance, "digits").cases("values with many digits", known)
        if base is not None:
            others = [_with_neighbours(domain, each) for each in base.alternatives[:3]]
            return replace(_with_neighbours(domain, base), alternatives=tuple(others))
    return None


def _along(
    domain: Domain, chance: random.Random, axis: str, wanted: Sequence[tuple[int, Flavour, float]]
) -> Iterator[ScheduledCase | None]:
    """The cases in which one axis is long and the others are short."""
    low, high = _ends(domain, axis, 1 << 30)
    for length, flavour, reach in wanted:
        if high > SHORT:
            yield _sized(
                domain, chance, flavour, axis, max(low, min(length, high)), most=MOST_OF_RECIPES, reach=reach
            )
    if high > THIN:
        large = _sized(domain, chance, "spread", axis, high)
        if large is not None and _is_short(large):
            yield _with_far_neighbour(domain, large)


def _sized(
    domain: Domain,
    chance: random.Random,
    flavour: Flavour,
    axis: str,
    length: int,
    *,
    most: int | None = None,
    reach: float = 3.0,
) -> ScheduledCase | None:
    """A case with one long axis; the others are as short as `where` asks for."""
    for short in (SHORT, 2, 1):
        known = {name: _ends(domain, name, short)[1] for name in _axes(domain)} | {axis: length}
        known = known if most is None else _fitted(domain, known, keep=axis, most=most)
        integers = {name: known[name] for name in domain.signature.names if name in known}
        sizes = {name: size for name, size in known.items() if name not in integers}
        case = _Maker(domain, chance, flavour, reach=reach).case(
            f"`{axis}` of {known[axis]}", sizes, **integers
        )
        if case is not None:
            return case
    return None


def _is_short(case: ScheduledCase) -> bool:
    """Whether all of its long arguments are recipes, so that a bank can hold it."""
    return bool(case.recipes) and all(
        np.size(value) <= THIN or name in case.recipes for name, value in case.arguments.items()
    )


def _lengths_of_words(domain: Domain, chance: random.Random) -> Iterator[ScheduledCase | None]:
    if any(isinstance(each, Words) for each in domain.declared.values()):
        flavours: tuple[Flavour, ...] = ("ties", "spread", "ties", "spread", "ends")
        known = {name: _ends(domain, name, SHORT)[1] for name in domain.signature.sizes}
        for flavour in flavours:
            yield _Maker(domain, chance, flavour).cases("long lists of words", known)


def _ranges(domain: Domain, chance: random.Random) -> Iterator[ScheduledCase | None]:
    """Both ends of every range, 0 and 1, and values of every magnitude."""
    flavours: tuple[Flavour, ...] = ("ends", "magnitudes", "highest", "tiny", "lowest", "magnitudes", "ends")
    known = _small(domain, chance, 3 if has_many_arrays(domain) else 6)
    for position, flavour in enumerate(flavours):
        case = _Maker(domain, chance, flavour).cases(_REASONS.get(flavour, "the ends of the ranges"), known)
        yield _optional(case) if position >= _FIRST_FLAVOURS else case
    known = _small(domain, chance, 1 if has_many_arrays(domain) else 3)
    for parameter in domain.signature.parameters:
        if isinstance(domain.declared[parameter.name], Real):
            maker = _Maker(domain, chance, "digits", tiny=parameter.name)
            yield maker.cases(f"tiny values of `{parameter.name}`", known)
    scalars = [
        each
        for each in domain.signature.parameters
        if not each.kind.shape and isinstance(domain.declared[each.name], (Real, Whole, Size))
    ]
    for parameter in scalars:
        declared = domain.declared[parameter.name]
        assert isinstance(declared, (Real, Whole, Size))
        for value in _marks(declared, chance, _marks_for(domain, len(scalars))):
            fixed = {parameter.name: int(value) if parameter.kind.base == "i8" else float(value)}
            yield _Maker(domain, chance, "digits").case(f"`{parameter.name}` is {value}", known, **fixed)


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


def _small(domain: Domain, chance: random.Random, most: int) -> dict[str, int]:
    """Sizes of at most ``most`` that `where` admits, and few numbers in all."""
    for largest in (most, 3, 2, 1):
        found = {n: chance.randint(*_ends(domain, n, largest, largest - 2)) for n in domain.signature.sizes}
        known = _fitted(domain, found, most=MOST_IN_RANGES)
        if _Maker(domain, chance, "digits").case("", known) is not None:
            return known
    return {name: _ends(domain, name, 1)[1] for name in domain.signature.sizes}


def _marks(declared: "Real | Whole | Size", chance: random.Random, count: int) -> list[Any]:
    """The values of a scalar that are always asked: ends, 0 and 1, and ``count`` others.

    Whole numbers with bounds that depend on others are left to random cases.
    """
    if isinstance(declared, Real):
        inner = _inner_marks(declared)
        spread = _decades(chance, declared.low, declared.high, count)
        marks = (declared.low, declared.high, *spread[:1], *inner, *declared.also, *spread[1:])
        return [_on_grid(value, declared) for value in marks]
    if isinstance(declared.low, str) or isinstance(declared.high, str):
        return []
    inner = [value for value in (0, 1) if declared.low < value < declared.high]
    spread = [_whole_magnitude(chance, declared.low, declared.high) for _ in range(count // 2)]
    return [declared.low, declared.high, *inner, *spread]


def _inner_marks(declared: Real) -> list[float]:
    """0 and 1, or the numbers nearest to 0, where they are admitted."""
    marks = [declared.least, -declared.least, 1.0] if declared.least else [0.0, 1.0]
    return [value for value in marks if declared.low < value < declared.high]


def _with_neighbours(domain: Domain, base: ScheduledCase) -> ScheduledCase:
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
        yield [([*value[:middle], word, *value[middle + 1 :]], None) for word in _VOCABULARY[:8]]
        yield [([*value[: middle - 1], value[middle], value[middle - 1], *value[middle + 1 :]], None)]
    elif isinstance(declared, Words) and len(value) > 1:
        yield [([*value[:-1]], None)]
    elif (recipe := base.recipes.get(parameter.name)) and not isinstance(declared, Built):
        yield [_nudged_recipe(recipe, value, nudge) for nudge in _nudges(declared)]
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


def _with_far_neighbour(domain: Domain, large: ScheduledCase) -> ScheduledCase:
    """A large case, and the same with one entry in the middle changed."""
    for name, recipe in large.recipes.items():
        declared = domain.declared[name]
        if isinstance(declared, Real) and not (declared.grid or declared.step):
            changed = _replaced(domain, large, name, *_nudged_recipe(recipe, large.arguments[name], 0.25))
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
    if isinstance(value, np.ndarray) and value.size > 2:
        one, other = value.size // 2, value.size // 2 - 1
        changed = value.copy()
        changed.flat[one], changed.flat[other] = value.flat[other], value.flat[one]
        yield changed


def long_sizes(domain: Domain, chance: random.Random) -> dict[str, int]:
    """Sizes of 11 to 24, as far as the limit of numbers allows; none if the domain has no such sizes."""
    found = {}
    for name in domain.signature.sizes:
        first, last = _ends(domain, name, 24, 11)
        if last > 11:
            found[name] = chance.randint(first, last)
    return _fitted(domain, found, most=MOST_IN_RANGES) if len(found) == len(domain.signature.sizes) else {}


def _axes(domain: Domain) -> list[str]:
    """The sizes that vary: names of sizes, and integer arguments that are sizes."""
    return [
        name
        for name in (*domain.signature.sizes, *domain.signature.integers)
        if isinstance(domain.declared[name], Size)
    ]


def _ends(domain: Domain, name: str, most: int, least: int = 0) -> tuple[int, int]:
    declared = domain.declared[name]
    assert isinstance(declared, Size)
    high = min(declared.high, max(most, declared.low))
    return min(max(declared.low, least), high), high


def _fitted(
    domain: Domain, known: dict[str, int], keep: str = "", most: int = MOST_NUMBERS
) -> dict[str, int]:
    """Sizes made smaller, the others first, until arguments and answer have at most ``most`` numbers."""
    known = dict(known)
    while _numbers(domain, known) > most:
        least = {name: _ends(domain, name, 1)[0] for name in known}
        others = [name for name in known if name != keep and known[name] > max(least[name], 1)]
        name = (
            max(others, key=lambda each: known[each])
            if others
            else keep or max(known, key=lambda e: known[e])
        )
        if known[name] <= max(least[name], 1):
            break
        known[name] -= 1
    return known


def has_many_arrays(domain: Domain) -> bool:
    """Whether every case takes so much room in a bank that there have to be fewer."""
    return sum(bool(kind.shape) for kind in _kinds(domain)) >= _MANY_ARRAYS


def _kinds(domain: Domain) -> list[Kind]:
    return [*(each.kind for each in domain.signature.parameters), *domain.signature.results]


def _numbers(domain: Domain, known: Mapping[str, int]) -> int:
    largest = max(known.values(), default=1)
    count = 0
    for kind in _kinds(domain):
        lengths = [size_terms.evaluate(size, known) for size in kind.shape]
        count += math.prod(largest if each is None else max(each, 0) for each in lengths)
    return count


def _needed(declared: Declared, kind: Kind, fixed: Any) -> set[str]:
    """The names whose values must be known before an argument is drawn."""
    names = {name for size in kind.sizes for name in size_terms.names(size)}
    if fixed is None and isinstance(declared, Whole):
        for end in (declared.low, declared.high):
            names |= set(size_terms.names(size_terms.read(end))) if isinstance(end, str) else set()
    if isinstance(declared, Words) and declared.near:
        names.add(declared.near)
    return names


def _usual(low: float, high: float, reach: float = 3.0) -> tuple[float, float]:
    """The part of a range that lies nearest to 0: where functions are not yet flat, if ``reach`` is small."""
    first = max(low, min(-reach, high - 2 * reach))
    return first, min(high, max(reach, first + 2 * reach))


def _moderate(chance: random.Random, low: float, high: float, digits: int = 12) -> float:
    low, high = _usual(low, high)
    return min(max(round(chance.uniform(low, high), digits), low), high)


def _coarse(chance: random.Random, low: float, high: float) -> float:
    low, high = _usual(low, high)
    return min(max(_grid(chance.uniform(low, high)), low), high)


def _grid(value: float) -> float:
    return round(value * 2) / 2


def _on_grid(value: float, declared: Real) -> float:
    """The nearest multiple of the grid inside the range; infinities stay."""
    grid = declared.grid or declared.step
    if not grid or value in declared.also:
        return value
    return (
        min(max(round(value / grid), math.ceil(declared.low / grid)), math.floor(declared.high / grid)) * grid
    )


def _magnitude(chance: random.Random, low: float, high: float, lowest: float = -9.0) -> float:
    """A value whose logarithm is uniform, in either direction that the range has.

    Half of the values are in the upper four decades of the range.
    """
    ends = [end for end in (low, high) if abs(end) > 1e-9] or [high]
    end = chance.choice(ends)
    top = math.log10(abs(end)) if end else 0.0
    least = top - 4 if chance.random() < 0.5 else min(lowest, top)
    value = float(f"{math.copysign(10 ** chance.uniform(max(least, -300.0), top), end):.11e}")
    return value if low <= value <= high else _moderate(chance, low, high)


def _decades(chance: random.Random, low: float, high: float, count: int) -> list[float]:
    """Values of alternating sign, each a decade nearer to 0 than the one before."""
    found = []
    for i in range(count):
        end = (low, high)[i % 2] or high or low
        value = float(f"{end * 10 ** -(i // 2 + chance.uniform(0.05, 0.95)):.11e}")
        found.append(value if low <= value <= high else _moderate(chance, low, high))
    return found


def _whole_magnitude(chance: random.Random, low: int, high: int) -> int:
    return low + int(10 ** chance.uniform(0, math.log10(high - low + 1))) - 1


def _short(value: float) -> str:
    return f"{value:.6g}"


def _plus(value: float) -> str:
    if not value:
        return ""
    return f" - {_short(-value)}" if value < 0 else f" + {_short(value)}"


def _edited(chance: random.Random, words: list[str]) -> list[str]:
    """A copy of a sentence with some words dropped, replaced or repeated."""
    found = []
    for word in words:
        found.extend(
            chance.choice([[word], [word], [word], [word], [], [word, word], [chance.choice(_VOCABULARY)]])
        )
    return found


def _dtype(kind: Kind) -> Any:
    return {"f8": np.float64, "i8": np.int64, "b1": np.bool_}[kind.base]

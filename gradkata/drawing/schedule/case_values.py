"""The values of one case of a schedule, in one flavour: many digits, ties, ends of ranges, and so on."""

import math
import random
from collections.abc import Iterator, Mapping
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
from gradkata.drawing.schedule.case_sizes import MOST_NUMBERS
from gradkata.drawing.schedule.numbers import (
    LARGE_PRIMES,
    PRIMES,
    coarse,
    magnitude,
    moderate,
    on_grid,
    plus,
    short,
    to_half,
    usual_part,
    whole_magnitude,
)
from gradkata.signature import Kind

Flavour = Literal[
    "digits",
    "ties",
    "spread",
    "wide",
    "ends",
    "highest",
    "lowest",
    "magnitudes",
    "tiny",
    "random",
    "long",
]
_TRIES = 40
ALTERNATIVES = 8
_LITERAL = 24  # longer arrays are recipes
_FIRST_DRAWN = 120
_TINY = 0.01  # the largest number of a case of tiny ones
VOCABULARY = (  # noqa: SIM905 - a list of literals would be a screen long
    "the cat sat on a mat The Mat naïve naive Zürich street river ok OK Ok b 東京 données e é ab abc to be or not "
    "To Be dog dogs runs ran run in is was it at la lala word work worn card care cart tar rat art sun moon sea red"
).split()
# Words that a hash, a shortened key or a change of case takes for each other.
_ALIKE = (("card", "care", "cart"), ("La", "la", "lala"), ("naïve", "naive", "Naive"), ("tar", "rat", "art"))
_OF_RECIPES: tuple[Flavour, ...] = ("digits", "spread", "ties", "wide")
_SCALED: tuple[Flavour, ...] = ("magnitudes", "highest", "lowest", "tiny")
TIES, THIN = 20, 45


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
class Maker:
    """Makes values for one case; ``step`` separates the arguments of a case from each other."""

    domain: Domain
    chance: random.Random
    flavour: Flavour
    step: int = 0
    scale: int = 0
    reach: float = 3.0  # of the usual part of a range
    apart: str = ""  # the argument that has a flavour of its own
    own_flavour: Flavour = "tiny"
    alternatives: int = ALTERNATIVES
    drawn: dict[Any, list[Any]] = field(default_factory=dict)
    """The first values of each strategy, by the declaration and the sizes."""

    def cases(self, reason: str, known: Mapping[str, int], **fixed: Any) -> ScheduledCase | None:
        """A case with alternatives."""
        found = [self.case(reason, known, **fixed) for _ in range(self.alternatives)]
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
                maker = replace(self, flavour=self.own_flavour, apart="") if name == self.apart else self
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
            for option in (declared, *_away_from_zero(declared)):
                recipe = self._recipe(option, kind, shape, sizes)
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
        return magnitude(random.Random(self.scale), *declared.scales)

    def _entries(
        self, declared: Declared, count: int, sizes: Mapping[str, int], flavour: Flavour | None = None
    ) -> list[Any]:
        """``count`` values in the flavour of the case, without structure."""
        if isinstance(declared, Real) and declared.least:
            plain = self._entries(replace(declared, least=0.0), count, sizes, flavour)
            return [value if abs(value) >= declared.least else declared.least for value in plain]
        if isinstance(declared, Real) and (declared.grid or declared.step):
            plain = self._entries(replace(declared, grid=None, step=None), count, sizes, flavour)
            return [on_grid(value, declared) for value in plain]
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
            return [magnitude(chance, declared.low, declared.high) for _ in range(count)]
        if flavour == "tiny":
            least, most = max(declared.low, -_TINY), min(declared.high, _TINY)
            if least >= most:
                least, most = declared.low, declared.high
            return [magnitude(chance, least, most) for _ in range(count)]
        if flavour == "random":
            kinds = (moderate, magnitude, coarse)
            found = [chance.choice(kinds)(chance, declared.low, declared.high) for _ in range(count)]
            return [
                chance.choice(declared.also) if declared.also and chance.random() < 0.1 else v for v in found
            ]
        if flavour == "ties":
            return [coarse(chance, declared.low, declared.high) for _ in range(count)]
        # Many digits in every other entry: they take most of a bank.
        return [moderate(chance, declared.low, declared.high, 10 if i % 2 == 0 else 2) for i in range(count)]

    def _whole(self, low: int, high: int, position: int) -> int:
        if self.flavour in ("ends", "highest", "lowest"):
            return {"highest": high, "lowest": low}.get(self.flavour, (low, high)[(position + self.step) % 2])
        if self.flavour in ("spread", "ties", "wide"):  # the upper half of the small ones
            last = min(high, low + 12)
            return self.chance.randint((low + last + 1) // 2, last)
        if self.flavour in ("digits", "tiny"):
            return self.chance.randint(low, min(high, low + 12))
        if self.flavour == "magnitudes" or self.chance.random() < 0.5:
            return whole_magnitude(self.chance, low, high)
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
            return f"{base} * {base} % {self.chance.choice(PRIMES)} % {span}" + (f" + {low}" if low else "")
        start, end = usual_part(declared.low, declared.high, self.reach)
        if self.flavour == "ties":
            step = max(round((end - start) / 8, 3), 1e-300)
            start = to_half(start + (end - start) / 4) + (step / 3 if declared.least else 0.0)
            if grid := declared.grid or declared.step:
                step, start = max(round(step / grid), 1) * grid, math.ceil(start / grid) * grid
            return f"{base} * {base} % {self.chance.choice(PRIMES)} % 5 * {short(step)}" + plus(start)
        if grid := declared.grid or declared.step:
            steps = math.floor((end - start) / grid) + 1
            first = math.ceil(start / grid) * grid
            return f"{base} * {self.chance.choice(LARGE_PRIMES)} % {steps} * {grid!r}" + plus(first)
        factor = round(0.5 + self.chance.random() / 2, 6) + 1e-9 * self.chance.randrange(1, 999)
        return f"{base} * {round(factor, 9)!r} % 1 * {short(end - start)}" + plus(start)

    def _words(self, declared: Words, values: Mapping[str, Any]) -> tuple[Any, str | None]:
        low, high, chance = declared.low, declared.high, self.chance
        if self.flavour == "long" and high > THIN:
            repeated = f"{' '.join(chance.choices(VOCABULARY, k=12))!r}.split() * {high // 12}"
            text = repeated if declared.lists is None else f"[{repeated}, {repeated.replace('*', '[:7] *')}]"
            return evaluate(text), text
        if declared.lists is None:
            return self._sentence(low, high), None
        near = values.get(declared.near) if declared.near else None
        first, last = declared.lists
        lists = []
        for _ in range(last if self.flavour == "ends" else min(last, max(first, chance.randint(2, 4)))):
            made = _edited(chance, near) if near else self._sentence(low, high)
            lists.append((made or chance.choices(VOCABULARY, k=low))[:high])
        return lists, None

    def _sentence(self, low: int, high: int) -> list[str]:
        chance = self.chance
        length = {"ties": TIES, "spread": THIN, "digits": chance.randint(6, 9)}.get(
            self.flavour, chance.randint(low, min(high, 12))
        )
        words = chance.choice(_ALIKE) if self.flavour == "ties" else VOCABULARY
        return [chance.choice(words) for _ in range(max(low, min(length, high)))]

    def _drawn(self, declared: Drawn, sizes: Mapping[str, int]) -> Any:
        """One of the first values of a strategy, in ascending order of size."""
        from gradkata.drawing.explore import examples

        key = (id(declared), *sizes.items())
        if key not in self.drawn:
            found = examples({**sizes, "value": declared.strategy}, _FIRST_DRAWN)
            self.drawn[key] = [each["value"] for each in found]
        values = self.drawn[key]
        return values[min(self.chance.randrange(_FIRST_DRAWN), len(values) - 1)]


def _away_from_zero(declared: Declared) -> Iterator[Real]:
    """The part of a range on one side of 0, if numbers close to 0 are not admitted."""
    if isinstance(declared, Real) and declared.least:
        if declared.high > declared.least:
            yield replace(declared, low=max(declared.low, declared.least))
        elif declared.low < -declared.least:
            yield replace(declared, high=-declared.least)


def _needed(declared: Declared, kind: Kind, fixed: Any) -> set[str]:
    """The names whose values must be known before an argument is drawn."""
    names = {name for size in kind.sizes for name in size_terms.names(size)}
    if fixed is None and isinstance(declared, Whole):
        for end in (declared.low, declared.high):
            names |= set(size_terms.names(size_terms.read(end))) if isinstance(end, str) else set()
    if isinstance(declared, Words) and declared.near:
        names.add(declared.near)
    return names


def _edited(chance: random.Random, words: list[str]) -> list[str]:
    """A copy of a sentence with some words dropped, replaced or repeated."""
    found = []
    for word in words:
        found.extend(
            chance.choice([[word], [word], [word], [word], [], [word, word], [chance.choice(VOCABULARY)]])
        )
    return found


def _dtype(kind: Kind) -> Any:
    return {"f8": np.float64, "i8": np.int64, "b1": np.bool_}[kind.base]

"""Sizes for the cases of a schedule, as far as the numbers in a bank allow."""

import math
import random
from collections.abc import Mapping

from gradkata import sizes as size_terms
from gradkata.declaring.domain import (
    Domain,
    Size,
)
from gradkata.signature import Kind

MOST_NUMBERS = 600
MOST_IN_RANGES = 120
MOST_OF_RECIPES = 4_000  # where arguments are recipes, and a long answer is a digest
_MANY_ARRAYS = 6  # arguments and results


def long_sizes(domain: Domain, chance: random.Random) -> dict[str, int]:
    """Sizes of 11 to 24, as far as the limit of numbers allows; none if the domain has no such sizes."""
    found = {}
    for name in domain.signature.sizes:
        first, last = ends_of(domain, name, 24, 11)
        if last > 11:
            found[name] = chance.randint(first, last)
    return fitted(domain, found, most=MOST_IN_RANGES) if len(found) == len(domain.signature.sizes) else {}


def axes(domain: Domain) -> list[str]:
    """The sizes that vary: names of sizes, and integer arguments that are sizes."""
    return [
        name
        for name in (*domain.signature.sizes, *domain.signature.integers)
        if isinstance(domain.declared[name], Size)
    ]


def ends_of(domain: Domain, name: str, most: int, least: int = 0) -> tuple[int, int]:
    """The smallest size of a case, at least ``least`` where the domain has it, and the largest."""
    declared = domain.declared[name]
    assert isinstance(declared, Size)
    high = min(declared.high, max(most, declared.low))
    return min(max(declared.low, least), high), high


def fitted(domain: Domain, known: dict[str, int], keep: str = "", most: int = MOST_NUMBERS) -> dict[str, int]:
    """Sizes made smaller, the others first, until arguments and answer have at most ``most`` numbers."""
    known = dict(known)
    while _numbers(domain, known) > most:
        least = {name: ends_of(domain, name, 1)[0] for name in known}
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

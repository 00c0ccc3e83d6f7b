"""A first domain for a signature: wide ranges for every argument and size, which an author then adapts."""

import itertools
import math
from collections.abc import Iterator, Mapping

from gradkata import sizes as size_terms
from gradkata.declaring.domain import (
    Choice,
    Declared,
    Domain,
    Drawn,
    Real,
    Size,
    Whole,
    Words,
    declare,
)
from gradkata.declaring.domain_text import number
from gradkata.declaring.functions import in_words
from gradkata.declaring.recording import Recorded, st
from gradkata.signature import Kind, Signature

# The lengths that are tried as the largest: a long axis needs sizes above 16, and the bank has to hold the input.
_LENGTHS = (2000, 1000, 400, 200, 90, 40, 20, 10, 6)
_MOST_NUMBERS = 9_000
_FEW = 5
_STEPS = 400


def drafted_domain(signature: Signature) -> Domain:
    """The domain that `domain_lines` writes, with functions declared as `Kata.domain` declares them."""
    from gradkata.declaring.functions import usual

    functions = {p.name: Drawn(usual(p.kind), in_words(p.kind)) for p in signature.parameters if p.kind.takes}
    return declare(signature, {**drafted_declarations(signature), **functions}, None)


def drafted_declarations(signature: Signature) -> dict[str, Declared]:
    """A declaration for every size and argument; functions have one already."""
    found: dict[str, Declared] = dict(_ranges(signature))
    for parameter in signature.parameters:
        if parameter.name not in found and not parameter.kind.takes:
            found[parameter.name] = _usual_range(parameter.kind)
    return {name: found[name] for name in (*signature.sizes, *signature.names) if name in found}


def domain_lines(signature: Signature, width: int = 110) -> list[str]:
    """The call of `kata.domain`, as the lines of a grader."""
    parts = [f"{name}={_source(each)}" for name, each in drafted_declarations(signature).items()]
    lines, begin = [], "kata.domain("
    line = begin
    for position, part in enumerate(parts):
        piece = part + (")" if position == len(parts) - 1 else ",")
        if len(line) + len(piece) > width and line.strip() not in ("", begin):
            lines.append(line.rstrip())
            line = " " * len(begin)
        line += piece + " "
    return [*lines, line.rstrip() if parts else "kata.domain()"]


def _usual_range(kind: Kind) -> Declared:
    match kind.base:
        case "f8":
            return Real(-1000.0, 1000.0)
        case "i8":
            return Whole(0, 9)
        case "b1":
            return Choice((False, True))
    if kind.depth == 1:
        return Words(0, 8)
    if kind.depth == 2:
        return Words(0, 8, (0, 3))
    words: Recorded = st.sampled_from(["ab", "cd", "efg"])
    for _ in range(kind.depth):
        words = st.lists(words, max_size=3)
    return Drawn(words, "lists of words") if kind.depth else Choice(("ab", "cd", "efg"))


def _source(declared: Declared) -> str:
    """A declaration as Python."""
    match declared:
        case Size(low, high):
            return f"arg.size({low}, {high})"
        case Real(low, high):
            return f"arg.real({number(low)}, {number(high)})"
        case Whole(low, high):
            return f"arg.whole({low!r}, {high!r})"
        case Choice(values):
            return f"arg.choice({', '.join(map(repr, values))})"
        case Words(low, high, lists):
            return f"arg.words({low}, {high}{f', lists={lists}' if lists else ''})"
        case Drawn(strategy, text):
            return f"arg.drawn({_strategy(strategy)}, {text!r})"
    raise AssertionError(declared)


def _strategy(strategy: Recorded) -> str:
    arguments = [_strategy(each) if isinstance(each, Recorded) else repr(each) for each in strategy.args]
    arguments += [f"{name}={value!r}" for name, value in strategy.kwargs]
    return f"st.{strategy.name}({', '.join(arguments)})"


def _ranges(signature: Signature) -> dict[str, Size]:
    """The range of every size and of every integer argument that is one: no shape may have a negative length."""
    kinds = [*(each.kind for each in signature.parameters), *signature.results]
    terms = {size for kind in kinds for size in kind.sizes if not size_terms.is_free(size)}
    terms = {size for size in terms if size_terms.names(size)}
    few = {name for size in terms for name in size_terms.names(size) if _lowers(size, name)}
    few |= {
        name
        for kind in kinds
        for each in kind.takes
        for size in each.shape
        for name in size_terms.names(size)
    }
    low = dict.fromkeys(signature.sizes, 0) | dict.fromkeys(signature.integers, 1)
    high = dict(low)
    for length in _LENGTHS:
        high = {name: _FEW if name in few else length for name in low}
        if all(numbers_of(kind, high) <= _MOST_NUMBERS for kind in kinds):
            break
    for _ in range(_STEPS):
        negative = [size for size in sorted(terms) if _least(size, low, high) < 0]
        if not negative:
            break
        _raise_one(negative[0], low, high, signature.integers)
    return {name: Size(low[name], max(low[name], high[name])) for name in low}


def numbers_of(kind: Kind, known: Mapping[str, int]) -> int:
    """How many numbers an array of a kind holds, with these sizes."""
    return math.prod(max(size_terms.evaluate(size, known) or 1, 1) for size in kind.shape)


def _lowers(size: str, name: str) -> bool:
    """Whether a larger value of one name makes a size smaller, as the size of a filter does with that of its output."""
    others = [each for each in size_terms.names(size) if each != name]
    for values in itertools.product((1, 20), repeat=len(others)):
        known = dict(zip(others, values, strict=True))
        small, large = (size_terms.evaluate(size, {**known, name: value}) for value in (1, 20))
        if small is not None and large is not None and large < small:
            return True
    return False


def _least(size: str, low: Mapping[str, int], high: Mapping[str, int]) -> int:
    """The smallest value of a size at the ends of the ranges; -1 where it divides by zero."""
    return min(-1 if value is None else value for value in _at_the_ends(size, low, high))


def _at_the_ends(size: str, low: Mapping[str, int], high: Mapping[str, int]) -> Iterator[int | None]:
    names = size_terms.names(size)
    for ends in itertools.product(*((low[name], high[name]) for name in names)):
        yield size_terms.evaluate(size, dict(zip(names, ends, strict=True)))


def _raise_one(size: str, low: dict[str, int], high: Mapping[str, int], integers: tuple[str, ...]) -> None:
    """Raise the lower bound of a name that makes the smallest value of a size larger; rather that of an axis."""
    least = _least(size, low, high)
    names = sorted(size_terms.names(size), key=lambda name: (name in integers, low[name] - high[name]))
    for name in names:
        if low[name] < high[name] and _least(size, {**low, name: high[name]}, high) > least:
            low[name] += 1
            return

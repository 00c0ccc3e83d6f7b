"""Make a failing input of the whole domain smaller: shorter axes first, then simpler values.

The cases of the whole domain are long or have many digits.  What fails on one of them often fails on a part of it:
`reductions` proposes parts, the smallest first, and `reduced` keeps the first that the domain admits and that fails.
Values then become 0, 1 or whole numbers where the failure stays.  All bounds count calls.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import numpy as np

from gradkata import sizes as size_terms
from gradkata.declaring.domain import Domain, Words
from gradkata.signature import Signature, infer_sizes

_STEPS = (*range(13), 16, 17, 20, 24, 32, 33, 45, 64, 100, 128, 200, 256, 400, 512, 1000, 1024)
_BATCH = 16
_MOST_ENTRIES = 12  # in which single entries are simplified

Fails = Callable[[Sequence[tuple[Any, ...]]], int | None]
"""The position of the first input of several that fails."""


def reduced(domain: Domain, arguments: tuple[Any, ...], fails: Fails) -> tuple[Any, ...]:
    """A small input that fails, made of one that does."""
    for name in (*domain.signature.sizes, *domain.signature.integers):
        arguments = _first(domain, _shorter(domain.signature, arguments, name), fails) or arguments
    for position, parameter in enumerate(domain.signature.parameters):
        if isinstance(domain.declared[parameter.name], Words):
            arguments = _first(domain, _shorter_list(arguments, position), fails) or arguments
            arguments = _first(domain, _shorter_sentences(arguments, position), fails) or arguments
    for position in range(len(arguments)):
        arguments = _first(domain, _simpler(arguments, position), fails) or arguments
    for position, value in enumerate(arguments):
        if isinstance(value, np.ndarray) and value.dtype.kind == "f" and value.size <= _MOST_ENTRIES:
            for index in range(value.size):
                arguments = _first(domain, _simpler_entry(arguments, position, index), fails) or arguments
    return arguments


def _first(domain: Domain, proposed: Iterator[tuple[Any, ...]], fails: Fails) -> tuple[Any, ...] | None:
    admitted = [each for each in proposed if domain.admits(each)]
    for start in range(0, len(admitted), _BATCH):
        batch = admitted[start : start + _BATCH]
        found = fails(batch)
        if found is not None:
            return batch[found]
    return None


def _shorter(signature: Signature, arguments: tuple[Any, ...], name: str) -> Iterator[tuple[Any, ...]]:
    """The arguments with an axis cut off after fewer entries."""
    known = infer_sizes(signature, arguments)
    for length in _STEPS:
        if length < known.get(name, 0):
            yield tuple(_cut(signature, arguments, {**known, name: length}))


def _cut(signature: Signature, arguments: tuple[Any, ...], known: Mapping[str, int]) -> Iterator[Any]:
    for parameter, value in zip(signature.parameters, arguments, strict=True):
        if parameter.name in known and not parameter.kind.shape:
            yield known[parameter.name]
        elif isinstance(value, np.ndarray):
            lengths = [size_terms.evaluate(size, known) for size in parameter.kind.shape]
            yield value[tuple([slice(0, max(length or 0, 0)) for length in lengths])].copy()
        else:
            yield value


def _shorter_list(arguments: tuple[Any, ...], position: int) -> Iterator[tuple[Any, ...]]:
    value = arguments[position]
    for length in (each for each in _STEPS if each < len(value)):
        yield _replaced(arguments, position, value[:length])


def _shorter_sentences(arguments: tuple[Any, ...], position: int) -> Iterator[tuple[Any, ...]]:
    value = arguments[position]
    if value and isinstance(value[0], list):
        for length in (each for each in _STEPS if each < max(map(len, value))):
            yield _replaced(arguments, position, [each[:length] for each in value])


def _simpler(arguments: tuple[Any, ...], position: int) -> Iterator[tuple[Any, ...]]:
    value = arguments[position]
    if isinstance(value, np.ndarray) and value.dtype.kind == "f":
        for other in (
            np.zeros_like(value),
            np.ones_like(value),
            np.round(value),
            np.round(value, 1),
            np.round(value, 3),
        ):
            if not np.array_equal(other, value):
                yield _replaced(arguments, position, other + 0.0)
    elif type(value) is float:
        for number in (0.0, 1.0, float(round(value)), round(value, 1), round(value, 3)):
            if number != value:
                yield _replaced(arguments, position, number)
    elif type(value) is int:
        for count in (0, 1, 2, 3):
            if count < value:
                yield _replaced(arguments, position, count)


def _simpler_entry(arguments: tuple[Any, ...], position: int, index: int) -> Iterator[tuple[Any, ...]]:
    value = arguments[position]
    if index >= value.size:
        return
    entry = float(value.flat[index])
    for other in (0.0, 1.0, float(np.round(entry)), float(np.round(entry, 2))):
        if other == entry:
            return
        changed = value.copy()
        changed.flat[index] = other
        yield _replaced(arguments, position, changed)


def _replaced(arguments: tuple[Any, ...], position: int, value: Any) -> tuple[Any, ...]:
    return (*arguments[:position], value, *arguments[position + 1 :])

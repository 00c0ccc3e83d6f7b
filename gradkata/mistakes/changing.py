"""How a mistake changes the result, or the arguments, of a right answer."""

from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

from gradkata.signature import Kind, Signature

Function: TypeAlias = Callable[..., Any]
Made: TypeAlias = tuple[str, str, str, Function]
"""A name, a title, a diagnosis and a function."""


def changed(signature: Signature, right: Function, change: Callable[[Any, Kind], Any]) -> Function:
    """The right answer with ``change`` applied to each of its results."""

    def answer(*arguments: Any) -> Any:
        value = right(*arguments)
        values = value if len(signature.results) > 1 else (value,)
        return packed([change(each, kind) for each, kind in zip(values, signature.results, strict=True)])

    return answer


def floats_changed(signature: Signature, right: Function, change: Callable[[Any], Any]) -> Function:
    """The right answer with ``change`` applied to each of its results of floats."""
    return changed(signature, right, lambda value, kind: change(value) if kind.base == "f8" else value)


def packed(values: list[Any]) -> Any:
    """One result as it is, several as a tuple."""
    return values[0] if len(values) == 1 else tuple(values)


def bases(signature: Signature) -> set[str]:
    """The kinds of the entries of all results."""
    return {kind.base for kind in signature.results}


def ranks(signature: Signature) -> list[int]:
    """The number of axes of each result."""
    return [len(kind.shape) for kind in signature.results]


def pairs_of_arguments(signature: Signature) -> Iterator[tuple[int, int]]:
    """The positions of any two arguments of one kind."""
    kinds = [parameter.kind for parameter in signature.parameters]
    for j, kind in enumerate(kinds):
        yield from ((i, j) for i in range(j) if kinds[i] == kind)

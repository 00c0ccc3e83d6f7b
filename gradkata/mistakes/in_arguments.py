"""Mistakes with the arguments and with what is returned: exchanged, changed, a 0 for a missing value."""

import copy
from collections.abc import Iterator
from typing import Any

import numpy as np

from gradkata.mistakes.changing import Function, Made, pairs_of_arguments
from gradkata.signature import Signature

_DEFAULTS = (1.0, 0.5, 0.1, 0.01, 0.001)


def mistakes(signature: Signature, right: Function) -> Iterator[Made]:
    """The mistakes with arguments that fit a signature."""
    message = "Your function returns None. Perhaps a `return` is missing."
    yield "returns_nothing", "returns None", message, lambda *arguments: None
    names = signature.names
    for i, j in pairs_of_arguments(signature):
        one, other = names[i], names[j]
        message = f"Your function returns what is right if `{one}` and `{other}` are exchanged."
        title = f"exchanges `{one}` and `{other}`"
        yield f"exchanges_{one}_and_{other}", title, message, _exchanging(right, i, j)
    if len(signature.results) > 1:
        yield from _of_results(signature, right)
    for i, parameter in enumerate(signature.parameters):
        name = parameter.name
        if parameter.kind.shape or parameter.kind.depth:
            message = f"Your function changes `{name}`. The caller still needs the original. Work on a copy."
            yield f"changes_{name}", f"changes the argument `{name}`", message, _changing(right, i)
        elif parameter.kind.base == "f8":
            for default in _DEFAULTS:
                title = f"takes {default:g} where `{name}` is 0"
                message = (
                    f"Where `{name}` is 0, your function computes with {default:g}. "
                    f"The expression `{name} or {default:g}` does so."
                )
                yield f"takes_{default:g}_for_a_{name}_of_0", title, message, _replacing(right, i, default)
    if any(kind.shape for kind in signature.results):
        message = "Where the result is empty, your function returns None. Return an empty array."
        title = "returns None in place of an empty array"
        yield "returns_nothing_if_empty", title, message, _nothing_if_empty(right)


def _of_results(signature: Signature, right: Function) -> Iterator[Made]:
    yield (
        "returns_results_in_the_opposite_order",
        "returns the results in the opposite order",
        "Your function returns the right results in the opposite order.",
        lambda *arguments: tuple(right(*arguments))[::-1],
    )
    yield (
        "returns_the_first_result_only",
        "returns only the first result",
        f"Your function returns only the first of {len(signature.results)} results.",
        lambda *arguments: right(*arguments)[0],
    )


def _exchanging(right: Function, one: int, other: int) -> Function:
    def answer(*arguments: Any) -> Any:
        given = list(arguments)
        if other < len(given):
            given[one], given[other] = given[other], given[one]
        return right(*given)

    return answer


def _changing(right: Function, position: int) -> Function:
    def answer(*arguments: Any) -> Any:
        value = right(*copy.deepcopy(arguments))
        argument = arguments[position] if position < len(arguments) else None
        if isinstance(argument, list):
            argument.append(argument[0] if argument else "")
        elif isinstance(argument, np.ndarray) and argument.size and argument.flags.writeable:
            argument[...] = 0 if argument.any() else 1
        return value

    return answer


def _replacing(right: Function, position: int, default: float) -> Function:
    def answer(*arguments: Any) -> Any:
        given = list(arguments)
        if position < len(given) and given[position] == 0:
            given[position] = default
        return right(*given)

    return answer


def _nothing_if_empty(right: Function) -> Function:
    def answer(*arguments: Any) -> Any:
        value = right(*arguments)
        first = value[0] if isinstance(value, tuple) else value
        return None if isinstance(first, np.ndarray) and not first.size else value

    return answer

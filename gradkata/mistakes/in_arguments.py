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
    yield "returns_nothing", "You return None. Is a `return` missing?", lambda *arguments: None
    names = signature.names
    for i, j in pairs_of_arguments(signature):
        message = f"You exchange `{names[i]}` and `{names[j]}`."
        yield f"exchanges_{names[i]}_and_{names[j]}", message, _exchanging(right, i, j)
    count = len(signature.results)
    if count > 1:
        message = "You return the results in the opposite order."
        yield (
            "returns_results_in_the_opposite_order",
            message,
            lambda *arguments: tuple(right(*arguments))[::-1],
        )
        message = f"You return the first of {count} results only."
        yield "returns_the_first_result_only", message, lambda *arguments: right(*arguments)[0]
    for i, parameter in enumerate(signature.parameters):
        if parameter.kind.shape or parameter.kind.depth:
            message = (
                f"Your values are right, but you change `{parameter.name}`, which the caller still needs."
            )
            yield f"changes_{parameter.name}", message, _changing(right, i)
        elif parameter.kind.base == "f8":
            for default in _DEFAULTS:
                name = parameter.name
                message = f"You use {default:g} where `{name}` is 0, as `{name} or {default:g}` does."
                yield f"takes_{default:g}_for_a_{parameter.name}_of_0", message, _replacing(right, i, default)
    if any(kind.shape for kind in signature.results):
        message = "You return None where the result is empty. Return an empty array."
        yield "returns_nothing_if_empty", message, _nothing_if_empty(right)


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

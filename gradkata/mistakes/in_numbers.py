"""Mistakes in the numbers of a result: too few digits, another sign or factor."""

from collections.abc import Iterator
from typing import Any

import numpy as np

from gradkata.mistakes.changing import Function, Made, bases, changed, floats_changed
from gradkata.signature import Kind, Signature, infer_sizes

_DECIMALS = range(1, 11)
_KEPT = "The grader compares nine digits."


def mistakes(signature: Signature, right: Function) -> Iterator[Made]:
    """The mistakes in numbers that fit a signature."""
    if "f8" in bases(signature):
        yield from _precision(signature, right)
        yield from _factors(signature, right)
    if "i8" in bases(signature):
        yield (
            "is_one_too_large", "Your integers are too large by 1.",
            changed(signature, right, lambda value, kind: value + 1 if kind.base == "i8" else value),
        )  # fmt: skip
        yield (
            "is_one_too_small", "Your integers are too small by 1.",
            changed(signature, right, lambda value, kind: value - 1 if kind.base == "i8" else value),
        )  # fmt: skip
    if "b1" in bases(signature):
        yield (
            "gives_the_opposite", "Your result is the opposite of the right one: True where it should be False.",
            changed(signature, right, _opposite),
        )  # fmt: skip


def _precision(signature: Signature, right: Function) -> Iterator[Made]:
    if any(parameter.kind.base == "f8" for parameter in signature.parameters):
        message = (
            f"You compute in float32, which keeps about seven digits. The arguments are float64. {_KEPT}"
        )
        yield "computes_in_float32", message, _in_float32(signature, right)
        message = f"You convert the arguments to float32, which keeps about seven digits. {_KEPT}"
        yield (
            "takes_float32_arguments",
            message,
            lambda *given: right(*[_through_float32(each) for each in given]),
        )
    message = f"You put the result into float32, which keeps about seven digits. {_KEPT}"
    yield "returns_float32", message, floats_changed(signature, right, _through_float32)
    message = "You store the result as integers, which drops the digits after the decimal point."
    yield "truncates_the_result", message, floats_changed(signature, right, np.trunc)
    message = "You round the result to whole numbers. Return the numbers as they are."
    yield "rounds_to_whole_numbers", message, floats_changed(signature, right, np.round)
    for digits in _DECIMALS:
        number = "one decimal" if digits == 1 else f"{digits} decimals"
        message = f"You round the result to {number}. Return the numbers as they are."
        yield f"rounds_to_{digits}_decimals", message, floats_changed(signature, right, _rounded(digits))
    if any(parameter.kind.base == "f8" for parameter in signature.parameters):
        message = "You convert the arguments to integers, which drops the digits after the decimal point."
        yield "truncates_the_arguments", message, lambda *given: right(*map(_truncated, given))


def _factors(signature: Signature, right: Function) -> Iterator[Made]:
    yield (
        "has_the_wrong_sign",
        "Your result has the wrong sign.",
        floats_changed(signature, right, np.negative),
    )
    message = "You take the absolute value: negative results lose their sign."
    yield "drops_the_sign", message, floats_changed(signature, right, np.abs)
    yield (
        "is_twice_as_large",
        "Your result is twice as large as the right one.",
        _times(signature, right, 2.0),
    )
    yield "is_half_as_large", "Your result is half as large as the right one.", _times(signature, right, 0.5)
    for size in (*signature.sizes, *signature.integers):
        message = f"Your result is too large by the factor {size}, as a sum is where a mean is asked."
        yield f"is_{size}_times_too_large", message, _scaled(signature, right, size, 1)
        message = f"You divide by {size}, as for a mean. The result is too small by this factor."
        yield f"is_divided_by_{size}", message, _scaled(signature, right, size, -1)


def _times(signature: Signature, right: Function, factor: float) -> Function:
    return floats_changed(signature, right, lambda value: factor * value)


def _scaled(signature: Signature, right: Function, size: str, power: int) -> Function:
    def answer(*arguments: Any) -> Any:
        factor = float(max(infer_sizes(signature, arguments).get(size, 1), 1)) ** power
        return floats_changed(signature, right, lambda value: factor * value)(*arguments)

    return answer


def _in_float32(signature: Signature, right: Function) -> Function:
    def answer(*arguments: Any) -> Any:
        narrow = [
            np.float32(each) if parameter.kind.base == "f8" else each
            for parameter, each in zip(signature.parameters, arguments, strict=False)
        ]
        return floats_changed(signature, right, _through_float32)(*narrow)

    return answer


def _through_float32(value: Any) -> Any:
    with np.errstate(over="ignore"):
        return _narrowed(value)


def _narrowed(value: Any) -> Any:
    if isinstance(value, np.ndarray) and value.dtype.kind == "f":
        return value.astype(np.float32).astype(np.float64)
    return float(np.float32(value)) if isinstance(value, (float, np.floating)) else value


def _truncated(value: Any) -> Any:
    is_float = isinstance(value, (float, np.floating)) or (
        isinstance(value, np.ndarray) and value.dtype.kind == "f"
    )
    return np.trunc(value) if is_float else value


def _rounded(digits: int) -> Function:
    return lambda value: np.round(value, digits)


def _opposite(value: Any, kind: Kind) -> Any:
    if kind.base != "b1":
        return value
    return ~value if kind.shape else not value

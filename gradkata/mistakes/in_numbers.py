"""Mistakes in the numbers of a result: too few digits, another sign or factor."""

from collections.abc import Iterator
from typing import Any

import numpy as np

from gradkata.mistakes.changing import Function, Made, bases, changed, floats_changed
from gradkata.signature import Kind, Signature, infer_sizes

_DECIMALS = range(1, 11)
_KEPT = "float32 carries about 7 digits, and the answer is compared more closely."


def mistakes(signature: Signature, right: Function) -> Iterator[Made]:
    """The mistakes in numbers that fit a signature."""
    if "f8" in bases(signature):
        yield from _precision(signature, right)
        yield from _rounding(signature, right)
        yield from _factors(signature, right)
    if "i8" in bases(signature):
        yield (
            "is_one_too_large", "integers are too large by 1", "Your integers are too large by 1.",
            changed(signature, right, lambda value, kind: value + 1 if kind.base == "i8" else value),
        )  # fmt: skip
        yield (
            "is_one_too_small", "integers are too small by 1", "Your integers are too small by 1.",
            changed(signature, right, lambda value, kind: value - 1 if kind.base == "i8" else value),
        )  # fmt: skip
    if "b1" in bases(signature):
        yield (
            "gives_the_opposite", "exchanges True and False",
            "Your result is True where it should be False, and False where it should be True.",
            changed(signature, right, _opposite),
        )  # fmt: skip


def _precision(signature: Signature, right: Function) -> Iterator[Made]:
    if any(parameter.kind.base == "f8" for parameter in signature.parameters):
        yield (
            "computes_in_float32", "computes in float32",
            f"Your result is as precise as a computation in float32, but the arguments are float64. {_KEPT}",
            _in_float32(signature, right),
        )  # fmt: skip
        yield (
            "takes_float32_arguments", "converts the arguments to float32",
            f"Your result is the right one for arguments that are converted to float32. {_KEPT}",
            lambda *given: right(*[_through_float32(each) for each in given]),
        )  # fmt: skip
    yield (
        "returns_float32", "converts the result to float32", f"Your result is converted to float32. {_KEPT}",
        floats_changed(signature, right, _through_float32),
    )  # fmt: skip


def _rounding(signature: Signature, right: Function) -> Iterator[Made]:
    yield (
        "truncates_the_result", "drops the fractional part of the result",
        "Your result lacks its fractional part. Perhaps it is stored as integers.",
        floats_changed(signature, right, np.trunc),
    )  # fmt: skip
    yield (
        "rounds_to_whole_numbers", "rounds the result to whole numbers",
        "Your result is rounded to whole numbers. Return the numbers as they are.",
        floats_changed(signature, right, np.round),
    )  # fmt: skip
    for digits in _DECIMALS:
        number = "one decimal" if digits == 1 else f"{digits} decimals"
        message = f"Your result is rounded to {number}. Return the numbers as they are."
        title = f"rounds the result to {number}"
        yield (
            f"rounds_to_{digits}_decimals",
            title,
            message,
            floats_changed(signature, right, _rounded(digits)),
        )
    if any(parameter.kind.base == "f8" for parameter in signature.parameters):
        yield (
            "truncates_the_arguments", "drops the fractional part of the arguments",
            "Your result is the right one for arguments without their fractional part. "
            "Perhaps they are converted to integers.",
            lambda *given: right(*map(_truncated, given)),
        )  # fmt: skip


def _factors(signature: Signature, right: Function) -> Iterator[Made]:
    yield (
        "has_the_wrong_sign", "the sign is wrong",
        "Your result has the right magnitude and the wrong sign. Perhaps a minus sign is lost, or a difference is "
        "reversed.",
        floats_changed(signature, right, np.negative),
    )  # fmt: skip
    yield (
        "drops_the_sign", "negative results lose their sign",
        "Where the right result is negative, yours is its absolute value.",
        floats_changed(signature, right, np.abs),
    )  # fmt: skip
    yield (
        "is_twice_as_large", "the result is twice as large", "Your result is twice as large as the right one.",
        _times(signature, right, 2.0),
    )  # fmt: skip
    yield (
        "is_half_as_large", "the result is half as large", "Your result is half as large as the right one.",
        _times(signature, right, 0.5),
    )  # fmt: skip
    for size in (*signature.sizes, *signature.integers):
        message = (
            f"Your result is too large by the factor {size}. Perhaps it is a sum where a mean is asked for."
        )
        title = f"the result is {size} times too large"
        yield f"is_{size}_times_too_large", title, message, _scaled(signature, right, size, 1)
        message = (
            f"Your result is too small by the factor {size}. Perhaps it is a mean where a sum is asked for."
        )
        yield (
            f"is_divided_by_{size}",
            f"the result is divided by {size}",
            message,
            _scaled(signature, right, size, -1),
        )


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

"""Which values a student's function can be called with: those that a bank can hold and the sandbox can receive."""

from collections.abc import Iterator
from typing import Any

import numpy as np

from gradkata.declaring.recording import Arg, Recorded
from gradkata.isolation.inside.formulas import FAMILIES, count_of, size_of
from gradkata.signature import Parameter, Signature

_PLAIN = (bool, int, float, str)


def fault_of(signature: Signature, arguments: tuple[Any, ...]) -> str:
    """Why a call cannot be made in the sandbox: the argument, its value and what is supported; "" if it can."""
    for parameter, value in zip(signature.parameters, arguments, strict=False):
        if fault := argument_fault(parameter, value):
            return fault
    return ""


def argument_fault(parameter: Parameter, value: Any) -> str:
    """Why a value cannot be an argument in the sandbox; "" if it can."""
    shown = " ".join(repr(value).split())[:100]
    if parameter.kind.takes:
        if type(value) not in FAMILIES:
            return (
                f"the argument `{parameter.name}` is {shown}, which cannot be sent to a student's process. Draw it "
                "by `functions.of_number` and its like, or make it by `functions.polynomial` and its like"
            )
        if not _fits(parameter, value):
            return f"the argument `{parameter.name}` is {shown}, which is not a function of the kind {parameter.kind}"
        return ""
    if type(value) in FAMILIES:
        return (
            f"the argument `{parameter.name}` is the function {shown}, but its kind is {parameter.kind}. "
            f"Declare it as `{parameter.name}: () -> ()`, `(),() -> ()` or `(d) -> ()`"
        )
    if not _is_plain(value):
        return (
            f"the argument `{parameter.name}` is {shown}, which cannot be sent to a student's process. Numbers, "
            "strings, lists of them, and arrays of floats, integers or Booleans can"
        )
    return ""


def require_supported(signature: Signature, draws: dict[str, Any]) -> None:
    """Refuse values among the declared draws that cannot be sent; what a strategy gives is checked when it is drawn.

    Raises:
        ValueError: if there is one; the message names the argument.
    """
    for parameter in signature.parameters:
        for value in _fixed(draws.get(parameter.name)):
            if fault := argument_fault(parameter, value):
                raise ValueError(f"{signature.name}: {fault}")


def _fixed(declared: Any) -> Iterator[Any]:
    """The values that are known without drawing."""
    if isinstance(declared, Recorded):
        if declared.name == "one_of":
            for each in declared.args:
                yield from _fixed(each)
        elif declared.name in ("just", "sampled_from") and not isinstance(declared.args[0], Arg):
            yield from declared.args if declared.name == "just" else declared.args[0]
    elif not isinstance(declared, Arg):
        yield declared


def _fits(parameter: Parameter, value: Any) -> bool:
    takes = parameter.kind.takes
    sizes = takes[0].shape
    if len(takes) != count_of(value) or bool(sizes) != (size_of(value) is not None):
        return False
    return not sizes or not sizes[0].isdigit() or int(sizes[0]) == size_of(value)


def _is_plain(value: Any) -> bool:
    if type(value) in (list, tuple):
        return all(map(_is_plain, value))
    if isinstance(value, np.ndarray | np.generic):
        return value.dtype.kind in "fib"
    return value is None or type(value) in _PLAIN

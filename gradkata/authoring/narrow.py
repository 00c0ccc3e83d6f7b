"""Narrow answers: right for a corner of the domain only, as law 12 tries them on every kata.

Each is made of the plain right answer.  It may be wrong only for longer axes, for larger or smaller numbers, for
repeated entries, or at a later call.  Whether it really is wrong for a kata is decided on new input.
"""

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np

from gradkata.declaring.domain import Domain, Real, Words
from gradkata.mistakes.changing import Function, changed, packed
from gradkata.signature import Signature, infer_sizes

_ENTRIES = (4, 8, 16)
_SIZES = (4, 8, 16, 32)
_DECIMALS = range(1, 11)
_KEY_DIGITS = 6


def narrow_answers(domain: Domain, right: Function) -> Iterator[tuple[str, Function]]:
    """Those that give the same answer whenever they are asked the same."""
    signature = domain.signature
    for name in dict.fromkeys((*signature.sizes, *signature.integers)):
        for limit in _SIZES:
            yield (
                f"returns zeros where {name} is larger than {limit}",
                _up_to_size(signature, right, name, limit),
            )
    if any(kind.shape for kind in signature.results):
        for limit in _ENTRIES:
            yield f"fills the first {limit} entries only", changed(signature, right, _cut(limit))
        yield "keeps the last value where the result is 0", changed(signature, right, _filled_forward)
    for position, parameter in enumerate(signature.parameters):
        declared = domain.declared[parameter.name]
        if isinstance(declared, Real):
            low, high = declared.low / 2, declared.high / 2
            yield f"clips {parameter.name} to half of its range", _with(right, position, _clipped(low, high))
            for digits in _DECIMALS:
                yield (
                    f"rounds {parameter.name} to {digits} decimals",
                    _with(right, position, _rounded(digits)),
                )
        if parameter.kind.shape and parameter.kind.base == "f8":
            yield f"takes repeated entries of {parameter.name} once", _with(right, position, _once)
        if isinstance(declared, Words):
            yield f"reads {parameter.name} up to ten words", _with(right, position, _shortened)


def stateful_answers(domain: Domain, right: Function) -> Iterator[tuple[str, Function]]:
    """Those whose answers depend on earlier calls; each must be asked in order, from the first call on."""
    if any(kind.shape for kind in domain.signature.results):
        yield "returns one buffer for every result of a shape", _one_buffer(right)
    yield "remembers answers by the shapes and sums of arguments", _remembering(right, _shape_and_sum)
    yield f"remembers answers by arguments rounded to {_KEY_DIGITS} digits", _remembering(right, _rounded_key)
    yield "remembers answers by the first and the last entries", _remembering(right, _ends)
    for position, parameter in enumerate(domain.signature.parameters):
        if len(domain.signature.parameters) > 1:
            yield (
                f"remembers answers without {parameter.name} in the key",
                _remembering_without(right, position),
            )


def _up_to_size(signature: Signature, right: Function, name: str, limit: int) -> Function:
    def answer(*arguments: Any) -> Any:
        value = right(*arguments)
        if infer_sizes(signature, arguments).get(name, 0) <= limit:
            return value
        values = value if len(signature.results) > 1 else (value,)
        return packed(
            [np.zeros_like(each) if isinstance(each, np.ndarray) else type(each)() for each in values]
        )

    return answer


def _cut(limit: int) -> Callable[[Any, Any], Any]:
    def change(value: Any, kind: Any) -> Any:
        if not kind.shape:
            return value
        left = np.array(value)
        left.reshape(-1)[limit:] = 0
        return left

    return change


def _filled_forward(value: Any, kind: Any) -> Any:
    if not kind.shape or kind.base != "f8":
        return value
    filled = np.array(value)
    flat = filled.reshape(-1)
    for i in range(1, flat.size):
        if flat[i] == 0:
            flat[i] = flat[i - 1]
    return filled


def _with(right: Function, position: int, change: Callable[[Any], Any]) -> Function:
    def answer(*arguments: Any) -> Any:
        given = list(arguments)
        if position < len(given):
            given[position] = change(given[position])
        return right(*given)

    return answer


def _clipped(low: float, high: float) -> Callable[[Any], Any]:
    def change(value: Any) -> Any:
        clipped = np.clip(value, low, high)
        return clipped if isinstance(value, np.ndarray) else float(clipped)

    return change


def _rounded(digits: int) -> Callable[[Any], Any]:
    return lambda value: (
        np.round(value, digits) if isinstance(value, np.ndarray) else float(round(value, digits))
    )


def _once(value: Any) -> Any:
    """Rows, or entries of a vector, that occurred before become 0."""
    kept = value.copy()
    seen: set[bytes] = set()
    for i, row in enumerate(value):
        key = np.asarray(row).tobytes()
        if key in seen:
            kept[i] = 0
        seen.add(key)
    return kept


def _shortened(value: Any) -> Any:
    return (
        [each[:10] if isinstance(each, list) else each for each in value] if _is_nested(value) else value[:10]
    )


def _is_nested(value: Any) -> bool:
    return bool(value) and isinstance(value[0], list)


def _one_buffer(right: Function) -> Function:
    buffers: dict[Any, Any] = {}

    def kept(value: Any) -> Any:
        if not isinstance(value, np.ndarray):
            return value
        buffer = buffers.setdefault((value.shape, value.dtype.str), np.empty_like(value))
        buffer[...] = value
        return buffer

    def answer(*arguments: Any) -> Any:
        value = right(*arguments)
        return tuple(map(kept, value)) if isinstance(value, tuple) else kept(value)

    return answer


def _remembering(right: Function, key: Callable[[Any], Any]) -> Function:
    memory: dict[str, Any] = {}

    def answer(*arguments: Any) -> Any:
        text = repr([key(each) for each in arguments])
        if text not in memory:
            memory[text] = right(*arguments)
        return memory[text]

    return answer


def _remembering_without(right: Function, position: int) -> Function:
    memory: dict[str, Any] = {}

    def answer(*arguments: Any) -> Any:
        text = repr([_exact(each) for i, each in enumerate(arguments) if i != position])
        if text not in memory:
            memory[text] = right(*arguments)
        return memory[text]

    return answer


def _exact(value: Any) -> Any:
    return (value.shape, value.tobytes()) if isinstance(value, np.ndarray) else value


def _shape_and_sum(value: Any) -> Any:
    return (value.shape, float(value.sum())) if isinstance(value, np.ndarray) else value


def _rounded_key(value: Any) -> Any:
    if isinstance(value, np.ndarray):
        return value.shape, np.round(value.astype(float), _KEY_DIGITS).tolist()
    return round(value, _KEY_DIGITS) if isinstance(value, float) else value


def _ends(value: Any) -> Any:
    if isinstance(value, np.ndarray) and value.size:
        return value.shape, value.flat[0], value.flat[-1]
    return value

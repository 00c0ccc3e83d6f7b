"""Wrong answers that every grader is tested with, for any signature, and that need no name.

Most compute nothing from their arguments: law 9 requires that they earn next to nothing.  The mistakes that a student
can make are in the other modules.
"""

import random
from collections.abc import Iterator
from typing import Any

import numpy as np

from gradkata.mistakes.changing import Function, bases, changed, floats_changed, packed
from gradkata.signature import Kind, Signature, infer_sizes, shape_of
from gradkata.sizes import is_free

TRIVIAL = frozenset({"zeros", "ones", "constant", "empty", "echo", "random", "stub", "none"})
_DTYPES = {"f8": np.float64, "i8": np.int64, "b1": np.bool_}
# The entries of an answer that ignores its arguments.
_FILLINGS: dict[str, dict[str, Any]] = {
    "zeros": {"f8": 0.0, "i8": 0, "b1": False, "str": ""},
    "ones": {"f8": 1.0, "i8": 1, "b1": True, "str": "1"},
    "constant": {"f8": 0.5, "i8": 2, "b1": True, "str": "the"},
    "nan": {"f8": float("nan"), "i8": 0, "b1": False, "str": ""},
}


def controls(signature: Signature, truth: Function, *, refuses: bool = False) -> dict[str, Function]:
    """The controls that make sense for a signature, by name.

    Those in `TRIVIAL` compute nothing from their arguments; the others change the right answer of ``truth``.
    With ``refuses`` some input must raise an exception.
    """
    lenient = _lenient(signature, truth) if refuses else ()
    return dict(
        [*_trivial(signature), *_spoiled(signature, truth), *_read_by_columns(signature, truth), *lenient]
    )


def _trivial(signature: Signature) -> Iterator[tuple[str, Function]]:
    for name in ("zeros", "ones", "constant"):
        yield name, _filled(signature, _FILLINGS[name])
    if any(_is_free(kind) or kind.depth for kind in signature.results):
        yield "empty", _filled(signature, _FILLINGS["zeros"], free=0)
    yield "echo", _echo(signature)
    yield "random", _random(signature)
    yield "stub", _stub
    yield "none", lambda *arguments: None


def _spoiled(signature: Signature, truth: Function) -> Iterator[tuple[str, Function]]:
    """Right answers as another type."""
    kinds = bases(signature)
    if "f8" in kinds:
        yield "nan", floats_changed(signature, truth, lambda value: value * float("nan"))
    if kinds & set(_DTYPES):
        yield "wrong_dtype", changed(signature, truth, _with_wrong_dtype)
    yield "as_list_of_one", lambda *arguments: [truth(*arguments)]


def _read_by_columns(signature: Signature, truth: Function) -> Iterator[tuple[str, Function]]:
    """The right answer for matrices that are read along the wrong axis."""
    if any(len(parameter.kind.shape) > 1 for parameter in signature.parameters):
        yield "reads_by_columns", lambda *arguments: truth(*map(_by_columns, arguments))


def _lenient(signature: Signature, truth: Function) -> Iterator[tuple[str, Function]]:
    """Right answers that raise no exception, or another one, where one is asked for."""
    ones = _filled(signature, _FILLINGS["ones"])

    def answer(*arguments: Any) -> Any:
        try:
            return truth(*arguments)
        except Exception:
            return ones(*arguments)

    def other(*arguments: Any) -> Any:
        try:
            return truth(*arguments)
        except Exception as error:
            raise AssertionError(str(error)) from error

    yield "returns_instead_of_raising", answer
    yield "raises_another_exception", other


def _stub(*arguments: Any) -> Any:
    raise NotImplementedError


def _filled(signature: Signature, fillings: dict[str, Any], free: int = 1) -> Function:
    def answer(*arguments: Any) -> Any:
        sizes = infer_sizes(signature, arguments)
        return packed([_full(kind, sizes, fillings, free) for kind in signature.results])

    return answer


def _full(kind: Kind, sizes: dict[str, int], fillings: dict[str, Any], free: int) -> Any:
    value = fillings.get(kind.base)
    if kind.base == "str":
        for _ in range(kind.depth):
            value = [value] if free and value else []
        return value
    if not kind.shape:
        return value
    shape = [free if size is None else max(size, 0) for size in shape_of(kind, sizes)]
    return np.full(shape, value, dtype=_DTYPES.get(kind.base))


def _echo(signature: Signature) -> Function:
    """Each result is the next argument of its kind, or else the first argument."""
    chosen: list[int] = []
    for result in signature.results:
        fitting = [i for i, p in enumerate(signature.parameters) if not p.optional and _fits(p.kind, result)]
        unused = [i for i in fitting if i not in chosen]
        chosen.append((unused or fitting or [0])[0])
    return lambda *arguments: packed([arguments[i] for i in chosen])


def _fits(kind: Kind, result: Kind) -> bool:
    return (kind.base, kind.depth, len(kind.shape)) == (result.base, result.depth, len(result.shape))


def _random(signature: Signature) -> Function:
    """A different answer at every call, but the same sequence of answers in every process."""
    calls = 0

    def answer(*arguments: Any) -> Any:
        nonlocal calls
        calls += 1
        chance = random.Random(calls)
        sizes = infer_sizes(signature, arguments)
        return packed([_drawn(kind, sizes, chance) for kind in signature.results])

    return answer


def _drawn(kind: Kind, sizes: dict[str, int], chance: random.Random) -> Any:
    if kind.base == "str":
        words: Any = chance.choice(["a", "b", "the"]) + chance.choice("abcdefgh")
        for _ in range(kind.depth):
            words = [words]
        return words
    filled = np.asarray(_full(kind, sizes, _FILLINGS["zeros"], free=chance.randint(1, 3)))
    drawn = np.array([chance.random() * 5 for _ in range(filled.size)]).reshape(filled.shape)
    value = drawn > 2.5 if kind.base == "b1" else drawn.astype(filled.dtype)
    return value if kind.shape else value.item()


def _with_wrong_dtype(value: Any, kind: Kind) -> Any:
    """The right value: an integer or Boolean as float, a float as complex."""
    if kind.base not in _DTYPES:
        return value
    other = np.asarray(value).astype(complex if kind.base == "f8" else float)
    return other if kind.shape else other.item()


def _by_columns(argument: Any) -> Any:
    """A matrix read along the wrong axis; its shape is kept, since otherwise most answers would raise."""
    if not isinstance(argument, np.ndarray) or argument.ndim < 2:
        return argument
    return np.ascontiguousarray(argument.swapaxes(-1, -2)).reshape(argument.shape)


def _is_free(kind: Kind) -> bool:
    return any(map(is_free, kind.shape))

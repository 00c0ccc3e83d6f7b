"""The standard wrong answers that every grader is tested with, for any signature."""

import copy
import random
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np

from gradkata.signature import Kind, Signature, infer_sizes, shape_of
from gradkata.sizes import is_free

Function = Callable[..., Any]

TRIVIAL = frozenset({"zeros", "ones", "constant", "empty", "echo", "random", "stub", "none"})
_DTYPES = {"f8": np.float64, "i8": np.int64, "b1": np.bool_}
# The entries of an answer that ignores its arguments.
_FILLINGS: dict[str, dict[str, Any]] = {
    "zeros": {"f8": 0.0, "i8": 0, "b1": False, "str": ""},
    "ones": {"f8": 1.0, "i8": 1, "b1": True, "str": "1"},
    "constant": {"f8": 0.5, "i8": 2, "b1": True, "str": "the"},
    "nan": {"f8": float("nan"), "i8": 0, "b1": False, "str": ""},
}


def standard_wrong_answers(
    signature: Signature, truth: Function, *, refuses: bool = False
) -> dict[str, Function]:
    """The wrong answers that make sense for a signature, by name.

    Those in `TRIVIAL` compute nothing from their arguments; the others change the right answer of ``truth``.
    A few may happen to be right, as `swapped_arguments` is for a symmetric function.  With ``refuses`` some input
    must raise an exception.
    """
    lenient = _lenient(signature, truth) if refuses else ()
    return dict([*_trivial(signature), *_spoiled(signature, truth), *_misread(signature, truth), *lenient])


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
    """Right answers with every result, or those of one kind, changed."""
    bases = {kind.base for kind in signature.results}
    ranks = {len(kind.shape) for kind in signature.results}
    if "f8" in bases:
        yield "off_by_a_factor", _changed(signature, truth, lambda v, k: 2.0 * v if k.base == "f8" else v)
        yield "nan", _changed(signature, truth, lambda v, k: v * float("nan") if k.base == "f8" else v)
    if "i8" in bases:
        yield "off_by_one", _changed(signature, truth, lambda v, k: v + 1 if k.base == "i8" else v)
    if bases & set(_DTYPES):
        yield "negated", _changed(signature, truth, _negated)
        yield "wrong_dtype", _changed(signature, truth, _with_wrong_dtype)
        yield "extra_axis", _changed(signature, truth, _with_extra_axis)
    if max(ranks) >= 2:
        yield "swapped_axes", _changed(signature, truth, _transposed)
    if max(ranks) >= 1 or any(kind.depth for kind in signature.results):
        yield "reversed", _changed(signature, truth, lambda v, k: v[::-1] if k.shape or k.depth else v)
    if len(signature.results) > 1:
        yield "swapped_results", lambda *arguments: tuple(truth(*arguments))[::-1]
    yield "as_list_of_one", lambda *arguments: [truth(*arguments)]


def _misread(signature: Signature, truth: Function) -> Iterator[tuple[str, Function]]:
    """Right answers to another question, or with a side effect."""
    kinds = [parameter.kind for parameter in signature.parameters]
    pairs = [(i, j) for j, kind in enumerate(kinds) for i in range(j) if kinds[i] == kind]
    if pairs:
        yield "swapped_arguments", _swapping(truth, *min(pairs))
    if max(len(kind.shape) for kind in signature.results) < 2 and any(len(kind.shape) > 1 for kind in kinds):
        yield "swapped_axes", lambda *arguments: truth(*map(_read_by_columns, arguments))
    changeable = [i for i, kind in enumerate(kinds) if kind.shape or kind.depth]
    if changeable:
        yield "mutates", _mutating(truth, changeable)


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
        return _packed([_full(kind, sizes, fillings, free) for kind in signature.results])

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
    return lambda *arguments: _packed([arguments[i] for i in chosen])


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
        return _packed([_drawn(kind, sizes, chance) for kind in signature.results])

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


def _changed(signature: Signature, truth: Function, change: Callable[[Any, Kind], Any]) -> Function:
    def answer(*arguments: Any) -> Any:
        value = truth(*arguments)
        values = value if len(signature.results) > 1 else (value,)
        return _packed([change(each, kind) for each, kind in zip(values, signature.results, strict=True)])

    return answer


def _negated(value: Any, kind: Kind) -> Any:
    if kind.base == "b1":
        return ~value if kind.shape else not value
    return -value if kind.base in _DTYPES else value


def _with_wrong_dtype(value: Any, kind: Kind) -> Any:
    """The right value: an integer or Boolean as float, a float as complex."""
    if kind.base not in _DTYPES:
        return value
    other = np.asarray(value).astype(complex if kind.base == "f8" else float)
    return other if kind.shape else other.item()


def _with_extra_axis(value: Any, kind: Kind) -> Any:
    return np.asarray(value)[None] if kind.base in _DTYPES else value


def _transposed(value: Any, kind: Kind) -> Any:
    return np.asarray(value).swapaxes(-1, -2) if len(kind.shape) >= 2 else value


def _swapping(truth: Function, one: int, other: int) -> Function:
    def answer(*arguments: Any) -> Any:
        given = list(arguments)
        if other < len(given):
            given[one], given[other] = given[other], given[one]
        return truth(*given)

    return answer


def _read_by_columns(argument: Any) -> Any:
    """A matrix read along the wrong axis; its shape is kept, since otherwise most answers would raise."""
    if not isinstance(argument, np.ndarray) or argument.ndim < 2:
        return argument
    return np.ascontiguousarray(argument.swapaxes(-1, -2)).reshape(argument.shape)


def _mutating(truth: Function, changeable: list[int]) -> Function:
    def answer(*arguments: Any) -> Any:
        value = truth(*copy.deepcopy(arguments))
        for argument in [arguments[i] for i in changeable if i < len(arguments)]:
            if isinstance(argument, list):
                argument.append(argument[0] if argument else "")
            elif not argument.size or not argument.flags.writeable:
                continue
            else:
                argument[...] = 0 if argument.any() else 1
            break
        return value

    return answer


def _is_free(kind: Kind) -> bool:
    return any(map(is_free, kind.shape))


def _packed(values: list[Any]) -> Any:
    return values[0] if len(values) == 1 else tuple(values)

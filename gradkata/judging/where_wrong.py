"""Sentences on a wrong answer without a name: which results are wrong, which arguments do not count, and where.

Each sentence states what is so in the calls of this judgement, with their numbers.  None guesses a cause.

1. ``_wrong_results``: of several results, which are wrong and which are always right.
2. ``_without_effect``: an argument that changes the right answer and never the given one.
3. ``_condition``: a property of the arguments that all calls with a wrong answer share, and most others do not.
4. ``_direction``, if there is nothing else to say: every wrong answer is larger, or smaller, longer, shorter, or in
   another order.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any, NamedTuple

import numpy as np

from gradkata.declaring.kata import Kata
from gradkata.drawing.bank import Call
from gradkata.drawing.coding import Raises
from gradkata.judging.answers import Answer, agree, as_values
from gradkata.judging.likeness import Probes
from gradkata.judging.verdicts import identical
from gradkata.signature import Parameter, infer_sizes

_FEWEST_WRONG, _FEWEST_RIGHT = 3, 5
_FEWEST_PAIRS = 3
_LEAST_SHARE = 0.1  # of the calls that a condition excludes
_LARGE = (1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0, 500.0)


class _Condition(NamedTuple):
    """A property of the arguments, in words, and the calls that have it."""

    text: str
    holds: frozenset[int]


class Shown(NamedTuple):
    """A call with a wrong answer that the report shows and the bank need not hold."""

    arguments: tuple[Any, ...]
    given: tuple[Any, ...]
    right: tuple[Any, ...]


def sentences(
    kata: Kata, calls: Sequence[Call], probes: Probes, shown: Sequence[Shown] = ()
) -> tuple[str, ...]:
    """What can be said on a wrong answer, the most telling first; empty if nothing can.

    A sentence counts the calls of the bank, and is true of those that are ``shown`` as well.
    """
    if any(probes.answers[index].outcome != "passed" for index in probes.wrong):
        return ()  # the exception says it
    if any(isinstance(call.answer, Raises) for call in calls):
        return ()
    calls = [replace(call, arguments=_whole(kata, call.arguments)) for call in calls]
    found = (
        _wrong_results(kata, calls, probes, shown),
        _without_effect(kata, calls, probes.answers),
        _condition(kata, calls, probes, [_whole(kata, each.arguments) for each in shown]),
    )
    said = [each for each in found if each] or [_direction(kata, calls, probes, shown)]
    return tuple(filter(None, said))


def _whole(kata: Kata, arguments: tuple[Any, ...]) -> tuple[Any, ...]:
    """The arguments with the defaults of those that are not given."""
    return (*arguments, *[parameter.default for parameter in kata.signature.parameters[len(arguments) :]])


def _wrong_results(kata: Kata, calls: Sequence[Call], probes: Probes, shown: Sequence[Shown]) -> str:
    count = len(kata.signature.results)
    if count == 1 or kata.acceptance is not None or len(probes.wrong) < _FEWEST_WRONG:
        return ""
    asked = [(probes.answers[i].values, as_values(calls[i].answer, kata.signature)) for i in probes.wrong]
    wrong: set[int] = set()
    for given, right in (*asked, *[(each.given, each.right) for each in shown]):
        pairs = zip(given, right, strict=True)
        wrong |= {i for i, (one, other) in enumerate(pairs) if not agree((one,), (other,), kata.tolerance)}
    right_ones = [str(i + 1) for i in range(count) if i not in wrong]
    wrong_ones = [str(i + 1) for i in sorted(wrong)]
    if not right_ones or not wrong_ones:
        return ""
    verb = "is" if len(right_ones) == 1 else "are"
    said = f"Of the {count} results, {_joined(right_ones)} {verb} right in every call"
    return f"{said}; {_joined(wrong_ones)} {'is' if len(wrong_ones) == 1 else 'are'} wrong."


def _without_effect(kata: Kata, calls: Sequence[Call], answers: Sequence[Answer]) -> str:
    """An argument without effect, by pairs of calls that differ in it alone."""
    for position, name in enumerate(kata.signature.names):
        same = 0
        for one, other in _pairs(calls, answers, position):
            right = [as_values(calls[i].answer, kata.signature) for i in (one, other)]
            if agree(right[0], right[1], kata.tolerance):
                continue
            if not agree(answers[one].values, answers[other].values, kata.tolerance):
                break
            same += 1
        else:
            if same >= _FEWEST_PAIRS:
                return (
                    f"In {same} pairs of calls that differ in `{name}` alone, it returns the same twice; "
                    "the right answers differ."
                )
    return ""


def _pairs(calls: Sequence[Call], answers: Sequence[Answer], position: int) -> Iterator[tuple[int, int]]:
    """Pairs of calls that differ in one argument alone, and whose answers and right answers are known."""
    groups: dict[tuple[Any, ...], list[int]] = {}
    for index, call in enumerate(calls):
        if answers[index].outcome == "passed" and not call.is_digested:
            others = (*call.arguments[:position], *call.arguments[position + 1 :])
            groups.setdefault(tuple(map(_key, others)), []).append(index)
    for group in groups.values():
        for one, other in pairwise(group):
            if not identical(
                calls[one].arguments[position : position + 1], calls[other].arguments[position : position + 1]
            ):
                yield one, other


def _key(value: Any) -> Any:
    return (value.shape, value.tobytes()) if isinstance(value, np.ndarray) else repr(value)


def _direction(kata: Kata, calls: Sequence[Call], probes: Probes, shown: Sequence[Shown]) -> str:
    """How every wrong answer differs from the right one, if always in the same way."""
    indices = [index for index in probes.wrong if not calls[index].is_digested]
    if len(kata.signature.results) > 1 or kata.acceptance is not None or len(indices) < _FEWEST_WRONG:
        return ""
    asked = [(probes.answers[i].value, calls[i].answer) for i in indices]
    known = (*asked, *[(each.given[0], each.right[0]) for each in shown])
    pairs = [(np.asarray(given), np.asarray(right)) for given, right in known]
    if any(each.dtype.kind not in "fi" for pair in pairs for each in pair):
        return ""
    every = f"In all {len(indices)} calls with a wrong result"
    if len(indices) < len(probes.wrong):  # of long answers the bank holds a digest
        every = f"In the {len(indices)} calls with a wrong result that are compared entry by entry"
    shapes = [(given.size, right.size) for given, right in pairs]
    if all(given > right for given, right in shapes):
        return f"{every}, it has more entries than the right one."
    if all(given < right for given, right in shapes):
        return f"{every}, it has fewer entries than the right one."
    if any(given.shape != right.shape for given, right in pairs):
        return ""
    if all(np.array_equal(np.sort(given, None), np.sort(right, None)) for given, right in pairs):
        return f"{every}, it has the right entries in another order."
    if pairs[0][0].dtype.kind == "i" and pairs[0][0].ndim:  # such integers are row numbers or labels
        return ""
    atol, rtol = kata.tolerance.atol, kata.tolerance.rtol
    signs = {
        sign
        for given, right in pairs
        for sign in np.sign(given - right)[~np.isclose(given, right, rtol=rtol, atol=atol)].ravel().tolist()
    }
    entries = "each entry that is wrong" if any(given.ndim for given, _ in pairs) else "it"
    return {
        (1.0,): f"{every}, {entries} is too large.",
        (-1.0,): f"{every}, {entries} is too small.",
    }.get(tuple(signs), "")


def _condition(kata: Kata, calls: Sequence[Call], probes: Probes, shown: Sequence[tuple[Any, ...]]) -> str:
    wrong, right = frozenset(probes.wrong), frozenset(probes.right)
    if len(wrong) < _FEWEST_WRONG or len(right) < _FEWEST_RIGHT:
        return ""
    least = max(_FEWEST_RIGHT, _LEAST_SHARE * len(probes.answers))
    all_calls = [*(call.arguments for call in calls), *shown]
    all_wrong = wrong | frozenset(range(len(calls), len(all_calls)))
    best: tuple[float, str] = (0.0, "")
    for text, holds in _conditions(kata, all_calls, all_wrong):
        inside, outside = len(right & holds), len(right - holds)
        share = len(wrong) / (len(wrong) + inside)
        if all_wrong <= holds and outside >= least and share > max(best[0], 0.5):
            where = (
                f"It is wrong in all {len(wrong)} calls in which {text}, and right in the {outside} others."
                if not inside
                else f"It is wrong only in calls in which {text}: in {len(wrong)} of these {len(wrong) + inside}; "
                f"it is right in the {outside} others."
            )
            best = (share, where)
    return best[1]


def _conditions(kata: Kata, calls: Sequence[tuple[Any, ...]], wrong: frozenset[int]) -> Iterator[_Condition]:
    sizes = [infer_sizes(kata.signature, arguments) for arguments in calls]
    for name in kata.signature.sizes:
        yield from _by_number(f"`{name}`", [each.get(name, 0) for each in sizes], wrong, is_whole=True)
    for position, parameter in enumerate(kata.signature.parameters):
        values = [arguments[position] for arguments in calls]
        yield from _of_argument(parameter, values, wrong)


def _of_argument(parameter: Parameter, values: Sequence[Any], wrong: frozenset[int]) -> Iterator[_Condition]:
    name, kind = f"`{parameter.name}`", parameter.kind
    if kind.takes:
        return
    if kind.base == "str":
        yield from _of_words(name, values, wrong)
    elif not kind.shape:
        yield from _by_number(name, values, wrong, is_whole=kind.base == "i8")
    elif kind.base in ("f8", "i8"):
        yield from _of_array(name, values, wrong)


def _by_number(
    name: str, values: Sequence[Any], wrong: frozenset[int], *, is_whole: bool
) -> Iterator[_Condition]:
    """Conditions on a number: by its sign and, if it is whole, by the least and largest one that is wrong."""
    yield _where(f"{name} is 0", values, lambda value: value == 0)
    yield _where(f"{name} is not 0", values, lambda value: value != 0)
    yield _where(f"{name} is negative", values, lambda value: value < 0)
    if is_whole:
        least, most = min(values[i] for i in wrong), max(values[i] for i in wrong)
        if least == most:
            yield _where(f"{name} is {least}", values, lambda value: value == least)
        yield _where(f"{name} is {least} or more", values, lambda value: value >= least)
        yield _where(f"{name} is {most} or less", values, lambda value: value <= most)
    else:
        yield _where(f"{name} is positive", values, lambda value: value > 0)
        yield _where(f"{name} is above 1", values, lambda value: value > 1)
        yield _where(f"{name} is not 1", values, lambda value: value != 1)


def _of_array(name: str, values: Sequence[Any], wrong: frozenset[int]) -> Iterator[_Condition]:
    yield _where(f"{name} has a negative entry", values, lambda value: bool((value < 0).any()))
    yield _where(f"{name} has a positive entry", values, lambda value: bool((value > 0).any()))
    yield _where(f"{name} has an entry of 0", values, lambda value: bool((value == 0).any()))
    yield _where(f"{name} has an infinite entry", values, lambda value: bool(np.isinf(value).any()))
    yield _where(
        f"{name} has an entry that is not a whole number", values, lambda value: bool((value % 1 != 0).any())
    )
    yield _where(
        f"{name} has two equal entries", values, lambda value: len(np.unique(value)) < np.size(value)
    )
    most = min(float(np.abs(values[i]).max(initial=0)) for i in wrong)
    limit = max((each for each in _LARGE if each <= most), default=0.0)
    if limit:
        yield _where(
            f"{name} has an entry of absolute value {limit:g} or more",
            values,
            lambda value: bool(np.abs(value).max(initial=0) >= limit),
        )


def _of_words(name: str, values: Sequence[Any], wrong: frozenset[int]) -> Iterator[_Condition]:
    if not isinstance(values[0], list):
        return
    if any(isinstance(each, list) for value in values for each in value):
        yield from _by_number(f"the number of lists in {name}", list(map(len, values)), wrong, is_whole=True)
        return
    yield from _by_number(f"the number of words in {name}", list(map(len, values)), wrong, is_whole=True)
    yield _where(f"{name} repeats a word", values, lambda value: len(set(value)) < len(value))


def _where(text: str, values: Sequence[Any], test: Callable[[Any], bool]) -> _Condition:
    return _Condition(text, frozenset(i for i, value in enumerate(values) if test(value)))


def _joined(numbers: Sequence[str]) -> str:
    return numbers[0] if len(numbers) == 1 else f"{', '.join(numbers[:-1])} and {numbers[-1]}"

"""The cases of the property on the whole domain: the schedule, and the edges in combination.

Wrong answers that handle an edge are often right for a small input alone, or where it is the only edge.  To the cases
of `drawing.schedule` this adds, for each edge that the author declares, a few examples of it

* together with each other edge, where no name is drawn by both;
* with each number at either end of its range, if the edge is about an array or words;
* with long axes or lists of words;
* with all arrays multiplied by 64 or 1/64, which keeps what is equal equal.

Where a mistake of every subject or a narrow answer (`authoring.narrow`) still goes unnoticed, cases of further
schedules that reveal it follow.

An example that the domain does not admit is dropped.
"""

import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import islice
from typing import Any, NamedTuple

import numpy as np

from gradkata.authoring.candidates import Candidate, require_supported, right_answer
from gradkata.authoring.narrow import narrow_answers
from gradkata.authoring.trials import Function
from gradkata.comparing.closeness import Tolerance
from gradkata.comparing.digest import LONG, Digest, differ, digest_of
from gradkata.declaring.domain import Built, Real, Whole, Words
from gradkata.declaring.kata import Kata, general_mistakes
from gradkata.declaring.parts import Property
from gradkata.declaring.recording import Recorded, st
from gradkata.drawing.bank import Call, call_text
from gradkata.drawing.coding import weight
from gradkata.drawing.real import DrawError, draw_examples
from gradkata.drawing.schedule import ScheduledCase, has_many_arrays, long_sizes, schedule
from gradkata.judging.answers import agree, as_values, observe
from gradkata.judging.verdicts import disagreement

_DRAWN = 8  # examples of a combination, of which the first that are admitted are kept
_KEPT = 2
_KEPT_OF_ORDINARY = 6
_OF_A_CASE = 30  # bytes of a bank besides those of the call
_TRIMMED = 2
_FEW_NUMBERS = 3  # arguments that are one number each
_SEARCHED = 12  # further schedules, for mistakes and narrow answers that the first one does not reveal
_FACTORS = (64.0, 1 / 64)
_LONG_SENTENCES = st.lists(st.sampled_from(["la", "lala", "La", "tu"]), min_size=11, max_size=24)


class Room(NamedTuple):
    """How many bytes and calls of a bank the cases may take."""

    size: int
    calls: int


def on_the_domain(
    slug: str, kata: Kata, prop: Property, truth: Function, seed: str, room: Room | None = None
) -> Iterator[Candidate]:
    """All cases, in an order in which neighbours follow each other.

    Where there is too little ``room``, optional cases are left out, the largest first.  Without a limit these are the
    cases that a new schedule has; no further ones are searched.
    """
    assert kata.admitted is not None
    found = first = [*_first_cases(slug, kata, prop, truth, seed)]
    more: list[Candidate] = []
    if room is not None:

        @cache
        def further(number: int) -> list[Candidate]:
            assert kata.admitted is not None
            cases = schedule(kata.admitted, f"{seed} more {number}", alternatives=1)
            return [_scheduled(kata, prop, case, truth) for case in cases]

        more = [*_revealing(kata, truth, first, further)]
        for _ in range(_TRIMMED):  # what is left out may have to be replaced
            found = _within(Room(room.size - sum(map(_bytes, more)), room.calls - len(more)), first)
            more = [*_revealing(kata, truth, found, further)]
    yield from (*found, *more)


def _revealing(
    kata: Kata, truth: Function, found: Sequence[Candidate], further: Callable[[int], Sequence[Candidate]]
) -> Iterator[Candidate]:
    """Cases of further schedules that reveal what the ones found do not."""
    assert kata.admitted is not None
    known = [
        *(m.function for m in general_mistakes(kata, truth)),
        *(f for _, f in narrow_answers(kata.admitted, truth)),
    ]
    left = [function for function in known if not any(_reveals(kata, each, function) for each in found)]
    for number in range(_SEARCHED if left else 0):
        for candidate in further(number):
            killed = [function for function in left if _reveals(kata, candidate, function)]
            if killed:
                left = [function for function in left if function not in killed]
                yield candidate


def _bytes(candidate: Candidate) -> int:
    return len(call_text(candidate.calls[0]).encode()) + _OF_A_CASE


def _within(room: Room, found: Sequence[Candidate]) -> list[Candidate]:
    sizes = {id(each): _bytes(each) for each in found}
    excess, too_many = sum(sizes.values()) - room.size, len(found) - room.calls
    dropped = set()
    for each in sorted(found, key=lambda each: -sizes[id(each)]):
        if (excess > 0 or too_many > 0) and each.is_optional:
            excess, too_many = excess - sizes[id(each)], too_many - 1
            dropped.add(id(each))
    return [each for each in found if id(each) not in dropped]


def _reveals(kata: Kata, candidate: Candidate, function: Function) -> bool:
    (call,) = candidate.calls
    return disagreement(kata, call, observe(function, kata.signature, call.arguments)) is not None


def _first_cases(slug: str, kata: Kata, prop: Property, truth: Function, seed: str) -> Iterator[Candidate]:
    assert kata.admitted is not None
    for case in schedule(kata.admitted, seed):
        yield from max(
            [_with_neighbours(kata, prop, each, truth) for each in (case, *case.alternatives)], key=_variety
        )
    seen = set()
    for arguments in _on_edges(slug, kata, seed):
        text = weight(list(arguments))[1]
        if text not in seen:
            seen.add(text)
            yield replace(_asked(kata, prop, arguments, {}, truth), is_optional=True)


def _with_neighbours(kata: Kata, prop: Property, case: ScheduledCase, truth: Function) -> list[Candidate]:
    """A case and, of each group of its neighbours, the first with another answer."""
    base = _scheduled(kata, prop, case, truth)
    found = [base]
    for group in case.neighbours:
        for other in group.neighbours or (group,):
            near = _scheduled(kata, prop, other, truth)
            if not _same_answer(kata, base.calls[0], near.calls[0]):
                found.append(near)
                break
    return found


def _variety(found: Sequence[Candidate]) -> tuple[int, int]:
    """How much a case shows: neighbours with other answers, then different entries of its answer other than 0."""
    return len(found), _entries(found[0].calls[0].answer)


def _entries(answer: Any) -> int:
    if isinstance(answer, tuple):
        return sum(map(_entries, answer))
    if isinstance(answer, Digest):
        return len(set(answer.entries)) * max(1, int(np.prod(answer.shape)) // LONG)
    return len(set(np.ravel(answer).tolist()) - {0})


def _scheduled(kata: Kata, prop: Property, case: ScheduledCase, truth: Function) -> Candidate:
    recipes = {i: case.recipes[name] for i, name in enumerate(case.arguments) if name in case.recipes}
    asked = _asked(kata, prop, tuple(case.arguments.values()), recipes, truth)
    return replace(asked, is_optional=case.is_optional)


def _asked(
    kata: Kata, prop: Property, arguments: tuple[Any, ...], recipes: Mapping[int, str], truth: Function
) -> Candidate:
    require_supported(kata, prop, arguments)
    values = as_values(right_answer(kata, prop, arguments, truth), kata.signature)
    assert kata.admitted is not None
    longest = LONG // 2 if has_many_arrays(kata.admitted) else LONG
    short = tuple(
        [digest_of(each) if isinstance(each, np.ndarray) and each.size > longest else each for each in values]
    )
    return Candidate(prop, {}, (Call(arguments, short if len(short) > 1 else short[0], recipes),))


def _same_answer(kata: Kata, one: Call, other: Call) -> bool:
    """Whether two calls have answers that a wrong one may exchange unnoticed; the tolerance counts twice."""
    wide = Tolerance(2 * kata.tolerance.rtol, 2 * kata.tolerance.atol)
    pairs = zip(as_values(one.answer, kata.signature), as_values(other.answer, kata.signature), strict=True)
    return all(
        not differ(a, b, wide.rtol, wide.atol)
        if isinstance(a, Digest) and isinstance(b, Digest)
        else not isinstance(a, Digest) and not isinstance(b, Digest) and agree((a,), (b,), wide)
        for a, b in pairs
    )


def _on_edges(slug: str, kata: Kata, seed: str) -> Iterator[tuple[Any, ...]]:
    edges = [each for each in kata.properties if each.sort == "edge" and not each.error]
    for i, edge in enumerate(edges):
        label = f"{slug} {edge.name} {seed}"
        for other in edges[i + 1 :]:
            if (merged := _merged_draws(kata, edge, other)) is not None:
                yield from islice(_drawn(kata, merged, f"{label} {other.name}"), _KEPT)
        for number, draws in enumerate(_at_ends(kata, edge)):
            yield from islice(_drawn(kata, draws, f"{label} end {number}"), 1)
        if (longer := _longer_draws(kata, edge, label)) is not None:
            yield from islice(_drawn(kata, longer, f"{label} long"), _KEPT)
        yield from _at_other_scales(kata, edge.draws, label, 1)
    yield from _at_other_scales(kata, kata.ordinary, f"{slug} {seed}", _KEPT_OF_ORDINARY)


def _at_other_scales(
    kata: Kata, draws: Mapping[str, Any], label: str, kept: int
) -> Iterator[tuple[Any, ...]]:
    for factor in _FACTORS:
        found = (_scaled(kata, each, factor) for each in _drawn(kata, draws, f"{label} {factor}"))
        yield from islice((each for each in found if each is not None), kept)


def _drawn(kata: Kata, draws: Mapping[str, Any], label: str) -> Iterator[tuple[Any, ...]]:
    """Different examples that the domain admits."""
    assert kata.admitted is not None
    try:
        drawn = draw_examples(draws, _DRAWN, label)
    except DrawError:  # the two edges exclude each other, or the axis cannot be long
        return
    different = {weight(example)[1]: example for example in drawn}
    for example in reversed(different.values()):  # the first draws are the simplest
        arguments = tuple([example[name] for name in kata.signature.names])
        if kata.admitted.admits(arguments):
            yield arguments


def _merged_draws(kata: Kata, one: Property, two: Property) -> dict[str, Any] | None:
    """The draws of two edges together; None if both say what is drawn for the same name."""
    first, second = _changes(kata, one), _changes(kata, two)
    if first.keys() & second.keys():
        return None
    return {**kata.ordinary, **first, **second}


def _at_ends(kata: Kata, edge: Property) -> Iterator[dict[str, Any]]:
    """The draws of an edge with numbers at the ends of their ranges: each alone or, if there are many, all at once."""
    assert kata.admitted is not None
    declared = kata.admitted.declared
    ends = {
        parameter.name: (each.low, each.high)
        for parameter in kata.signature.parameters
        if not parameter.kind.shape and isinstance(each := declared[parameter.name], (Real, Whole))
        if not isinstance(each.low, str) and not isinstance(each.high, str)
    }
    if _changes(kata, edge).keys() <= ends.keys():
        return
    names = [(name,) for name in ends] if len(ends) <= _FEW_NUMBERS else [tuple(ends)]
    for chosen in names:
        for end in (0, 1):
            yield {**edge.draws, **{name: ends[name][end] for name in chosen}}


def _changes(kata: Kata, edge: Property) -> dict[str, Any]:
    return {n: strategy for n, strategy in edge.draws.items() if strategy is not kata.ordinary.get(n)}


def _longer_draws(kata: Kata, edge: Property, label: str) -> dict[str, Any] | None:
    """The draws of an edge with long axes, or with long lists of words; None if the edge fixes them."""
    assert kata.admitted is not None
    changed = _changes(kata, edge)
    longer: dict[str, Any] = {}
    for name, size in long_sizes(kata.admitted, random.Random(label)).items():
        if isinstance(edge.draws.get(name), Recorded) and edge.draws[name].name == "integers":
            longer[name] = size
    for name, declared in kata.admitted.declared.items():
        if (
            isinstance(declared, Words)
            and declared.lists is None
            and declared.high > 24
            and name not in changed
        ):
            longer[name] = _LONG_SENTENCES
    return {**edge.draws, **longer} if longer else None


def _scaled(kata: Kata, arguments: tuple[Any, ...], factor: float) -> tuple[Any, ...] | None:
    """The arguments with all arrays of floats multiplied; None if nothing changes or the domain does not admit it."""
    assert kata.admitted is not None
    scaled = tuple(
        value * factor
        if isinstance(value, np.ndarray) and isinstance(kata.admitted.declared[parameter.name], (Real, Built))
        else value
        for parameter, value in zip(kata.signature.parameters, arguments, strict=True)
    )
    is_same = weight(list(scaled)) == weight(list(arguments))
    return None if is_same or not kata.admitted.admits(scaled) else scaled

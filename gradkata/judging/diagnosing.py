"""Find the known mistake that a wrong answer behaves like, and say how far the likeness goes.

The known mistakes of a kata are its misconceptions, after them the mistakes of every subject (`gradkata.mistakes`),
which are made of the plain right answer, and automatic mutants of right answers (`known_mutants`).  A diagnosis has one
of four strengths, which a report words differently.  They are tried in this order:

1. ``exactly``: the answer and a mistake are alike on every call that was answered.
2. ``wherever-wrong``: they are alike on every call on which the answer is wrong.  Here they are alike on the other
   calls as well, but one raises an exception of arithmetic where the other returns NaN.
3. ``mutant``: the answer and a mutant are alike on every call.  A mutant that fits is nearer to the answer than a
   mistake that is also wrong elsewhere.  Such a mistake comes after it, again as ``wherever-wrong``: enough answers are
   wrong to be distinctive (`Probes.is_distinctive`), and the mistake is alike on at least half of the other calls and
   on more of them than any other one.
4. ``two``: on ordinary input the answer is like one mistake, and on other input, where it is wrong in another way, like
   a second one, which is right on ordinary input.  Or it is like one mistake and also changes an argument.

A wrong name is worse than none: where two mistakes fit equally well, there is no diagnosis.
If no answer is wrong, there is nothing to diagnose.

The calls with wrong answers come first.  This is where a mistake usually differs from the submission, so that most
mistakes are rejected after a call or two.  Each answer of a mistake is made once (`likeness.Known`).

Mistakes run in this process: they are gradkata's own code and need no sandbox.  Law 6 (`authoring.laws`) requires that
the bank diagnoses each misconception as itself and as no other, so that the order of declaration does not matter for a
kata that passes `kata lint`.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from gradkata.declaring.kata import Kata, general_mistakes
from gradkata.declaring.parts import Misconception
from gradkata.drawing.bank import Bank
from gradkata.judging.answers import Answer
from gradkata.judging.likeness import Known, Probes, is_mixed, known_by_running, nearly_alike
from gradkata.judging.precision import IN_FLOAT32, is_single_precision
from gradkata.outcomes import Strength

Mutants = Callable[[Probes], Iterable[Known]]
"""The mutants of a kata that may be alike to some answers."""


@dataclass(frozen=True)
class Found:
    """A diagnosis: the mistake, how far the likeness goes, and the second mistake if there are two."""

    mistake: Misconception
    strength: Strength = "exactly"
    second: Misconception | None = None


def diagnose(
    kata: Kata,
    bank: Bank,
    answers: Sequence[Answer],
    right: Callable[..., Any],
    mutants: Mutants | None = None,
) -> Found | None:
    """What the answers to the calls of a bank look like, if anything; ``right`` is the plain right answer."""
    probes = Probes(kata, bank, answers)
    if not probes.wrong:
        return None
    general = general_mistakes(kata, right)
    known = [known_by_running(kata, bank, each) for each in (*kata.misconceptions, *general)]
    return diagnose_among(probes, known, mutants)


def diagnose_among(probes: Probes, known: Sequence[Known], mutants: Mutants | None = None) -> Found | None:
    """The same for known mistakes in the order of their precedence."""
    if not probes.wrong:
        return None
    return _as_one(probes, known, mutants) or _as_two(probes, known, mutants)


def matching(
    known: Sequence[Known], kata: Kata, bank: Bank, answers: Sequence[Answer]
) -> Iterator[Misconception]:
    """The mistakes among the known ones that answer every call as the submission does, if it answers one wrongly."""
    probes = Probes(kata, bank, answers)
    for each in known if probes.wrong else ():
        if _is_exact(probes, each):
            yield each.mistake


def _as_one(probes: Probes, known: Sequence[Known], mutants: Mutants | None) -> Found | None:
    """The diagnosis by a single mistake."""
    for each in known:
        if _is_exact(probes, each):
            return Found(each.mistake)
    if is_single_precision(probes.kata, probes.bank.calls, probes.answers):
        return next((Found(each.mistake) for each in known if each.mistake.name == IN_FLOAT32), None)
    fitting = [
        each
        for each in known
        if all(probes.nearly_alike(index, each.answer(index)) for index in probes.wrong)
    ]
    for each in fitting:
        if all(probes.nearly_alike(index, each.answer(index)) for index in probes.right):
            return Found(each.mistake, "wherever-wrong")
    for each in mutants(probes) if mutants is not None and probes.has_wrong_values else ():
        if _is_exact(probes, each):
            return Found(each.mistake, "mutant")
    found = _most_alike(probes, fitting) if probes.is_distinctive else None
    return Found(found.mistake, "wherever-wrong") if found is not None else None


def _is_exact(probes: Probes, known: Known) -> bool:
    return all(probes.alike(index, known.answer(index)) for index in (*probes.wrong, *probes.right))


def _most_alike(probes: Probes, fitting: Sequence[Known]) -> Known | None:
    """The one mistake that is alike on most of the calls with a right answer, if on at least half of them."""
    shares = [
        sum(probes.nearly_alike(index, each.answer(index)) for index in probes.right) for each in fitting
    ]
    most = max(shares, default=0)
    if 2 * most < len(probes.right) or shares.count(most) != 1:
        return None
    return fitting[shares.index(most)]


def _as_two(probes: Probes, known: Sequence[Known], mutants: Mutants | None) -> Found | None:
    """The diagnosis by two mistakes."""
    stripped = probes.without_changes()
    if stripped is not None:
        return _with_changed_argument(*stripped, known, mutants)
    wrong_in_core = [index for index in probes.wrong if index in probes.ordinary]
    if len(wrong_in_core) == len(probes.wrong) or not probes.are_distinctive(wrong_in_core):
        return None
    on_core = [*wrong_in_core, *(probes.ordinary - {*wrong_in_core})]
    pairs = []
    for first in known:
        if not all(probes.nearly_alike(index, first.answer(index)) for index in on_core):
            continue
        left = [
            i
            for i in probes.wrong
            if i not in probes.ordinary and not probes.nearly_alike(i, first.answer(i))
        ]
        second = _the_second(probes, known, first, left) if left else None
        if second is not None:
            pairs.append((len(left), first, second))
    fewest = min((left for left, _, _ in pairs), default=0)
    best = [(first, second) for left, first, second in pairs if left == fewest]
    return Found(best[0][0].mistake, "two", best[0][1].mistake) if len(best) == 1 else None


def _the_second(probes: Probes, known: Sequence[Known], first: Known, left: Sequence[int]) -> Known | None:
    """The one mistake that is right on ordinary input and alike on the calls that are left.

    It is also alike where some entries of the answer are its own, and the others those of the first mistake.
    """

    def fits(each: Known, index: int) -> bool:
        answer, own = probes.answers[index], each.answer(index)
        return probes.nearly_alike(index, own) or is_mixed(
            answer, own, first.answer(index), probes.kata.tolerance
        )

    fitting = [
        each
        for each in known
        if all(fits(each, index) for index in left)
        and all(probes.is_right(index, each.answer(index)) for index in probes.ordinary)
    ]
    exact = [each for each in fitting if all(probes.alike(index, each.answer(index)) for index in left)]
    found = exact or fitting
    return found[0] if found and all(_are_one(probes, found[0], other) for other in found[1:]) else None


def _are_one(probes: Probes, one: Known, other: Known) -> bool:
    """Whether two mistakes differ at most in an exception that one raises where the other returns NaN."""
    tolerance = probes.kata.tolerance
    return all(
        nearly_alike(one.answer(index), other.answer(index), tolerance)
        for index in (*probes.wrong, *probes.right)
    )


def _with_changed_argument(
    probes: Probes, changed: Sequence[int], known: Sequence[Known], mutants: Mutants | None
) -> Found | None:
    """Like one mistake apart from changed arguments, which are the second mistake, or the only one."""
    names = [f"changes_{probes.kata.signature.names[position]}" for position in changed]
    second = next((each.mistake for each in known if each.mistake.name in names), None)
    if second is None:
        return None
    if not probes.wrong:
        return Found(second)
    first = _as_one(probes, known, mutants)
    return Found(first.mistake, "two", second) if first is not None else None

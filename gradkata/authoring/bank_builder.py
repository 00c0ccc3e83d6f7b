"""Draw a bank: many candidates from Hypothesis, reduced to the few that distinguish wrong answers.

A bank is the fixed list of calls that every submission is judged on.  It should reveal every mistake with few
calls, because each submission has to answer all of them.  For each property except the contract, `make_bank`

1. draws candidates (`candidates`).  A candidate is one example with the calls that it makes and their right
   answers; these come from running the reference.  If the reference fails a property, or does not give the
   answer of an example that was worked out by hand, there is no bank.
2. tries every known wrong answer on every candidate (`_evaluated`): the misconceptions, the standard wrong
   answers and the automatic mutants.  It records which of them the candidate reveals (``kills``), and for
   which pairs of misconceptions the answers differ (``distinguishes``).  A wrong answer that is not a
   misconception is no longer tried after ``ENOUGH`` kills, since some are slow.
3. chooses a subset (`_selected`).  This is a greedy set cover: the candidate with the largest gain is taken,
   the smaller one in a tie, until every wrong answer is killed ``COVER`` times, as far as the candidates allow,
   and every pair of misconceptions is distinguished once, by this property or by an earlier one.  ``PLAIN`` of the
   other candidates are added in the order in which they were drawn, since mistakes that nobody thought of show on
   ordinary input as well.

The property on the whole domain is different: its cases (`authoring.domain_cases`) are all kept, in their order, since
they are there for mistakes that nobody has thought of.

Calls that several candidates share are stored once.  The cases of a property are in ascending order of size,
so that the first failure is easy to read.

The same seed, files and versions give the same bank.  `made_by` records the files and versions, from which
`kata lint` sees that a bank is out of date.
"""

import hashlib
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from gradkata.authoring.candidates import DRAWN, Candidate, candidates
from gradkata.authoring.domain_cases import Room, on_the_domain
from gradkata.authoring.trials import Function, asking
from gradkata.declaring.kata import Kata
from gradkata.drawing.bank import MOST_BYTES, MOST_CALLS, Bank, Call, Case, digest_of, dumps
from gradkata.drawing.coding import weight
from gradkata.judging.answers import Answer, alike, observe
from gradkata.judging.verdicts import disagreement, judge_property

PUBLIC = "public"
# How many plain candidates are kept with those that kill.  Measured: a three-fold cover of ordinary input with some
# plain examples also catches mistakes that nobody thought of.  For edges a third one added calls and caught no more of
# the answers in tests/judging/narrow.
PLAIN = {"agreement": 8, "edge": 2, "property": 1}
COVER = {"agreement": 3, "edge": 2, "property": 2, "example": 3}
ENOUGH = 12
_SPARE, _SPARE_CALLS = 2 << 10, 4  # for the record of files


def make_bank(
    slug: str,
    kata: Kata,
    truth: Function,
    wrong: Mapping[str, Function],
    seed: str = PUBLIC,
    fresh: int = 0,
) -> Bank:
    """The bank of a kata, the same for the same seed, files and versions.

    ``fresh`` is the number of additional plain examples of ordinary input.

    Raises:
        BankError: if the reference itself fails a property.
    """
    kept: list[Candidate] = []
    distinguished: set[tuple[str, str]] = set()
    for prop in kata.properties:
        if prop.sort == "domain":
            others = _bank(slug, seed, kept)
            size = MOST_BYTES - len(dumps(others).encode()) - _SPARE
            room = Room(size, MOST_CALLS - len(others.calls) - _SPARE_CALLS)
            kept.extend(on_the_domain(slug, kata, prop, truth, seed, room))
        elif prop.sort != "contract":
            tally: Counter[object] = Counter(dict.fromkeys(distinguished, ENOUGH))
            more = fresh if prop.sort == "agreement" else 0
            count = DRAWN[prop.sort] + more if more else None
            drawn = candidates(slug, kata, prop, truth, seed, count)
            pool = [_evaluated(kata, each, wrong, tally) for each in drawn]
            chosen = _selected(pool, COVER[prop.sort], PLAIN.get(prop.sort, 0) + more)
            distinguished |= {pair for each in chosen for pair in each.distinguishes}
            kept.extend(chosen)
    return _bank(slug, seed, kept)


def _bank(slug: str, seed: str, kept: Sequence[Candidate]) -> Bank:
    """The bank of these candidates; calls that several of them make are stored once."""
    calls: dict[str, int] = {}
    listed: list[Call] = []
    cases = []
    for each in kept:
        indices = []
        for call in each.calls:
            text = weight(list(call.arguments))[1]
            if text not in calls:
                calls[text] = len(listed)
                listed.append(call)
            indices.append(calls[text])
        inputs = each.inputs if each.property.check is not None else {}
        cases.append(Case(each.property.name, tuple(indices), inputs))
    bank = Bank(slug, seed, tuple(listed), tuple(cases), {})
    return replace(bank, digest=digest_of(bank))


def _evaluated(
    kata: Kata, candidate: Candidate, wrong: Mapping[str, Function], tally: Counter[object]
) -> Candidate:
    """The candidate with the wrong answers that it reveals and the pairs of misconceptions that it distinguishes.

    Wrong answers and pairs that ``tally`` counts often enough are no longer tried: some answers are slow, and there
    are thousands of pairs.
    """
    kills: set[str] = set()
    known = {misconception.name for misconception in kata.misconceptions}
    answers: dict[str, Answer] = {}
    for name, function in wrong.items():
        if tally[name] >= ENOUGH and name not in known:
            continue
        if candidate.property.check is None:
            (call,) = candidate.calls
            answer = observe(function, kata.signature, call.arguments)
            failed = disagreement(kata, call, answer)
            if failed is not None and name in known:
                answers[name] = answer
        else:
            failed = judge_property(kata, candidate.property, candidate.inputs, asking(kata, function))
        if failed is not None:
            kills.add(name)
            tally[name] += 1
    pairs: set[tuple[str, str]] = set()
    names = [*answers]
    for i, one in enumerate(names):
        pairs |= {
            (one, two)
            for two in names[i + 1 :]
            if tally[one, two] < ENOUGH and not alike(answers[one], answers[two], kata.tolerance)
        }
    tally.update(pairs)
    return replace(candidate, kills=frozenset(kills), distinguishes=frozenset(pairs))


def _selected(pool: Sequence[Candidate], cover: int, plain: int) -> list[Candidate]:
    """A greedy cover and the first ``plain`` of the remaining candidates, in ascending order of size."""
    need: dict[Any, int] = {}
    for candidate in pool:
        need |= dict.fromkeys(candidate.kills, cover) | dict.fromkeys(candidate.distinguishes, 1)
    sizes = {id(candidate): _size(candidate) for candidate in pool}
    left, chosen = list(pool), []
    while left:
        best = max(left, key=lambda c: (_gain(c, need), [-sizes[id(c)][0]], -pool.index(c)))
        if not _gain(best, need):
            break
        for item in (*best.kills, *best.distinguishes):
            need[item] -= 1
        chosen.append(best)
        left.remove(best)
    chosen.extend(left[:plain] if pool and pool[0].property.sort != "example" else left)
    return sorted(chosen, key=lambda candidate: sizes[id(candidate)])


def _gain(candidate: Candidate, need: Mapping[Any, int]) -> int:
    return sum(need[item] > 0 for item in (*candidate.kills, *candidate.distinguishes))


def _size(candidate: Candidate) -> tuple[int, str]:
    return weight([list(call.arguments) for call in candidate.calls])


def made_by(paths: Iterable[Path]) -> dict[str, str]:
    """What a bank is made from: a digest of each file, and the versions of the software."""
    import hypothesis
    import numpy

    # Folder and chapter are part of the name: grader and solution have the same file name.
    digests = {
        "/".join(path.parts[-3:]): hashlib.sha256(path.read_bytes()).hexdigest()[:12] for path in paths
    }
    python = f"{sys.version_info.major}.{sys.version_info.minor}"
    return digests | {"python": python, "numpy": numpy.__version__, "hypothesis": hypothesis.__version__}

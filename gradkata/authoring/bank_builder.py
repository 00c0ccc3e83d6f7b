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
   and every pair of misconceptions is distinguished once.  ``PLAIN`` of the other candidates are added in the
   order in which they were drawn, since mistakes that nobody thought of show on ordinary input as well.

The property on the whole domain is different: its cases come from `drawing.schedule` and from pairs of edges, and all
of them are kept, in this order, since they are there for mistakes that nobody has thought of.

Calls that several candidates share are stored once.  The cases of a property are in ascending order of size,
so that the first failure is easy to read.

The same seed, files and versions give the same bank.  `made_by` records the files and versions, from which
`kata lint` sees that a bank is out of date.
"""

import hashlib
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from gradkata.authoring.trials import Function, asking
from gradkata.comparing.closeness import Tolerance, compare
from gradkata.comparing.digest import LONG, Digest
from gradkata.comparing.digest import digest_of as digest_of_array
from gradkata.declaring.kata import Kata, Property
from gradkata.declaring.supported import fault_of
from gradkata.drawing.bank import Bank, BankError, Call, Case, digest_of
from gradkata.drawing.coding import Raises, weight
from gradkata.drawing.real import draw_examples
from gradkata.drawing.schedule import ScheduledCase, schedule
from gradkata.judging.answers import Answer, agree, alike, as_values, observe
from gradkata.judging.verdicts import disagreement, judge_property

PUBLIC = "public"
# How many candidates are drawn, and how many plain ones are kept with those that kill.  Measured: a three-fold
# cover with some plain examples also catches mistakes that nobody thought of.
DRAWN = {"agreement": 160, "edge": 80, "property": 60, "pair": 24}
PLAIN = {"agreement": 16, "edge": 4, "property": 2}
# A check that calls the function more often than this is stored without its calls: they are made again when an
# answer is judged.  Few examples of it are drawn, and it must not call without end.
MOST_STORED = 16
MANY_EXAMPLES = 4
MOST_IN_CHECK = 400
COVER = 3
ENOUGH = 12


@dataclass(frozen=True, eq=False)
class Candidate:
    """One example that a bank may keep, and the wrong answers that it reveals.

    One that ``is_live`` is kept without its calls, which are too many to store.
    """

    property: Property
    inputs: dict[str, Any]
    calls: tuple[Call, ...]
    kills: frozenset[str] = frozenset()
    distinguishes: frozenset[tuple[str, str]] = frozenset()
    is_live: bool = False


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
    for prop in kata.properties:
        if prop.sort == "domain":
            kept.extend(_on_the_domain(kata, prop, truth, seed))
            kept.extend(_on_pairs_of_edges(slug, kata, prop, truth, wrong, seed))
        elif prop.sort != "contract":
            tally: Counter[str] = Counter()
            more = fresh if prop.sort == "agreement" else 0
            count = DRAWN[prop.sort] + more if more else None
            drawn = candidates(slug, kata, prop, truth, seed, count)
            pool = [_evaluated(kata, each, wrong, tally) for each in drawn]
            kept.extend(_selected(pool, COVER, PLAIN.get(prop.sort, 0) + more))
    calls: dict[str, int] = {}
    listed: list[Call] = []
    cases = []
    for each in kept:
        indices = []
        for call in each.calls:
            text = str(dict(call.recipes)) + weight(list(call.arguments))[1]
            if text not in calls:
                calls[text] = len(listed)
                listed.append(call)
            indices.append(calls[text])
        inputs = each.inputs if each.property.check is not None else {}
        cases.append(Case(each.property.name, tuple(indices), inputs))
    bank = Bank(slug, seed, tuple(listed), tuple(cases), {})
    return replace(bank, digest=digest_of(bank))


def _on_the_domain(kata: Kata, prop: Property, truth: Function, seed: str) -> Iterator[Candidate]:
    """The cases of the schedule in its order, so that neighbours follow each other; all of them are kept."""
    assert kata.admitted is not None
    for case in schedule(kata.admitted, seed):
        base = _scheduled(kata, prop, case, truth)
        yield base
        for group in case.neighbours:
            for other in group.neighbours or (group,):
                near = _scheduled(kata, prop, other, truth)
                if not _same_answer(kata, base.calls[0], near.calls[0]):
                    yield near
                    break


def _scheduled(kata: Kata, prop: Property, case: ScheduledCase, truth: Function) -> Candidate:
    arguments = tuple(case.arguments.values())
    recipes = {i: case.recipes[name] for i, name in enumerate(case.arguments) if name in case.recipes}
    _require_supported(kata, prop, arguments)
    values = as_values(_right_answer(kata, prop, arguments, truth), kata.signature)
    short = tuple([digest_of_array(each) if np.size(each) > LONG else each for each in values])
    return Candidate(prop, {}, (Call(arguments, short if len(short) > 1 else short[0], recipes),))


def _same_answer(kata: Kata, one: Call, other: Call) -> bool:
    """Whether two calls have answers that a wrong one may exchange unnoticed; the tolerance counts twice."""
    wide = Tolerance(2 * kata.tolerance.rtol, 2 * kata.tolerance.atol)
    pairs = zip(as_values(one.answer, kata.signature), as_values(other.answer, kata.signature), strict=True)
    return all(
        a.shape == b.shape and compare(np.array(a.sums), np.array(b.sums), wide) is None
        if isinstance(a, Digest) and isinstance(b, Digest)
        else not isinstance(a, Digest) and not isinstance(b, Digest) and agree((a,), (b,), wide)
        for a, b in pairs
    )


def _on_pairs_of_edges(
    slug: str, kata: Kata, prop: Property, truth: Function, wrong: Mapping[str, Function], seed: str
) -> list[Candidate]:
    """Input on which two edges occur at once, where the statement admits it."""
    assert kata.admitted is not None
    edges = [each for each in kata.properties if each.sort == "edge" and not each.error]
    found: list[Candidate] = []
    for i, one in enumerate(edges):
        for two in edges[i + 1 :]:
            merged = _merged_draws(kata, one, two)
            if merged is None:
                continue
            pair = replace(prop, draws=merged)
            drawn = draw_examples(merged, DRAWN["pair"], f"{slug} {one.name} {two.name} {seed}")
            different = {weight(example)[1]: example for example in drawn}
            arguments = [tuple(each[name] for name in kata.signature.names) for each in different.values()]
            admitted = [each for each in arguments if kata.admitted.admits(each)]
            pool = [_evaluated(kata, _single(kata, pair, each, truth), wrong, Counter()) for each in admitted]
            found.extend(replace(each, property=prop) for each in _selected(pool, 1, 0)[:2])
    return found


def _merged_draws(kata: Kata, one: Property, two: Property) -> dict[str, Any] | None:
    """The draws of two edges together; None if both say what is drawn for the same name."""
    changed = [
        {name: strategy for name, strategy in edge.draws.items() if strategy is not kata.ordinary.get(name)}
        for edge in (one, two)
    ]
    if changed[0].keys() & changed[1].keys():
        return None
    return {**kata.ordinary, **changed[0], **changed[1]}


def candidates(
    slug: str, kata: Kata, prop: Property, truth: Function, seed: str, count: int | None = None
) -> list[Candidate]:
    """Different examples of one property, each with its calls and their right answers."""
    if prop.sort == "example":
        return [_worked_example(kata, prop, truth)]
    if prop.sort == "domain":
        return list(_on_the_domain(kata, prop, truth, seed))
    drawn = draw_examples(prop.draws, count or DRAWN[prop.sort], f"{slug} {prop.name} {seed}")
    different = {_text(kata, prop, example): example for example in drawn}
    if prop.check is None:
        names = kata.signature.names
        return [_single(kata, prop, tuple(e[name] for name in names), truth) for e in different.values()]
    found: list[Candidate] = []
    for example in different.values():
        found.append(_recorded(kata, prop, example, truth))
        if found[0].is_live and len(found) == MANY_EXAMPLES:
            break
    return found


def _text(kata: Kata, prop: Property, example: dict[str, Any]) -> str:
    """An example as text, from which equal ones are recognised."""
    try:
        return weight(example)[1]
    except (KeyError, TypeError) as error:
        _require_supported(kata, prop, [example.get(name) for name in kata.signature.names])
        raise BankError(f"property `{prop.name}` draws a value that a bank cannot hold: {error}.") from None


def _worked_example(kata: Kata, prop: Property, truth: Function) -> Candidate:
    """The candidate of a worked example; its answer must be the one that was worked out by hand."""
    given = tuple(prop.draws[name] for name in kata.signature.names if name in prop.draws)
    example = _single(kata, prop, given, truth)
    by_hand = observe(lambda *_: prop.expected, kata.signature, given)
    if by_hand.outcome != "passed" or disagreement(kata, example.calls[0], by_hand) is not None:
        answer = _line(example.calls[0].answer)
        raise BankError(
            f"example `{prop.name}` expects {_line(prop.expected)}, but the reference answers {answer}."
        )
    return example


def _single(kata: Kata, prop: Property, arguments: tuple[Any, ...], truth: Function) -> Candidate:
    _require_supported(kata, prop, arguments)
    return Candidate(prop, {}, (Call(arguments, _right_answer(kata, prop, arguments, truth)),))


def _recorded(kata: Kata, prop: Property, example: dict[str, Any], truth: Function) -> Candidate:
    calls: list[Call] = []
    faults: list[BankError] = []

    def ask(arguments: Sequence[Any]) -> Answer:
        try:
            _require_supported(kata, prop, arguments)
            _require_few(prop, len(calls) + 1)
        except BankError as error:  # the check itself may catch it
            faults.append(error)
            raise
        answer = observe(truth, kata.signature, arguments)
        calls.append(Call(tuple(arguments), answer.value))
        return answer

    failure = judge_property(kata, prop, example, ask)
    if faults:
        raise faults[0]
    if failure is not None:
        shown = f"on {_line(example)}: {failure.message}"
        raise BankError(f"property `{prop.name}` does not hold for the reference, {shown}")
    assert prop.check is not None
    wanted = prop.check.__code__.co_varnames[1 : prop.check.__code__.co_argcount]
    inputs = {name: example[name] for name in wanted}
    is_live = len(calls) > MOST_STORED
    return Candidate(prop, inputs, () if is_live else tuple(calls), is_live=is_live)


def _require_few(prop: Property, count: int) -> None:
    if count > MOST_IN_CHECK:
        raise BankError(
            f"property `{prop.name}` calls the function more than {MOST_IN_CHECK} times in one example. "
            "Call it less often."
        )


def _require_supported(kata: Kata, prop: Property, arguments: Sequence[Any]) -> None:
    """Refuse a call that works in this process, but not in the sandbox."""
    if fault := fault_of(kata.signature, tuple(arguments)):
        raise BankError(f"property `{prop.name}` cannot be judged: {fault}.")


def _right_answer(kata: Kata, prop: Property, arguments: tuple[Any, ...], truth: Function) -> Any:
    answer = observe(truth, kata.signature, arguments)
    if prop.error:
        if answer.outcome == "raised" and prop.error in answer.built_in:
            return Raises(prop.error)
        found = answer.message or f"it returns {_line(answer.value)}"
        raise BankError(f"the reference must raise {prop.error} on {_line(arguments)}: {found}")
    if answer.outcome != "passed" or answer.fault or answer.mutated:
        raise BankError(
            f"the reference itself fails on {_line(arguments)}: {answer.outcome} {answer.message}"
        )
    if rejected := disagreement(kata, Call(arguments, answer.value), answer):
        core = next(each.name for each in kata.properties if each.sort == "agreement")
        raise BankError(
            f"`{core}` rejects the reference on {_line(arguments)}: {_line(answer.value)}. {rejected.message}"
        )
    return answer.value


def _line(value: Any) -> str:
    """A value on one line."""
    return " ".join(repr(value).split())


def _evaluated(
    kata: Kata, candidate: Candidate, wrong: Mapping[str, Function], tally: Counter[str]
) -> Candidate:
    """The candidate with the wrong answers that it reveals and the pairs of misconceptions that it distinguishes.

    Wrong answers that ``tally`` counts often enough are no longer tried: some of them are slow.
    """
    kills = set()
    known = {misconception.name for misconception in kata.misconceptions}
    for name, function in wrong.items():
        if tally[name] >= ENOUGH and name not in known:
            continue
        if candidate.property.check is None:
            (call,) = candidate.calls
            failed = disagreement(kata, call, observe(function, kata.signature, call.arguments))
        else:
            failed = judge_property(kata, candidate.property, candidate.inputs, asking(kata, function))
        if failed is not None:
            kills.add(name)
            tally[name] += 1
    pairs: set[tuple[str, str]] = set()
    if candidate.property.check is None:
        (call,) = candidate.calls
        names = [m.name for m in kata.misconceptions if m.name in kills]
        answers = {n: observe(wrong[n], kata.signature, call.arguments) for n in names}
        for i, one in enumerate(names):
            pairs |= {
                (one, two) for two in names[i + 1 :] if not alike(answers[one], answers[two], kata.tolerance)
            }
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

"""Drawing a bank: candidates from Hypothesis, and of these the few that tell right from wrong."""

import hashlib
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from gradkata.authoring.trials import Function, asking
from gradkata.declaring.kata import Kata, Property
from gradkata.drawing.bank import Bank, BankError, Call, Case, digest_of
from gradkata.drawing.coding import weight
from gradkata.drawing.real import draw_examples
from gradkata.judging.answers import Answer, alike, observe
from gradkata.judging.verdicts import disagreement, judge_property

PUBLIC = "public"
# Drawn for each property; kept are those that kill, and a few plain ones (measured: research on set cover
# finds that a three-fold cover with plain ones catches mistakes that nobody thought of).
DRAWN = {"agreement": 160, "edge": 80, "property": 60}
PLAIN = {"agreement": 16, "edge": 4, "property": 2}
COVER = 3
ENOUGH = 12


@dataclass(frozen=True, eq=False)
class Candidate:
    """One example that a bank may keep, and which wrong answers it finds out."""

    property: Property
    inputs: dict[str, Any]
    calls: tuple[Call, ...]
    kills: frozenset[str] = frozenset()
    tells_apart: frozenset[tuple[str, str]] = frozenset()


def make_bank(
    slug: str,
    kata: Kata,
    truth: Function,
    wrong: Mapping[str, Function],
    seed: str = PUBLIC,
    fresh: int = 0,
) -> Bank:
    """The bank of a kata, the same for the same seed, files and versions.

    ``fresh`` plain examples of ordinary input are added to those that a bank has.

    Raises:
        BankError: where the reference itself fails a property.
    """
    kept: list[Candidate] = []
    for prop in kata.properties:
        if prop.sort != "contract":
            tally: Counter[str] = Counter()
            more = fresh if prop.sort == "agreement" else 0
            count = DRAWN[prop.sort] + more if more else None
            drawn = candidates(slug, kata, prop, truth, seed, count)
            pool = [_weighed(kata, each, wrong, tally) for each in drawn]
            kept.extend(_chosen(pool, COVER, PLAIN.get(prop.sort, 0) + more))
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


def candidates(
    slug: str, kata: Kata, prop: Property, truth: Function, seed: str, count: int | None = None
) -> list[Candidate]:
    """Different examples of one property, each with the calls that it makes and their right answers."""
    if prop.sort == "example":
        return [_worked(kata, prop, truth)]
    drawn = draw_examples(prop.draws, count or DRAWN[prop.sort], f"{slug} {prop.name} {seed}")
    different = {weight(example)[1]: example for example in drawn}
    if prop.check is None:
        names = kata.signature.names
        return [_single(kata, prop, tuple(e[name] for name in names), truth) for e in different.values()]
    return [_logged(kata, prop, example, truth) for example in different.values()]


def _worked(kata: Kata, prop: Property, truth: Function) -> Candidate:
    """The candidate of a worked example, whose answer must be the one that was worked out by hand."""
    given = tuple(prop.draws[name] for name in kata.signature.names if name in prop.draws)
    example = _single(kata, prop, given, truth)
    by_hand = observe(lambda *_: prop.expected, kata.signature, given)
    if by_hand.outcome != "passed" or disagreement(kata, example.calls[0], by_hand) is not None:
        said = _line(example.calls[0].answer)
        raise BankError(
            f"example `{prop.name}` expects {_line(prop.expected)}, the reference answers {said}."
        )
    return example


def _single(kata: Kata, prop: Property, arguments: tuple[Any, ...], truth: Function) -> Candidate:
    return Candidate(prop, {}, (Call(arguments, _right(kata, arguments, truth)),))


def _logged(kata: Kata, prop: Property, example: dict[str, Any], truth: Function) -> Candidate:
    calls: list[Call] = []

    def ask(arguments: Sequence[Any]) -> Answer:
        answer = observe(truth, kata.signature, arguments)
        calls.append(Call(tuple(arguments), answer.value))
        return answer

    failure = judge_property(kata, prop, example, ask)
    if failure is not None:
        shown = f"on {_line(example)}: {failure.message}"
        raise BankError(f"property `{prop.name}` does not hold of the reference, {shown}")
    assert prop.check is not None
    wanted = prop.check.__code__.co_varnames[1 : prop.check.__code__.co_argcount]
    return Candidate(prop, {name: example[name] for name in wanted}, tuple(calls))


def _right(kata: Kata, arguments: tuple[Any, ...], truth: Function) -> Any:
    answer = observe(truth, kata.signature, arguments)
    if answer.outcome != "passed" or answer.fault or answer.mutated:
        raise BankError(
            f"the reference itself fails on {_line(arguments)}: {answer.outcome} {answer.message}"
        )
    return answer.value


def _line(value: Any) -> str:
    """A value on one line."""
    return " ".join(repr(value).split())


def _weighed(
    kata: Kata, candidate: Candidate, wrong: Mapping[str, Function], tally: Counter[str]
) -> Candidate:
    """The candidate with what it finds out, and which misconceptions it tells from each other.

    A wrong answer that ``tally`` says is found out everywhere needs no more candidates: some are slow.
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
    return replace(candidate, kills=frozenset(kills), tells_apart=frozenset(pairs))


def _chosen(pool: Sequence[Candidate], cover: int, plain: int) -> list[Candidate]:
    """A greedy cover, smaller examples first, then the first ``plain`` of the rest; by rising weight."""
    need: dict[Any, int] = {}
    for candidate in pool:
        need |= dict.fromkeys(candidate.kills, cover) | dict.fromkeys(candidate.tells_apart, 1)
    sizes = {id(candidate): _size(candidate) for candidate in pool}
    left, chosen = list(pool), []
    while left:
        best = max(left, key=lambda c: (_gain(c, need), [-sizes[id(c)][0]], -pool.index(c)))
        if not _gain(best, need):
            break
        for item in (*best.kills, *best.tells_apart):
            need[item] -= 1
        chosen.append(best)
        left.remove(best)
    chosen.extend(left[:plain] if pool and pool[0].property.sort != "example" else left)
    return sorted(chosen, key=lambda candidate: sizes[id(candidate)])


def _gain(candidate: Candidate, need: Mapping[Any, int]) -> int:
    return sum(need[item] > 0 for item in (*candidate.kills, *candidate.tells_apart))


def _size(candidate: Candidate) -> tuple[int, str]:
    return weight([list(call.arguments) for call in candidate.calls])


def made_by(paths: Iterable[Path]) -> dict[str, str]:
    """What a bank was made from: a digest of each file, and the versions that drew it."""
    import hypothesis
    import numpy

    # Chapter and folder belong to the name: grader and solution are called the same.
    digests = {
        "/".join(path.parts[-3:]): hashlib.sha256(path.read_bytes()).hexdigest()[:12] for path in paths
    }
    python = f"{sys.version_info.major}.{sys.version_info.minor}"
    return digests | {"python": python, "numpy": numpy.__version__, "hypothesis": hypothesis.__version__}

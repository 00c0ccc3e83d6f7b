"""A realistic class: the answers of each student, their form, and the expected results."""

import csv
import random as randomness
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from gradkata.catalog import short_name
from gradkata.judging.exercises import load_kata

from .checking import verdicts
from .entries import UNREAD, unreadable
from .forms import bound, combined, hand_in
from .sources import CATALOG, sources
from .spoiled import broken, dying, hostile
from .students import names
from .variations import laid_out, varied
from .wide import DRAWS

SUBMISSIONS, ROSTER = "submissions", "roster.csv"
# Half of the answers of a class are right ones and misconceptions; the other half are mutants, answers written
# without knowledge of the grader, attacks and broken files.
SHARES = {
    "right": 34,
    "misconception": 16,
    "mutant": 24,
    "blind": 17,
    "broken": 5,
    "hostile": 2.3,
    "dying": 1.7,
}
ABSENT, UNREADABLE, COPIED, LEFT_OUT = 0.04, 0.03, 0.03, 0.06
ABSENT_OUTCOMES = ("not-submitted",)


class Expected(NamedTuple):
    """The expected result of one student's answer to one kata, determined without the grader.

    ``verdict`` is "right" (all points), "wrong" (fewer), or "none" (no point at all).  ``outcomes`` are those
    that the report may have, () for any but "passed".  ``shown_by`` is an input on which a wrong one differs.
    """

    kind: str
    verdict: str
    outcomes: tuple[str, ...]
    origin: str
    form: str
    shown_by: str = ""


class Answer(NamedTuple):
    """An answer that students may hand in: a source that can be varied, or the bytes of a file."""

    content: str | bytes
    expected: Expected


def make_class(
    folder: Path,
    size: int,
    seed: int,
    *,
    katas: Iterable[str] | None = None,
    each: tuple[int, int] = (3, 6),
    cache_in: Path | None = None,
) -> dict[str, dict[str, Expected]]:
    """Write a class of ``size`` students into ``folder``, the same for the same size and seed.

    Args:
        folder: gets ``submissions/`` with one entry for each student, and ``roster.csv`` with the column ``student``.
        katas: the assignment's slugs; None means all for which `wide` draws input.
        each: the minimum and maximum number of them that a student answers.
        cache_in: the folder in which the trusted process's verdicts are kept.

    Returns the expected result of each student's answer to each kata of the assignment.
    """
    slugs = tuple(katas or DRAWS)
    random = randomness.Random(f"{size} {seed}")
    most = min(each[1], len(slugs))
    wanted = size * most // len(slugs)
    pools = {slug: pool(slug, slugs, f"{size} {seed}", wanted, cache_in) for slug in slugs}
    students = names(size, random)
    fates = _fates(size, random)
    expected: dict[str, dict[str, Expected]] = {}
    handed: list[tuple[str, object]] = []
    (folder / SUBMISSIONS).mkdir(parents=True)
    for student, fate in zip(students, fates, strict=True):
        if fate == "absent":
            expected[student] = _all(slugs, Expected("absent", "none", ABSENT_OUTCOMES, "", ""))
            continue
        if fate == "copied" and handed:
            source, entry = random.choice(handed)
            expected[student] = expected[source]
        else:
            asked = random.sample(slugs, random.randint(min(each[0], most), most))
            if fate == "unreadable":
                entry = unreadable(_right_ones(pools, asked[:2], random), random)
                expected[student] = _all(
                    slugs, Expected("unreadable", "none", UNREAD, entry.form, entry.form)
                )
            else:
                entry, expected[student] = _attempt(pools, slugs, asked, random)
            handed.append((student, entry))
        entry.write(folder / SUBMISSIONS, student)
    _write_roster(folder / ROSTER, students)
    return expected


def _fates(size, random):
    """The kind of entry of each student; rare kinds occur in every class that is large enough."""
    rare = {"absent": ABSENT, "unreadable": UNREADABLE, "copied": COPIED}
    fates = [fate for fate, share in rare.items() for _ in range(max(round(share * size), size >= 20))]
    fates += ["attempts"] * (size - len(fates))
    random.shuffle(fates)
    return fates


def _attempt(pools, slugs, asked, random):
    """One student's entry and its expected results; an answer that is not handed in gets no points."""
    asked = [slug for slug in asked if random.random() > LEFT_OUT] or asked[:1]
    chosen = {slug: _chosen(pools[slug], random) for slug in asked}
    remark = random.random() < 0.5
    contents = {
        slug: laid_out(answer.content, short_name(slug), random)
        if remark and isinstance(answer.content, str)
        else answer.content
        for slug, answer in chosen.items()
    }
    entry = hand_in(contents, random)
    missing = Expected("left out", "none", UNREAD, "", entry.form)
    expected = {slug: answer.expected._replace(form=entry.form) for slug, answer in chosen.items()}
    return entry, _all(slugs, missing) | expected


def _chosen(answers, random):
    kinds = [kind for kind in SHARES if answers.get(kind)]
    (kind,) = random.choices(kinds, [SHARES[kind] for kind in kinds])
    return random.choice(answers[kind])


def _right_ones(pools, asked, random):
    """Right answers that go into one file together."""
    found = {}
    for slug in asked:
        more = found | {slug: random.choice(pools[slug]["right"]).content}
        found = more if combined(more) else found
    return found


def _all(slugs, one):
    return dict.fromkeys(slugs, one)


def _write_roster(path, students):
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["student"])
        writer.writerows([student] for student in sorted(students))


def pool(
    slug: str, slugs: Iterable[str], seed: str, wanted: int, cache_in: Path | None = None
) -> Mapping[str, list[Answer]]:
    """Answers to one kata by kind, about as many different ones as ``wanted`` students can use.

    Answers on which no input of the sample is decisive are left out, and so are those with a helper that has the
    name of another kata: it would be an answer to that kata too.
    """
    others = {short_name(other) for other in slugs} - {short_name(slug)}
    known = [answer for answer in decided(slug, cache_in) if others.isdisjoint(bound(answer.content))]
    random = randomness.Random(f"{slug} {seed}")
    found: dict[str, list[Answer]] = {kind: [] for kind in SHARES}
    for kind in ("right", "misconception", "mutant", "blind"):
        mine = [answer for answer in known if answer.expected.kind == kind]
        most = max(round(wanted * SHARES[kind] / 100), 4)
        found[kind] = random.sample(mine, min(len(mine), most))
        found[kind] += _other_hands(slug, found[kind], max(most - len(found[kind]), 2), random, cache_in)
    right = next(answer.content for answer in found["right"])
    parameters = load_kata(CATALOG, slug).signature.names
    spoiled = {
        "broken": broken(short_name(slug), parameters, right),
        "hostile": hostile(short_name(slug)),
        "dying": dying(short_name(slug)),
    }
    for kind, files in spoiled.items():
        for each in files:
            verdict = "wrong" if each.earns else "none"
            found[kind].append(Answer(each.content, Expected(kind, verdict, each.outcomes, each.origin, "")))
    return found


@cache
def decided(slug: str, cache_in: Path | None = None) -> tuple[Answer, ...]:
    """The sources of one kata for which the trusted process has a verdict.

    Raises:
        ValueError: if one that is known to be right differs from the reference.
    """
    found = []
    every = sources(slug)[0]
    checked = verdicts(slug, [source.text for source in every], cache=cache_in)
    for source in every:
        result = checked[source.text]
        if source.claim == "right" and result["verdict"] != "right":
            raise ValueError(f"{slug}: {source.origin} is not a right answer: {result['shown_by']}")
        if result["verdict"] == "wrong" or source.claim == result["verdict"] == "right":
            outcomes = ("passed",) if result["verdict"] == "right" else ()
            expected = Expected(
                source.kind, result["verdict"], outcomes, source.origin, "", result["shown_by"]
            )
            found.append(Answer(source.text, expected))
    return tuple(found)


def _other_hands(slug, answers, count, random, cache_in):
    """Variations of the answers, compared again; those whose verdict differs are left out."""
    made = []
    for answer in [random.choice(answers) for _ in range(count if answers else 0)]:
        text, changes = varied(answer.content, short_name(slug), random)
        origin = " ".join([answer.expected.origin, *(f"+{change}" for change in changes)])
        made.append((text, answer.expected._replace(origin=origin)))
    checked = verdicts(slug, [text for text, _ in made], thorough=False, cache=cache_in)
    return [
        Answer(text, expected._replace(shown_by=checked[text]["shown_by"]))
        for text, expected in made
        if checked[text]["verdict"] == expected.verdict
    ]

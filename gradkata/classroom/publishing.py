"""Reads the results of a run from the ledger: a row for each student, and the scores that changed."""

import json
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from functools import cache
from typing import Any, NamedTuple

from gradkata.classroom import ledger
from gradkata.classroom.grading import Terms
from gradkata.classroom.level import notes_on
from gradkata.classroom.rows import ByHand, Mark, Row, ScoreChange, mark
from gradkata.loader import describe_error
from gradkata.outcomes import Report


def rows(db: sqlite3.Connection, terms: Terms) -> Iterator[Row]:
    """The row of every student, sorted by name, one at a time."""
    blanks = _blanks(terms)
    roster = db.execute("SELECT name, fault, is_on_roster FROM student ORDER BY name")
    for student, fault, is_on_roster in roster:
        marks = tuple([_mark(db, terms, blanks, student, fault, slug) for slug in terms.slugs])
        yield Row(student, marks, bool(is_on_roster))


def reports(db: sqlite3.Connection, slug: str) -> Iterator[tuple[str, Report | None]]:
    """Every student who handed in an answer to a kata, sorted by name, with the report; None if it was set aside.

    The text that the answers printed is left out: for a whole class it is long.
    """
    found = db.execute(
        "SELECT student, report FROM answer LEFT JOIN verdict USING (key) WHERE slug = ? ORDER BY student",
        (slug,),
    )
    for student, text in found:
        report: Report | None = json.loads(text) if text is not None else None
        yield student, report and {**report, "printed": ""}


def unreadable(db: sqlite3.Connection, slug: str) -> int:
    """The number of students whose entry cannot be read, so that it counts as a wrong answer to every kata."""
    found = db.execute(
        "SELECT count(*) FROM student WHERE fault <> '' AND name NOT IN (SELECT student FROM answer WHERE slug = ?)",
        (slug,),
    )
    return int(found.fetchone()[0])


def students(db: sqlite3.Connection) -> Iterator[str]:
    """The names of all rows."""
    return (name for (name,) in db.execute("SELECT name FROM student ORDER BY name"))


def score_changes(db: sqlite3.Connection, terms: Terms) -> Iterator[ScoreChange]:
    """The scores that differ from those of the last published run."""
    pairs = db.execute(
        "SELECT p.student, p.slug, p.source <> a.source, p.max_points, old.report, new.report FROM published p "
        "JOIN answer a USING (student, slug) JOIN verdict old ON old.key = p.key "
        "JOIN verdict new ON new.key = a.key ORDER BY p.student, p.slug"
    )
    for student, slug, is_answer_new, max_before, *reports in pairs:
        before, after = map(json.loads, reports)
        was = Fraction(before["score"]) * Fraction(max_before) / before["max_score"]
        now = Fraction(after["score"]) * terms.course.points_of(slug) / after["max_score"]
        if was != now:
            yield ScoreChange(student, slug, was, now, _differing(before, after), bool(is_answer_new))


def publish(db: sqlite3.Connection, terms: Terms) -> None:
    """Record the verdicts of this run, so that the next run can compare; delete verdicts that no answer needs."""
    with ledger.transaction(db):
        db.execute("DELETE FROM published")
        db.create_function("max_points_of", 1, lambda slug: str(terms.course.points_of(slug)))
        db.execute("INSERT INTO published SELECT student, slug, key, source, max_points_of(slug) FROM answer")
        # Such verdicts contain what students wrote, and belong to nobody in the class any more.
        db.execute("DELETE FROM verdict WHERE key NOT IN (SELECT key FROM answer)")
        ledger.note(db, "slugs", json.dumps(terms.slugs))
        ledger.note(db, "level", terms.level)
        ledger.note(db, "banks", json.dumps({slug: str(path) for slug, path in terms.banks.items()}))


def _mark(
    db: sqlite3.Connection, terms: Terms, blanks: "_Blanks", student: str, fault: str, slug: str
) -> Mark:
    at = (student, slug)
    found = db.execute(
        "SELECT report FROM answer LEFT JOIN verdict USING (key) WHERE student = ? AND slug = ?", at
    ).fetchone()
    if found is not None:
        report: Report = json.loads(found[0]) if found[0] is not None else blanks.set_aside(slug)
    elif fault:
        report = blanks.unreadable(slug, fault)
    else:
        report = blanks.not_submitted(slug)
    notes = db.execute("SELECT notes FROM answer_note WHERE student = ? AND slug = ?", at).fetchone()
    report = {
        **report,
        "notes": [*notes_on(terms.level), *(json.loads(notes[0]) if notes else ()), *report["notes"]],
    }
    found = db.execute("SELECT points, why, at FROM by_hand WHERE student = ? AND slug = ?", at).fetchone()
    by_hand = ByHand(Fraction(found[0]), found[1], found[2]) if found else None
    return mark(student, report, terms.course.points_of(slug), by_hand)


class _Blanks(NamedTuple):
    """The reports on answers that were never judged."""

    set_aside: Any
    unreadable: Any
    not_submitted: Any


def _blanks(terms: Terms) -> _Blanks:
    from gradkata.judging.exercises import exercise
    from gradkata.judging.judge import not_submitted, unreadable
    from gradkata.judging.report import grader_error

    @cache
    def exercise_of(slug: str) -> Any:
        return exercise(terms.catalog, slug, terms.banks[slug])

    def set_aside(slug: str) -> Report:
        message = f"Set aside: {ledger.MOST_DEATHS} workers died or failed on this answer. A person must look at it."
        return grader_error(slug, message, terms.level)

    def unless_broken(slug: str, report: Callable[[Any], Report]) -> Report:
        """A grader that cannot be read keeps its own kata without marks, and no other."""
        try:
            return report(exercise_of(slug))
        except Exception as error:
            return grader_error(slug, describe_error(error), terms.level)

    return _Blanks(
        set_aside,
        lambda slug, fault: unless_broken(slug, lambda kata: unreadable(kata, fault, terms.level)),
        lambda slug: unless_broken(slug, lambda kata: not_submitted(kata, terms.level)),
    )


def _differing(before: Report, after: Report) -> tuple[str, ...]:
    """The properties whose points differ, or that only one of the two reports has."""

    def points(report: Report) -> dict[str, Any]:
        return {each["name"]: each["points"] for each in report["properties"]}

    one, other = points(before), points(after)
    names: Sequence[str] = [*other, *(name for name in one if name not in other)]
    return tuple(name for name in names if one.get(name) != other.get(name))

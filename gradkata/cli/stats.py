"""`kata stats`: show which properties and mistakes a class met, and group the wrong answers that match no mistake."""

import argparse
import json
import sqlite3
import sys
from contextlib import redirect_stdout
from pathlib import Path
from typing import TYPE_CHECKING

from gradkata import exit_codes
from gradkata.catalog import Catalog
from gradkata.cli.errors import GraderError, UsageError
from gradkata.cli.options import catalog_of

if TYPE_CHECKING:
    from gradkata.classroom.behaviours import Ask
    from gradkata.classroom.drafts import Draft
    from gradkata.classroom.statistics import KataStatistics
    from gradkata.isolation.limits import Limits
    from gradkata.isolation.sandbox import Level
    from gradkata.judging.judge import Exercise


def run(arguments: argparse.Namespace) -> int:
    """Print the statistics of each kata of a graded class, for people or as one line of JSON per kata."""
    from gradkata.classroom import course, ledger
    from gradkata.classroom.behaviours import asking
    from gradkata.drawing.bank import BankError

    catalog, results = catalog_of(arguments), arguments.results
    settings = course.read(Path.cwd(), catalog)
    if not (results / ledger.FILE).is_file():
        raise UsageError(
            f"{results} has no results. Name the folder that was given to `kata grade` as --out."
        )
    try:
        with ledger.opened(results) as db, ledger.readable_errors(results):
            slugs = _chosen(db, catalog, arguments)
            with asking(lambda: _level(arguments.sandbox or settings.sandbox)) as ask:
                for number, slug in enumerate(slugs):
                    found = _statistics(db, slug)
                    drafts, incomparable = _drafts(db, catalog, results, settings.limits, found, ask)
                    _print(found, drafts, incomparable, arguments, is_first=not number)
    except (ledger.LedgerError, BankError) as error:
        raise GraderError(str(error)) from error
    return exit_codes.OK


def _chosen(db: sqlite3.Connection, catalog: Catalog, arguments: argparse.Namespace) -> list[str]:
    """Return the katas of the last run, or those of them that were named."""
    from gradkata.classroom import ledger

    results = arguments.results
    graded = json.loads(ledger.about(db, "slugs") or "[]")
    if not graded:
        raise UsageError(f"{results} has no results: no run of `kata grade` has come to its end there.")
    named = [catalog.resolve(name) for name in arguments.kata or ()]
    if missing := [slug for slug in named if slug not in graded]:
        raise UsageError(f"{results} has no results for {missing[0]}. Its katas are {', '.join(graded)}.")
    chosen = [slug for slug in graded if slug in named or not named]
    if unknown := [slug for slug in chosen if slug not in catalog.slugs]:
        raise UsageError(
            f"{results} contains marks for {', '.join(unknown)}, but no collection has such a kata. Name the "
            "collection with --collection DIR or in course.toml."
        )
    return chosen


def _statistics(db: sqlite3.Connection, slug: str) -> "KataStatistics":
    from gradkata.classroom import publishing
    from gradkata.classroom.statistics import statistics

    return statistics(slug, publishing.reports(db, slug), publishing.unreadable(db, slug))


def _drafts(
    db: sqlite3.Connection,
    catalog: Catalog,
    results: Path,
    limits: "Limits",
    found: "KataStatistics",
    ask: "Ask",
) -> tuple[list["Draft"], tuple[str, ...]]:
    """Group the wrong answers that match no mistake; return the students in no group as well."""
    from gradkata.classroom import ledger
    from gradkata.classroom.behaviours import grouped
    from gradkata.classroom.drafts import draft

    if not found.unmatched:
        return [], ()
    with redirect_stdout(sys.stderr):  # what an author's code prints is no part of the output
        exercise = _exercise(db, catalog, results, limits, found)
        groups = grouped(
            exercise, found.unmatched, lambda student: ledger.submission_of(db, student, found.slug), ask
        )
        return [draft(exercise, group) for group in groups.groups], groups.incomparable


def _exercise(
    db: sqlite3.Connection, catalog: Catalog, results: Path, limits: "Limits", found: "KataStatistics"
) -> "Exercise":
    """Return the kata with the bank of the run, or with the public bank if that one is gone."""
    from dataclasses import replace

    from gradkata.classroom import ledger
    from gradkata.classroom.course_banks import bank_of_run
    from gradkata.judging.exercises import exercise

    slug = found.slug
    _, report = found.unmatched[0]
    recorded = json.loads(ledger.about(db, "banks") or "{}").get(slug)
    bank = bank_of_run(catalog, slug, results, recorded, report["versions"]["bank"])
    if bank is None:
        print(
            f"kata: the bank of this run is gone, so answers to {slug} are compared on the present public bank. "
            "`kata grade` judges the class again.",
            file=sys.stderr,
        )
    return replace(exercise(catalog, slug, bank), limits=limits)


def _level(asked: str | None) -> "Level":
    """Return the sandbox level at which to run the students' code."""
    from gradkata.classroom.level import LevelError, grading_level

    try:
        return grading_level(asked)
    except LevelError as error:
        raise (UsageError if asked == "in-process" else GraderError)(str(error)) from error


def _print(
    found: "KataStatistics",
    drafts: list["Draft"],
    incomparable: tuple[str, ...],
    arguments: argparse.Namespace,
    *,
    is_first: bool,
) -> None:
    from gradkata.classroom.outputs.statistics_data import data
    from gradkata.classroom.outputs.statistics_text import text
    from gradkata.reports.palette import look_of

    if arguments.json:
        print(json.dumps(data(found, drafts, incomparable, with_students=arguments.students)), flush=True)
        return
    shown = text(found, drafts, incomparable, look_of(sys.stdout), with_students=arguments.students)
    print(shown if is_first else f"\n{shown}", end="", flush=True)

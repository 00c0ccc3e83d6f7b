"""`kata grade`: judge a class, record the results and write them to files."""

import argparse
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from gradkata import exit_codes
from gradkata.catalog import Catalog
from gradkata.cli.errors import GraderError, UsageError
from gradkata.cli.options import catalog_of
from gradkata.course_file import CourseError

if TYPE_CHECKING:
    from gradkata.classroom.course import Course
    from gradkata.classroom.grading import RunProgress, Terms


def run(arguments: argparse.Namespace) -> int:
    """Judge what is new in a class, write all outputs, and print a summary."""
    from gradkata.classroom import course, ledger, roster
    from gradkata.classroom.gradebook import GradebookError
    from gradkata.classroom.outputs.atomic_files import OutputError
    from gradkata.drawing.bank import BankError
    from gradkata.workers.pool import PoolError

    catalog = catalog_of(arguments)
    try:
        settings = course.read(Path.cwd(), catalog)
        with ledger.opened(arguments.out) as db, ledger.readable_errors(arguments.out):
            _require_known_katas(db, catalog, arguments.out)
            if arguments.set or arguments.unset:
                _set_by_hand(db, catalog, settings, arguments)
                terms = _known_terms(db, catalog, settings)
            else:
                terms = _terms(db, catalog, settings, arguments)
                if arguments.retry:
                    db.execute("DELETE FROM death")
                _judge(db, terms, arguments)
            code = _publish(db, terms, arguments.out)
            if arguments.gradebook:
                _enter(db, terms, arguments)
            return code
    except (CourseError, roster.RosterError) as error:
        raise UsageError(str(error)) from error
    except (ledger.LedgerError, PoolError, BankError, OutputError, GradebookError) as error:
        raise GraderError(str(error)) from error


def _require_known_katas(db: sqlite3.Connection, catalog: Catalog, out: Path) -> None:
    """Refuse to go on if a collection of the last run is not named: its marks would be left out."""
    import json

    from gradkata.classroom import ledger

    graded = json.loads(ledger.about(db, "slugs") or "[]")
    unknown = [slug for slug in graded if slug not in catalog.slugs]
    if unknown:
        raise UsageError(
            f"{out} contains marks for {', '.join(unknown)}, but no collection has such a kata. Name the collection "
            "with --collection DIR or in course.toml, or write the results to another folder with --out."
        )


def _terms(
    db: sqlite3.Connection, catalog: Catalog, settings: "Course", arguments: argparse.Namespace
) -> "Terms":
    """Record who is in the class and what was handed in; return how it is to be judged."""
    from gradkata.classroom.course_banks import banks
    from gradkata.classroom.enrolling import enroll
    from gradkata.classroom.grading import Terms
    from gradkata.classroom.roster import read as read_roster
    from gradkata.submissions.entries import Entry, entries

    if not arguments.path:
        raise UsageError("Say what to grade: `kata grade submissions --out graded`.")
    if missing := next((path for path in arguments.path if not path.exists()), None):
        raise UsageError(f"{missing} does not exist.")
    level = _level(arguments.sandbox or settings.sandbox)
    named = [catalog.resolve(name) for name in arguments.katas or ()]
    students = read_roster(arguments.roster) if arguments.roster else ()
    found: Iterator[Entry] = entries(arguments.path, catalog, arguments.out)
    if arguments.student:
        if len(arguments.path) > 1:
            raise UsageError("--student takes exactly one PATH, that student's work.")
        found = iter([Entry(arguments.student, arguments.path[0])])
    slugs = enroll(db, catalog, found, students, named)
    if not slugs:
        raise UsageError(
            "No answer to a kata was found there. Name the katas with --katas to grade it anyway."
        )
    seed = arguments.seed or settings.seed
    return Terms(catalog, slugs, settings, level, banks(catalog, slugs, arguments.out, seed, arguments.fresh))


def _known_terms(db: sqlite3.Connection, catalog: Catalog, settings: "Course") -> "Terms":
    """Return the terms of the last run."""
    import json

    from gradkata.classroom import ledger
    from gradkata.classroom.grading import Terms

    known = ledger.about(db, "slugs")
    if not known:
        raise UsageError("Nothing has been graded there yet. Run `kata grade PATH --out DIR` first.")
    places = json.loads(ledger.about(db, "banks"))
    banks = {slug: Path(path) for slug, path in places.items()}
    return Terms(catalog, tuple(json.loads(known)), settings, ledger.about(db, "level"), banks)


def _level(asked: str | None) -> str:
    """Return the sandbox level at which to judge other people's code."""
    from gradkata.classroom.level import LevelError, grading_level

    try:
        return grading_level(asked)
    except LevelError as error:
        raise (UsageError if asked == "in-process" else GraderError)(str(error)) from error


def _judge(db: sqlite3.Connection, terms: "Terms", arguments: argparse.Namespace) -> None:
    from gradkata.classroom.grading import judge_class
    from gradkata.workers.pool import cores

    jobs = arguments.jobs or cores()
    last = None
    try:
        with _bar() as show:
            for last in judge_class(db, terms, jobs):
                show(last)
    except KeyboardInterrupt:
        done = f"{last.done} of {last.total} answers are" if last else "What was done is"
        print(f"\nStopped: {done} judged and recorded. Run the same command to continue.", file=sys.stderr)
        raise


def _publish(db: sqlite3.Connection, terms: "Terms", out: Path) -> int:
    """Write all outputs, print what has changed, and record what was published."""
    from gradkata.classroom import publishing
    from gradkata.classroom.outputs.all_outputs import write_all
    from gradkata.classroom.outputs.summary import changes, summary
    from gradkata.reports.palette import look_of

    look = look_of(sys.stdout)
    tally = write_all(publishing.rows(db, terms), terms.slugs, out, publishing.students(db))
    print(summary(tally, look), end="")
    print(changes(publishing.score_changes(db, terms), look), end="")
    publishing.publish(db, terms)
    print(f"\nWritten to {out}: grades.csv, results.jsonl, feedback/ and more.")
    return exit_codes.SET_ASIDE if tally.open_marks else exit_codes.OK


def _enter(db: sqlite3.Connection, terms: "Terms", arguments: argparse.Namespace) -> None:
    """Enter the results into a gradebook, and record which points were given by hand."""
    import json

    from gradkata.classroom import gradebook, ledger, publishing

    name = arguments.assignment or arguments.out.resolve().name
    known = "by hand in gradebook " + _digest(gradebook.place(arguments.gradebook), name)
    given = json.loads(ledger.about(db, known) or "{}")
    entered = gradebook.enter(arguments.gradebook, name, publishing.rows(db, terms), given)
    ledger.note(db, known, json.dumps(entered.given))
    unchanged = (
        f"; scores set by hand in nbgrader and left as they are: {entered.kept}" if entered.kept else ""
    )
    print(f"Entered into the gradebook as {name}{unchanged}.")
    if entered.left_out:
        raise gradebook.GradebookError(entered.left_out)


def _digest(*words: str) -> str:
    """Return a digest to record in place of words that may be secret, such as the address of a database."""
    import hashlib

    return hashlib.sha256("\0".join(words).encode()).hexdigest()


def _set_by_hand(
    db: sqlite3.Connection, catalog: Catalog, settings: "Course", arguments: argparse.Namespace
) -> None:
    """Record or remove points that a person gives."""
    from datetime import UTC, datetime
    from fractions import Fraction

    student, name, *rest = arguments.set or arguments.unset
    slug = catalog.resolve(name)
    if not db.execute("SELECT 1 FROM student WHERE name = ?", (student,)).fetchone():
        raise UsageError(f"There is no student {student!r} in {arguments.out}.")
    if not rest:
        db.execute("DELETE FROM by_hand WHERE student = ? AND slug = ?", (student, slug))
        return
    text, why = rest
    try:
        points = Fraction(text)
    except (ValueError, ZeroDivisionError):
        points = Fraction(-1)
    if points < 0:
        raise UsageError(f"{text!r} is not a number of points such as 7, 7.5 or 15/2.")
    now = datetime.now(UTC).isoformat(timespec="seconds")
    db.execute(
        "INSERT OR REPLACE INTO by_hand VALUES (?, ?, ?, ?, ?)", (student, slug, str(points), why, now)
    )


@contextmanager
def _bar() -> "Iterator[Callable[[RunProgress], None]]":
    """Yield a function that shows the progress of a run: a bar on a terminal, else a line every few seconds."""
    from gradkata.reports.escaping import for_log

    if sys.stderr.isatty():
        from tqdm import tqdm

        from gradkata.reports.palette import look_of

        # Both are set: on a terminal that does not report its size, tqdm would show nothing.
        columns = look_of(sys.stderr).width
        with tqdm(unit=" answers", leave=False, file=sys.stderr, ncols=columns, nrows=24) as bar:

            def update_bar(progress: "RunProgress") -> None:
                bar.total = progress.total
                bar.update(progress.done - bar.n)
                if progress.done == progress.total:
                    bar.refresh()
                if progress.complaint:
                    bar.write(for_log(progress.complaint), file=sys.stderr)

            yield update_bar
        return
    import time

    start, last_printed = time.monotonic(), 0.0

    def print_line(progress: "RunProgress") -> None:
        nonlocal last_printed
        seconds = time.monotonic() - start
        if progress.complaint:
            print(for_log(progress.complaint), file=sys.stderr)
        is_over = progress.done == progress.total
        if progress.total and (is_over or seconds - last_printed >= _LINE_SECONDS):
            last_printed = seconds
            print(_line(progress, seconds), file=sys.stderr, flush=True)

    yield print_line


def _line(progress: "RunProgress", seconds: float) -> str:
    rate = progress.done / seconds if seconds else 0.0
    line = f"{progress.done} of {progress.total} answers judged, {rate:.1f} a second"
    left = (progress.total - progress.done) / rate if rate else 0.0
    return f"{line}, about {left:.0f} s left" if left else line


_LINE_SECONDS = 5.0

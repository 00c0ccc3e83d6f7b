"""Writes a graded class into an nbgrader gradebook, through nbgrader's own classes."""

import os
import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from fractions import Fraction
from typing import Any, NamedTuple

from gradkata.catalog import short_name
from gradkata.classroom.outputs.points import is_open
from gradkata.classroom.rows import Mark, Row
from gradkata.reports.escaping import for_log

_MISSING = "`--gradebook` needs nbgrader: pip install 'gradkata[course]'"
_NO_ADDRESS = (
    "The value of --gradebook is not a database URL. For SQLite it is sqlite:////folder/gradebook.db, for "
    "PostgreSQL postgresql+psycopg://user:password@host/name with %40 for an @ in the password."
)

Given = dict[str, dict[str, float]]
"""Points that were set by hand, by student and kata."""


class GradebookError(Exception):
    """A gradebook that cannot be written; the message says why."""


class Entered(NamedTuple):
    """The result of `enter`.

    ``given`` are the points set by hand that were entered, ``kept`` counts the manual scores of nbgrader that were
    left unchanged, and ``left_out`` is a sentence on the students who were not entered.
    """

    given: Given
    kept: int
    left_out: str | None


def enter(url: str, assignment: str, rows: Iterable[Row], given: Given) -> Entered:
    """Enter a class; repeating it changes nothing, and nothing that only nbgrader has recorded is lost.

    Each kata has a grade cell with its name: the one in a notebook of the assignment, or a new one in a notebook
    with the name of the assignment.  Points set by hand become manual scores.  A manual score that a person gave in
    nbgrader is kept.  A score counts as such if it is neither in ``given``, the points entered by the last run, nor
    equal to the points to be entered, which are already there if an earlier run was interrupted.

    Raises:
        GradebookError: if nbgrader is not installed or the database cannot be written.
    """
    entered: Given = {}
    kept, too_long = 0, []
    with _opened(url) as gradebook:
        longest = _longest_name()
        if len(assignment) > longest:
            raise GradebookError(_too_long(assignment, longest))
        gradebook.update_or_create_assignment(assignment)
        cells: dict[str, Any] = {}
        for row in rows:
            if len(row.student) > longest:
                too_long.append(row.student)
                continue
            for mark in row.marks:
                if mark.slug not in cells:
                    cells[mark.slug] = _cell(gradebook, assignment, mark)
            gradebook.update_or_create_student(row.student)
            if not _takes_part(gradebook, assignment, row):
                continue
            submission = gradebook.update_or_create_submission(assignment, row.student)
            for mark in row.marks:
                cell = cells[mark.slug]
                grade = _grade(gradebook, submission, cell)
                by_hand = None if mark.by_hand is None else _scaled(mark.by_hand.points, mark, cell)
                if grade.manual_score in (None, given.get(row.student, {}).get(mark.slug), by_hand):
                    grade.manual_score = by_hand
                    if by_hand is not None:
                        entered.setdefault(row.student, {})[mark.slug] = by_hand
                else:
                    kept += 1
                _enter(grade, mark, cell)
        gradebook.db.commit()
    left_out = f"{_too_long(too_long[0], longest)} Not entered: {len(too_long)}." if too_long else None
    return Entered(entered, kept, left_out)


def _too_long(name: str, longest: int) -> str:
    return f"'{for_log(name)}' is too long for nbgrader, whose names have at most {longest} characters."


def _longest_name() -> int:
    """The limit that nbgrader declares; SQLite does not enforce it, but other databases do."""
    from nbgrader.api import Student

    return int(Student.__table__.c.id.type.length)


def _enter(grade: Any, mark: Mark, cell: Any) -> None:
    """Enter the grader's points, or none if the grader failed.

    A manual score of nbgrader's needs a person to look at it again if the grader's points have changed.
    """
    auto = None
    if mark.report["outcome"] != "grader-error":
        auto = _scaled(Fraction(mark.report["score"]), mark, cell)
    if grade.manual_score is None or mark.by_hand is not None:
        grade.needs_manual_grade = is_open(mark) and grade.manual_score is None
    elif grade.auto_score != auto:
        grade.needs_manual_grade = True
    grade.auto_score = auto


def _scaled(points: Fraction, mark: Mark, cell: Any) -> float:
    """Points scaled to the cell's maximum, which may differ from the course's."""
    if not mark.max_points:
        return float(points)
    return float(points * Fraction(str(cell.max_score)) / mark.max_points)


def _takes_part(gradebook: Any, assignment: str, row: Row) -> bool:
    """Whether there is anything to enter for a student; without a submission there is none in nbgrader either."""
    from nbgrader.api import MissingEntry

    if any(mark.report["outcome"] != "not-submitted" or mark.by_hand for mark in row.marks):
        return True
    try:
        gradebook.find_submission(assignment, row.student)
    except MissingEntry:
        return False
    return True


def _cell(gradebook: Any, assignment: str, mark: Mark) -> Any:
    """The grade cell of a kata; one that no notebook of the course has gets the points of the kata."""
    from nbgrader.api import MissingEntry

    name, points = short_name(mark.slug), float(mark.max_points)
    for notebook in gradebook.find_assignment(assignment).notebooks:
        if any(each.name == name for each in notebook.grade_cells):
            try:
                gradebook.find_source_cell(name, notebook.name, assignment)
            except MissingEntry:
                return gradebook.update_or_create_grade_cell(
                    name, notebook.name, assignment, max_score=points
                )
            return gradebook.find_grade_cell(name, notebook.name, assignment)
    gradebook.update_or_create_notebook(assignment, assignment)
    return gradebook.add_grade_cell(name, assignment, assignment, max_score=points, cell_type="code")


def _grade(gradebook: Any, submission: Any, cell: Any) -> Any:
    """The grade of a cell in a submission, created if the cell is newer than the submission."""
    from nbgrader.api import Grade, SubmittedNotebook

    notebook = next((each for each in submission.notebooks if each.notebook_id == cell.notebook_id), None)
    if notebook is None:
        notebook = SubmittedNotebook(notebook=cell.notebook, assignment=submission)
    for grade in notebook.grades:
        if grade.cell_id == cell.id:
            return grade
    grade = Grade(cell_id=cell.id, notebook=notebook)
    gradebook.db.add(grade)
    return grade


def place(url: str) -> str:
    """The URL of a gradebook without its password and options: it identifies the gradebook and may be shown.

    Raises:
        GradebookError: if it is not a URL, or SQLAlchemy is not installed.
    """
    return _address(url)[0]


def _address(url: str) -> tuple[str, set[str]]:
    """A URL without its secrets, and the secrets; host and port may also be options, and are kept."""
    try:
        from sqlalchemy.engine import URL, make_url
        from sqlalchemy.exc import ArgumentError
    except ImportError as error:
        raise GradebookError(_MISSING) from error
    try:
        whole = make_url(url)
    except (ArgumentError, ValueError):
        raise GradebookError(_NO_ADDRESS) from None
    written = url.partition("://")[2].partition(":")[2]
    if whole.password is not None and written.count("@") > 1:
        # The URL would be split at an @ inside the password, and the rest of the password shown as the host.
        raise GradebookError(_NO_ADDRESS)
    options = {name: value for name, value in whole.query.items() if name in ("host", "port")}
    shown = URL.create(
        whole.drivername, whole.username, None, whole.host, whole.port, whole.database, options
    ).render_as_string()
    secrets = {written.partition("@")[0], str(whole.password)} if whole.password else set()
    for name, value in whole.query.items():
        if re.search("pass|pwd|connect$", name, re.IGNORECASE):
            secrets.update([value] if isinstance(value, str) else value)
    return shown, secrets - {""}


@contextmanager
def _opened(url: str) -> Iterator[Any]:
    """The gradebook at a URL; every error becomes a `GradebookError` with one sentence."""
    shown, secrets = _address(url)
    try:
        from subprocess import SubprocessError

        from nbgrader.api import Gradebook
        from sqlalchemy.exc import SQLAlchemyError
    except ImportError as error:
        raise GradebookError(_MISSING) from error
    try:
        with _quiet(), Gradebook(url) as gradebook:
            yield gradebook
    # A driver raises TypeError for an option that it does not know.
    except (SQLAlchemyError, SubprocessError, ValueError, TypeError, OSError, ImportError) as error:
        reason = _reason(error, secrets)
        raise GradebookError(f"The gradebook {for_log(shown)} cannot be written: {reason}.") from error


def _reason(error: Exception, secrets: set[str]) -> str:
    """The first line of an error's message, unless it contains a password."""
    lines = str(getattr(error, "orig", None) or error).splitlines()
    name = type(error).__name__
    if not lines:
        return name
    if any(each in lines[0] for each in secrets):
        return f"{name} (its message is hidden, because it contains the password)"
    if isinstance(error, ImportError):
        return f"its driver is not installed ({for_log(lines[0])})"
    return for_log(lines[0])


@contextmanager
def _quiet() -> Iterator[None]:
    """Suppress the logs and warnings of nbgrader and SQLAlchemy: they contain tracebacks and URLs."""
    import logging
    import warnings

    before, path = logging.root.manager.disable, os.environ.get("PATH", "")
    # To create a gradebook, nbgrader runs the program `alembic`, which is in the folder of this interpreter.
    os.environ["PATH"] = os.pathsep.join([os.path.dirname(sys.executable), path])
    logging.disable()
    try:
        with warnings.catch_warnings(action="ignore"):
            yield
    finally:
        logging.disable(before)
        os.environ["PATH"] = path

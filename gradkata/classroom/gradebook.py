"""A graded class in a gradebook of nbgrader's: its own tables, written through its own classes."""

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
    "What --gradebook was given is no address of a database. SQLite's are written "
    "sqlite:////folder/gradebook.db, PostgreSQL's postgresql+psycopg://user:password@host/name with %40 for an "
    "@ in the password."
)

Given = dict[str, dict[str, float]]
"""Points that a person gave, by student and kata."""


class GradebookError(Exception):
    """A gradebook that cannot be written; its message says why."""


class Entered(NamedTuple):
    """What came of it: points given by hand that are ours now, how many of nbgrader's stay, and who is left out."""

    given: Given
    kept: int
    left_out: str | None


def enter(url: str, assignment: str, rows: Iterable[Row], given: Given) -> Entered:
    """Enter a class; a second time changes nothing, and nothing that nbgrader alone knows is lost.

    Each kata has a grade cell that bears its name: that of the assignment's notebooks, or a new one in a
    notebook called as the assignment.  What is set by hand here is a manual score there.  A manual score that
    a person gave in nbgrader stays: one that is neither in ``given``, what was entered the last time, nor what
    is to be entered, as it is there already where an earlier run was broken off.

    Raises:
        GradebookError: where nbgrader is not installed or the database cannot be written.
    """
    now: Given = {}
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
                        now.setdefault(row.student, {})[mark.slug] = by_hand
                else:
                    kept += 1
                _enter(grade, mark, cell)
        gradebook.db.commit()
    left_out = f"{_too_long(too_long[0], longest)} Not entered: {len(too_long)}." if too_long else None
    return Entered(now, kept, left_out)


def _too_long(name: str, longest: int) -> str:
    return f"'{for_log(name)}' is too long for nbgrader, whose names have {longest} characters at most."


def _longest_name() -> int:
    """As nbgrader declares it; SQLite alone does not mind."""
    from nbgrader.api import Student

    return int(Student.__table__.c.id.type.length)


def _enter(grade: Any, mark: Mark, cell: Any) -> None:
    """The points of the grader, or none where it failed; what a person gave is looked at where they change."""
    auto = None
    if mark.report["outcome"] != "grader-error":
        auto = _scaled(Fraction(mark.report["score"]), mark, cell)
    if grade.manual_score is None or mark.by_hand is not None:
        grade.needs_manual_grade = is_open(mark) and grade.manual_score is None
    elif grade.auto_score != auto:
        grade.needs_manual_grade = True
    grade.auto_score = auto


def _scaled(points: Fraction, mark: Mark, cell: Any) -> float:
    """Points as the cell counts them, whose worth may be another than the course's here."""
    if not mark.max_points:
        return float(points)
    return float(points * Fraction(str(cell.max_score)) / mark.max_points)


def _takes_part(gradebook: Any, assignment: str, row: Row) -> bool:
    """Whether a student has anything to be entered; who handed in nothing has no submission in nbgrader."""
    from nbgrader.api import MissingEntry

    if any(mark.report["outcome"] != "not-submitted" or mark.by_hand for mark in row.marks):
        return True
    try:
        gradebook.find_submission(assignment, row.student)
    except MissingEntry:
        return False
    return True


def _cell(gradebook: Any, assignment: str, mark: Mark) -> Any:
    """The grade cell of a kata; one that no notebook of the course's has is worth what the kata is here."""
    from nbgrader.api import MissingEntry

    name, worth = short_name(mark.slug), float(mark.max_points)
    for notebook in gradebook.find_assignment(assignment).notebooks:
        if any(each.name == name for each in notebook.grade_cells):
            try:
                gradebook.find_source_cell(name, notebook.name, assignment)
            except MissingEntry:
                return gradebook.update_or_create_grade_cell(name, notebook.name, assignment, max_score=worth)
            return gradebook.find_grade_cell(name, notebook.name, assignment)
    gradebook.update_or_create_notebook(assignment, assignment)
    return gradebook.add_grade_cell(name, assignment, assignment, max_score=worth, cell_type="code")


def _grade(gradebook: Any, submission: Any, cell: Any) -> Any:
    """The grade of a cell in a submission, made where the cell is younger than the submission."""
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
    """The address of a gradebook without password and options: which one it is, and what may be shown of it.

    Raises:
        GradebookError: where it is no address, or SQLAlchemy is not installed.
    """
    return _address(url)[0]


def _address(url: str) -> tuple[str, set[str]]:
    """An address without what may be secret, and its passwords; a server's socket is an option too."""
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
        # The password would end at its own @, and the rest of it be shown as a host.
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
    """The gradebook at an address of SQLAlchemy's, whatever goes wrong told in a sentence."""
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
    # A TypeError is what a driver says of an option that it does not know.
    except (SQLAlchemyError, SubprocessError, ValueError, TypeError, OSError, ImportError) as error:
        said = _said(error, secrets)
        raise GradebookError(f"The gradebook {for_log(shown)} cannot be written: {said}.") from error


def _said(error: Exception, secrets: set[str]) -> str:
    """What an error says in its first line, where that holds no password."""
    lines = str(getattr(error, "orig", None) or error).splitlines()
    name = type(error).__name__
    if not lines:
        return name
    if any(each in lines[0] for each in secrets):
        return f"{name}, and what the driver says of it holds the password"
    if isinstance(error, ImportError):
        return f"its driver is not installed ({for_log(lines[0])})"
    return for_log(lines[0])


@contextmanager
def _quiet() -> Iterator[None]:
    """Without what nbgrader and SQLAlchemy log and warn of: it goes to stderr, with tracebacks and addresses."""
    import logging
    import warnings

    before, path = logging.root.manager.disable, os.environ.get("PATH", "")
    # nbgrader runs the program `alembic`, which lies beside this interpreter, to make a new gradebook.
    os.environ["PATH"] = os.pathsep.join([os.path.dirname(sys.executable), path])
    logging.disable()
    try:
        with warnings.catch_warnings(action="ignore"):
            yield
    finally:
        logging.disable(before)
        os.environ["PATH"] = path

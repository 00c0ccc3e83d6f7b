"""A graded class in a gradebook of nbgrader's: its own tables, written through its own classes."""

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from fractions import Fraction
from typing import Any, NamedTuple

from graders.engine.classroom.outputs.points import is_open
from graders.engine.classroom.rows import Mark, Row
from graders.engine.tree import short_name

_MISSING = "`--gradebook` needs nbgrader: pip install 'gradkata[course]'"
_NO_ADDRESS = "is no address of a database. SQLite's are written sqlite:////folder/gradebook.db."

Given = dict[str, dict[str, float]]
"""Points that a person gave, by student and kata."""


class GradebookError(Exception):
    """A gradebook that cannot be written; its message says why."""


class Entered(NamedTuple):
    """What came of it: the points given by hand that are ours now, and how many of nbgrader's were kept."""

    given: Given
    kept: int


def enter(url: str, assignment: str, rows: Iterable[Row], given: Given) -> Entered:
    """Enter a class; a second time changes nothing, and nothing that nbgrader alone knows is lost.

    Each kata has a grade cell that bears its name: that of the assignment's notebooks, or a new one in a
    notebook called as the assignment.  What is set by hand here is a manual score there.  A manual score that
    a person gave in nbgrader stays: one that is not in ``given``, what was entered the last time.

    Raises:
        GradebookError: where nbgrader is not installed or the database cannot be written.
    """
    now: Given = {}
    kept = 0
    with _opened(url) as gradebook:
        gradebook.update_or_create_assignment(assignment)
        cells: dict[str, Any] = {}
        for row in rows:
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
                if grade.manual_score in (None, given.get(row.student, {}).get(mark.slug)):
                    grade.manual_score = by_hand
                    if by_hand is not None:
                        now.setdefault(row.student, {})[mark.slug] = by_hand
                else:
                    kept += 1
                _enter(grade, mark, cell)
        gradebook.db.commit()
    return Entered(now, kept)


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


@contextmanager
def _opened(url: str) -> Iterator[Any]:
    """The gradebook at an address of SQLAlchemy's, whatever goes wrong told in a sentence."""
    try:
        from nbgrader.api import Gradebook
        from sqlalchemy.engine import make_url
        from sqlalchemy.exc import ArgumentError, SQLAlchemyError
    except ImportError as error:
        raise GradebookError(_MISSING) from error
    try:
        shown = make_url(url).render_as_string(hide_password=True)
    except ArgumentError:
        raise GradebookError(f"What --gradebook was given {_NO_ADDRESS}") from None
    path = os.environ.get("PATH", "")
    # nbgrader runs the program `alembic`, which lies beside this interpreter, to make a new gradebook.
    os.environ["PATH"] = os.pathsep.join([os.path.dirname(sys.executable), path])
    try:
        with Gradebook(url) as gradebook:
            yield gradebook
    except (SQLAlchemyError, ValueError, OSError, ImportError) as error:
        said = str(getattr(error, "orig", None) or error).splitlines()
        raise GradebookError(
            f"The gradebook {shown} cannot be written: {said[0] if said else type(error).__name__}."
        ) from error
    finally:
        os.environ["PATH"] = path

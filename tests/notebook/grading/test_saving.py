"""The grades that autograding saves, compared with nbgrader's own step on the same notebooks."""

import sqlite3

import pytest

pytest.importorskip("nbgrader", reason="nbgrader is not installed (the extra `course`)")

from gradkata.isolation.sandbox import CONFINING
from gradkata.isolation.selftest import highest_level
from tests.notebook.grading.course import BY_HAND, Course, code, graded, kata, notebook, prose
from tests.notebook.grading.traps import RIGHT, UNCLAMPED, cell

pytestmark = [
    pytest.mark.skipif(highest_level() not in CONFINING, reason="this machine cannot confine"),
    pytest.mark.filterwarnings("ignore"),
]

WORK = notebook(
    *kata("detection/iou", 10, RIGHT),
    code("### BEGIN SOLUTION\n1\n### END SOLUTION", graded("number", 3, **BY_HAND)),
    prose("Why?", graded("why", 2, **BY_HAND)),
    prose("Draw it.", graded("picture", 4, grade=False, task=True)),
)
ROWS = """
    SELECT student_id, base_cell.name, {} FROM {} AS row
    JOIN base_cell ON base_cell.id = row.cell_id
    JOIN submitted_notebook ON submitted_notebook.id = row.notebook_id
    JOIN submitted_assignment ON submitted_assignment.id = submitted_notebook.assignment_id
    ORDER BY 1, 2
"""


def gradebook_after(folder, *steps):
    """Grades and comments after two runs, with a grade set by hand between them."""
    folder.mkdir()
    course = Course(folder, work=WORK)
    course.config.Autograde.autograde_preprocessors = [
        steps[0] if str(each).endswith("SaveGrades") and steps else each
        for each in course.config.Autograde.autograde_preprocessors
    ]
    released = course.released()
    course.submit("unanswered", released)
    for student, answer, why in (("ana", RIGHT, "Because."), ("ben", UNCLAMPED, "Why?")):
        cell(released, "iou-answer")["source"] = answer
        cell(released, "number")["source"] = f"{len(why)}"
        cell(released, "why")["source"] = why
        course.submit(student, released)
    went_well, log = course.autograde()
    assert went_well, log
    course.give("iou", manual_score=7.0)
    went_well, log = course.autograde()
    assert went_well, log
    with sqlite3.connect(folder / "gradebook.db") as db:
        return [
            db.execute(ROWS.format("auto_score, manual_score, needs_manual_grade", "grade")).fetchall(),
            db.execute(ROWS.format("auto_comment, manual_comment", "comment")).fetchall(),
        ]


def test_grades_and_comments_equal_those_that_nbgrader_itself_saves(tmp_path):
    actual = gradebook_after(tmp_path / "actual")
    expected = gradebook_after(tmp_path / "expected", "nbgrader.preprocessors.SaveAutoGrades")

    assert expected == actual
    grades, comments = actual
    assert ("ana", "iou", 10.0, 7.0, 1) in grades
    assert ("unanswered", "why", "No response.", None) in comments

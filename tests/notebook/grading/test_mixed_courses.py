"""Courses with other graded cells besides katas, grades by hand, and failing graders."""

import shutil
import sqlite3

import pytest

pytest.importorskip("nbgrader", reason="nbgrader is not installed (the extra `course`)")

from gradkata.isolation.sandbox import CONFINING
from gradkata.isolation.selftest import highest_level
from tests.notebook.grading.course import ASSIGNMENT, BY_HAND, Course, code, graded, kata, notebook, prose
from tests.notebook.grading.traps import ENDS, RIGHT, cell

pytestmark = [
    pytest.mark.skipif(highest_level() not in CONFINING, reason="this machine cannot confine"),
    pytest.mark.filterwarnings("ignore"),
]

MIXED = notebook(
    *kata("detection/iou", 10, RIGHT),
    code("### BEGIN SOLUTION\n...\n### END SOLUTION", graded("double-answer", 0, grade=False, **BY_HAND)),
    code("assert double(4) == 8", graded("double", 3)),
    prose("Why?", graded("why", 2, **BY_HAND)),
)  # fmt: skip


def handed_in(course, iou=RIGHT, double="double = lambda x: 2 * x"):
    document = course.released()
    cell(document, "iou-answer")["source"] = iou
    cell(document, "double-answer")["source"] = double
    cell(document, "why")["source"] = "Because of the corners."
    return document


def of_one(course, student="ana"):
    """The points of one student."""
    return {name: course.scores(name)[student] for name in ("iou", "double", "why")}


def outputs(course, name, student="ana"):
    return cell(course.graded(student), name)["outputs"]


def test_a_courses_own_tests_run_in_a_kernel(tmp_path):
    course = Course(tmp_path, work=MIXED)
    course.submit("ana", handed_in(course))
    course.submit("ben", handed_in(course, double="double = lambda x: x"))

    course.autograde()

    assert {"iou": 10, "double": 3, "why": None} == of_one(course)
    assert {"iou": 10, "double": 0, "why": None} == of_one(course, "ben")


def test_a_kernel_that_dies_costs_neither_katas_nor_other_points(tmp_path):
    course = Course(tmp_path, work=MIXED)
    course.submit("ana", handed_in(course, double=f"{ENDS}\niou(1, 2)\ndouble = lambda x: 2 * x"))
    course.submit("ben", handed_in(course))

    went_well, log = course.autograde()

    assert went_well, log
    assert "kernel" in log
    assert {"iou": 0, "double": None, "why": None} == of_one(course)
    assert {"iou": 10, "double": 3, "why": None} == of_one(course, "ben")


def test_a_course_that_allows_no_kernel_starts_none_and_grades_its_own_tests_by_hand(tmp_path):
    course = Course(tmp_path, work=MIXED)
    course.config.JudgeKatas.run_other_cells = False
    course.submit("ana", handed_in(course, double="open('ran', 'w')\ndouble = lambda x: 2 * x"))

    course.autograde()

    assert {"iou": 10, "double": None, "why": None} == of_one(course)
    assert [] == list(tmp_path.rglob("ran"))


def test_a_course_with_only_katas_starts_no_kernel(tmp_path):
    course = Course(tmp_path, work=notebook(*kata("detection/iou", 10, RIGHT)))
    course.submit("ana", notebook(code("open('ran', 'w')\n" + RIGHT)))

    course.autograde()

    assert {"ana": 10} == course.scores()
    assert [] == list(tmp_path.rglob("ran"))


def test_grades_by_hand_and_extra_credit_are_kept_by_another_autograding(tmp_path):
    course = Course(tmp_path, work=notebook(*kata("detection/iou", 10, RIGHT)))
    course.submit("ana", notebook(code("def iou(a, b):\n    return 0.0")))
    course.autograde()
    course.give("iou", manual_score=4.0, extra_credit=0.5)

    course.autograde()

    assert {"ana": 4.5} == course.scores()


def test_a_late_penalty_is_applied_as_in_nbgrader(tmp_path):
    course = Course(tmp_path, work=notebook(*kata("detection/iou", 10, RIGHT)))
    course.config.AssignLatePenalties.plugin_class = "tests.notebook.grading.lateness.OnePoint"
    with sqlite3.connect(tmp_path / "gradebook.db") as gradebook:
        gradebook.execute("UPDATE assignment SET duedate = '2026-01-01 00:00:00.000000'")
    course.submit("ana", notebook(code(RIGHT)))
    (tmp_path / "submitted" / "ana" / ASSIGNMENT / "timestamp.txt").write_text("2026-01-02 00:00:00 UTC")

    course.autograde()

    with sqlite3.connect(tmp_path / "gradebook.db") as gradebook:
        assert [(1.0,)] == gradebook.execute(
            "SELECT late_submission_penalty FROM submitted_notebook"
        ).fetchall()
    assert {"ana": 10} == course.scores()


def test_a_failing_grader_gives_no_zero_and_the_cell_waits_for_a_person(tmp_path, monkeypatch):
    course = Course(tmp_path, work=MIXED)
    course.submit("ana", handed_in(course))

    damaged = tmp_path / "iou.bank.json"
    damaged.write_text("no bank")
    monkeypatch.setattr("gradkata.notebook.batch.banks", lambda *_: {"detection/iou": damaged})
    went_well, log = course.autograde()

    assert went_well
    assert "ana, detection/iou, grader-error" in log
    assert "The grader failed. BankError" in log
    assert {"iou": None, "double": 3, "why": None} == of_one(course)
    assert "The grader failed, not you" in "".join(outputs(course, "iou")[0]["data"]["text/plain"])


def test_a_machine_that_cannot_confine_is_refused_with_one_sentence(tmp_path, monkeypatch):
    from gradkata.isolation import selftest

    course = Course(tmp_path, work=notebook(*kata("detection/iou", 10, RIGHT)))
    course.submit("ana", notebook(code(RIGHT)))
    unconfined = selftest.SelfTest("subprocess", True, (), 0, 0.0)
    refused = selftest.SelfTest("kernel", False, ("no Landlock",), 1, 0.0)
    monkeypatch.setattr(selftest, "survey", lambda: (refused, unconfined))

    went_well, log = course.autograde()

    assert not went_well
    assert "This machine cannot confine" in log
    assert 'c.JudgeKatas.sandbox = "subprocess"' in log
    assert {} == course.scores()


def test_an_override_is_noted_in_every_report(tmp_path):
    course = Course(tmp_path, work=notebook(*kata("detection/iou", 10, RIGHT)))
    course.config.JudgeKatas.sandbox = "subprocess"
    course.submit("ana", notebook(code(RIGHT)))

    course.autograde()

    assert "which does not confine" in "".join(outputs(course, "iou")[0]["data"]["text/plain"])


def test_without_the_source_folder_katas_are_found_by_name(tmp_path):
    course = Course(tmp_path, work=notebook(*kata("detection/iou", 10, RIGHT)))
    course.submit("ana", notebook(code(RIGHT)))
    shutil.rmtree(tmp_path / "source")

    course.autograde()

    assert {"ana": 10} == course.scores()


def test_points_are_scaled_exactly_and_never_exceed_the_cell(tmp_path):
    course = Course(tmp_path, work=notebook(*kata("detection/iou", 0.7, RIGHT)))
    course.submit("ana", notebook(code(RIGHT)))

    course.autograde()

    assert {"ana": 0.7} == course.scores()
    assert "0.7" == outputs(course, "iou")[-1]["data"]["text/plain"][0]

"""Realistic and hostile notebooks: the points that gradkata gives, and those that nbgrader alone gives."""

import json

import pytest

pytest.importorskip("nbgrader", reason="nbgrader is not installed (the extra `course`)")

from gradkata.isolation.sandbox import CONFINING
from gradkata.isolation.selftest import highest_level
from tests.notebook.grading.course import Course
from tests.notebook.grading.traps import TRAPS, of_katas, of_tests

pytestmark = [
    pytest.mark.skipif(highest_level() not in CONFINING, reason="this machine cannot confine"),
    # Warnings of nbgrader's libraries are ignored.
    pytest.mark.filterwarnings("ignore"),
]


@pytest.fixture(scope="module")
def graded(tmp_path_factory):
    """The course after autograding all of them in one batch, whether it succeeded, and the log."""
    course = Course(tmp_path_factory.mktemp("course"), work=of_katas())
    released = course.released()
    for name, trap in TRAPS.items():
        course.submit(name, trap.alter(released), trap.name)
    return course, *course.autograde()


@pytest.fixture(scope="module")
def scores(graded):
    return {cell: graded[0].scores(cell) for cell in ("iou", "sigmoid")}


def shown_text(course, student):
    """The output of the graded cell of `iou` as plain text."""
    cell = next(
        each
        for each in course.graded(student)["cells"]
        if each["metadata"].get("nbgrader", {}).get("grade_id") == "iou"
    )
    return "".join(cell["outputs"][0]["data"]["text/plain"])


@pytest.mark.parametrize("name", TRAPS)
def test_a_notebook_gets_the_points_of_its_answers(scores, name):
    assert TRAPS[name].ours == scores["iou"][name]


@pytest.mark.parametrize("name", TRAPS)
def test_a_trap_in_one_kata_affects_no_other(scores, name):
    assert TRAPS[name].sigmoid == scores["sigmoid"][name]


def test_no_notebook_stops_the_others(graded):
    course, went_well, log = graded

    assert went_well, log
    assert sorted(TRAPS) == sorted(each.name for each in (course.root / "autograded").iterdir())


def test_a_function_that_is_defined_twice_is_reported(graded):
    assert "`iou` is defined 2 times (cells 7 and 10). The last one counts." in shown_text(
        graded[0], "defined-twice"
    )


def test_a_damaged_notebook_is_reported_to_its_author(graded):
    assert "work.ipynb is damaged: it is not valid JSON" in shown_text(graded[0], "cut-short")


def test_a_cell_that_nbgrader_does_not_know_loses_its_metadata(graded):
    cells = graded[0].graded("test-duplicated")["cells"]

    names = [each["metadata"].get("nbgrader", {}).get("grade_id") for each in cells]
    assert 1 == names.count("iou")


def test_large_outputs_are_dropped(graded):
    assert len(json.dumps(graded[0].graded("with-a-large-widget"))) < 50_000


@pytest.mark.heavy
@pytest.mark.parametrize("name", TRAPS)
def test_nbgrader_alone_gives_the_recorded_points(tmp_path, name):
    course, trap = Course(tmp_path, judged=False, work=of_tests()), TRAPS[name]
    course.submit(name, trap.alter(course.released()), trap.name)

    course.autograde(name)

    assert trap.plain == course.scores().get(name)

"""Notebooks as they come: what each of them is worth under us, and what nbgrader alone makes of it."""

import json

import pytest

pytest.importorskip("nbgrader", reason="nbgrader is not installed (the extra `course`)")

from gradkata.isolation.sandbox import CONFINING
from gradkata.isolation.selftest import highest_level
from tests.notebook.grading.course import Course
from tests.notebook.grading.traps import TRAPS, of_katas, of_tests

pytestmark = [
    pytest.mark.skipif(highest_level() not in CONFINING, reason="this machine cannot confine"),
    # What nbgrader's libraries warn of is theirs.
    pytest.mark.filterwarnings("ignore"),
]


@pytest.fixture(scope="module")
def graded(tmp_path_factory):
    """The course after one batch of all of them, whether it went well, and the log."""
    course = Course(tmp_path_factory.mktemp("course"), work=of_katas())
    released = course.released()
    for name, trap in TRAPS.items():
        course.submit(name, trap.alter(released), trap.name)
    return course, *course.autograde()


@pytest.fixture(scope="module")
def scores(graded):
    return {cell: graded[0].scores(cell) for cell in ("iou", "sigmoid")}


def told(course, student):
    """What the graded cell of `iou` shows, as plain text."""
    cell = next(
        each
        for each in course.graded(student)["cells"]
        if each["metadata"].get("nbgrader", {}).get("grade_id") == "iou"
    )
    return "".join(cell["outputs"][0]["data"]["text/plain"])


@pytest.mark.parametrize("name", TRAPS)
def test_a_notebook_is_worth_what_its_answers_are(scores, name):
    assert TRAPS[name].ours == scores["iou"][name]


@pytest.mark.parametrize("name", TRAPS)
def test_what_befalls_one_kata_costs_no_other(scores, name):
    assert TRAPS[name].sigmoid == scores["sigmoid"][name]


def test_no_notebook_stops_the_others(graded):
    course, went_well, log = graded

    assert went_well, log
    assert sorted(TRAPS) == sorted(each.name for each in (course.root / "autograded").iterdir())


def test_whoever_defines_a_function_twice_is_told_that_the_last_one_counts(graded):
    assert "`iou` is defined 2 times (cells 7 and 10). The last one counts." in told(
        graded[0], "defined-twice"
    )


def test_whoever_handed_in_a_damaged_notebook_is_told_so(graded):
    assert "work.ipynb is damaged: it is no JSON" in told(graded[0], "cut-short")


def test_what_nbgrader_does_not_know_keeps_no_tag_of_its_own(graded):
    cells = graded[0].graded("test-duplicated")["cells"]

    names = [each["metadata"].get("nbgrader", {}).get("grade_id") for each in cells]
    assert 1 == names.count("iou")


def test_large_outputs_are_not_carried_on(graded):
    assert len(json.dumps(graded[0].graded("with-a-large-widget"))) < 50_000


@pytest.mark.heavy
@pytest.mark.parametrize("name", TRAPS)
def test_nbgrader_alone_gives_what_it_gives_today(tmp_path, name):
    course, trap = Course(tmp_path, ours=False, work=of_tests()), TRAPS[name]
    course.submit(name, trap.alter(course.released()), trap.name)

    course.autograde(name)

    assert trap.plain == course.scores().get(name)

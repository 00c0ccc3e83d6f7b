"""`kata grade --gradebook`: a class in an nbgrader gradebook, read back with nbgrader itself."""

import pytest

pytest.importorskip("nbgrader", reason="nbgrader is not installed (the extra `course`)")

from gradkata.isolation.sandbox import CONFINING
from gradkata.isolation.selftest import highest_level
from tests.classroom.grading import WRONG
from tests.notebook.grading.course import Course
from tests.notebook.grading.lesson import Class
from tests.notebook.grading.traps import of_katas

pytestmark = [
    pytest.mark.skipif(highest_level() not in CONFINING, reason="this machine cannot confine"),
    pytest.mark.filterwarnings("ignore"),
]


@pytest.fixture(params=["SQLite", pytest.param("PostgreSQL", marks=pytest.mark.heavy)])
def lesson(request, tmp_path):
    if request.param == "SQLite":
        return Class(tmp_path)
    return Class(tmp_path, request.getfixturevalue("postgresql").database())


def test_nbgrader_exports_the_totals_of_the_class(lesson):
    lesson.grade()

    assert {"ana": 10, "ben": 1, "cem": 0} == lesson.totals() == lesson.exported()


def test_entering_a_class_twice_changes_nothing(lesson):
    lesson.grade()
    before = lesson.rows()

    lesson.grade()

    assert {("ana", "iou"): (10, None, False), ("ben", "iou"): (1, None, False)} == before == lesson.rows()


def test_points_set_by_hand_are_a_manual_score_until_they_are_removed(lesson):
    lesson.grade()

    lesson.set("--set", "ben", "iou", "7.5", "a good idea")
    assert (1, 7.5, False) == lesson.rows()["ben", "iou"]
    assert lesson.totals() == lesson.entered()

    lesson.set("--unset", "ben", "iou")
    assert (1, None, False) == lesson.rows()["ben", "iou"]


def test_manual_scores_of_nbgrader_are_kept_and_reported(lesson):
    lesson.grade()
    lesson.give("ben", manual_score=6.0, extra_credit=1.0)

    done = lesson.grade()

    assert (1, 6, False) == lesson.rows()["ben", "iou"]
    assert 7 == lesson.entered()["ben"]
    assert "set by hand in nbgrader and left as they are: 1." in done.stdout


def test_a_kata_that_is_added_later_gets_its_own_cell(lesson):
    lesson.grade()
    (lesson.folder / "ben.py").write_text(WRONG + "\n\ndef sigmoid(x):\n    return 0.0\n", "utf-8")

    lesson.grade("--katas", "iou", "sigmoid")

    assert {"iou", "sigmoid"} == {name for _, name in lesson.rows()}
    assert lesson.totals() == lesson.entered()


def test_points_are_entered_into_the_cells_of_an_existing_assignment(tmp_path):
    notebook = of_katas()
    notebook["cells"][-1]["metadata"]["nbgrader"]["points"] = 4
    course = Course(tmp_path, work=notebook)

    Class(tmp_path).grade()

    assert {"ana": 4, "ben": 0.4} == course.scores("iou")


@pytest.mark.parametrize(
    "url",
    [
        "gradebook.db",
        "sqlite:////no/such/folder/gradebook.db",
        "sqlite:////no/such/folder/gradebook.db?key=secret&password=secret",
        "postgresql+psycopg://kata:secret@localhost:port/course",
        "postgresql+psycopg://kata:half@secret@localhost/course",
        "postgresql+psycopg:/kata:secret@localhost/course",
        "postgresql+nodriver://kata:secret@localhost/course?sslpassword=secret",
    ],
)
def test_a_gradebook_that_cannot_be_written_is_reported_in_one_sentence_and_grades_are_kept(tmp_path, url):
    lesson = Class(tmp_path, url)

    done = lesson.grade(code=3)

    assert "gradebook" in done.stderr
    assert "Traceback" not in done.stderr
    assert "secret" not in done.stdout + done.stderr
    assert {"ana": 10, "ben": 1, "cem": 0} == lesson.totals()


def test_warnings_and_logs_of_nbgrader_are_not_shown(tmp_path):
    assert "Warning" not in Class(tmp_path).grade().stderr


def test_a_name_that_is_too_long_for_nbgrader_is_reported_and_affects_nobody_else(tmp_path):
    lesson = Class(tmp_path)
    (lesson.folder / f"{'a' * 129}.py").write_text(WRONG, "utf-8")
    (tmp_path / "roster.csv").write_text(f"student\nana\nben\n{'a' * 129}\n", "utf-8")
    lesson.grade(code=3)
    lesson.set("--set", "ben", "iou", "7", "a good idea", code=3)

    done = lesson.set("--set", "ben", "iou", "8", "a better one", code=3)

    assert "whose names have at most 128 characters. Not entered: 1." in done.stderr
    assert {("ana", "iou"): (10, None, False), ("ben", "iou"): (1, 8, False)} == lesson.rows()

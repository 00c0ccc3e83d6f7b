"""What a run of autograding is going to ask for, read before it does."""

import ast
import threading

import pytest

pytest.importorskip("nbgrader", reason="nbgrader is not installed (the extra `course`)")

from gradkata.isolation.sandbox import CONFINING
from gradkata.isolation.selftest import highest_level
from gradkata.notebook import batch, exporter, prefetch
from gradkata.notebook.upcoming import upcoming
from tests.notebook.grading.course import ASSIGNMENT, Course, code, kata, notebook
from tests.notebook.grading.traps import RIGHT, TRAPS, of_katas

pytestmark = [
    pytest.mark.skipif(highest_level() not in CONFINING, reason="this machine cannot confine"),
    pytest.mark.filterwarnings("ignore"),
]


@pytest.fixture
def course(tmp_path):
    """Two students who have handed in the right answer."""
    made = Course(tmp_path, work=notebook(*kata("detection/iou", 10, RIGHT)))
    for student in ("ana", "bo"):
        made.submit(student, notebook(code(f"# {student}\n{RIGHT}")))
        stamp(made, student, "2026-01-01 00:00:00 UTC")
    return made


def stamp(course, student, moment):
    (course.root / "submitted" / student / ASSIGNMENT / "timestamp.txt").write_text(moment)


def of_whom(course, *, force=False, without=""):
    """Whose answers nbgrader will have judged, in its order."""
    from nbgrader.converters import Autograde
    from nbgrader.utils import temp_attrs

    told = {"assignment_id": ASSIGNMENT, "student_id": "*", "student_id_exclude": without}
    with temp_attrs(course.api.coursedir, **told):
        converter = Autograde(coursedir=course.api.coursedir, parent=course.api)
        converter.force = force
        converter.init_notebooks()
        known = batch.Batch(course.api.coursedir, converter)
        found = [*upcoming(converter, known.masters(ASSIGNMENT), known.answers)]
    assert {"detection/iou"} >= {slug for slug, _ in found}
    return [name for _, answer in found for name in ("ana", "bo") if f"# {name}".encode() in answer.source]


def test_all_that_was_handed_in_is_to_come(course):
    assert ["ana", "bo"] == of_whom(course)


def test_what_nbgrader_has_graded_does_not_come_again(course):
    course.autograde()

    assert [] == of_whom(course)
    assert ["ana", "bo"] == of_whom(course, force=True)


def test_what_was_handed_in_anew_comes_again(course):
    course.autograde()
    stamp(course, "bo", "2026-01-02 00:00:00 UTC")

    assert ["bo"] == of_whom(course)


def test_students_who_are_left_out_do_not_come(course):
    assert ["bo"] == of_whom(course, without="ana")


def test_what_cannot_be_read_is_left_to_the_run(course):
    course.submit("ana", b"no notebook")

    assert ["bo"] == of_whom(course)


def test_whatever_is_asked_for_was_foreseen(tmp_path, monkeypatch):
    """Else it would have to be waited for."""
    course, foreseen, asked = Course(tmp_path, work=of_katas()), set(), set()
    released = course.released()
    for name, trap in TRAPS.items():
        course.submit(name, trap.alter(released), trap.name)

    def reading(*arguments):
        for slug, answer in upcoming(*arguments):
            foreseen.add((slug, answer.digest()))
            yield slug, answer

    report = prefetch.Prefetch.report
    monkeypatch.setattr(exporter, "coming", reading)
    monkeypatch.setattr(
        prefetch.Prefetch,
        "report",
        lambda self, job: asked.add((job.slug, job.submission.digest())) or report(self, job),
    )
    course.autograde()

    assert len(asked) > len(TRAPS)
    assert asked <= foreseen


def test_python_is_parsed_by_one_thread(course, monkeypatch):
    """Where two do so at once, Python 3.11 raises SystemError in either: https://github.com/python/cpython/issues/106905."""
    threads, parse = set(), ast.parse
    monkeypatch.setattr(
        ast, "parse", lambda *a, **b: threads.add(threading.current_thread()) or parse(*a, **b)
    )

    course.autograde()

    assert {threading.main_thread()} == threads

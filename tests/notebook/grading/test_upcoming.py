"""The answers that a run of autograding is going to request, read in advance."""

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
    """Two students who handed in the right answer."""
    made = Course(tmp_path, work=notebook(*kata("detection/iou", 10, RIGHT)))
    for student in ("ana", "bo"):
        made.submit(student, notebook(code(f"# {student}\n{RIGHT}")))
        stamp(made, student, "2026-01-01 00:00:00 UTC")
    return made


def stamp(course, student, moment):
    (course.root / "submitted" / student / ASSIGNMENT / "timestamp.txt").write_text(moment)


def of_whom(course, *, force=False, without=""):
    """The students whose answers nbgrader is going to have judged, in its order."""
    from nbgrader.converters import Autograde
    from nbgrader.utils import temp_attrs

    settings = {"assignment_id": ASSIGNMENT, "student_id": "*", "student_id_exclude": without}
    with temp_attrs(course.api.coursedir, **settings):
        converter = Autograde(coursedir=course.api.coursedir, parent=course.api)
        converter.force = force
        converter.init_notebooks()
        known = batch.Batch(course.api.coursedir, converter)
        found = [*upcoming(converter, known.masters(ASSIGNMENT), known.answers)]
    assert {"detection/iou"} >= {slug for slug, _ in found}
    return [name for _, answer in found for name in ("ana", "bo") if f"# {name}".encode() in answer.source]


def test_all_submissions_are_upcoming(course):
    assert ["ana", "bo"] == of_whom(course)


def test_graded_submissions_are_not_upcoming(course):
    course.autograde()

    assert [] == of_whom(course)
    assert ["ana", "bo"] == of_whom(course, force=True)


def test_a_newer_submission_is_upcoming_again(course):
    course.autograde()
    stamp(course, "bo", "2026-01-02 00:00:00 UTC")

    assert ["bo"] == of_whom(course)


def test_excluded_students_are_not_upcoming(course):
    assert ["bo"] == of_whom(course, without="ana")


def test_unreadable_notebooks_are_left_to_the_run(course):
    course.submit("ana", b"no notebook")

    assert ["bo"] == of_whom(course)


def test_every_requested_answer_was_scheduled(tmp_path, monkeypatch):
    """Otherwise the run would have to wait for it."""
    course, scheduled, requested = Course(tmp_path, work=of_katas()), set(), set()
    released = course.released()
    for name, trap in TRAPS.items():
        course.submit(name, trap.alter(released), trap.name)

    def reading(*arguments):
        for slug, answer in upcoming(*arguments):
            scheduled.add((slug, answer.digest()))
            yield slug, answer

    report = prefetch.Prefetch.report
    monkeypatch.setattr(exporter, "upcoming", reading)
    monkeypatch.setattr(
        prefetch.Prefetch,
        "report",
        lambda self, job: requested.add((job.slug, job.submission.digest())) or report(self, job),
    )
    course.autograde()

    assert len(requested) > len(TRAPS)
    assert requested <= scheduled


def test_only_one_thread_parses_python(course, monkeypatch):
    """If two threads parse at once, Python 3.11 raises SystemError: https://github.com/python/cpython/issues/106905."""
    threads, parse = set(), ast.parse
    monkeypatch.setattr(
        ast, "parse", lambda *a, **b: threads.add(threading.current_thread()) or parse(*a, **b)
    )

    course.autograde()

    assert {threading.main_thread()} == threads

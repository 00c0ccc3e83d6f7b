"""`kata grade --gradebook`: a class in a gradebook of nbgrader's, read back by nbgrader itself."""

import csv
import subprocess
import sys

import pytest

pytest.importorskip("nbgrader", reason="nbgrader is not installed (the extra `course`)")

from graders.engine.isolation.sandbox import CONFINING
from graders.engine.isolation.selftest import highest_level
from tests.classroom.grading import RIGHT, WRONG, grade, hand_in, table
from tests.notebook.grading.course import ASSIGNMENT, Course
from tests.notebook.grading.traps import of_katas

pytestmark = [
    pytest.mark.skipif(highest_level() not in CONFINING, reason="this machine cannot confine"),
    pytest.mark.filterwarnings("ignore"),
]


class Class:
    """Two who handed in `iou`, one on the roster who did not, and a gradebook."""

    def __init__(self, root):
        self.root, self.out = root, root / ASSIGNMENT
        self.url = f"sqlite:///{root / 'gradebook.db'}"
        self.folder = hand_in(root / "submissions", ana=RIGHT, ben=WRONG)
        (root / "roster.csv").write_text("student\nana\nben\ncem\n", "utf-8")

    def grade(self, *arguments, **options):
        roster = ("--roster", self.root / "roster.csv")
        return grade(
            self.folder,
            "--out",
            self.out,
            "--katas",
            "iou",
            *roster,
            "--gradebook",
            self.url,
            *arguments,
            **options,
        )

    def set(self, *arguments):
        return grade("--out", self.out, "--gradebook", self.url, *arguments)

    def exported(self):
        """Totals, by `nbgrader export`."""
        to = self.root / "exported.csv"
        command = [sys.executable, "-m", "nbgrader", "export", "--db", self.url, "--to", str(to)]
        subprocess.run(command, cwd=self.root, check=True, capture_output=True)
        with to.open(newline="") as file:
            return {row["student_id"]: float(row["score"]) for row in csv.DictReader(file)}

    def entered(self):
        """The same totals, from the gradebook itself; who handed in nothing has none there."""
        from nbgrader.api import Gradebook

        with Gradebook(self.url) as gradebook:
            return {each.student.id: each.score for each in gradebook.assignment_submissions(ASSIGNMENT)} | {
                "cem": 0
            }

    def totals(self):
        return {row["student"]: float(row["total"]) for row in table(self.out)}

    def rows(self):
        """What the gradebook holds of each grade."""
        from nbgrader.api import Grade, Gradebook

        with Gradebook(self.url) as gradebook:
            return {
                (each.student.id, each.name): (each.auto_score, each.manual_score, each.needs_manual_grade)
                for each in gradebook.db.query(Grade)
            }

    def give(self, student, **scores):
        """What a person gives in nbgrader."""
        from nbgrader.api import Gradebook

        with Gradebook(self.url) as gradebook:
            found = gradebook.find_grade("iou", ASSIGNMENT, ASSIGNMENT, student)
            for name, score in scores.items():
                setattr(found, name, score)
            gradebook.db.commit()


@pytest.fixture
def lesson(tmp_path):
    return Class(tmp_path)


def test_what_nbgrader_exports_are_the_totals_of_the_class(lesson):
    lesson.grade()

    assert {"ana": 10, "ben": 1, "cem": 0} == lesson.totals() == lesson.exported()


def test_a_class_that_is_entered_twice_is_there_once(lesson):
    lesson.grade()
    before = lesson.rows()

    lesson.grade()

    assert {("ana", "iou"): (10, None, False), ("ben", "iou"): (1, None, False)} == before == lesson.rows()


def test_what_is_set_by_hand_is_a_manual_score_and_goes_when_it_is_taken_back(lesson):
    lesson.grade()

    lesson.set("--set", "ben", "iou", "7.5", "a good idea")
    assert (1, 7.5, False) == lesson.rows()["ben", "iou"]
    assert lesson.totals() == lesson.entered()

    lesson.set("--unset", "ben", "iou")
    assert (1, None, False) == lesson.rows()["ben", "iou"]


def test_what_a_person_gave_in_nbgrader_stays_and_is_told(lesson):
    lesson.grade()
    lesson.give("ben", manual_score=6.0, extra_credit=1.0)

    said = lesson.grade()

    assert (1, 6, False) == lesson.rows()["ben", "iou"]
    assert 7 == lesson.entered()["ben"]
    assert "1 that nbgrader has by hand stay" in said.stdout


def test_a_kata_that_comes_later_gets_a_cell_of_its_own(lesson):
    lesson.grade()
    (lesson.folder / "ben.py").write_text(WRONG + "\n\ndef sigmoid(x):\n    return 0.0\n", "utf-8")

    lesson.grade("--katas", "iou", "sigmoid")

    assert {"iou", "sigmoid"} == {name for _, name in lesson.rows()}
    assert lesson.totals() == lesson.entered()


def test_an_assignment_of_a_course_gets_the_points_into_its_own_cells(tmp_path):
    notebook = of_katas()
    notebook["cells"][-1]["metadata"]["nbgrader"]["points"] = 4
    course = Course(tmp_path, work=notebook)

    Class(tmp_path).grade()

    assert {"ana": 4, "ben": 0.4} == course.scores("iou")


@pytest.mark.parametrize("url", ["gradebook.db", "sqlite:////no/such/folder/gradebook.db"])
def test_a_gradebook_that_cannot_be_written_is_a_sentence_and_costs_no_grade(lesson, url):
    lesson.url = url

    done = lesson.grade(code=3)

    assert "gradebook" in done.stderr
    assert "Traceback" not in done.stderr
    assert {"ana": 10, "ben": 1, "cem": 0} == lesson.totals()

"""A course from an empty folder to its feedback, by the commands that an instructor gives."""

import csv
import itertools
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("nbgrader", reason="nbgrader is not installed (the extra `course`)")

from graders.engine.isolation.sandbox import CONFINING
from graders.engine.isolation.selftest import highest_level
from tests.classroom.grading import ENVIRONMENT, EXAMPLES, grade, table
from tests.notebook.grading.traps import cell

pytestmark = [
    pytest.mark.heavy,  # a minute, half of it nbgrader's own start
    pytest.mark.skipif(highest_level() not in CONFINING, reason="this machine cannot confine"),
    pytest.mark.filterwarnings("ignore"),
]

ASSIGNMENT = "ps1"
EXPECTED = json.loads((EXAMPLES / "expected.json").read_text("utf-8"))
ANSWERS = {
    "iou": ("right/iou", "wrong/iou_without_clamp", "wrong/iou_divides_by_zero", "wrong/iou_syntax",
            "hostile/iou_forges_a_pass"),
    "nms": ("right/nms", "wrong/nms_at_threshold", "wrong/nms_mutates"),
    "bleu": ("right/bleu", "wrong/bleu_in_percent", "hostile/bleu_equals_everything", None),
}  # fmt: skip
_CHOICES = list(itertools.product(*ANSWERS.values()))
STUDENTS = {
    f"s{number:02}": dict(zip(ANSWERS, _CHOICES[7 * number % len(_CHOICES)], strict=True))
    for number in range(30)
}


def source(example):
    """An answer; helpers called `iou` beside `nms` would be the notebook's last definition of it."""
    text = (EXAMPLES / f"{example}.py").read_text("utf-8")
    return re.sub(r"\biou\(", "overlap(", text) if "nms" in example else text


def expected(student):
    return sum(EXPECTED[f"{each}.py"]["score"] for each in STUDENTS[student].values() if each)


class Course:
    """A course's folder, and the commands that are given in it."""

    def __init__(self, root):
        self.root, self.exchange = root / "course", root / "exchange"
        self.exchange.mkdir()
        self.exchange.chmod(0o777)
        programs = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
        self.environment = {**ENVIRONMENT, "PATH": programs, "HOME": str(root)}

    def run(self, *command):
        done = subprocess.run(
            [sys.executable, "-m", *map(str, command)],
            cwd=self.root if self.root.is_dir() else self.root.parent,
            env=self.environment, capture_output=True, text=True, check=False, timeout=300,
        )  # fmt: skip
        assert done.returncode == 0, f"{command}: {done.stdout}\n{done.stderr}"
        return done

    def nbgrader(self, command, *arguments):
        return self.run("nbgrader", command, *arguments, f"--Exchange.root={self.exchange}")

    def hand_in(self, student):
        """What `nbgrader submit` puts into the exchange, for a student who is no user of this machine."""
        released = self.exchange / "course" / "outbound" / ASSIGNMENT / f"{ASSIGNMENT}.ipynb"
        document = json.loads(released.read_text("utf-8"))
        for name, example in STUDENTS[student].items():
            if example:
                cell(document, f"{name}-answer")["source"] = source(example)
        at = "2026-01-01 12:00:00.000000 UTC"
        place = self.exchange / "course" / "inbound" / f"{student}+{ASSIGNMENT}+{at}+{student}"
        place.mkdir()
        (place / f"{ASSIGNMENT}.ipynb").write_text(json.dumps(document), "utf-8")
        (place / "timestamp.txt").write_text(at, "utf-8")


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    course = Course(tmp_path_factory.mktemp("end-to-end"))
    course.run("graders.engine.cli", "assignment", ASSIGNMENT, *ANSWERS, "--course", course.root)
    course.nbgrader("generate_assignment", ASSIGNMENT)
    course.nbgrader("release_assignment", ASSIGNMENT)
    for student in STUDENTS:
        course.hand_in(student)
    course.nbgrader("collect", ASSIGNMENT)
    course.nbgrader("autograde", ASSIGNMENT)
    course.nbgrader("generate_feedback", ASSIGNMENT)
    course.nbgrader("export", "--to=exported.csv")
    return course


@pytest.fixture(scope="module")
def exported(course):
    with (course.root / "exported.csv").open(newline="") as file:
        return {row["student_id"]: float(row["score"]) for row in csv.DictReader(file)}


def test_everybody_has_the_points_that_they_deserve(exported):
    assert {student: expected(student) for student in STUDENTS} == exported


def test_the_points_are_those_of_a_class_that_is_graded_from_files(exported, tmp_path):
    for student, answers in STUDENTS.items():
        folder = tmp_path / "submissions" / student
        folder.mkdir(parents=True)
        for name, example in answers.items():
            text = source(example) if example else f"def {name}(*arguments):\n    raise NotImplementedError\n"
            (folder / f"{name}.py").write_text(text, "utf-8")

    grade(tmp_path / "submissions", "--out", tmp_path / "graded", "--katas", *ANSWERS)

    assert {row["student"]: float(row["total"]) for row in table(tmp_path / "graded")} == exported


def test_the_feedback_names_the_mistake_and_holds_no_solution(course):
    student = next(name for name, each in STUDENTS.items() if each["iou"] == "wrong/iou_without_clamp")

    page = (course.root / "feedback" / student / ASSIGNMENT / f"{ASSIGNMENT}.html").read_text("utf-8")

    assert "forgets to clamp" in page
    assert "BEGIN SOLUTION" not in page


def test_whoever_changed_nothing_in_a_kata_is_told_that_it_is_a_stub(course):
    student = next(name for name, each in STUDENTS.items() if each["bleu"] is None)

    page = (course.root / "feedback" / student / ASSIGNMENT / f"{ASSIGNMENT}.html").read_text("utf-8")

    assert "This one is still a stub." in page

"""A course from an empty folder to its feedback, with the nbgrader commands that people run."""

import csv
import itertools
import json
import re
import shutil
from concurrent.futures import ThreadPoolExecutor

import pytest

pytest.importorskip("nbgrader", reason="nbgrader is not installed (the extra `course`)")

from gradkata.isolation.sandbox import CONFINING
from gradkata.isolation.selftest import highest_level
from tests.classroom.grading import EXAMPLES, grade, scores
from tests.notebook.grading.commands import COURSE, Instructor, Student
from tests.notebook.grading.traps import cell

pytestmark = [
    pytest.mark.heavy,  # takes minutes, most of them for starting nbgrader
    pytest.mark.skipif(highest_level() not in CONFINING, reason="this machine cannot confine"),
    pytest.mark.filterwarnings("ignore"),
]

ASSIGNMENT = "ps2"  # `ps1` is the example of `nbgrader quickstart`
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
    """An answer; a helper called `iou` of `nms` would be the last definition of `iou` in the notebook."""
    text = (EXAMPLES / f"{example}.py").read_text("utf-8")
    return re.sub(r"\biou\(", "overlap(", text) if "nms" in example else text


def expected(student):
    return sum(EXPECTED[f"{each}.py"]["score"] for each in STUDENTS[student].values() if each)


def answer(student):
    """Write a student's answers into the notebook that they fetched."""
    path = student.notebook(ASSIGNMENT)
    document = json.loads(path.read_text("utf-8"))
    for name, example in STUDENTS[student.name].items():
        if example:
            cell(document, f"{name}-answer")["source"] = source(example)
    path.write_text(json.dumps(document), "utf-8")


@pytest.fixture(scope="module")
def students(tmp_path_factory):
    """Thirty students with an unchanged assignment."""
    root = tmp_path_factory.mktemp("end-to-end")
    (root / "exchange").mkdir()
    (root / "exchange").chmod(0o777)
    return [Student(root / "students" / name, root / "exchange") for name in STUDENTS]


@pytest.fixture(scope="module")
def clamping(students):
    """A student who forgets to clamp, and fetches the assignment and the feedback."""
    return next(each for each in students if STUDENTS[each.name]["iou"] == "wrong/iou_without_clamp")


@pytest.fixture(scope="module")
def instructor(students, clamping):
    """The instructor of a finished course."""
    instructor = Instructor(clamping.exchange.parent / "instructor", clamping.exchange)
    instructor.begin()
    instructor.assign(ASSIGNMENT, *ANSWERS)
    instructor.nbgrader("generate_assignment", ASSIGNMENT)
    instructor.exchanging("release_assignment", ASSIGNMENT)

    clamping.exchanging("fetch_assignment", ASSIGNMENT)
    for student in set(students) - {clamping}:  # a fetch makes the same copy, but takes seconds
        shutil.copytree(clamping.home / ASSIGNMENT, student.home / ASSIGNMENT)
    for student in students:
        answer(student)
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(lambda student: student.exchanging("submit", ASSIGNMENT), students))

    # All thirty submissions have the same owner, which would cause thirty warnings.
    instructor.exchanging("collect", ASSIGNMENT, "--ExchangeCollect.check_owner=False")
    instructor.nbgrader("autograde", ASSIGNMENT)
    instructor.nbgrader("generate_feedback", ASSIGNMENT)
    instructor.exchanging("release_feedback", ASSIGNMENT)
    clamping.exchanging("fetch_feedback", ASSIGNMENT)
    instructor.nbgrader("export", "--to=exported.csv")
    return instructor


@pytest.fixture(scope="module")
def exported(instructor):
    with (instructor.course / "exported.csv").open(newline="") as file:
        return {row["student_id"]: float(row["score"]) for row in csv.DictReader(file)}


@pytest.fixture(scope="module")
def held(instructor):
    """The points of each student and kata in the gradebook; None if the cell waits for a person."""
    from nbgrader.api import Grade, Gradebook

    with Gradebook(f"sqlite:///{instructor.course / 'gradebook.db'}", COURSE) as gradebook:
        return {
            (each.student.id, each.name): None if each.needs_manual_grade else each.score
            for each in gradebook.db.query(Grade)
        }


def feedback(instructor, student):
    place = instructor.course / "feedback" / student / ASSIGNMENT / f"{ASSIGNMENT}.html"
    return place.read_text("utf-8")


def test_everybody_gets_the_expected_points(exported):
    assert {student: expected(student) for student in STUDENTS} == exported


def test_the_exported_grades_are_the_sums_of_the_gradebook(held, exported):
    totals = {
        student: sum(each for (whose, _), each in held.items() if whose == student) for student in STUDENTS
    }

    assert totals == exported


def test_the_points_equal_those_of_a_class_graded_from_files(held, tmp_path):
    for student, answers in STUDENTS.items():
        folder = tmp_path / "submissions" / student
        folder.mkdir(parents=True)
        for name, example in answers.items():
            text = source(example) if example else f"def {name}(*arguments):\n    raise NotImplementedError\n"
            (folder / f"{name}.py").write_text(text, "utf-8")

    grade(tmp_path / "submissions", "--out", tmp_path / "graded", "--katas", *ANSWERS)

    assert scores(tmp_path / "graded") == held


def test_what_students_fetch_contains_no_solution(instructor):
    released = instructor.exchange / COURSE / "outbound" / ASSIGNMENT / f"{ASSIGNMENT}.ipynb"

    assert "NotImplementedError" in released.read_text("utf-8")
    assert "SOLUTION" not in released.read_text("utf-8")


def test_the_feedback_that_a_student_fetches_names_the_mistake_and_contains_no_solution(instructor, clamping):
    (fetched,) = (clamping.home / ASSIGNMENT / "feedback").glob(f"*/{ASSIGNMENT}.html")
    page = fetched.read_text("utf-8")

    assert feedback(instructor, clamping.name) == page
    assert "forgets to clamp" in page
    assert "BEGIN SOLUTION" not in page


def test_an_unchanged_kata_is_reported_as_a_stub(instructor):
    student = next(name for name, each in STUDENTS.items() if each["bleu"] is None)

    assert "This one is still a stub." in feedback(instructor, student)

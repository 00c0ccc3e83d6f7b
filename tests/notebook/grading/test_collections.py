"""A course's own katas in its assignments: written by `kata assignment` and autograded."""

import json
import sys
from pathlib import Path

import pytest

pytest.importorskip("nbgrader")
sys.path.append(str(Path(__file__).parents[2] / "collections"))

import own_course

from gradkata.cli import main
from tests.notebook.grading.course import ASSIGNMENT, Course

pytestmark = [
    pytest.mark.heavy,
    pytest.mark.filterwarnings("ignore"),
]


@pytest.fixture(scope="module")
def collection(tmp_path_factory):
    root = own_course.write(tmp_path_factory.mktemp("own"))
    assert main(["lint", "--write", "--collection", str(root)]) == 0
    return root


@pytest.mark.parametrize("named", ["in course.toml", "by the trait"])
def test_a_course_grades_its_own_katas(collection, tmp_path, named):
    if named == "in course.toml":
        (tmp_path / "course.toml").write_text(f'collections = ["{collection}"]\n', "utf-8")
    arguments = ["assignment", ASSIGNMENT, "row_sums", "iou", "--course", str(tmp_path)]
    assert main([*arguments, "--collection", str(collection)]) == 0
    source = (tmp_path / "source" / ASSIGNMENT / f"{ASSIGNMENT}.ipynb").read_bytes()
    course = Course(tmp_path, **{ASSIGNMENT: json.loads(source)})
    if named == "by the trait":
        course.config.JudgeKatas.collections = [str(collection)]
    for student, answer in (("ana", own_course.RIGHT), ("ben", own_course.WRONG)):
        notebook = course.released(ASSIGNMENT)
        for cell in notebook["cells"]:
            if cell["metadata"].get("nbgrader", {}).get("grade_id") == "row_sums-answer":
                cell["source"] = answer[own_course.ROW_SUMS]
        course.submit(student, notebook, ASSIGNMENT)

    is_well, log = course.autograde()

    assert is_well, log
    assert {"ana": 10, "ben": 1} == course.scores("row_sums")
    assert "Looks like a known mistake: sums sizes" in json.dumps(course.graded("ben", ASSIGNMENT))


def test_without_its_collection_a_kata_is_left_for_a_person_and_the_others_are_graded(collection, tmp_path):
    arguments = ["assignment", ASSIGNMENT, "row_sums", "iou", "--course", str(tmp_path)]
    assert main([*arguments, "--collection", str(collection)]) == 0
    source = (tmp_path / "source" / ASSIGNMENT / f"{ASSIGNMENT}.ipynb").read_bytes()
    course = Course(tmp_path, **{ASSIGNMENT: json.loads(source)})
    (tmp_path / "course.toml").unlink(
        missing_ok=True
    )  # a course that was made before is copied, with its file
    course.submit("ana", course.released(ASSIGNMENT), ASSIGNMENT)

    is_well, log = course.autograde()

    assert is_well, log
    assert {"ana": None} == course.scores("row_sums")
    assert {"ana": 0} == course.scores("iou")
    assert "Name its collection in course.toml" in log


def test_a_collection_that_is_missing_stops_the_run_with_a_sentence(collection, tmp_path):
    arguments = ["assignment", ASSIGNMENT, "iou", "--course", str(tmp_path)]
    assert main(arguments) == 0
    source = (tmp_path / "source" / ASSIGNMENT / f"{ASSIGNMENT}.ipynb").read_bytes()
    course = Course(tmp_path, **{ASSIGNMENT: json.loads(source)})
    course.config.JudgeKatas.collections = ["gone"]
    course.submit("ana", course.released(ASSIGNMENT), ASSIGNMENT)

    is_well, log = course.autograde()

    assert not is_well
    assert f"The collection {tmp_path / 'gone'} is missing" in log
    assert "Traceback" not in log

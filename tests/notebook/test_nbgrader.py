"""Assignments in the real nbgrader: it accepts them, and students get neither answers nor tests."""

import re

import pytest
from kernels import RIGHT
from programs import nbgrader

from gradkata.catalog import Catalog
from gradkata.cli import main
from gradkata.isolation.selftest import highest_level
from gradkata.notebook.cell_sources import sources
from gradkata.notebook.cells import tag_of

nbformat = pytest.importorskip("nbformat", reason="the extra `course` is not installed")
Gradebook = pytest.importorskip("nbgrader.api", reason="the extra `course` is not installed").Gradebook

confined = pytest.mark.skipif(highest_level() != "kernel", reason="this kernel cannot confine")


def words(text):
    return " ".join(text.split())


def solutions(slug):
    """The lines of a kata's answer that students must not see."""
    text = sources(Catalog(), slug)["answer"]
    region = re.search(r"### BEGIN SOLUTION\n(.*)### END SOLUTION", text, re.DOTALL)[1]
    return [line.strip() for line in region.split("\n") if len(line.strip()) > 20]


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """A course with one generated assignment."""
    folder = tmp_path_factory.mktemp("course")
    assert main(["assignment", "ps1", "iou:5", "bleu", "adam_step", "--course", str(folder)]) == 0
    code, output = nbgrader("generate_assignment", "ps1", course=folder)
    assert code == 0, output
    return folder


@pytest.fixture
def release(course, tmp_path):
    """The student version, and a copy of it to write into."""
    path = tmp_path / "ps1.ipynb"
    path.write_bytes((course / "release" / "ps1" / "ps1.ipynb").read_bytes())
    notebook = nbformat.read(path, as_version=4)
    nbformat.validate(notebook)
    return notebook, path


def fill_in(notebook, path, text):
    for cell in notebook.cells:
        if tag_of(cell) == ("detection/iou", "answer"):
            cell.source = f"import numpy as np\n\n\n{text}"
    notebook.cells = [c for c in notebook.cells if (m := tag_of(c)) is None or m.kata == "detection/iou"]
    nbformat.write(notebook, path)


def test_students_get_no_answer_and_no_test(release):
    notebook, path = release
    text = path.read_text("utf-8")

    for slug in ("detection/iou", "decoding/bleu", "optimizers/adam_step"):
        assert len(solutions(slug)) > 3
        assert [line for line in solutions(slug) if line in text] == []
    assert "SOLUTION" not in text
    assert "assert" not in text
    assert [c.metadata.nbgrader.points for c in notebook.cells if c.metadata.get("nbgrader", {}).get("grade")] == [
        5, 10, 10,
    ]  # fmt: skip


def test_students_can_change_their_cells_and_not_the_others(release):
    for cell in release[0].cells:
        mark = tag_of(cell)
        if mark is not None:
            locked = mark.role in ("statement", "grade")
            assert (cell.metadata.get("editable", True), cell.metadata.get("deletable", True)) == (
                not locked, mark.role == "check",
            )  # fmt: skip


def test_the_cells_of_katas_keep_their_tags_in_the_students_version(release):
    found = [mark for cell in release[0].cells if (mark := tag_of(cell))]

    assert found == [
        (slug, role)
        for slug in ("detection/iou", "decoding/bleu", "optimizers/adam_step")
        for role in ("statement", "answer", "check", "grade")
    ]


def test_an_assignment_is_released_and_fetched_even_after_points_were_changed(course, tmp_path):
    exchange, home = tmp_path / "exchange", tmp_path / "student"
    for folder, mode in ((exchange, 0o777), (home, 0o755)):
        folder.mkdir()
        folder.chmod(mode)
    where = f"--Exchange.root={exchange}"

    assert main(["assignment", "ps1", "iou:7", "bleu", "--course", str(course)]) == 0
    for command in (["generate_assignment", "ps1", "--force"], ["release_assignment", "ps1", where]):
        code, output = nbgrader(*command, course=course)
        assert code == 0, output
    code, output = nbgrader("fetch_assignment", "ps1", where, f"--course={course.name}", course=home)

    assert code == 0, output
    assert '"points": 7' in (home / "ps1" / "ps1.ipynb").read_text("utf-8")


@confined
def test_validate_says_what_check_says_and_succeeds_on_a_right_answer(release, course):
    notebook, path = release
    fill_in(notebook, path, RIGHT)

    code, output = nbgrader("validate", path, course=course)

    assert code == 0, output
    assert "Success! Your notebook passes all the tests." in output


@confined
def test_validate_shows_the_report_on_a_wrong_answer(release, course):
    notebook, path = release
    fill_in(notebook, path, RIGHT.replace(", 0, None)", ", -1e9, None)"))

    _, output = nbgrader("validate", path, course=course)

    assert "VALIDATION FAILED ON 1 CELL(S)!" in output
    assert "detection/iou" in output
    assert "Looks like a known mistake: forgets to clamp" in words(output)


@confined
def test_validate_reports_a_stub(release, course):
    notebook, path = release
    fill_in(notebook, path, "def iou(a, b):\n    raise NotImplementedError()")

    _, output = nbgrader("validate", path, course=course)

    assert "VALIDATION FAILED ON 1 CELL(S)!" in output
    assert "This one is still a stub." in words(output)


def test_a_course_that_is_not_configured_gives_no_points_by_mistake(course, release, tmp_path):
    notebook, path = release
    config = course / "nbgrader_config.py"
    configured, plain = config.read_text(), "c = get_config()\n"
    fill_in(notebook, path, RIGHT)
    submitted = course / "submitted" / "ana" / "ps1" / "ps1.ipynb"
    submitted.parent.mkdir(parents=True)
    submitted.write_bytes(path.read_bytes())

    config.write_text(plain)
    code, output = nbgrader("autograde", "ps1", course=course)
    config.write_text(configured)

    assert code == 0, output
    graded = nbformat.read(course / "autograded" / "ana" / "ps1" / "ps1.ipynb", as_version=4)
    (output,) = next(c for c in graded.cells if tag_of(c) == ("detection/iou", "grade")).outputs
    assert output.data["text/plain"] == "0.0"
    assert "does not use gradkata" in output.data["text/html"]
    with Gradebook(f"sqlite:///{course / 'gradebook.db'}") as gradebook:
        grades = gradebook.find_submission_notebook("ps1", "ps1", "ana").grades
        assert {each.name: each.auto_score for each in grades}["iou"] == 0

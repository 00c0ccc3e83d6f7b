"""`kata assignment`: the notebook that it writes, and what a second run leaves unchanged."""

import pytest

from gradkata.notebook import configuration
from gradkata.notebook.cells import KEY, ROLES, tag_of

nbformat = pytest.importorskip("nbformat", reason="the extra `course` is not installed")

MANUAL = {
    "schema_version": 3, "grade_id": "why", "grade": True, "solution": True, "locked": False, "task": False,
    "points": 3,
}  # fmt: skip


@pytest.fixture
def path(tmp_path):
    return tmp_path / "source" / "ps1" / "ps1.ipynb"


def read(path):
    notebook = nbformat.read(path, as_version=4)
    nbformat.validate(notebook)
    return notebook


def marks(notebook):
    return [tag_of(cell) for cell in notebook.cells]


def points(notebook):
    found = [cell.metadata.get("nbgrader", {}) for cell in notebook.cells]
    return {each["grade_id"]: each["points"] for each in found if each.get("grade")}


def edit(path, change):
    notebook = nbformat.read(path, as_version=4)
    change(notebook.cells)
    nbformat.write(notebook, path)


def four(slug):
    return [(slug, role) for role in ROLES]


def test_each_kata_has_its_four_cells_in_the_order_of_the_command(assignment, path):
    code, output = assignment("ps1", "nms", "detection/iou")

    notebook = read(path)
    assert code == 0
    assert "nms and iou added" in output
    assert (notebook.nbformat, notebook.nbformat_minor) == (4, 5)
    assert marks(notebook) == [None, *four("detection/nms"), *four("detection/iou")]


def test_a_kata_is_worth_its_own_points_or_those_of_the_command(assignment, path):
    assignment("ps1", "nms", "iou:5", "bleu:2.5", "sigmoid:0")

    assert points(read(path)) == {"nms": 10, "iou": 5, "bleu": 2.5, "sigmoid": 0}


def test_a_second_run_changes_no_byte(assignment, path):
    assignment("ps1", "iou:5", "nms")
    before = path.read_bytes()

    code, output = assignment("ps1", "iou", "nms")

    assert path.read_bytes() == before
    assert (code, "up to date" in output) == (0, True)


def test_two_courses_get_the_same_bytes(assignment, path, tmp_path):
    assignment("ps1", "iou", "nms")
    before = path.read_bytes()
    path.unlink()

    assignment("ps1", "iou", "nms")

    assert path.read_bytes() == before


def test_cells_that_an_instructor_added_keep_their_places(assignment, path):
    assignment("ps1", "iou", "nms")

    def add(cells):
        cells[0].source = "# Boxes"
        cells.insert(3, nbformat.v4.new_markdown_cell("A word on the way.", id="word"))
        manual = nbformat.v4.new_markdown_cell("Why?", id="why", metadata={"nbgrader": MANUAL})
        cells.insert(6, manual)
        cells.append(nbformat.v4.new_code_cell("1 + 1", id="code"))

    edit(path, add)
    before = read(path)
    code, _ = assignment("ps1", "iou", "nms", "bleu")
    after = read(path)

    assert code == 0
    assert after.cells[: len(before.cells)] == before.cells
    assert [cell.id for cell in after.cells][len(before.cells) :] == [f"kata-bleu-{role}" for role in ROLES]


def test_points_changed_in_the_notebook_are_kept_until_the_command_sets_others(assignment, path):
    assignment("ps1", "iou", "nms")

    def change(cells):
        for cell in cells:
            if tag_of(cell) in (("detection/iou", "grade"), ("detection/nms", "grade")):
                cell.metadata.nbgrader.points = 7

    edit(path, change)
    assignment("ps1", "iou", "nms:4")

    assert points(read(path)) == {"iou": 7, "nms": 4}


def test_changed_cells_of_a_kata_are_updated_in_place(assignment, path):
    assignment("ps1", "iou", "nms")
    before = read(path)

    def spoil(cells):
        cells[1].source = "Do something."
        cells[2].source = "def iou(a, b): return 0"
        cells[4].cell_type, cells[4].metadata.tags = "raw", ["mine"]
        del cells[4]["outputs"], cells[4]["execution_count"]

    edit(path, spoil)
    code, output = assignment("ps1", "iou", "nms")
    after = read(path)

    assert (code, "iou brought up to date" in output) == (0, True)
    assert after.cells[4].metadata.pop("tags") == ["mine"]
    assert after.cells == before.cells


def test_deleted_cells_are_restored_in_their_places(assignment, path):
    assignment("ps1", "iou", "nms")
    before = read(path)

    def delete(cells):
        del cells[3], cells[1]

    edit(path, delete)
    assignment("ps1", "iou", "nms")

    assert read(path).cells == before.cells


def test_a_kata_that_is_no_longer_named_is_kept_and_reported(assignment, path):
    assignment("ps1", "iou", "nms")
    before = path.read_bytes()

    code, output = assignment("ps1", "nms")

    assert (code, path.read_bytes()) == (0, before)
    assert "iou was not named and stays in it" in " ".join(output.split())


def test_a_kata_that_was_copied_is_refused_and_nothing_is_written(assignment, path):
    assignment("ps1", "iou")
    edit(path, lambda cells: cells.append(nbformat.from_dict({**cells[4], "id": "copy"})))
    before = path.read_bytes()

    code, output = assignment("ps1", "iou", "nms")

    assert (code, path.read_bytes()) == (2, before)
    assert "contains the grade cell of detection/iou twice" in " ".join(output.split())


@pytest.mark.parametrize("content", ["", "{}", "[1]", '{"cells": 3, "nbformat": 4, "nbformat_minor": 5}'])
def test_a_file_that_is_not_a_notebook_is_not_overwritten(assignment, path, content):
    path.parent.mkdir(parents=True)
    path.write_text(content)

    code, output = assignment("ps1", "iou")

    assert (code, path.read_text()) == (2, content)
    assert "ps1.ipynb" in output


def test_a_notebook_of_an_older_format_is_updated_and_gets_ids(assignment, path):
    path.parent.mkdir(parents=True)
    old = nbformat.v4.new_notebook(cells=[nbformat.v4.new_markdown_cell("Mine.")])
    old.nbformat_minor = 2
    del old.cells[0]["id"]
    nbformat.write(old, path)

    assignment("ps1", "iou")

    notebook = read(path)
    assert (notebook.cells[0].source, notebook.nbformat_minor) == ("Mine.", 5)
    assert marks(notebook)[1:] == four("detection/iou")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["ps1", "iuo"], "Did you mean iou?"),
        (["ps1", "iou:many"], "'many' is not a number of points"),
        (["ps1", "iou:-1"], "'-1' is not a number of points"),
        (["ps1", "iou:nan"], "'nan' is not a number of points"),
        (["ps1", "iou", "detection/iou"], "iou is named twice"),
        (["../ps1", "iou"], "is not a valid assignment name"),
        (["ps+1", "iou"], "is not a valid assignment name"),
        ([".ps1", "iou"], "is not a valid assignment name"),
    ],
)
def test_invalid_arguments_are_refused_and_nothing_is_written(assignment, tmp_path, arguments, sentence):
    code, output = assignment(*arguments)

    assert (code, list(tmp_path.iterdir())) == (2, [])
    assert sentence in " ".join(output.split())


def test_a_course_without_a_configuration_gets_one(assignment, tmp_path):
    assignment("ps1", "iou")
    text = (tmp_path / "nbgrader_config.py").read_text()

    assert "gradkata.notebook" in text
    assert f"course_id = {tmp_path.name!r}" in text
    compile(text, "nbgrader_config.py", "exec")


def fresh(course):
    course.mkdir()
    assert configuration.write(course) is None
    return (course / configuration.NAME).read_text()


def test_a_configuration_is_never_overwritten_and_missing_lines_are_printed(assignment, tmp_path):
    config = tmp_path / "nbgrader_config.py"
    config.write_text("c = get_config()\n")

    code, output = assignment("ps1", "iou")

    assert (code, config.read_text()) == (0, "c = get_config()\n")
    assert "exists already and is left as it is. Add at its end:" in " ".join(output.split())
    assert output.partition(":\n\n")[2].partition("\nNext:")[0] in fresh(tmp_path / "fresh")


def test_missing_lines_are_printed_before_the_next_command(assignment, tmp_path):
    (tmp_path / "nbgrader_config.py").write_text("c = get_config()\n")

    _, output = assignment("ps1", "iou")

    assert 0 < output.index("configure(c)") < output.index("Next: ")


def test_other_notebooks_of_the_assignment_are_reported_when_katas_are_added(assignment, path):
    path.parent.mkdir(parents=True)
    (path.parent / "problem1.ipynb").write_text("{}")

    _, first = assignment("ps1", "iou")
    _, again = assignment("ps1", "iou")

    assert "also holds problem1.ipynb: nbgrader releases and grades every notebook" in " ".join(first.split())
    assert "problem1" not in again


def test_a_complete_configuration_is_not_mentioned(assignment, tmp_path):
    assignment("ps1", "iou")

    _, output = assignment("ps1", "iou")

    assert "nbgrader_config" not in output


def test_the_tag_of_gradkata_is_separate_from_the_metadata_of_nbgrader(assignment, path):
    assignment("ps1", "iou")

    for cell in read(path).cells[1:]:
        assert KEY in cell.metadata
        assert KEY not in cell.metadata.get("nbgrader", {})

"""What `pytest katas/` collects, and what it leaves alone."""

import re

import pytest
from running import IOU, ROOT, example, python

from gradkata.catalog import Catalog
from gradkata.judging.exercises import load_kata

RUINOUS = "raise SystemExit('a student file was imported')\n"


def ids(said):
    return [line for line in said.splitlines() if "::" in line]


def test_each_property_is_an_item_of_a_name_to_type_in_the_order_of_the_report(tried):
    code, said = tried("--collect-only", "-q", "katas")

    wanted = {
        f"katas/{slug}.py": [each.name for each in load_kata(Catalog(), slug).properties]
        for slug in Catalog().slugs
    }
    found = {}
    for line in ids(said):
        found.setdefault(line.partition("::")[0], []).append(line.partition("::")[2])
    assert 0 == code
    assert wanted == found
    names = [name for each in found.values() for name in each]
    assert all(name.isascii() and name.isidentifier() for name in names)
    assert all(len(set(each)) == len(each) for each in found.values())


@pytest.mark.parametrize(
    "options",
    [[], ["--doctest-modules"], ["-o", "python_files=*.py"]],
    ids=["as it is", "doctests", "every file a module"],
)
def test_collecting_neither_judges_nor_imports_what_a_student_wrote(work, tried, answer, options):
    answer(RUINOUS)

    code, said = tried("--collect-only", "-q", *options, "katas", IOU)

    assert 0 == code, said
    assert f"{IOU}::is_symmetric" in said
    assert "was imported" not in said
    assert not (work / ".kata").exists()
    assert [] == list(work.rglob("__pycache__"))


def test_judging_leaves_no_bytecode_of_a_students_file(work, tried, answer):
    answer(example("right", "iou"))

    assert 0 == tried(IOU)[0]

    assert [] == list(work.rglob("__pycache__"))


@pytest.mark.parametrize(
    "syllabus",
    [
        None,
        "",
        "[[chapter]]\nkatas = ['detection/nms']",
        "chapter = 3",
        "[[chapter",
        "[[chapter]]\nkatas = [[]]",
    ],
    ids=["absent", "empty", "of other katas", "of another form", "broken", "of lists"],
)
def test_without_a_syllabus_that_names_it_a_file_is_pytests_as_ever(tmp_path, tried, syllabus):
    file = tmp_path / "other" / "katas" / "detection" / "iou.py"
    file.parent.mkdir(parents=True)
    file.write_text("def test_mine():\n    assert True\n")
    if syllabus is not None:
        (tmp_path / "other" / "katas" / "syllabus.toml").write_text(syllabus)

    code, said = tried("-q", "katas/detection/iou.py", cwd=tmp_path / "other")

    assert 0 == code, said
    assert "1 passed" in said


def test_a_test_beside_the_katas_runs_as_ever(work, tried):
    (work / "katas" / "detection" / "test_mine.py").write_text("def test_mine():\n    assert True\n")

    code, said = tried("-q", "katas/detection")

    assert 0 == code
    assert "1 passed" in said


@pytest.mark.parametrize("named", ["katas", "katas/detection", IOU.replace("iou", "*")])
def test_a_stub_is_not_begun_and_no_failure(work, tried, named):
    code, said = tried("-rs", *sorted(str(path) for path in work.glob(named)))

    assert 0 == code
    assert "failed" not in said
    assert f"{IOU}:" in said
    assert ": not begun" in said


@pytest.mark.parametrize("named", [IOU, f"{IOU}::is_symmetric"], ids=["its file", "its property"])
def test_a_stub_that_alone_was_asked_for_fails(tried, named):
    code, said = tried("-q", named)

    assert 1 == code
    assert "This one is still a stub." in said
    assert "NotImplementedError" not in said


def test_the_installed_originals_are_not_begun_either(entry):
    # With this project's own settings.
    code, said = python("-m", "pytest", "-q", "katas/detection", cwd=ROOT, entry=entry)

    assert 0 == code, said
    assert re.search(r"^\d+ skipped in", said, re.MULTILINE)


def test_a_kata_without_a_grader_is_an_error_and_no_failure(work, tried):
    (work / "katas" / "syllabus.toml").write_text("[[chapter]]\nkatas = ['detection/newer']\n")
    (work / "katas" / "detection" / "newer.py").write_text(RUINOUS)

    code, said = tried("katas")

    assert 1 == code
    assert "1 error" in said
    assert "failed, not you" in said
    assert "detection/newer" in said
    assert "Traceback" not in said


def test_another_projects_run_loads_one_small_module_of_ours(tmp_path, tried):
    (tmp_path / "test_other.py").write_text(
        "import sys\n\ndef test_modules():\n"
        "    assert 0, [m for m in sorted(sys.modules) if m.split('.')[0] in ('gradkata', 'numpy', 'tomllib')]\n"
    )

    _, said = tried("-q", "--tb=line", "test_other.py", cwd=tmp_path)

    assert "['gradkata', 'gradkata.plugin']" in said


def test_what_another_project_tells_with_its_tests_is_left_alone(tmp_path, tried):
    (tmp_path / "test_other.py").write_text(
        "def test_telling(request):\n    request.node.user_properties += [3, 'kata', ('kata', 1), ([], 2)]\n"
    )

    code, said = tried("-q", "test_other.py", cwd=tmp_path)

    assert 0 == code, said
    assert "1 passed" in said
    assert "katas" not in said

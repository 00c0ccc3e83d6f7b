"""What `pytest katas/` collects, and what it ignores."""

import re

import pytest
from running import IOU, ROOT, example, python

from gradkata.catalog import Catalog
from gradkata.judging.exercises import load_kata

RUINOUS = "raise SystemExit('a student file was imported')\n"


def ids(output):
    return [line for line in output.splitlines() if "::" in line]


def test_each_property_is_an_item_in_the_order_of_the_report(tried):
    code, output = tried("--collect-only", "-q", "katas")

    wanted = {
        f"katas/{slug}.py": [each.name for each in load_kata(Catalog(), slug).properties]
        for slug in Catalog().slugs
    }
    found = {}
    for line in ids(output):
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

    code, output = tried("--collect-only", "-q", *options, "katas", IOU)

    assert 0 == code, output
    assert f"{IOU}::is_symmetric" in output
    assert "was imported" not in output
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
def test_a_file_that_no_syllabus_names_is_collected_by_pytest_as_usual(tmp_path, tried, syllabus):
    file = tmp_path / "other" / "katas" / "detection" / "iou.py"
    file.parent.mkdir(parents=True)
    file.write_text("def test_mine():\n    assert True\n")
    if syllabus is not None:
        (tmp_path / "other" / "katas" / "syllabus.toml").write_text(syllabus)

    code, output = tried("-q", "katas/detection/iou.py", cwd=tmp_path / "other")

    assert 0 == code, output
    assert "1 passed" in output


def test_a_test_beside_the_katas_runs_as_usual(work, tried):
    (work / "katas" / "detection" / "test_mine.py").write_text("def test_mine():\n    assert True\n")

    code, output = tried("-q", "katas/detection")

    assert 0 == code
    assert "1 passed" in output


@pytest.mark.parametrize("named", ["katas", "katas/detection", IOU.replace("iou", "*")])
def test_a_stub_is_not_begun_and_not_a_failure(work, tried, named):
    code, output = tried("-rs", *sorted(str(path) for path in work.glob(named)))

    assert 0 == code
    assert "failed" not in output
    assert f"{IOU}:" in output
    assert ": not begun" in output


@pytest.mark.parametrize("named", [IOU, f"{IOU}::is_symmetric"], ids=["its file", "its property"])
def test_a_stub_fails_if_it_is_the_only_file_requested(tried, named):
    code, output = tried("-q", named)

    assert 1 == code
    assert "This one is still a stub." in output
    assert "NotImplementedError" not in output


def test_the_installed_originals_are_not_begun_either(entry):
    # With the settings of this repository.
    code, output = python("-m", "pytest", "-q", "katas/detection", cwd=ROOT, entry=entry)

    assert 0 == code, output
    assert re.search(r"^\d+ skipped in", output, re.MULTILINE)


def test_a_kata_without_a_grader_is_an_error_not_a_failure(work, tried):
    (work / "katas" / "syllabus.toml").write_text("[[chapter]]\nkatas = ['detection/newer']\n")
    (work / "katas" / "detection" / "newer.py").write_text(RUINOUS)

    code, output = tried("katas")

    assert 1 == code
    assert "1 error" in output
    assert "failed, not you" in output
    assert "detection/newer" in output
    assert "Traceback" not in output


def test_another_projects_run_loads_one_small_module_of_gradkata(tmp_path, tried):
    (tmp_path / "test_other.py").write_text(
        "import sys\n\ndef test_modules():\n"
        "    assert 0, [m for m in sorted(sys.modules) if m.split('.')[0] in ('gradkata', 'numpy', 'tomllib')]\n"
    )

    _, output = tried("-q", "--tb=line", "test_other.py", cwd=tmp_path)

    assert "['gradkata', 'gradkata.plugin']" in output


def test_the_user_properties_of_another_project_are_left_alone(tmp_path, tried):
    (tmp_path / "test_other.py").write_text(
        "def test_telling(request):\n    request.node.user_properties += [3, 'kata', ('kata', 1), ([], 2)]\n"
    )

    code, output = tried("-q", "test_other.py", cwd=tmp_path)

    assert 0 == code, output
    assert "1 passed" in output
    assert "katas" not in output

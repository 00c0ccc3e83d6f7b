"""A course's own katas next to the built-in ones, with every command and for all three kinds of users."""

import json
import shutil
import subprocess
import sys

import pytest
from kata_command import kata, listed
from own_course import RIGHT, ROW_SUMS, RUNNING_SUM, SLUGS, WRONG

from gradkata.catalog import Catalog

BUILT_IN = list(Catalog().slugs)


def answer(home, slug, text):
    (home / "katas" / f"{slug}.py").write_text(text, "utf-8")


def reports(*words, cwd):
    done = kata("check", "--json", *words, cwd=cwd)
    return done.returncode, [json.loads(line) for line in done.stdout.splitlines()]


def test_the_list_names_them_after_the_built_in_ones(course, tmp_path):
    assert [*BUILT_IN, *SLUGS] == listed("--collection", str(course), cwd=tmp_path)


def test_the_option_may_come_after_the_command(course, tmp_path):
    done = kata("show", "row_sums", "--collection", str(course), cwd=tmp_path)

    assert (0, "") == (done.returncode, done.stderr)
    assert "Sums of rows" in done.stdout


def test_without_the_option_they_are_unknown(tmp_path):
    assert BUILT_IN == listed(cwd=tmp_path)
    assert 2 == kata("show", "row_sums", cwd=tmp_path).returncode


def test_the_environment_variable_has_the_format_of_path(course, tmp_path):
    assert [*BUILT_IN, *SLUGS] == listed(cwd=tmp_path, GRADKATA_COLLECTIONS=f":{course}:")


def test_paths_in_a_course_file_start_at_its_folder(course, tmp_path):
    inner = tmp_path / "hand" / "in"
    inner.mkdir(parents=True)
    (tmp_path / "own").symlink_to(course)
    (tmp_path / "course.toml").write_text('collections = ["own"]\n', "utf-8")

    assert [*BUILT_IN, *SLUGS] == listed(cwd=inner)


def test_a_collection_that_is_named_three_times_counts_once(course, tmp_path):
    (tmp_path / "own").symlink_to(course)
    (tmp_path / "course.toml").write_text(f'collections = ["{course}"]\n', "utf-8")

    found = listed("--collection", "own", cwd=tmp_path, GRADKATA_COLLECTIONS=str(course))

    assert [*BUILT_IN, *SLUGS] == found


def test_init_writes_all_stubs_and_every_later_command_knows_them(work):
    assert all((work / "katas" / f"{slug}.py").is_file() for slug in (*BUILT_IN, *SLUGS))
    assert [*BUILT_IN, *SLUGS] == listed(cwd=work)


def test_init_adds_to_an_existing_course_file(course, tmp_path):
    (tmp_path / "course.toml").write_text("[points]\niou = 5\n", "utf-8")

    done = kata("init", "--collection", str(course), cwd=tmp_path)

    assert (0, "") == (done.returncode, done.stderr)
    assert f'collections = ["{course}"]\n[points]\niou = 5\n' == (tmp_path / "course.toml").read_text("utf-8")


def test_init_leaves_an_existing_line_unchanged_and_shows_the_new_one(course, tmp_path):
    other = tmp_path / "other"
    shutil.copytree(course, other, ignore=shutil.ignore_patterns("tables", "signals"))
    (other / "katas" / "syllabus.toml").write_text("chapter = []\n", "utf-8")
    for folder in ("katas", "solutions", "graders"):
        (other / folder).mkdir(exist_ok=True)
    (tmp_path / "course.toml").write_text('collections = ["other"]\n', "utf-8")

    done = kata("init", "--collection", str(course), cwd=tmp_path)

    assert 'collections = ["other"]\n' == (tmp_path / "course.toml").read_text("utf-8")
    assert f'collections = ["{course}", "other"]' in done.stdout


@pytest.mark.parametrize("slug", SLUGS)
def test_check_gives_a_right_answer_all_points(work, slug):
    answer(work, slug, RIGHT[slug])

    code, (report,) = reports(slug, cwd=work)

    assert (0, "passed", 10) == (code, report["outcome"], report["score"])


@pytest.mark.parametrize(
    ("slug", "mistake"), [(ROW_SUMS, "sums_sizes"), (RUNNING_SUM, "leaves_the_entry_out")]
)
def test_check_names_the_mistake_of_a_wrong_answer(work, slug, mistake):
    answer(work, slug, WRONG[slug])

    code, (report,) = reports(slug.partition("/")[2], cwd=work)

    assert (1, mistake) == (code, report["misconception"]["name"])


def test_lint_checks_the_katas_of_the_course_and_not_the_built_in_ones(course):
    done = kata("lint", "--json", "--collection", ".", cwd=course)

    assert (0, list(SLUGS)) == (
        done.returncode,
        [json.loads(line)["kata"] for line in done.stdout.splitlines()],
    )


def test_the_solution_shows_the_helpers_of_its_file_and_no_internal_import(work):
    done = kata("solution", "--give-up", "running_sum", cwd=work)

    assert "np.cumsum(x)" in done.stdout
    assert "gradkata" not in done.stdout.replace(str(work), "")


def test_grade_judges_a_class_on_them(course, tmp_path):
    entries = tmp_path / "submissions"
    entries.mkdir()
    (entries / "ana.py").write_text(RIGHT[ROW_SUMS] + RIGHT[RUNNING_SUM].partition("\n\n\n")[2], "utf-8")
    (entries / "ben.py").write_text(WRONG[ROW_SUMS], "utf-8")

    done = kata("grade", "submissions", "--out", "graded", "--collection", str(course), cwd=tmp_path)

    rows = (tmp_path / "graded" / "grades.csv").read_text("utf-8-sig").splitlines()
    assert 0 == done.returncode, done.stderr
    assert '"ana",10,10,20' == rows[1]
    assert rows[2].startswith('"ben",1,')


def test_a_class_has_its_own_questions_on_them(course, tmp_path):
    entries = tmp_path / "submissions"
    entries.mkdir()
    (entries / "ana.py").write_text(RIGHT[RUNNING_SUM], "utf-8")

    done = kata(
        "grade",
        "submissions",
        "--out",
        "graded",
        "--seed",
        "autumn",
        "--collection",
        str(course),
        cwd=tmp_path,
    )

    assert 0 == done.returncode, done.stderr
    assert (tmp_path / "graded" / "banks" / f"{RUNNING_SUM}.bank.json").is_file()


def test_pytest_judges_them_in_a_workspace(work):
    answer(work, ROW_SUMS, RIGHT[ROW_SUMS])
    answer(work, RUNNING_SUM, WRONG[RUNNING_SUM])

    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "katas/tables", "katas/signals"],
        cwd=work, capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert 1 == done.returncode
    assert "Looks like a known mistake: leaves the entry out" in done.stdout
    assert "tables/row_sums" in done.stdout


def test_pytest_accepts_the_option_too(course, work):
    (work / "course.toml").unlink()
    answer(work, ROW_SUMS, RIGHT[ROW_SUMS])
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "katas/tables"]

    without = subprocess.run(command, cwd=work, capture_output=True, text=True, check=False)
    having = subprocess.run(
        [*command, "--collection", course], cwd=work, capture_output=True, text=True, check=False
    )

    assert (1, 0) == (without.returncode, having.returncode), having.stdout
    assert "The grader failed, not you" in without.stdout


def test_a_notebook_checks_them(work):
    (work / "mine.py").write_text(
        "from gradkata import check\n" + WRONG[ROW_SUMS] + "\n\nprint(check(row_sums))\n"
        "print(check('tables/row_sums', hint=True))\n",
        "utf-8",
    )
    done = subprocess.run([sys.executable, "mine.py"], cwd=work, capture_output=True, text=True, check=False)

    assert "Looks like a known mistake: sums sizes" in done.stdout, done.stderr
    assert "How many numbers come out?" in done.stdout


@pytest.mark.parametrize("named", ["a module", "a package", "folders"])
def test_a_users_own_graders_solutions_and_katas_change_nothing(work, named):
    answer(work, "detection/iou", "def iou(a, b):\n    return 1.0\n")
    before = kata("check", "iou", cwd=work)
    for name in ("graders", "solutions", "isolation", "judging"):
        if named == "a module":
            (work / f"{name}.py").write_text("raise SystemExit('not mine')\n", "utf-8")
        else:
            (work / name / "detection").mkdir(parents=True)
        if named == "a package":
            (work / name / "__init__.py").write_text("raise SystemExit('not mine')\n", "utf-8")
            (work / name / "detection" / "iou.py").write_text("raise SystemExit('not mine')\n", "utf-8")

    after = kata("check", "iou", cwd=work, PYTHONPATH=str(work))

    def timeless(done):
        return done.returncode, done.stdout, done.stderr

    assert timeless(before) == timeless(after)


def test_a_collection_that_is_moved_with_its_caches_still_works(course, tmp_path):
    call = (
        "import sys, numpy as np\nfrom pathlib import Path\nfrom gradkata.catalog import Collection\n"
        "from gradkata.loader import load_solution\n"
        "print(load_solution(Collection(Path(sys.argv[1]).resolve()), 'signals/running_sum').running_sum(np.ones(2)))"
    )
    shutil.copytree(course, tmp_path / "before")
    for name, moved in (("before", "after"), ("after", "last")):
        done = subprocess.run(
            [sys.executable, "-c", call, tmp_path / name], capture_output=True, text=True, check=False
        )
        assert "[1. 2.]\n" == done.stdout, done.stderr
        (tmp_path / name).rename(tmp_path / moved)


def test_a_project_with_a_module_called_graders_runs_its_own_tests(tmp_path):
    (tmp_path / "graders.py").write_text("", "utf-8")
    (tmp_path / "test_a.py").write_text("import graders\n\n\ndef test_a():\n    assert graders\n", "utf-8")

    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"],
        cwd=tmp_path, capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert 0 == done.returncode, done.stdout
    assert "1 passed" in done.stdout


@pytest.fixture
def namesake(course, tmp_path):
    """A collection whose `vision/iou` has the short name of a built-in kata."""
    own = tmp_path / "own"
    shutil.copytree(course, own)
    for folder in ("katas", "solutions", "graders"):
        (own / folder / "vision").mkdir()
        for path in (own / folder / "signals").glob("running_sum*.py"):
            text = path.read_text("utf-8").replace("running_sum", "iou")
            (own / folder / "vision" / "iou.py").write_text(text, "utf-8")
    with (own / "katas" / "syllabus.toml").open("a", encoding="utf-8") as file:
        file.write('\n[[chapter]]\ntitle = "Vision"\nkatas = ["vision/iou"]\n')
    done = kata("lint", "--write", "--collection", str(own), "vision/iou", cwd=tmp_path)
    assert done.returncode == 0, done.stdout
    return own


@pytest.mark.parametrize(
    ("file", "named", "meant"),
    [
        ("iou.py", [], "vision/iou"),
        ("iou.py", ["detection/iou"], "detection/iou"),
        ("iou.py", ["vision/iou"], "vision/iou"),
        ("detection/iou.py", [], "detection/iou"),
        ("vision/iou.py", [], "vision/iou"),
    ],
)
def test_of_two_katas_with_one_short_name_the_folder_then_the_named_then_the_courses_own_counts(
    namesake, tmp_path, file, named, meant
):
    place = tmp_path / "handed" / file
    place.parent.mkdir(parents=True)
    place.write_text("import numpy as np\n\n\ndef iou(x):\n    return np.cumsum(x)\n", "utf-8")

    done = kata(
        "check", "--json", "--submission", "handed", "--collection", str(namesake), *named, cwd=tmp_path
    )

    assert [meant] == [json.loads(line)["kata"] for line in done.stdout.splitlines()], done.stderr


def test_a_kit_hands_out_the_katas_of_a_course(course, tmp_path):
    done = kata("kit", "handed", "row_sums", "iou", "--collection", str(course), cwd=tmp_path)
    answer = tmp_path / "handed" / "katas" / "tables" / "row_sums.py"
    answer.write_text("def row_sums(x):\n    return x.sum(axis=0)\n", "utf-8")

    checked = subprocess.run(
        [sys.executable, "check.py"], cwd=tmp_path / "handed", capture_output=True, text=True, timeout=60
    )

    assert (done.returncode, done.stderr) == (0, "")
    assert (checked.returncode, checked.stderr) == (1, "")
    assert "Looks like a known mistake: sums columns" in checked.stdout

"""Collections that cannot be used: one sentence with the paths."""

import json
import os
import shutil
import subprocess
import sys

import pytest
from kata_command import kata, listed
from own_course import RIGHT, ROW_SUMS, RUNNING_SUM

from gradkata.catalog import Catalog, Collection, CollectionError
from gradkata.cli.init import copy_stubs


def message(*words, cwd, **environ):
    done = kata(*words, cwd=cwd, **environ)
    assert (2, "") == (done.returncode, done.stdout)
    assert 1 == done.stderr.count("\n")
    return done.stderr


def test_a_missing_collection_is_named(tmp_path):
    assert f"kata: The collection {tmp_path / 'gone'} is missing: there is no such folder.\n" == message(
        "list", "--collection", "gone", cwd=tmp_path
    )


def test_a_folder_that_is_not_a_collection_is_reported_with_what_it_lacks(tmp_path):
    (tmp_path / "katas").mkdir()

    assert message("list", "--collection", ".", cwd=tmp_path) == (
        f"kata: {tmp_path} is not a collection: it has no folder `solutions/` and no folder `graders/`.\n"
    )


@pytest.mark.parametrize("text", ["[[chapter]", "x = 1", "[[chapter]]\ntitle = 'A'\nkatas = [1]\n"])
def test_a_damaged_syllabus_is_named(course, tmp_path, text):
    shutil.copytree(course, tmp_path / "own")
    syllabus = tmp_path / "own" / "katas" / "syllabus.toml"
    syllabus.write_text(text, "utf-8")

    assert message("list", "--collection", "own", cwd=tmp_path).startswith(f"kata: {syllabus} is damaged")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_an_unreadable_collection_is_named(course, tmp_path):
    shutil.copytree(course, tmp_path / "own")
    (tmp_path / "own").chmod(0)
    try:
        assert "cannot be read" in message("list", "--collection", "own", cwd=tmp_path)
    finally:
        (tmp_path / "own").chmod(0o700)


def test_two_katas_with_the_same_slug_are_reported_with_both_paths(course, tmp_path):
    shutil.copytree(course, tmp_path / "copy")
    sentence = message("list", "--collection", "copy", "--collection", str(course), cwd=tmp_path)

    places = [root / "graders" / f"{ROW_SUMS}.py" for root in (tmp_path / "copy", course)]
    assert f"There are two katas called {ROW_SUMS}" in sentence or "There are two katas called" in sentence
    assert all(str(place).rpartition("/graders/")[0] in sentence for place in places)


def test_the_slug_of_a_built_in_kata_is_reported_with_both_paths(course, tmp_path):
    own = tmp_path / "own"
    shutil.copytree(course, own)
    (own / "graders" / "detection").mkdir()
    shutil.copy(own / "graders" / f"{ROW_SUMS}.py", own / "graders" / "detection" / "iou.py")

    sentence = message("check", "iou", "--collection", "own", cwd=tmp_path)

    assert "There are two katas called detection/iou" in sentence
    assert str(own / "graders" / "detection" / "iou.py") in sentence


def test_a_short_name_of_two_katas_is_ambiguous(course, tmp_path):
    own = tmp_path / "own"
    shutil.copytree(course, own)
    for folder in ("katas", "solutions", "graders"):
        shutil.copytree(own / folder / "tables", own / folder / "detection")
        (own / folder / "detection" / "row_sums.py").rename(own / folder / "detection" / "nms.py")
    (own / "graders" / "detection").rename(own / "graders" / "vision")
    (own / "graders" / "vision" / "row_sums.bank.json").unlink()

    sentence = message("show", "nms", "--collection", "own", cwd=tmp_path)

    assert "'nms' is the name of 2 katas: detection/nms and vision/nms." in sentence


@pytest.mark.parametrize("text", ['collections = "own"', "collections = [1]", "collections = ['']"])
def test_a_course_file_with_invalid_collections_is_named(tmp_path, text):
    (tmp_path / "course.toml").write_text(text, "utf-8")

    assert f"{tmp_path / 'course.toml'}: `collections` must be a list of folders" in message(
        "list", cwd=tmp_path
    )


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can give a file away")
def test_a_course_file_of_another_user_is_refused(course, tmp_path):
    path = tmp_path / "course.toml"
    path.write_text(f'collections = ["{course}"]\n', "utf-8")
    os.chown(path, 12345, 12345)

    assert f"{path} belongs to another user (uid 12345)" in message("list", cwd=tmp_path)


def copied(course, tmp_path):
    own = tmp_path / "own"
    shutil.copytree(course, own, ignore=shutil.ignore_patterns("__pycache__"))
    return own


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("x = 1\n", "it has no [[chapter]]."),
        ("[[chapter]]\nkatas = []\n", "a chapter has no title."),
        ('[[chapter]]\ntitle = "A"\nkatas = "tables/row_sums"\n', 'the katas of chapter "A" must be a list'),
        ('[[chapter]]\ntitle = "A"\nkatas = ["row_sums"]\n', "'row_sums' is not the name of a kata."),
        (
            '[[chapter]]\ntitle = "A"\nkatas = ["tables/row_sums.py"]\n',
            "'tables/row_sums.py' is not the name",
        ),
        ('[[chapter]]\ntitle = "A"\nkatas = ["../x"]\n', "'../x' is not the name of a kata."),
    ],
)
def test_the_fault_of_a_syllabus_is_named(course, tmp_path, text, fault):
    own = copied(course, tmp_path)
    (own / "katas" / "syllabus.toml").write_text(text, "utf-8")

    assert f"syllabus.toml is damaged: {fault}" in message("list", "--collection", "own", cwd=tmp_path)


@pytest.mark.parametrize("command", [["list"], ["init"], ["show", "iou"], ["check"], ["doctor"]])
def test_a_kata_of_the_syllabus_without_a_stub_is_named(course, tmp_path, command):
    own = copied(course, tmp_path)
    syllabus = own / "katas" / "syllabus.toml"
    syllabus.write_text(syllabus.read_text("utf-8").replace("row_sums", "row_sumz"), "utf-8")

    done = kata(*command, "--collection", "own", cwd=tmp_path)

    assert done.returncode == (1 if command == ["doctor"] else 2)
    stub = own / "katas" / "tables" / "row_sumz.py"
    shown = "".join((done.stderr + done.stdout).split())  # a path may be broken over two lines
    assert f"liststables/row_sumz,butthefile{stub}ismissing." in shown
    assert not (tmp_path / "katas").exists()


def test_a_byte_order_mark_in_a_file_of_a_collection_does_no_harm(course, tmp_path):
    own = copied(course, tmp_path)
    for path in (*own.glob("katas/**/*.py"), *own.glob("solutions/*/*.py"), own / "katas" / "syllabus.toml"):
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())

    for command in (["list"], ["show", "row_sums"], ["solution", "--give-up", "running_sum"]):
        done = kata(*command, "--collection", "own", cwd=tmp_path)
        assert (0, "") == (done.returncode, done.stderr)
    done = kata("lint", "--write", "--collection", "own", cwd=tmp_path)
    assert 0 == done.returncode, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("spoiled", "shown"),
    [
        ("def f(:\n", "SyntaxError: invalid syntax ({grader}, line 1)"),
        ("raise SystemExit(0)\n", "ImportError: {grader} ends the interpreter when it is imported"),
        ("from ._gone import x\n", "ModuleNotFoundError: No module named 'graders.tables._gone'"),
        ("1 / 0\n", "ZeroDivisionError: division by zero"),
    ],
)
def test_a_broken_grader_of_a_collection_is_named_in_full(work, course, tmp_path, spoiled, shown):
    own = copied(course, tmp_path)
    grader = own / "graders" / f"{ROW_SUMS}.py"
    grader.write_text(spoiled, "utf-8")
    (work / "course.toml").write_text(f'collections = ["{own}"]\n', "utf-8")
    (work / "katas" / f"{ROW_SUMS}.py").write_text("def row_sums(x):\n    return 0.0\n", "utf-8")
    (work / "katas" / "detection" / "iou.py").write_text("def iou(a, b):\n    return 0.0\n", "utf-8")

    done = kata("check", "--json", cwd=work)

    broken, healthy = sorted(
        (json.loads(line) for line in done.stdout.splitlines()), key=lambda r: r["outcome"]
    )
    assert (3, "grader-error", "wrong") == (done.returncode, broken["outcome"], healthy["outcome"])
    (note,) = broken["notes"]
    assert shown.format(grader=grader) in note
    assert f"The kata belongs to the collection {own}: `kata lint` shows its author the cause." in note


def test_a_hint_for_a_kata_with_a_broken_grader_says_so_in_a_notebook(work, course, tmp_path):
    own = copied(course, tmp_path)
    (own / "graders" / f"{ROW_SUMS}.py").write_text("1 / 0\n", "utf-8")
    (work / "course.toml").write_text(f'collections = ["{own}"]\n', "utf-8")
    script = "from gradkata import check; print(check('row_sums', hint=True))"

    done = subprocess.run(
        [sys.executable, "-c", script], cwd=work, capture_output=True, text=True, check=False
    )

    assert 0 == done.returncode, done.stderr
    assert "There are no hints for row_sums" in done.stdout
    assert "ZeroDivisionError: division by zero" in " ".join(done.stdout.split())


def test_a_broken_grader_leaves_the_marks_of_other_katas(course, tmp_path):
    own = copied(course, tmp_path)
    (own / "graders" / f"{ROW_SUMS}.py").write_text("def f(:\n", "utf-8")
    for student, slug in (("ana", RUNNING_SUM), ("ben", ROW_SUMS)):
        (tmp_path / "in").mkdir(exist_ok=True)
        (tmp_path / "in" / f"{student}.py").write_text(RIGHT[slug], "utf-8")

    done = kata("grade", "in", "--out", "out", "--collection", "own", cwd=tmp_path)

    assert 3 == done.returncode
    rows = (tmp_path / "out" / "grades.csv").read_text("utf-8-sig").splitlines()
    assert [row.partition(",")[2] for row in rows[1:]] == ['"",10,""', '"",0,""']


def test_where_a_missing_collection_is_named_is_said(tmp_path):
    (tmp_path / "course.toml").write_text('collections = ["gone"]\n', "utf-8")
    place = f"kata: The collection {tmp_path / 'gone'}, named in"

    assert f"{place} {tmp_path / 'course.toml'}, is missing" in message("list", cwd=tmp_path)
    (tmp_path / "course.toml").unlink()
    said = message("list", cwd=tmp_path, GRADKATA_COLLECTIONS=str(tmp_path / "gone"))
    assert f"{place} the variable GRADKATA_COLLECTIONS, is missing" in said


def test_a_slip_in_the_name_of_the_setting_is_named(tmp_path):
    (tmp_path / "course.toml").write_text('collection = ["own"]\n', "utf-8")

    assert "`collection` is not a setting. Did you mean `collections`?" in message("list", cwd=tmp_path)


def test_an_answer_to_a_kata_of_no_known_collection_is_named(work):
    (work / "course.toml").unlink()
    (work / "katas" / f"{ROW_SUMS}.py").write_text(RIGHT[ROW_SUMS], "utf-8")

    assert "belongs to no kata that is known here. Name its collection" in message("check", cwd=work)


def test_init_never_writes_a_second_line_of_collections(course, tmp_path):
    (tmp_path / "course.toml").write_text("collections = []\n", "utf-8")

    done = kata("init", "--collection", str(course), cwd=tmp_path)

    assert 0 == done.returncode
    assert "collections = []\n" == (tmp_path / "course.toml").read_text("utf-8")
    assert f'collections = ["{course}"]' in done.stdout
    assert 0 == kata("list", cwd=tmp_path).returncode


def test_pytest_ends_with_one_sentence_at_a_collection_that_is_missing(work):
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-p",
        "no:cacheprovider",
        "--collection",
        "gone",
        "katas",
    ]
    done = subprocess.run(command, cwd=work, capture_output=True, text=True, check=False)

    assert 4 == done.returncode, done.stdout
    assert 1 == (done.stdout + done.stderr).count("is missing")


@pytest.mark.parametrize("place", [".", "own"])
def test_init_never_overwrites_the_syllabus_of_a_collection_that_nobody_named(course, tmp_path, place):
    own = copied(course, tmp_path)
    before = (own / "katas" / "syllabus.toml").read_bytes()

    done = kata("init", *([] if place == "." else ["own"]), cwd=own if place == "." else tmp_path)

    assert (2, before) == (done.returncode, (own / "katas" / "syllabus.toml").read_bytes())
    assert "is a collection with katas of its own" in done.stderr


def test_a_second_init_from_outside_keeps_the_collections_of_the_workspace(course, work, tmp_path):
    before = (work / "katas" / "syllabus.toml").read_bytes()

    done = kata("init", str(work), cwd=tmp_path)

    assert (0, before) == (done.returncode, (work / "katas" / "syllabus.toml").read_bytes())


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can give a file away")
def test_a_link_of_another_user_to_a_course_file_of_mine_is_refused(course, tmp_path):
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "course.toml").write_text('collections = ["."]\n', "utf-8")
    shared = tmp_path / "shared"
    shutil.copytree(course, shared)
    (shared / "course.toml").symlink_to(mine / "course.toml")
    os.chown(shared / "course.toml", 12345, 12345, follow_symlinks=False)

    assert "belongs to another user (uid 12345)" in message("list", cwd=shared)


def test_a_link_of_mine_names_folders_beside_the_file_that_it_leads_to(course, tmp_path):
    own = copied(course, tmp_path)
    (own / "course.toml").write_text('collections = ["."]\n', "utf-8")
    (tmp_path / "work").mkdir()
    (tmp_path / "work" / "course.toml").symlink_to(own / "course.toml")

    assert ROW_SUMS in listed(cwd=tmp_path / "work")


@pytest.mark.parametrize("text", ["raise SystemExit(0)", "import sys; sys.exit()"])
def test_a_property_that_ends_the_interpreter_is_the_graders_failure_and_a_fault(
    work, course, tmp_path, text
):
    own = copied(course, tmp_path)
    grader = own / "graders" / f"{ROW_SUMS}.py"
    grader.write_text(
        grader.read_text("utf-8").replace("same(row_sums(2 * x), 2 * row_sums(x))", text), "utf-8"
    )
    (work / "course.toml").write_text(f'collections = ["{own}"]\n', "utf-8")
    (work / "katas" / f"{ROW_SUMS}.py").write_text(RIGHT[ROW_SUMS], "utf-8")

    checked = kata("check", "--json", "row_sums", cwd=work)
    linted = kata("lint", "row_sums", cwd=work)

    assert (3, "grader-error") == (checked.returncode, json.loads(checked.stdout)["outcome"])
    assert 1 == linted.returncode
    assert "SystemExit" in linted.stdout


def test_what_a_grader_prints_is_no_part_of_the_output(work, course, tmp_path):
    own = copied(course, tmp_path)
    grader = own / "graders" / f"{ROW_SUMS}.py"
    grader.write_text(grader.read_text("utf-8") + "\nprint('HELLO')\n", "utf-8")
    (work / "course.toml").write_text(f'collections = ["{own}"]\n', "utf-8")
    (work / "katas" / f"{ROW_SUMS}.py").write_text(RIGHT[ROW_SUMS], "utf-8")

    for command in (["check", "--json", "row_sums"], ["lint", "--json", "row_sums"]):
        done = kata(*command, cwd=work)
        assert "HELLO" not in done.stdout
        assert [json.loads(line)["kata"] for line in done.stdout.splitlines()] == [ROW_SUMS]


@pytest.mark.parametrize("name", ["queue", "hashlib", "selectors", "base64"])
def test_a_students_module_never_takes_the_place_of_another_in_the_worker(work, name):
    (work / "mine").mkdir()
    (work / "mine" / f"{name}.py").write_text("raise SystemExit('not mine')\n", "utf-8")
    (work / "mine" / "s.py").write_text(
        # The student's own interpreter has found the real modules before the folder comes first.
        "import sys\nsys.path.pop(0)\nimport base64, hashlib, queue, selectors\n"
        "from gradkata import check\nsys.path.insert(0, 'mine')\n"
        + RIGHT[ROW_SUMS]
        + "\n\nprint(check(row_sums).report['outcome'])\n",
        "utf-8",
    )

    done = subprocess.run(
        [sys.executable, "mine/s.py"], cwd=work, capture_output=True, text=True, check=False
    )

    assert "passed\n" == done.stdout, done.stderr


@pytest.mark.parametrize(
    "name", ["./detection/iou", "detection//iou", "katas/detection/iou.py", "detection/iou.py"]
)
def test_a_kata_may_be_named_by_its_path(tmp_path, name):
    assert 0 == kata("show", name, cwd=tmp_path).returncode


@pytest.mark.parametrize(
    "name", ["../graders/detection/iou", "detection/../detection/iou", "/etc/passwd", ""]
)
def test_what_is_no_path_of_a_kata_is_an_unknown_kata(tmp_path, name):
    assert "There is no kata called" in message("show", name, cwd=tmp_path)


def test_abbreviated_options_are_refused(course, tmp_path):
    assert 2 == kata("--coll", str(course), "check", "row_sums", cwd=tmp_path).returncode


def test_grading_without_the_collection_of_the_last_run_is_refused_and_keeps_the_marks(course, tmp_path):
    (tmp_path / "submissions" / "ana").mkdir(parents=True)
    (tmp_path / "submissions" / "ana" / "row_sums.py").write_text(RIGHT[ROW_SUMS], "utf-8")
    grading = ["grade", "submissions", "--out", "graded", "--sandbox", "kernel"]
    assert 0 == kata(*grading, "--collection", str(course), cwd=tmp_path).returncode
    marks = (tmp_path / "graded" / "grades.csv").read_bytes()

    again = kata(*grading, cwd=tmp_path)
    by_hand = kata("grade", "--out", "graded", "--set", "ana", "iou", "1", "late", cwd=tmp_path)

    for done in (again, by_hand):
        assert 2 == done.returncode
        assert "graded contains marks for tables/row_sums" in " ".join(done.stderr.split())
    assert marks == (tmp_path / "graded" / "grades.csv").read_bytes()


def test_a_kata_without_a_stub_is_named_with_its_line_in_the_built_in_syllabus_too(course, tmp_path):
    own = copied(course, tmp_path)
    syllabus = own / "katas" / "syllabus.toml"
    syllabus.write_text(syllabus.read_text("utf-8").replace("row_sums", "row_sumz"), "utf-8")
    catalog = Catalog((Collection(own),))

    with pytest.raises(CollectionError) as error:
        copy_stubs(catalog, tmp_path / "work")  # `kata init`

    stub = own / "katas" / "tables" / "row_sumz.py"
    assert (
        f"{syllabus}, line 4, lists tables/row_sumz, but the file {stub} is missing. Write the file"
        in str(error.value)
    )
    assert not (tmp_path / "work").exists()
    assert "tables/row_sumz" in catalog.listed  # so that `kata lint` can name what is missing

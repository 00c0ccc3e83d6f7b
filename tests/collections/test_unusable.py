"""Collections that cannot be used: one sentence with the paths."""

import os
import shutil

import pytest
from kata_command import kata
from own_course import ROW_SUMS


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

"""Writing several files together, and adding to a syllabus."""

import pytest

from gradkata.authoring.file_changes import write_together
from gradkata.authoring.syllabus_text import SyllabusError, with_kata
from gradkata.catalog import Collection


def test_after_an_error_everything_is_as_before(tmp_path):
    old, new, blocked = tmp_path / "old.txt", tmp_path / "a" / "b" / "new.txt", tmp_path / "old.txt" / "c.txt"
    old.write_text("before", "utf-8")

    with pytest.raises(OSError, match="old"):
        write_together({new: "new", blocked: "new"}, {old: "after"})

    assert [old] == list(tmp_path.rglob("*"))
    assert old.read_text("utf-8") == "before"


def test_a_file_that_exists_is_never_replaced_by_a_new_one(tmp_path):
    first, second = tmp_path / "first.txt", tmp_path / "second.txt"
    second.write_text("mine", "utf-8")

    with pytest.raises(FileExistsError):
        write_together({first: "new", second: "new"}, {})

    assert [second] == list(tmp_path.rglob("*"))
    assert second.read_text("utf-8") == "mine"


def test_all_files_are_written(tmp_path):
    old, new = tmp_path / "old.txt", tmp_path / "a" / "new.txt"
    old.write_text("before", "utf-8")

    write_together({new: "new"}, {old: "after"})

    assert ("after", "new") == (old.read_text("utf-8"), new.read_text("utf-8"))
    assert {old, new, new.parent} == set(tmp_path.rglob("*"))


TEXT = """# order of the course
[[chapter]]
title = "Losses"
katas = [{}]

[[chapter]]  # last
title = "Maths"
katas = ["maths/a"]
"""
FORMS = {
    "one line": ('"losses/a"', '"losses/a", "losses/b"'),
    "a trailing comma": ('"losses/a",', '"losses/a", "losses/b"'),
    "several lines": ('\n    "losses/a",\n', '\n    "losses/a",\n    "losses/b",\n'),
    "no last comma": ('\n    "losses/a"\n', '\n    "losses/a",\n    "losses/b",\n'),
    "a comment with a bracket": (
        '\n    # first [1]\n    "losses/a",\n', '\n    # first [1]\n    "losses/a",\n    "losses/b",\n'),
}  # fmt: skip


def collection(root, text):
    (root / "katas").mkdir()
    (root / "katas" / "syllabus.toml").write_text(text, "utf-8")
    return Collection(root)


@pytest.mark.parametrize("form", FORMS)
def test_a_kata_is_added_to_the_chapter_of_its_folder(tmp_path, form):
    before, after = FORMS[form]

    text, title = with_kata(collection(tmp_path, TEXT.format(before)), "losses/b", "Errors")

    assert (TEXT.format(after), "Losses") == (text, title)


def test_a_long_list_gets_one_line_for_each_kata(tmp_path):
    names = [f'"losses/{"name_" * 4}{i}"' for i in range(3)]

    text, _ = with_kata(collection(tmp_path, TEXT.format(", ".join(names))), "losses/b", "Losses")

    assert TEXT.format("".join(f"\n    {each}," for each in [*names, '"losses/b"']) + "\n") == text


def test_a_new_chapter_comes_last(tmp_path):
    text, title = with_kata(collection(tmp_path, TEXT.format("")), "vision/b", "Vision")

    assert title == "Vision"
    assert TEXT.format("") + '\n[[chapter]]\ntitle = "Vision"\nkatas = ["vision/b"]\n' == text


@pytest.mark.parametrize("slug", ["losses/b", "vision/b"])
def test_the_efforts_of_other_katas_stay_as_they_are(tmp_path, slug):
    efforts = '\n[effort]\n"maths/a" = { difficulty = 1, minutes = 10 }\n'

    text, _ = with_kata(collection(tmp_path, TEXT.format("") + efforts), slug, "Vision")
    (tmp_path / "katas" / "syllabus.toml").write_text(text, "utf-8")

    assert efforts in text
    assert {"maths/a": (1, 10)} == Collection(tmp_path).efforts()


def test_an_empty_chapter_of_that_title_is_used(tmp_path):
    text, _ = with_kata(collection(tmp_path, TEXT.format("")), "errors/b", "Losses")

    assert TEXT.format('"errors/b"') == text


def test_a_syllabus_without_chapters_is_extended(tmp_path):
    text, _ = with_kata(collection(tmp_path, "chapter = []\n"), "losses/b", "Losses")

    assert text == '[[chapter]]\ntitle = "Losses"\nkatas = ["losses/b"]\n'


@pytest.mark.parametrize("text", [
    'chapter = [{ title = "Losses", katas = ["losses/a"] }]\n',
    TEXT.format('\n    "losses/a"  # the last\n'),
])  # fmt: skip
def test_another_form_is_refused(tmp_path, text):
    with pytest.raises(SyllabusError):
        with_kata(collection(tmp_path, text), "losses/b", "Losses")

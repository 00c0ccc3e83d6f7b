"""A class: one entry for each student."""

import os
import unicodedata

import pytest
from handing import CATALOG, IOU, NMS, notebook, write, zipped

from gradkata.submissions.entries import entries


@pytest.fixture
def students(tmp_path):
    """The students of folders of entries, with the name of what counts."""

    def run(*folders, **others):
        for number, folder in enumerate(folders):
            write(tmp_path / str(number), folder)
        paths = [tmp_path / str(number) for number in range(len(folders))]
        return {entry.student: entry.path.name for entry in entries(paths, CATALOG, **others)}

    return run


def test_each_file_and_folder_is_a_student_in_the_order_of_names(tmp_path):
    write(tmp_path, {"cem.zip": b"", "ana.py": IOU, "Ana.ipynb": notebook(IOU), "ben/detection/iou.py": IOU})

    found = list(entries([tmp_path], CATALOG))

    assert ["Ana", "ana", "ben", "cem"] == [entry.student for entry in found]
    assert {""} == {entry.note for entry in found}


def test_dots_and_spaces_in_names_stay(students):
    assert {"ana.lópez", "Ben de la Cruz", "d.e"} == set(
        students({"ana.lópez.py": IOU, "Ben de la Cruz.PY": IOU, "d.e/x.py": IOU})
    )


def test_what_cannot_be_judged_is_an_entry_too(students):
    assert {"ana", "ben", "cem", "dora"} == set(
        students({"ana.tar.gz": b"", "ben.docx": b"", "cem.rar": b"", "dora": b""})
    )


def test_files_of_the_system_and_of_gradkata_are_not_entries(students):
    folder = {
        ".DS_Store": b"", "Thumbs.db": b"", "__MACOSX/ana.py": IOU, ".ipynb_checkpoints/ana.py": IOU, "roster.csv": "",
        "course.toml": "", "results.jsonl": "", "grades.csv": "", "junit.xml": "", "feedback/ana.txt": "",
        "gradescope/ana.json": "", "banks/detection/iou.bank.json": "", "summary.md": "", "ledger.sqlite": "",
        "ledger.sqlite-wal": "", "ana.py": IOU,
    }  # fmt: skip

    assert {"ana": "ana.py"} == students(folder)


def test_the_folder_for_results_is_not_an_entry(students, tmp_path):
    assert {"ana": "ana.py"} == students({"ana.py": IOU, "results/x.txt": ""}, out=tmp_path / "0" / "results")


def test_of_two_entries_of_a_student_a_folder_counts_then_a_zip_a_notebook_a_file(tmp_path):
    kinds = {"ana.py": IOU, "ana.ipynb": notebook(IOU), "ana.zip": zipped({"iou.py": IOU}), "ana/x.py": IOU}
    for left_out, counts in (
        ("", "ana"),
        ("ana/x.py", "ana.zip"),
        ("ana.zip", "ana.ipynb"),
        ("ana.ipynb", "ana.py"),
    ):
        kinds.pop(left_out, None)
        folder = tmp_path / f"without {left_out.replace('/', ' ')}"
        write(folder, kinds)

        (entry,) = entries([folder], CATALOG)

        assert counts == entry.path.name
        assert (f"{counts} counts." in entry.note) == (len(kinds) > 1)


def test_the_later_folder_counts(tmp_path):
    write(tmp_path / "in time", {"ana.zip": b"", "ben.py": IOU})
    write(tmp_path / "late", {"ana.py": IOU})

    ana, ben = entries([tmp_path / "in time", tmp_path / "late"], CATALOG)

    assert ("ana.py", "Handed in 2 times, also as ana.zip. ana.py counts.") == (ana.path.name, ana.note)
    assert ("ben", "") == (ben.student, ben.note)


def test_the_forms_of_one_name_are_one_student(students):
    name = "José"
    forms = {unicodedata.normalize(form, name) + ".py": IOU for form in ("NFC", "NFD")}

    assert 2 == len(forms)
    assert [unicodedata.normalize("NFC", name)] == list(students(forms))


@pytest.mark.parametrize("name", ["اختبار", "a\u202eb", "a\x1b[31m", "a\nb", "=1+1", "-rf"])
def test_a_students_name_is_kept(students, name):
    assert [name] == list(students({f"{name}.py": IOU}))


def test_a_name_that_is_not_utf_8_can_be_written(students):
    (student,) = students({os.fsdecode(b"an\xffa.py"): IOU})

    assert b"an\\xffa" == student.encode()


@pytest.mark.parametrize("inside", ["katas/detection/nms.py", "detection/nms.py", "iou.py", "iou.ipynb"])
def test_a_folder_that_holds_answers_is_a_students_own(tmp_path, inside):
    write(tmp_path / "ana", {inside: NMS})
    write(tmp_path / "ben.py", IOU)

    found = list(entries([tmp_path / "ana", tmp_path / "ben.py"], CATALOG))

    assert [("ana", tmp_path / "ana"), ("ben", tmp_path / "ben.py")] == [(e.student, e.path) for e in found]


def test_a_path_that_does_not_exist_is_an_error(tmp_path):
    with pytest.raises(FileNotFoundError):
        list(entries([tmp_path / "gone"], CATALOG))

"""From files and folders to answers, whatever their names and contents are."""

import os
import socket

import pytest
from handing import CATALOG, IOU, NMS, names, notebook, write, zipped

from gradkata.submissions.files import ACCEPTED
from gradkata.submissions.reader import read
from gradkata.submissions.submission import Submission

CONTENTS = {
    "a byte order mark": b"\xef\xbb\xbf" + IOU.encode(),
    "Windows line ends": IOU.replace("\n", "\r\n").encode(),
    "old Macintosh line ends": IOU.replace("\n", "\r").encode(),
    "tabs": IOU.replace("    ", "\t").encode(),
    "latin-1 with a cookie": "# coding: latin-1\n# über\n".encode("latin-1") + IOU.encode(),
    "latin-1 without a cookie": "# über\n".encode("latin-1") + IOU.encode(),
    "a null byte": IOU.encode() + b"\0",
    "a syntax error": b"def iou(a, b:\n    return\n",
    "a definition in a try": b"try:\n    from numba import njit\nexcept ImportError:\n    def iou(a, b): return 0\n",
    "a lambda": b"iou = lambda a, b: 0.0\n",
    "an annotated assignment": b"iou: object = print\n",
}


@pytest.mark.parametrize("name", CONTENTS)
def test_the_bytes_of_a_file_are_passed_on_unchanged(handed, name):
    found = handed(CONTENTS[name])

    assert {"detection/iou": Submission(CONTENTS[name], "iou.py")} == found.answers
    assert ({}, "") == (found.notes, found.fault)


ODD_NAMES = [
    "ana maría.py", "اختبار.py", "a\u202eyp.py", "an\x1b[31ma.py", "ana\n.py", "-rf.py", "ana.PY",
    os.fsdecode(b"an\xff\xfea.py"), "'; drop table--.py", "a" * 250 + ".py",
]  # fmt: skip


@pytest.mark.parametrize("name", ODD_NAMES, ids=ascii)
def test_the_name_of_a_file_changes_nothing(handed, name):
    assert {"detection/iou": Submission(IOU.encode(), "iou.py")} == handed(IOU, name).answers


@pytest.mark.parametrize("name", [name[:-3] + ".txt" for name in ODD_NAMES], ids=ascii)
def test_a_fault_is_a_sentence_whatever_the_name_of_the_file(handed, name):
    fault = handed(IOU, name).fault

    assert fault.endswith(ACCEPTED)
    assert len(fault) < 250


def test_several_katas_of_one_file_share_its_helper(handed):
    source = "def area(box):\n    return 1.0\n\n\n" + IOU + NMS

    found = handed(source)

    assert ["iou", "nms"] == names(found)
    assert {source.encode()} == {answer.source for answer in found.answers.values()}


def test_a_file_of_a_katas_name_answers_that_kata_alone_unless_others_are_named(handed):
    source = IOU + NMS

    assert ["nms"] == names(handed(source, "nms.py"))
    assert ["iou", "nms"] == names(handed(source, "nms.py", ["iou", "nms"]))
    assert ["iou"] == names(handed(source, "nms.py", ["iou"]))


def test_only_named_katas_are_answered(handed):
    assert ["nms"] == names(handed(IOU + NMS, slugs=["nms"]))


def test_a_file_that_defines_no_kata_is_a_fault_unless_katas_are_named(handed):
    misspelt = "def IoU(a, b):\n    return 0.0\n"

    assert (
        handed(misspelt).fault
        == "ana.py defines no function of a kata. Give the function the name of the kata."
    )
    assert ["iou"] == names(handed(misspelt, slugs=["iou"]))


def test_a_method_or_a_nested_function_is_not_an_answer(handed):
    assert "defines no function" in handed("class Box:\n    def iou(self, other): ...\n").fault
    assert ["nms"] == names(handed(NMS + "    def iou(a, b): ...\n"))


@pytest.mark.parametrize("content", [b"", b"\n", b"# later\n"])
def test_an_empty_file_answers_the_kata_of_its_name_and_no_other(handed, content):
    assert {"detection/iou": Submission(content, "iou.py")} == handed(content, "iou.py").answers
    assert "defines no function" in handed(content).fault


FOLDERS = {
    "a mirror": {"detection/iou.py": IOU, "detection/nms.py": NMS},
    "a mirror below katas": {"katas/detection/iou.py": IOU, "katas/detection/nms.py": NMS},
    "a flat folder": {"iou.py": IOU, "nms.py": NMS},
    "notebooks": {"one.ipynb": notebook(IOU), "two.ipynb": notebook(NMS)},
    "an assignment of nbgrader": {"ps1/ps1.ipynb": notebook(IOU, NMS), "ps1/timestamp.txt": "2026-01-01"},
    "a zip as an LMS unpacks it": {"handed in.zip": zipped({"iou.py": IOU, "nms.py": NMS})},
    "much else": {
        "iou.py": IOU,
        "nms.py": NMS,
        ".git/iou.py": "x",
        "__pycache__/iou.py": "x",
        "a.png": b"\x89",
    },
}


@pytest.mark.parametrize("name", FOLDERS)
def test_a_folder_is_read_as(handed, name):
    found = handed(FOLDERS[name], "ana")

    assert (["iou", "nms"], {}, "") == (names(found), found.notes, found.fault)


def test_a_katas_own_file_counts_before_another_one_and_a_note_says_so(handed):
    other = IOU.replace("0.0", "1.0")

    found = handed({"answers.py": other, "iou.py": other, "detection/iou.py": IOU}, "ana")

    assert IOU.encode() == found.answers["detection/iou"].source
    assert ("`iou` is in detection/iou.py, iou.py and 1 more. detection/iou.py counts.",) == found.notes[
        "detection/iou"
    ]


def test_of_two_equal_claims_the_first_by_name_counts(handed):
    found = handed({"b.py": IOU, "a.ipynb": notebook(IOU)}, "ana")

    assert "iou.ipynb" == found.answers["detection/iou"].filename
    assert ("`iou` is in a.ipynb and b.py. a.ipynb counts.",) == found.notes["detection/iou"]


def test_a_helper_with_the_name_of_a_kata_does_not_compete_with_its_own_file(handed):
    found = handed({"iou.py": IOU, "nms.py": IOU + NMS}, "ana", ["iou", "nms"])

    assert (IOU.encode(), {}) == (found.answers["detection/iou"].source, found.notes)


def test_unchanged_stubs_next_to_answers_do_not_count(handed):
    stubs = {f"katas/{slug}.py": CATALOG.stub(slug).read_bytes() for slug in CATALOG.slugs}

    assert ["iou"] == names(handed(stubs | {"katas/detection/iou.py": IOU}, "ana"))
    assert ["iou", "nms"] == names(handed(stubs | {"katas/detection/iou.py": IOU}, "ana", ["iou", "nms"]))
    assert handed(stubs | {"katas/detection/iou.py": stubs["katas/detection/iou.py"]}, "ben").fault == (
        "ben holds only stubs that have not been changed."
    )


def test_a_kata_that_is_named_but_not_handed_in_is_not_a_fault(handed):
    assert ({}, {}, "") == handed({"iou.py": IOU, "notes.py": "x = 1"}, "ana", ["nms"])


def special(path, kind):
    """Put something at a path that is not a regular file."""
    target = path.parent / "secret.py"
    target.write_text(IOU)
    if kind == "link":
        path.symlink_to(target)
    elif kind == "pipe":
        os.mkfifo(path)
    elif kind == "socket":
        with socket.socket(socket.AF_UNIX) as server:
            server.bind(str(path))
    elif kind == "folder":
        path.mkdir()
    elif kind == "large":
        with path.open("wb") as file:
            file.truncate(1 << 30)


FAULTS = {
    "link": "is a link, and links are not followed.",
    "pipe": "is a pipe, not a file.",
    "socket": "is a socket, not a file.",
    "large": "is larger than 1 MB.",
    "gone": "does not exist.",
}


@pytest.mark.parametrize("kind", FAULTS)
def test_a_path_that_is_not_a_file_is_a_fault_and_never_opened(tmp_path, kind):
    special(tmp_path / "iou.py", kind)

    assert ({}, {}, f"iou.py {FAULTS[kind]}") == read(tmp_path / "iou.py", CATALOG)


@pytest.mark.parametrize("kind", sorted(set(FAULTS) - {"gone"}))
def test_in_a_folder_it_costs_the_one_kata(tmp_path, kind):
    write(tmp_path / "ana", {"nms.py": NMS})
    special(tmp_path / "ana" / "iou.py", kind)
    (tmp_path / "ana" / "secret.py").unlink()

    found = read(tmp_path / "ana", CATALOG)

    assert (["nms"], {"detection/iou": (f"iou.py {FAULTS[kind]}",)}, "") == (
        names(found),
        found.notes,
        found.fault,
    )


def test_a_link_to_a_folder_is_not_entered(tmp_path):
    write(tmp_path / "ben", {"iou.py": IOU})
    write(tmp_path / "ana", {"nms.py": NMS})
    (tmp_path / "ana" / "more").symlink_to(tmp_path / "ben")
    (tmp_path / "eve").symlink_to(tmp_path / "ben")

    assert ["nms"] == names(read(tmp_path / "ana", CATALOG))
    assert "eve is a link, and links are not followed." == read(tmp_path / "eve", CATALOG).fault


def test_a_folder_of_a_files_name_holds_nothing(handed):
    assert f"iou.py holds no .py file and no notebook. {ACCEPTED}" == handed({}, "iou.py").fault


def test_a_device_under_a_files_name_is_not_read(tmp_path):
    try:
        os.mknod(tmp_path / "iou.py", 0o20666, os.makedev(1, 5))
    except OSError:
        pytest.skip("only root makes devices")

    assert "iou.py is a device, not a file." == read(tmp_path / "iou.py", CATALOG).fault


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root reads everything")
def test_a_file_that_may_not_be_read_is_a_fault(tmp_path):
    write(tmp_path / "iou.py", IOU)
    (tmp_path / "iou.py").chmod(0)

    assert "iou.py cannot be read (Permission denied)." == read(tmp_path / "iou.py", CATALOG).fault


@pytest.mark.parametrize(
    "content",
    [
        {f"{number}.txt": "" for number in range(501)},
        {"/".join("d" * 30) + "/iou.py": IOU},
    ],
    ids=["501 files", "thirty folders deep"],
)
def test_an_endless_folder_is_a_fault(handed, content):
    assert "Hand in your answers only." in handed(content, "ana").fault


@pytest.mark.parametrize("suffix", ["tar.gz", "tgz", "tar", "7z", "rar", "docx", ""])
def test_the_fault_of_another_format_says_what_is_accepted(handed, suffix):
    name = f"ana.{suffix}".rstrip(".")

    assert f"{name} cannot be judged. {ACCEPTED}" == handed(b"\x1f\x8b", name).fault


def test_equal_content_has_one_digest_whatever_the_name_of_the_file(handed):
    (one,) = handed(IOU, "one.py").answers.values()
    (other,) = handed({"a/b/iou.py": IOU}, "two").answers.values()
    (third,) = handed(IOU + "\n", "three.py").answers.values()

    assert one.digest() == other.digest() != third.digest()


@pytest.mark.parametrize(
    "line",
    ["get_ipython().run_cell_magic(", "get_ipython().run_cell_magic('time', ", "\\n" * 20, "# def ", "x = !"],
    ids=lambda line: line[:40],
)
def test_a_name_is_looked_for_in_an_export_in_linear_time(line):
    from gradkata.submissions.naming import defined

    text = b"# Commented out IPython magic to ensure Python compatibility.\nget_ipython().run_cell_magic(" + (
        line.encode() * ((1 << 20) // len(line))
    )

    assert "iou" not in defined(text)  # a search that is not linear takes minutes

"""A zip is read in memory and within limits, or not at all."""

import random
import struct
import tracemalloc
import zipfile
from contextlib import suppress

import pytest
from handing import IOU, NMS, names, notebook, zipped
from hypothesis import given, settings
from hypothesis import strategies as st

from gradkata.submissions.archive import unpacked
from gradkata.submissions.files import UnreadableError

MEGABYTE = 1 << 20


def entry(name, **others):
    """An entry of a zip with what ordinary programs do not write."""
    info = zipfile.ZipInfo(name)
    info.compress_type = zipfile.ZIP_DEFLATED
    for key, value in others.items():
        setattr(info, key, value)
    return info


def raw(name):
    """An entry whose name is written as it is."""
    info = entry("x")
    info.filename = name
    return info


def forged(content, old, new, count=-1):
    assert old in content
    return content.replace(old, new, count)


GOOD = {
    "files": {"iou.py": IOU, "nms.py": NMS},
    "one file": {"answers.py": IOU + NMS},
    "a notebook": {"ps1.ipynb": notebook(IOU, NMS)},
    "a mirror": {"katas/detection/iou.py": IOU, "katas/detection/nms.py": NMS},
    "one folder at the top": {"Ana López/detection/iou.py": IOU, "Ana López/detection/nms.py": NMS},
    "a Macintosh's": {"iou.py": IOU, "__MACOSX/._iou.py": b"\0", "nms.py": NMS, ".DS_Store": b"\0"},
    "names in UTF-8": {"прив\u202eет/iou.py": IOU, "\u540d/nms.py": NMS},
    "other files": {"iou.py": IOU, "nms.py": NMS, "plot.png": b"\x89" * 9, "data.csv": "1"},
}  # fmt: skip


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED], ids=["stored", "deflated"])
@pytest.mark.parametrize("name", GOOD)
def test_a_zip_is_read_that_holds(handed, name, method):
    found = handed(zipped(GOOD[name], method), "ana.zip")

    assert (["iou", "nms"], {}, "") == (names(found), found.notes, found.fault)


def test_names_in_an_old_code_page_are_read(handed):
    content = forged(zipped({"Aexx/iou.py": IOU}), b"Aexx", b"A\x82l\x94")

    assert ["iou"] == names(handed(content, "ana.zip"))


WHOLE = zipped({"iou.py": IOU, "nms.py": NMS}, zipfile.ZIP_STORED)
LINK = entry("iou.py", create_system=3, external_attr=0o120777 << 16)
DEVICE = entry("iou.py", create_system=3, external_attr=0o020666 << 16)
OUTSIDE = "which is outside its folder."
TOO_LARGE = "is much too large when unpacked."
BAD = {
    "a way up": (zipped({"../iou.py": IOU}), OUTSIDE),
    "a way up and down": (zipped({"a/../../iou.py": IOU}), OUTSIDE),
    "a way up next to an answer": (zipped({"nms.py": NMS, "../x.txt": ""}), OUTSIDE),
    "an absolute path": (zipped([(raw("/etc/iou.py"), IOU)]), OUTSIDE),
    "a drive": (zipped({"C:iou.py": IOU}), OUTSIDE),
    "a backslash": (zipped({"a\\iou.py": IOU}), OUTSIDE),
    "a null byte in a name": (forged(zipped({"iou.pyxx": IOU}), b".pyxx", b".py\0x"), OUTSIDE),
    "a link": (zipped([(LINK, "/etc/passwd")]), "which is a link or a device"),
    "a device": (zipped([(DEVICE, "")]), "which is a link or a device"),
    "501 files": (zipped({f"{n}.txt": "" for n in range(501)}), "more than 500 files"),
    "a bomb": (zipped({"iou.ipynb": b"0" * (2 * MEGABYTE)}), TOO_LARGE),
    "a bomb nobody asks for": (zipped({"iou.py": IOU, "data.bin": b"0" * (2 * MEGABYTE)}), TOO_LARGE),
    "an archive": (zipped({"iou.py": IOU, "nms.zip": WHOLE}), "holds another archive, nms.zip"),
    "a tar": (zipped({"more.tar.gz": b""}), "holds another archive, more.tar.gz"),
    "a large source": (zipped({"iou.py": random.Random(0).randbytes(MEGABYTE + 1)}), "iou.py is larger than 1 MB."),
    "a name twice": (forged(WHOLE, b"nms.py", b"iou.py"), "holds iou.py twice"),
    "another method": (zipped({"iou.py": IOU}, zipfile.ZIP_LZMA), "other than deflate"),
    "a wrong checksum": (forged(WHOLE, b"0.0", b"1.0"), "is damaged"),
    "half of it": (WHOLE[: len(WHOLE) // 2], "is damaged"),
    "nothing": (b"", "is damaged"),
    "no zip": (b"def iou(a, b): ...", "is damaged"),
    "no file": (zipped({}), "holds no .py file"),
    "nothing to judge": (zipped({"essay.pdf": b""}), "holds no .py file"),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_a_zip_is_refused_with_a_sentence_that_holds(handed, tmp_path, name):
    content, reason = BAD[name]
    found = handed(content, "ana.zip")

    assert ({}, {}) == (found.answers, found.notes)
    assert found.fault.startswith("ana.zip ") or name == "a large source"
    assert reason in found.fault
    assert ["ana.zip"] == [path.name for path in tmp_path.rglob("*")]


def test_a_zip_with_a_password_is_refused(handed):
    content = bytearray(WHOLE)
    for signature, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(signature) + flags] |= 1

    assert (
        "ana.zip is protected by a password. Zip it again without one."
        == handed(bytes(content), "ana.zip").fault
    )


def test_the_sizes_in_its_headers_are_not_trusted(handed):
    bomb = zipped({"iou.ipynb": b"0" * (300 * MEGABYTE)})
    small = struct.pack("<L", 100)
    lying = forged(bomb, struct.pack("<L", 300 * MEGABYTE), small)

    tracemalloc.start()
    found = handed(lying, "ana.zip")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert found.fault.startswith("ana.zip ")
    assert peak < 8 * MEGABYTE


def test_a_bad_zip_in_a_folder_costs_no_other_answer(handed):
    found = handed({"iou.py": IOU, "more.zip": b"PK"}, "ana")

    assert ["iou"] == names(found)
    assert ("more.zip is damaged or not a zip file. Zip it again and hand it in again.",) == found.notes[
        "detection/iou"
    ]


@settings(max_examples=300)
@given(st.integers(0, len(WHOLE) - 1), st.binary(min_size=1, max_size=8))
def test_damaged_bytes_raise_only_unreadable_error(at, patch):
    damaged = WHOLE[:at] + patch + WHOLE[at + len(patch) :]

    with suppress(UnreadableError):
        assert all(len(file.content) <= MEGABYTE for file in unpacked(damaged, "ana.zip"))

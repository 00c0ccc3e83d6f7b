"""Unreadable entries: each gives no points to its student and does not affect the others."""

import io
import stat
import zipfile

from gradkata.catalog import short_name

from .forms import WHEN, Handed, notebook, zipped

UNREAD = ("not-loaded", "not-submitted")


def unreadable(sources, random):
    """One entry without a usable answer; ``sources`` are right answers, by slug."""
    return random.choice(KINDS)(sources, random)


def _files(sources):
    return {f"{short_name(slug)}.py": source.encode() for slug, source in sources.items()}


def _as_zip(form, spoil):
    return lambda sources, random: Handed(form, ".zip", spoil(_files(sources)))


def _as_book(form, spoil):
    return lambda sources, random: Handed(form, ".ipynb", spoil(notebook(sources, random)))


def _as_file(form, tail, head=b""):
    return lambda sources, random: Handed(
        form, ".py", head or ("\n\n".join(sources.values()) + tail).encode()
    )


KINDS = (
    _as_zip("a damaged zip", lambda files: _damaged(zipped(files))),
    _as_zip("half a zip", lambda files: zipped(files)[: len(zipped(files)) // 2]),
    _as_zip("no zip at all", lambda files: b"I am a zip, believe me\n"),
    _as_zip("an empty zip", lambda files: zipped({})),
    _as_zip(
        "a zip out of its folder", lambda files: zipped({f"../../{path}": files[path] for path in files})
    ),
    _as_zip("a zip from the root", lambda files: zipped({f"/nowhere/{path}": files[path] for path in files})),
    _as_zip("a zip with a link", lambda files: _linked(files)),
    _as_zip("a zip with a password", lambda files: _locked(zipped(files))),
    _as_zip("a bomb", lambda files: zipped({**files, "zeros.py": bytes(20 << 20)})),
    _as_zip("thousands of files", lambda files: zipped({**files, **{f"n/{i}.py": b"" for i in range(3000)}})),
    _as_zip("a zip in a zip", lambda files: zipped({"inner.zip": zipped(files)})),
    _as_book("half a notebook", lambda book: book[: len(book) // 2]),
    _as_book("no notebook at all", lambda book: b'{"cells": 7}'),
    _as_book("a notebook of another age", lambda book: b'{"nbformat": 2, "worksheets": []}'),
    _as_book("JSON without end", lambda book: b"[" * 50_000),
    _as_book("an empty notebook", lambda book: b""),
    lambda sources, random: Handed("a notebook without code", ".ipynb", notebook({}, random)),
    lambda sources, random: Handed("a folder with nothing", "", {}),
    lambda sources, random: Handed("a folder with a picture", "", {"mine.png": b"\x89PNG\r\n" + bytes(64)}),
    _as_file("one file with a typing error", "\n\ndef oops(:\n"),
    _as_file("an empty file", "", b"\n"),
    _as_file("a program", "", b"\x7fELF" + bytes(500)),
    _as_file("one file that raises", "\n\nassert False\n"),
)


def _damaged(content):
    """Flip a byte in the middle of the compressed data."""
    at = content.index(b"PK\x01\x02") // 2
    return content[:at] + bytes(255 - byte for byte in content[at : at + 40]) + content[at + 40 :]


def _locked(content):
    """Set the flag that marks the entries as encrypted, in both places where it occurs."""
    out = bytearray(content)
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = out.find(mark)
        while at >= 0:
            out[at + offset] |= 1
            at = out.find(mark, at + 4)
    return bytes(out)


def _linked(files):
    """Replace each file with a link."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for path in files:
            entry = zipfile.ZipInfo(path, WHEN)
            entry.create_system = 3
            entry.external_attr = (stat.S_IFLNK | 0o777) << 16
            archive.writestr(entry, "/etc/passwd")
    return out.getvalue()

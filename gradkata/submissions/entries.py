"""The entries of a class: one for each student."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple
from unicodedata import normalize

from gradkata.catalog import Catalog
from gradkata.submissions.files import is_junk

# Files in the folder of a class that are not submissions.
_OURS = frozenset(
    (
        "banks", "course.toml", "feedback", "gradescope", "grades.csv", "junit.xml", "results.jsonl", "summary.md",
    )
)  # fmt: skip
_NO_SUBMISSION = (".csv", ".toml", ".sqlite", ".sqlite-wal", ".sqlite-shm", ".db")
# Suffixes that are removed from a student's name.  Of two entries of one student, the later suffix counts.
_SUFFIXES = (
    ".docx", ".pdf", ".txt", ".rar", ".7z", ".tar", ".tar.gz", ".tar.bz2", ".tar.xz", ".tgz", ".gz", ".py",
    ".ipynb", ".zip",
)  # fmt: skip
_FOLDER = len(_SUFFIXES)


class Entry(NamedTuple):
    """What one student handed in; ``note`` says which entry counts if there are several."""

    student: str
    path: Path
    note: str = ""


def entries(paths: Sequence[Path], catalog: Catalog, out: Path | None = None) -> Iterator[Entry]:
    """One entry for each student, sorted by name.

    A folder is a class, and each file or folder in it is the entry of a student.  However, a folder that holds
    answers itself (``katas/``, a chapter, a file named after a kata) is the entry of one student, and so is a
    single file.  The student's name is that of the folder, or that of the file without its suffix.  Of two
    entries of one student, the one in the later path counts; within a folder, a folder counts before a zip, a
    zip before a notebook, then a .py file, then all others.

    Raises:
        OSError: if a path does not exist or a folder cannot be listed.
    """
    # A class may be large: only the path of an entry is kept, as bytes instead of a `Path`.
    found: dict[str, tuple[tuple[int, int, bytes], ...]] = {}
    for number, path in enumerate(paths):
        for each in _members(path, catalog, out):
            student, rank = _student(each)
            found[student] = (*found.get(student, ()), (number, rank, os.fsencode(each)))
    for student in sorted(found):
        *others, path = [Path(os.fsdecode(place)) for _, _, place in sorted(found.pop(student))]
        yield Entry(student, path, _note(path, others))


def _members(path: Path, catalog: Catalog, out: Path | None) -> Iterator[Path]:
    path.lstat()
    if not path.is_dir() or _belongs_to_one_student(path, catalog):
        yield path
        return
    for each in path.iterdir():
        if not _is_no_entry(each) and (out is None or not _is_same(each, out)):
            yield each


def _is_no_entry(path: Path) -> bool:
    name = path.name
    return is_junk(name) or name in _OURS or name.lower().endswith(_NO_SUBMISSION)


def _belongs_to_one_student(folder: Path, catalog: Catalog) -> bool:
    """Whether a folder holds only answers; one file with the name of a kata in a class is not enough."""
    if (folder / "katas").is_dir():
        return True
    slugs = catalog.slugs
    names = {slug.rpartition("/")[2] for slug in slugs}
    chapters = {slug.partition("/")[0] for slug in slugs}
    here = [each for each in folder.iterdir() if not _is_no_entry(each)]
    return bool(here) and all(
        each.name in chapters
        if each.is_dir()
        else each.stem in names and each.suffix.lower() in (".py", ".ipynb")
        for each in here
    )


def _is_same(path: Path, other: Path) -> bool:
    try:
        return path.samefile(other)
    except OSError:
        return False


def _student(path: Path) -> tuple[str, int]:
    """The student's name, in normal form C and without invalid characters, and the rank of the entry."""
    name, rank = path.name or path.resolve().name, -1
    if path.is_dir() and not path.is_symlink():
        rank = _FOLDER
    elif suffix := max((each for each in _SUFFIXES if name.lower().endswith(each)), key=len, default=""):
        name, rank = name[: -len(suffix)], _SUFFIXES.index(suffix)
    written = name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    return normalize("NFC", written).strip() or path.name, rank


def _note(path: Path, others: Sequence[Path]) -> str:
    if not others:
        return ""
    shown = " and ".join(_shown(other, path) for other in others)
    return f"Handed in {len(others) + 1} times, also as {shown}. {_shown(path, others[-1])} counts."


def _shown(path: Path, other: Path) -> str:
    """The name, with its folder if ``other`` has the same name."""
    return path.name if path.name != other.name else f"{path.parent.name}/{path.name}"

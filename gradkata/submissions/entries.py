"""The entries of a class: one for each student."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple
from unicodedata import normalize

from gradkata.catalog import Catalog
from gradkata.submissions.files import is_junk

# What a class's own folder holds beside submissions.
_OURS = frozenset(("course.toml", "feedback", "gradescope", "grades.csv", "junit.xml", "results.jsonl"))
_NO_SUBMISSION = (".csv", ".toml", ".sqlite", ".sqlite-wal", ".sqlite-shm", ".db")
# What a student's name is freed from; of two entries of one student the later in this list counts.
_SUFFIXES = (
    ".docx", ".pdf", ".txt", ".rar", ".7z", ".tar", ".tar.gz", ".tar.bz2", ".tar.xz", ".tgz", ".gz", ".py",
    ".ipynb", ".zip",
)  # fmt: skip
_FOLDER = len(_SUFFIXES)


class Entry(NamedTuple):
    """What one student handed in; ``note`` says which counts where there were several."""

    student: str
    path: Path
    note: str = ""


def entries(paths: Sequence[Path], catalog: Catalog, out: Path | None = None) -> Iterator[Entry]:
    """One entry for each student, sorted by name.

    A folder is a class, and what lies in it its students'; one that holds answers itself (``katas/``, a
    chapter, a file that bears a kata's name) is a student's, and so is a file.  A student is called as the
    file without its suffix, or the folder.  Of two entries of one student the one in the later path counts;
    in one folder a folder before a zip, a notebook, a .py file and all others.

    Raises:
        OSError: where a path is not there or a folder cannot be listed.
    """
    # A class may be large: what is held of an entry is its place alone, and not as a `Path`.
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
    if not path.is_dir() or _is_one_students(path, catalog):
        yield path
        return
    for each in path.iterdir():
        if not _is_no_entry(each) and (out is None or not _is_same(each, out)):
            yield each


def _is_no_entry(path: Path) -> bool:
    name = path.name
    return is_junk(name) or name in _OURS or name.lower().endswith(_NO_SUBMISSION)


def _is_one_students(folder: Path, catalog: Catalog) -> bool:
    """Whether a folder holds answers alone; one file of that name does not make a class a student's."""
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
    """The student's name, in Unicode's composed form and fit to be written, and how much the entry counts."""
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


def _shown(path: Path, beside: Path) -> str:
    """The name, with its folder where that tells it from another of the same name."""
    return path.name if path.name != beside.name else f"{path.parent.name}/{path.name}"

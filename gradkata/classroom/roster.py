"""The roster of a class: a CSV file with one line for each student."""

import csv
import unicodedata
from pathlib import Path

_COLUMNS = ("student", "id", "username", "login", "email", "name")


class RosterError(Exception):
    """A roster that cannot be read; the message says why."""


def read(path: Path) -> tuple[str, ...]:
    """The students' names, which are the names of their entries.

    They are in the column with the heading `student`, else `id`, `username`, `login`, `email` or `name`.  If there
    is no such heading, they are in the first column, from the first line on.

    Raises:
        RosterError: if the file cannot be read, lists no student, or lists a student twice.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            lines = [line for line in csv.reader(file) if any(cell.strip() for cell in line)]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        reason = getattr(error, "strerror", None) or error
        raise RosterError(
            f"The roster {path} cannot be read ({reason}). It must be a CSV file in UTF-8."
        ) from error
    head = [cell.strip().lower() for cell in lines[0]] if lines else []
    column = next((head.index(name) for name in _COLUMNS if name in head), None)
    body = lines if column is None else lines[1:]
    names = [line[column or 0].strip() if len(line) > (column or 0) else "" for line in body]
    found = [unicodedata.normalize("NFC", name) for name in names if name]
    if not found:
        raise RosterError(
            f"The roster {path} lists no student. It must be a CSV file with a column `student`."
        )
    if len(set(found)) < len(found):
        twice = next(name for name in found if found.count(name) > 1)
        raise RosterError(f"The roster {path} lists {twice!r} twice.")
    return tuple(found)

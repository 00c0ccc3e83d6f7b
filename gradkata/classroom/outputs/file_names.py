"""File names for students: valid on every operating system, and different for every student."""

import re
import unicodedata
from collections.abc import Callable, Iterable

from gradkata.reports.escaping import for_file_name

_DIGITS = 12
# A student's name that ends like this could equal the file name of another student.
_DIGESTED = re.compile(rf"-[0-9a-f]{{{_DIGITS}}}$", re.IGNORECASE)


def file_namer(students: Iterable[str]) -> Callable[[str], str]:
    """A function from a student of a class to the name of their files, without the extension.

    It is the student's name if possible.  A digest is added if a character had to be replaced, and to all names that
    differ only in case or in the encoding of accents, because many file systems treat them as equal.  No student's
    file therefore ever becomes another student's.
    """
    seen: set[str] = set()
    shared: set[str] = set()
    for student in students:
        key = _key(student)
        (shared if key in seen else seen).add(key)
    del seen

    def name_of(student: str) -> str:
        name = for_file_name(student)
        is_whole = name == unicodedata.normalize("NFC", student)
        if is_whole and _key(student) not in shared and not _DIGESTED.search(name):
            return name
        return f"{name}-{_digest(student)}"

    return name_of


def _key(student: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", student).casefold())


def _digest(student: str) -> str:
    import hashlib

    return hashlib.sha256(student.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]

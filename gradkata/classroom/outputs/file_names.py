"""Which file is whose: a student's name as the name of a file, on any system, never another's."""

import re
import unicodedata
from collections.abc import Callable, Iterable

from gradkata.reports.escaping import for_file_name

_DIGITS = 12
# A name that ends like one of ours with a digest could be taken for it.
_DIGESTED = re.compile(rf"-[0-9a-f]{{{_DIGITS}}}$", re.IGNORECASE)


def file_namer(students: Iterable[str]) -> Callable[[str], str]:
    """From a student of a class to the name of their files, without the ending.

    It is the student's name wherever that can be.  A digest is added where a sign had to go, and to
    all of those whose names differ in case or accents' encoding only, which many systems take for one:
    so no file is ever handed on from one student to another.
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

"""Blanks: what `kata new` leaves to the author, marked in the three files of a kata."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from gradkata.authoring.subject import Subject
from gradkata.catalog import FOLDERS, Collection

MARK = "TODO"
_BLANK = re.compile(rf"\b{MARK}\b:?\s*([^\"#]*)")
_WIDTH = 100


class Blank(NamedTuple):
    """One mark: the file, relative to the collection, its line, and what is to be written there."""

    file: str
    line: int
    text: str


def blanks_of(collection: Collection, slug: str) -> list[Blank]:
    """The blanks in the statement, the solution and the grader of a kata, in this order."""
    found = []
    for folder in FOLDERS:
        path = collection.root / folder / f"{slug}.py"
        for number, line in enumerate(path.read_text("utf-8-sig").splitlines(), 1):
            if match := _BLANK.search(line):
                found.append(Blank(f"{folder}/{slug}.py", number, match[1].strip(" .,;)}$")[:_WIDTH]))
    return found


def blanks_are_filled(subject: Subject) -> Iterator[str]:
    """Part of law 2: nothing that `kata new` left to the author is still to be written."""
    for blank in blanks_of(subject.catalog.collection_of(subject.slug), subject.slug):
        what = f": {blank.text}" if blank.text else ""
        yield f"{blank.file} has a {MARK} in line {blank.line}{what}. Fill it in."


def is_only_drafted(subject: Subject) -> bool:
    """Whether the right answers have a blank: then the other laws have nothing to check."""
    blanks = blanks_of(subject.catalog.collection_of(subject.slug), subject.slug)
    return any(blank.file.startswith("solutions/") for blank in blanks)

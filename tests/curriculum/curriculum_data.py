"""The curriculum as data: the concepts of five lecture documents, their worked numbers and their errata.

``places.toml`` says for each number and erratum where it is found in a kata: ``"KATA: NAME"``, where NAME is an
example, edge, property or misconception of its grader; ``"KATA: statement"``; or ``"none: REASON"``.
"""

import json
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gradkata.catalog import Catalog, short_name

HERE = Path(__file__).parent
DOCUMENTS = {
    "000": "Class notes I",
    "001": "Class notes II",
    "002": "Class notes III",
    "003": "Slides",
    "004": "Class notes IV",
}


@dataclass(frozen=True)
class Concept:
    """A concept of the curriculum, and the lines of the lecture documents that teach it."""

    id: str
    chapter: str
    task: str
    difficulty: int
    capstone: bool
    first_release: bool
    prerequisites: tuple[str, ...]
    places: tuple[tuple[str, int, int], ...]


def concepts() -> list[Concept]:
    """All concepts, in the order of the curriculum."""
    return [
        Concept(
            **{
                **each,
                "prerequisites": tuple(each["prerequisites"]),
                "places": tuple(map(tuple, each["places"])),
            }
        )
        for each in _read("concepts.json")
    ]


def numbers() -> list[dict[str, Any]]:
    """The worked numbers of the documents, recomputed."""
    return _read("numbers.json")


def errata() -> list[dict[str, Any]]:
    """The statements of the documents that are wrong or ambiguous."""
    return _read("errata.json")


def places() -> dict[str, dict[str, str]]:
    """Where each number and each erratum is found: `numbers` and `errata` by id."""
    return tomllib.loads((HERE / "places.toml").read_text("utf-8"))


def katas() -> dict[str, str]:
    """The slug of each kata by its name, in the order of the syllabus."""
    return {short_name(slug): slug for slug in Catalog().slugs}


def _read(name: str) -> list[Any]:
    found: list[Any] = json.loads((HERE / name).read_text("utf-8"))
    return found

"""The metadata of a kata's cells in a notebook, for gradkata and for nbgrader.

gradkata's tag is a separate entry, because nbgrader discards unknown keys inside its own entry::

    "metadata": {
        "gradkata": {"format": 1, "kata": "detection/iou", "role": "grade"},
        "nbgrader": {"schema_version": 3, "grade_id": "iou", "points": 10, ...}
    }

A student can edit all of this, so grading uses the tags and points of the gradebook and the instructor's notebook.
"""

import re
from collections.abc import Mapping
from typing import Any, Literal, NamedTuple, get_args

from gradkata.catalog import short_name

KEY = "gradkata"
FORMAT = 1

Role = Literal["statement", "answer", "check", "grade"]
ROLES: tuple[Role, ...] = get_args(Role)
"""The four cells of a kata, in order.

statement  Markdown, locked.
answer     code that the student fills in: nbgrader's solution cell.
check      code that judges the answer while the student works: nbgrader ignores it.
grade      code, locked, worth the kata's points, without a test: nbgrader's autograder cell.
"""

_SCHEMA = 3
_NAME = re.compile(r"[a-z]\w*/[a-z]\w*", re.ASCII)


class CellTag(NamedTuple):
    """Which cell of which kata a cell is; ``kata`` is a slug."""

    kata: str
    role: Role


def tag_of(cell: Mapping[str, Any]) -> CellTag | None:
    """The tag of a cell, or None if it has no gradkata tag or a damaged one.

    The slug has the right form, but there may be no such kata.
    """
    metadata = cell.get("metadata")
    found = metadata.get(KEY) if isinstance(metadata, Mapping) else None
    if not isinstance(found, Mapping) or found.get("format") != FORMAT:
        return None
    kata, role = found.get("kata"), found.get("role")
    if not isinstance(kata, str) or not _NAME.fullmatch(kata) or role not in ROLES:
        return None
    return CellTag(kata, role)


def grade_id(kata: str, role: Role) -> str:
    """The name of a cell in the gradebook: ``iou`` for the graded cell, ``iou-answer`` for the answer, and so on."""
    name = short_name(kata)
    return name if role == "grade" else f"{name}-{role}"


def cell_id(kata: str, role: Role) -> str:
    """The id of a cell in its notebook; it is always the same."""
    return f"kata-{short_name(kata)}-{role}"


def metadata(kata: str, role: Role, points: float | None = None) -> dict[str, Any]:
    """The metadata of a cell; only the grade cell has ``points``."""
    tag = {"format": FORMAT, "kata": kata, "role": role}
    if role == "check":
        return {KEY: tag}
    nbgrader: dict[str, Any] = {
        "schema_version": _SCHEMA,
        "grade_id": grade_id(kata, role),
        "grade": role == "grade",
        "solution": role == "answer",
        "locked": role != "answer",
        "task": False,
    }
    if role == "grade":
        nbgrader["points"] = points
    return {KEY: tag, "nbgrader": nbgrader}

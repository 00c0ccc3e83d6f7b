"""How the cells of a kata are marked in a notebook, for us and for nbgrader.

Our mark stands beside nbgrader's and never inside it, where other keys are thrown away::

    "metadata": {
        "gradkata": {"format": 1, "kata": "detection/iou", "role": "grade"},
        "nbgrader": {"schema_version": 3, "grade_id": "iou", "points": 10, ...}
    }

A student can edit any of this: who grades looks at both, and takes points from the gradebook.
"""

import re
from collections.abc import Mapping
from typing import Any, Literal, NamedTuple, get_args

from gradkata.catalog import short_name

KEY = "gradkata"
FORMAT = 1

Role = Literal["statement", "answer", "check", "grade"]
ROLES: tuple[Role, ...] = get_args(Role)
"""What the four cells of a kata are, in their order.

statement  Markdown, locked.
answer     code that the student fills in: nbgrader's solution cell.
check      code that judges the answer while the student works: no concern of nbgrader's.
grade      code, locked, worth the kata's points, without a test: nbgrader's autograder cell.
"""

_SCHEMA = 3
_NAME = re.compile(r"[a-z]\w*/[a-z]\w*", re.ASCII)


class CellTag(NamedTuple):
    """What a cell is: of which kata, by its slug, and which of its four."""

    kata: str
    role: Role


def tag_of(cell: Mapping[str, Any]) -> CellTag | None:
    """The mark of a cell, or None where it has none of ours or a damaged one.

    The slug has the form of one; whether there is such a kata is not asked.
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
    """The name of a cell in the gradebook: ``iou`` for the one that is graded, ``iou-answer``."""
    name = short_name(kata)
    return name if role == "grade" else f"{name}-{role}"


def cell_id(kata: str, role: Role) -> str:
    """The id of a cell in its notebook: the same whenever it is written."""
    return f"kata-{short_name(kata)}-{role}"


def metadata(kata: str, role: Role, points: float | None = None) -> dict[str, Any]:
    """The metadata of a cell; ``points`` are those of the grade cell and of no other."""
    ours = {"format": FORMAT, "kata": kata, "role": role}
    if role == "check":
        return {KEY: ours}
    theirs: dict[str, Any] = {
        "schema_version": _SCHEMA,
        "grade_id": grade_id(kata, role),
        "grade": role == "grade",
        "solution": role == "answer",
        "locked": role != "answer",
        "task": False,
    }
    if role == "grade":
        theirs["points"] = points
    return {KEY: ours, "nbgrader": theirs}

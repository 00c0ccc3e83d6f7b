"""`feedback/STUDENT.txt` and `.json`: what a student gets to read, as in a terminal, and as data."""

import json

from gradkata.classroom.outputs.points import by_hand, max_total, number, told, total_of, total_text
from gradkata.classroom.rows import Mark, Row
from gradkata.reports.escaping import for_log
from gradkata.reports.layout import wrap
from gradkata.reports.terminal import render

_WIDTH = 80


def text(row: Row) -> str:
    """Every report of a student below their name and total."""
    head = "\n".join(wrap(for_log(row.student), _WIDTH)) + f"\n{total_text(row)}\n"
    return "\n\n".join([head, *map(_part, row.marks)])


def as_json(row: Row) -> str:
    """The same as data; ``total`` is null for as long as a mark is open."""
    total = total_of(row)
    content = {
        "student": row.student,
        "total": None if total is None else number(total),
        "max_total": number(max_total(row)),
        "katas": [told(mark) for mark in row.marks],
    }
    return json.dumps(content, allow_nan=False) + "\n"


def set_by_hand(mark: Mark) -> str:
    """What a person has set for a kata, in one safe line, or nothing."""
    said = by_hand(mark)
    return f"{mark.slug}: {for_log(said)}" if said else ""


def _part(mark: Mark) -> str:
    page = render(mark.report, width=_WIDTH)
    said = set_by_hand(mark)
    if not said:
        return page
    return "\n".join([*wrap(said, _WIDTH), "The grader's own report:", "", page])

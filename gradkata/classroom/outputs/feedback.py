"""`feedback/STUDENT.txt` and `.json`: a student's reports as text, as in a terminal, and as data."""

import json

from gradkata.classroom.outputs.points import by_hand, max_total, number, total_of, total_text, with_by_hand
from gradkata.classroom.rows import Mark, Row
from gradkata.reports.escaping import for_log
from gradkata.reports.layout import wrap
from gradkata.reports.terminal import render

_WIDTH = 80


def text(row: Row) -> str:
    """All reports of a student, below their name and total."""
    head = "\n".join(wrap(for_log(row.student), _WIDTH)) + f"\n{total_text(row)}\n"
    return "\n\n".join([head, *map(_part, row.marks)])


def as_json(row: Row) -> str:
    """The same as JSON; ``total`` is null while a mark is open."""
    total = total_of(row)
    content = {
        "student": row.student,
        "total": None if total is None else number(total),
        "max_total": number(max_total(row)),
        "katas": [with_by_hand(mark) for mark in row.marks],
    }
    return json.dumps(content, allow_nan=False) + "\n"


def set_by_hand(mark: Mark) -> str:
    """The points that a person set for a kata, in one line with unsafe characters escaped; empty if there are none."""
    text = by_hand(mark)
    return f"{mark.slug}: {for_log(text)}" if text else ""


def _part(mark: Mark) -> str:
    page = render(mark.report, width=_WIDTH)
    note = set_by_hand(mark)
    if not note:
        return page
    return "\n".join([*wrap(note, _WIDTH), "The grader's own report:", "", page])

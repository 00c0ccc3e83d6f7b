"""`results.jsonl`: all reports, one per line, for programs."""

import json

from gradkata.classroom.outputs.points import with_by_hand
from gradkata.classroom.rows import Row


def lines(row: Row) -> str:
    """A line for each kata of a student, in ASCII, so that no reader finds a line break within a line."""
    return "".join(json.dumps(with_by_hand(mark), allow_nan=False) + "\n" for mark in row.marks)

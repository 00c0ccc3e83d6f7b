"""`grades.csv`: a row for each student, a column for each kata, and a total; for spreadsheets and learning platforms.

The encoding is UTF-8 with a byte order mark: without it, Excel reads names in the machine's encoding and garbles
accents; LibreOffice and pandas skip it, as does Python with `utf-8-sig`.  Texts are quoted, numbers are not.
"""

import csv
import io
from collections.abc import Sequence
from decimal import Decimal

from gradkata.classroom.outputs.points import decimal, is_open, total_of
from gradkata.classroom.rows import Row
from gradkata.reports.escaping import for_cell


def head(slugs: Sequence[str]) -> str:
    """The header line."""
    return "\ufeff" + _line(["student", *slugs, "total"])


def line(row: Row) -> str:
    """A student's line.  If a mark is open, its cell and the total are empty, never zero."""
    points = [None if is_open(mark) else decimal(mark.points) for mark in row.marks]
    total = total_of(row)
    return _line([for_cell(row.student), *points, None if total is None else decimal(total)])


def _line(cells: Sequence[str | Decimal | None]) -> str:
    written = io.StringIO()
    csv.writer(written, quoting=csv.QUOTE_NONNUMERIC).writerow(cells)
    return written.getvalue()

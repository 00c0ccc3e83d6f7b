"""`summary.md`: the class on one page of Markdown, for the summary of a GitHub job."""

from collections.abc import Sequence

from gradkata.classroom.outputs.feedback import text
from gradkata.classroom.outputs.points import decimal, is_open, total_of
from gradkata.classroom.outputs.summary import attention, headline, share
from gradkata.classroom.outputs.tally import Tally
from gradkata.classroom.rows import Row
from gradkata.reports.escaping import for_markdown, for_markdown_block

# GitHub discards a summary of more than 1024 KiB.
_LIMIT = 900_000
_MAX_ROWS = 1_000
_MAX_MISCONCEPTIONS = 8


class Page:
    """Collects as many rows as fit on the page; if there is only one student, their feedback is shown in full."""

    def __init__(self, slugs: Sequence[str]) -> None:
        self._slugs = slugs
        self._rows: list[str] = []
        self._length = self._left_out = 0
        self._alone: Row | None = None

    def add(self, row: Row) -> None:
        """Add a student."""
        self._alone = row if not self._rows else None
        line = _row(row)
        self._length += len(line.encode())
        if len(self._rows) >= _MAX_ROWS or self._length > _LIMIT // 2:
            self._left_out += 1
            return
        self._rows.append(line)

    def content(self, tally: Tally) -> str:
        """The page in Markdown."""
        alone = self._alone if tally.students == 1 else None
        points = [f"- {sentence}" for sentence in attention(tally)]
        blocks = ["# Grades", headline(tally), "\n".join(points)]
        if alone is None:
            blocks += [_katas(tally), _mistakes(tally)]
        blocks.append(self._students())
        if alone is not None:
            blocks.append(for_markdown_block(text(alone), limit=_LIMIT // 4))
        return "\n\n".join(block.rstrip("\n") for block in blocks if block) + "\n"

    def _students(self) -> str:
        columns = ["student", *(for_markdown(slug) for slug in self._slugs), "total"]
        more = f"\n{self._left_out} more are in `grades.csv`.\n" if self._left_out else ""
        return _table(columns, self._rows) + more


def _row(row: Row) -> str:
    total = total_of(row)
    points = ["" if is_open(mark) else str(decimal(mark.points)) for mark in row.marks]
    points.append("" if total is None else f"**{decimal(total)}**")
    return _line([for_markdown(row.student, limit=200), *points])


def _katas(tally: Tally) -> str:
    rows = [
        _line([for_markdown(kata.slug), str(kata.marked), share(kata), str(kata.full)])
        for kata in tally.katas
    ]
    return _table(["kata", "handed in", "mean", "all points"], rows)


def _mistakes(tally: Tally) -> str:
    shown = tally.misconceptions[:_MAX_MISCONCEPTIONS]
    if not shown:
        return ""
    rows = [_line([for_markdown(slug), name.replace("_", " "), str(count)]) for slug, name, count in shown]
    return _table(["kata", "mistake", "students"], rows)


def _table(columns: Sequence[str], rows: Sequence[str]) -> str:
    return _line(columns) + _line(["---"] * len(columns)) + "".join(rows)


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |\n"

"""An answer as it was handed in."""

from dataclasses import dataclass
from pathlib import Path

SOURCE_LIMIT = 1 << 20
"""Bytes of the largest file that is judged; one more byte shows that a file is too large."""


@dataclass(frozen=True)
class Submission:
    """One file of a student, as bytes that have not been interpreted yet.

    ``cells`` is empty except for a notebook.  For each cell in ``source`` it holds the number of lines before
    the cell and the number of the cell, both in ascending order.  ``skipped`` are the statements at its top level
    that are not run, by their number and by how they ended the process: the first process that loads the file finds
    them, and all others receive them.  It is None before that.
    """

    source: bytes
    filename: str
    cells: tuple[tuple[int, int], ...] = ()
    skipped: tuple[tuple[int, str], ...] | None = None

    def place(self, line: int) -> str:
        """The place of a line of ``source``, counted from 1, as its author knows it: "iou.ipynb, cell 3, line 2"."""
        for above, number in reversed(self.cells):
            if above < line:
                return f"{self.filename}, cell {number}, line {line - above}"
        return f"{self.filename}, line {line}"

    def text(self, line: int) -> str:
        """The text of a line of ``source``, counted from 1, without indentation; empty if there is none."""
        lines = self.source.replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n")
        return lines[line - 1].decode("utf-8", "replace").strip() if 0 < line <= len(lines) else ""

    def digest(self) -> str:
        """A hexadecimal SHA-256 digest that identifies this submission: the same digest means the same report."""
        import hashlib

        head = repr((self.filename, self.cells)).encode("utf-8", "backslashreplace")
        return hashlib.sha256(head + b"\0" + self.source).hexdigest()


def read_file(path: Path) -> Submission:
    """A student's own file; only the beginning of a file that is too large to be judged.

    Raises:
        OSError: if it cannot be read.
    """
    with path.open("rb") as file:
        return Submission(file.read(SOURCE_LIMIT + 1), path.name)

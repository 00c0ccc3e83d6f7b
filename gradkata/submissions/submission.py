"""One answer as it was handed in."""

from dataclasses import dataclass
from pathlib import Path

SOURCE_LIMIT = 1 << 20
"""Bytes of the largest file that is judged; nobody need read more than one beyond."""


@dataclass(frozen=True)
class Submission:
    """One file of a student's, as bytes that nobody has read yet.

    ``cells`` is empty but for a notebook's: how many lines of ``source`` stand above each cell that it
    was put together of, and the number of that cell, both rising.
    """

    source: bytes
    filename: str
    cells: tuple[tuple[int, int], ...] = ()

    def place(self, line: int) -> str:
        """Where a line of ``source``, counted from 1, stands for its author: "iou.ipynb, cell 3, line 2"."""
        for above, number in reversed(self.cells):
            if above < line:
                return f"{self.filename}, cell {number}, line {line - above}"
        return f"{self.filename}, line {line}"

    def digest(self) -> str:
        """What tells this submission from every other, as hexadecimal SHA-256: one digest, one report."""
        import hashlib

        head = repr((self.filename, self.cells)).encode("utf-8", "backslashreplace")
        return hashlib.sha256(head + b"\0" + self.source).hexdigest()


def read_file(path: Path) -> Submission:
    """A student's own file; of one that is larger than any that is judged, the beginning.

    Raises:
        OSError: if it cannot be read.
    """
    with path.open("rb") as file:
        return Submission(file.read(SOURCE_LIMIT + 1), path.name)

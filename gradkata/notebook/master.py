"""What the course itself says of a notebook: its cells, and which of them are a kata's.

It comes out of the gradebook and the instructor's own notebook; nothing of it is a student's to change.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from gradkata.catalog import Catalog
from gradkata.notebook.cells import CellTag, grade_id, tag_of
from gradkata.submissions.notebook import raw_cells

_SCHEMA = 3


@dataclass(frozen=True)
class MasterCell:
    """A cell that nbgrader knows, as it was released; ``points`` is None where it is not graded."""

    name: str
    cell_type: str
    text: str
    checksum: str | None
    is_locked: bool
    is_solution: bool
    is_task: bool
    points: float | None

    def metadata(self) -> dict[str, Any]:
        """What nbgrader has marked it with."""
        marks: dict[str, Any] = {
            "schema_version": _SCHEMA,
            "grade_id": self.name,
            "grade": self.points is not None and not self.is_task,
            "solution": self.is_solution,
            "locked": self.is_locked,
            "task": self.is_task,
            "cell_type": self.cell_type,
        }
        if self.checksum:
            marks["checksum"] = self.checksum
        return marks if self.points is None else {**marks, "points": self.points}


@dataclass(frozen=True)
class Master:
    """All cells by name; the slug of each that is graded as a kata; all that belong to one; the kernel's name."""

    cells: Mapping[str, MasterCell]
    katas: Mapping[str, str]
    of_katas: frozenset[str]
    kernelspec: Mapping[str, Any] = field(default_factory=dict)

    @property
    def needs_kernel(self) -> bool:
        """Whether code is graded, by tests or by a person, that is no kata's."""
        return any(
            cell.cell_type == "code" and (cell.points is not None or cell.is_solution)
            for cell in self._others()
        )

    @property
    def tested(self) -> frozenset[str]:
        """The cells of tests that the course has written itself."""
        return frozenset(
            cell.name
            for cell in self._others()
            if cell.cell_type == "code" and cell.points is not None and not cell.is_solution
        )

    def _others(self) -> Iterator[MasterCell]:
        return (cell for cell in self.cells.values() if cell.name not in self.of_katas)


def master(notebook: Any, source: Path, catalog: Catalog) -> Master:
    """What is known of a ``nbgrader.api.Notebook``; ``source`` is the instructor's, with our marks.

    Where that is missing, a cell is a kata's if it is called as ours are, and so is its answer.

    Raises:
        UnreadableError: where the instructor's notebook is damaged.
    """
    points = {each.name: float(each.max_score) for each in (*notebook.grade_cells, *notebook.task_cells)}
    solutions = {each.name for each in notebook.solution_cells}
    tasks = {each.name for each in notebook.task_cells}
    cells = {
        each.name: MasterCell(
            each.name, each.cell_type, each.source or "", each.checksum, bool(each.locked),
            each.name in solutions, each.name in tasks, points.get(each.name),
        )
        for each in notebook.source_cells
    }  # fmt: skip
    marks = _marks(source) if source.is_file() else _marks_by_name(cells, catalog)
    return Master(
        {name: cells[name] for name in sorted(cells, key=_order(marks))},
        {
            name: mark.kata
            for name, mark in marks.items()
            if mark and mark.role == "grade" and name in cells and cells[name].points is not None
        },
        frozenset(name for name, mark in marks.items() if mark),
        json.loads(notebook.kernelspec or "null") or {},
    )


def _marks(source: Path) -> dict[str, CellTag | None]:
    """Our mark, if any, on each cell that nbgrader knows, in the order of the notebook."""
    found: dict[str, CellTag | None] = {}
    for cell in raw_cells(source.read_bytes(), source.name):
        name = cell.get("metadata", {}).get("nbgrader", {}).get("grade_id")
        if name:
            found[name] = tag_of(cell)
    return found


def _marks_by_name(cells: Mapping[str, MasterCell], catalog: Catalog) -> dict[str, CellTag | None]:
    return {
        grade_id(slug, role): CellTag(slug, role)
        for slug in catalog.slugs
        for role in ("statement", "answer", "grade")
        if grade_id(slug, "grade") in cells and grade_id(slug, "answer") in cells
    }


def _order(marks: Mapping[str, object]) -> Any:
    places = {name: place for place, name in enumerate(marks)}
    return lambda name: (places.get(name, len(places)), name)

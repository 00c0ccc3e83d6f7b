"""The course's own version of a notebook (the master): its cells, and which of them belong to katas.

It is read from the gradebook and the instructor's notebook; a student cannot change any of it.
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
    """A cell that nbgrader knows, as it was released; ``points`` is None if it is not graded."""

    name: str
    cell_type: str
    text: str
    checksum: str | None
    is_locked: bool
    is_solution: bool
    is_task: bool
    points: float | None

    def metadata(self) -> dict[str, Any]:
        """The nbgrader metadata of the cell."""
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
    """The course's own version of a notebook.

    ``cells`` are all cells by name, ``katas`` the slug of each cell that is graded as a kata, ``of_katas`` the names
    of all cells that belong to a kata, and ``kernelspec`` is the notebook's kernel.
    """

    cells: Mapping[str, MasterCell]
    katas: Mapping[str, str]
    of_katas: frozenset[str]
    kernelspec: Mapping[str, Any] = field(default_factory=dict)

    @property
    def needs_kernel(self) -> bool:
        """Whether the notebook has graded code, by tests or by a person, outside of katas."""
        return any(
            cell.cell_type == "code" and (cell.points is not None or cell.is_solution)
            for cell in self._others()
        )

    @property
    def tested(self) -> frozenset[str]:
        """The names of the cells with the course's own tests."""
        return frozenset(
            cell.name
            for cell in self._others()
            if cell.cell_type == "code" and cell.points is not None and not cell.is_solution
        )

    def _others(self) -> Iterator[MasterCell]:
        return (cell for cell in self.cells.values() if cell.name not in self.of_katas)


def master(notebook: Any, source: Path, catalog: Catalog) -> Master:
    """The master of a ``nbgrader.api.Notebook``; ``source`` is the instructor's notebook with gradkata's tags.

    If the instructor's notebook is missing, a cell belongs to a kata if its name and the name of its answer cell
    have the form that gradkata gives them.

    Raises:
        UnreadableError: if the instructor's notebook is damaged.
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
    """The gradkata tag, if any, of each cell that nbgrader knows, in the order of the notebook."""
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

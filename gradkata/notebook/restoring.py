"""The course's cells in a student's notebook, as the course has them, whatever was done to them."""

from collections.abc import Sequence
from typing import Any

from nbformat import NotebookNode
from nbgrader.preprocessors import NbGraderPreprocessor

from gradkata.notebook.batch import batch_of
from gradkata.notebook.cleaning import new_cell, numbered
from gradkata.notebook.master import Master, MasterCell
from gradkata.reports.escaping import for_log

_ADDED = "This cell ({}) was missing from what was handed in, and was put back.\n\n"


class RestoreCells(NbGraderPreprocessor):  # type: ignore[misc]
    """Stands first in `Autograde.sanitize_preprocessors`: what follows finds one valid cell of each name."""

    def preprocess(self, nb: NotebookNode, resources: Any) -> tuple[NotebookNode, Any]:
        """Give cells back their marks, points, types and locked text; drop second ones; add missing ones."""
        told = resources["nbgrader"]
        batch = batch_of(self.parent)
        key = (told["student"], told["assignment"], told["notebook"])
        batch.faults[key] = told.pop("fault", "")
        known = batch.masters(told["assignment"]).get(told["notebook"])
        if known is not None:
            for said in restore(nb, known):
                self.log.warning("%s, %s: %s", *map(for_log, (told["student"], told["notebook"], said)))
        return nb, resources


def restore(nb: NotebookNode, known: Master) -> list[str]:
    """Do so in place; returns what was done, in sentences.

    Cells are added at the end alone, so that the others keep the numbers that their author knows.
    """
    said: list[str] = []
    chosen = _chosen(nb.cells, known, said)
    for number, cell in enumerate(nb.cells, 1):
        marks = cell.metadata.pop("nbgrader", None)
        if number in chosen:
            _restore_one(cell, chosen[number], said)
        elif marks and marks.get("grade_id") and marks["grade_id"] not in known.cells:
            said.append(f"cell {number} is called {str(marks['grade_id'])!r}, and is none of the course's")
    present = {each.name for each in chosen.values()}
    for each in known.cells.values():
        if each.name not in present and (each.points is not None or each.is_task):
            nb.cells.append(_missing(each))
            said.append(f"cell {each.name!r} was missing and is put back")
    if known.kernelspec:
        nb.metadata["kernelspec"] = NotebookNode(known.kernelspec)
    numbered(nb)
    return said


def _chosen(cells: Sequence[Any], known: Master, said: list[str]) -> dict[int, MasterCell]:
    """Which cell, by number, counts as which of the course's."""
    found: dict[str, list[int]] = {}
    for number, cell in enumerate(cells, 1):
        name = cell.metadata.get("nbgrader", {}).get("grade_id")
        if isinstance(name, str) and name in known.cells:
            found.setdefault(name, []).append(number)
    chosen = {}
    for name, numbers in found.items():
        # Of two answers the last that its author has changed; as with functions, the last one counts.
        changed = [
            each for each in numbers if cells[each - 1].source.strip() != known.cells[name].text.strip()
        ]
        counts = numbers[0] if known.cells[name].is_locked else (changed or numbers)[-1]
        chosen[counts] = known.cells[name]
        if len(numbers) > 1:
            said.append(f"cell {name!r} is there {len(numbers)} times; the one at {counts} counts")
    return chosen


def _restore_one(cell: Any, known: MasterCell, said: list[str]) -> None:
    if cell.cell_type != known.cell_type:
        said.append(f"cell {known.name!r} was of type {cell.cell_type}, and is {known.cell_type} again")
        cell.cell_type = known.cell_type
        for key in ("outputs", "execution_count", "attachments"):
            cell.pop(key, None)
        if known.cell_type == "code":
            cell.update(outputs=[], execution_count=None)
    if known.is_locked and cell.source != known.text:
        cell.source = known.text
    cell.metadata["nbgrader"] = NotebookNode(known.metadata())


def _missing(known: MasterCell) -> Any:
    """The cell as it was released; one that a person grades says that it was missing, so that one looks."""
    is_tested = known.is_locked and not known.is_task
    added = _ADDED.format(known.name)
    if known.cell_type == "code":
        added = f"# {added}"
    text = known.text if is_tested else added + known.text
    return new_cell(known.cell_type, text, {"nbgrader": known.metadata()})

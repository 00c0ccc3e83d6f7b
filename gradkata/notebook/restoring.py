"""Restores the course's cells in a student's notebook, whatever the student has changed."""

from collections.abc import Sequence
from typing import Any

from nbformat import NotebookNode
from nbgrader.preprocessors import NbGraderPreprocessor

from gradkata.notebook.batch import batch_of
from gradkata.notebook.cleaning import new_cell, numbered
from gradkata.notebook.master import Master, MasterCell
from gradkata.reports.escaping import for_log

_ADDED = "This cell ({}) was missing from the submission and was restored.\n\n"


class RestoreCells(NbGraderPreprocessor):  # type: ignore[misc]
    """The first of `Autograde.sanitize_preprocessors`: later steps find exactly one valid cell of each name."""

    def preprocess(self, nb: NotebookNode, resources: Any) -> tuple[NotebookNode, Any]:
        """Restore the metadata, points, types and locked text of cells; ignore duplicates; add missing cells."""
        info = resources["nbgrader"]
        batch = batch_of(self.parent)
        key = (info["student"], info["assignment"], info["notebook"])
        batch.faults[key] = info.pop("fault", "")
        known = batch.masters(info["assignment"]).get(info["notebook"])
        if known is not None:
            for change in restore(nb, known):
                self.log.warning("%s, %s: %s", *map(for_log, (info["student"], info["notebook"], change)))
        return nb, resources


def restore(nb: NotebookNode, known: Master) -> list[str]:
    """Restore a notebook in place; returns what was done, in sentences.

    Missing cells are added at the end, so that the others keep the numbers that their author knows.
    """
    done: list[str] = []
    chosen = _chosen(nb.cells, known, done)
    for number, cell in enumerate(nb.cells, 1):
        marks = cell.metadata.pop("nbgrader", None)
        if number in chosen:
            _restore_one(cell, chosen[number], done)
        elif marks and marks.get("grade_id") and marks["grade_id"] not in known.cells:
            done.append(
                f"cell {number} has the name {str(marks['grade_id'])!r}, which is not one of the course's"
            )
    present = {each.name for each in chosen.values()}
    for each in known.cells.values():
        if each.name not in present and (each.points is not None or each.is_task):
            nb.cells.append(_missing(each))
            done.append(f"cell {each.name!r} was missing and is restored")
    if known.kernelspec:
        nb.metadata["kernelspec"] = NotebookNode(known.kernelspec)
    numbered(nb)
    return done


def _chosen(cells: Sequence[Any], known: Master, done: list[str]) -> dict[int, MasterCell]:
    """The number of each cell that counts, with the course's cell that it corresponds to."""
    found: dict[str, list[int]] = {}
    for number, cell in enumerate(cells, 1):
        name = cell.metadata.get("nbgrader", {}).get("grade_id")
        if isinstance(name, str) and name in known.cells:
            found.setdefault(name, []).append(number)
    chosen = {}
    for name, numbers in found.items():
        # Of several answers, the last one that was changed counts, as the last definition of a function does.
        changed = [
            each for each in numbers if cells[each - 1].source.strip() != known.cells[name].text.strip()
        ]
        counts = numbers[0] if known.cells[name].is_locked else (changed or numbers)[-1]
        chosen[counts] = known.cells[name]
        if len(numbers) > 1:
            done.append(f"there are {len(numbers)} cells {name!r}; cell {counts} counts")
    return chosen


def _restore_one(cell: Any, known: MasterCell, done: list[str]) -> None:
    if cell.cell_type != known.cell_type:
        done.append(f"cell {known.name!r} had type {cell.cell_type}, and has type {known.cell_type} again")
        cell.cell_type = known.cell_type
        for key in ("outputs", "execution_count", "attachments"):
            cell.pop(key, None)
        if known.cell_type == "code":
            cell.update(outputs=[], execution_count=None)
    if known.is_locked and cell.source != known.text:
        cell.source = known.text
    cell.metadata["nbgrader"] = NotebookNode(known.metadata())


def _missing(known: MasterCell) -> Any:
    """The cell as it was released; if a person grades it, its text begins with a note that it was missing."""
    is_tested = known.is_locked and not known.is_task
    added = _ADDED.format(known.name)
    if known.cell_type == "code":
        added = f"# {added}"
    text = known.text if is_tested else added + known.text
    return new_cell(known.cell_type, text, {"nbgrader": known.metadata()})

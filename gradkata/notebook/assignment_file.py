"""An assignment of an nbgrader course: one notebook, in which each kata has four cells.

There is one notebook for all katas rather than one for each: katas build on each other, and students write helpers
once; text that an instructor adds between katas keeps its place; and nbgrader starts a kernel and shows a page for
each notebook.
"""

import os
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from gradkata.catalog import Catalog, short_name
from gradkata.notebook import cells
from gradkata.notebook.cell_sources import sources
from gradkata.notebook.cells import ROLES, Role, tag_of

Node = Any
"""A notebook or a cell of nbformat: a dictionary whose keys are also attributes."""

# nbgrader reserves "+"; the other characters are valid in every file system and shell.
_NAME = re.compile(r"\w(?:[\w .-]*[\w-])?")
_WELCOME = """\
# {name}

Write each function into its cell, run that cell, and then the one below it, which checks your function as often
as you like. You may add cells; if a function is defined more than once, the last definition counts."""


class AssignmentError(Exception):
    """An assignment cannot be written; the message says why."""


class Wanted(NamedTuple):
    """A kata of an assignment; ``points`` None keeps its current points, or for a new kata uses the kata's own."""

    slug: str
    points: float | None = None


class Written(NamedTuple):
    """The result of `write`: the path of the notebook, and the katas that were added, changed, or not named."""

    path: Path
    added: list[str]
    changed: list[str]
    left: list[str]


def write(catalog: Catalog, name: str, wanted: Sequence[Wanted], course: Path) -> Written:
    """Write the notebook of an assignment, or update the cells of its katas if it exists.

    All other cells, the order of the cells, and points set by hand are unchanged.

    Raises:
        AssignmentError: if the name is invalid or the existing notebook cannot be updated.
        OSError: if the notebook cannot be read or written.
    """
    import nbformat

    if not _NAME.fullmatch(name):
        raise AssignmentError(
            f"{name!r} is not a valid assignment name. Use letters, digits, '_', '-', '.' and spaces."
        )
    path = course / "source" / name / f"{name}.ipynb"
    notebook = _read(path) if path.exists() else _new(name)
    before = nbformat.writes(notebook)
    found = _found(notebook, path)
    written = Written(path, [], [], [slug for slug in found if slug not in {each.slug for each in wanted}])
    for each in wanted:
        existing = found.get(each.slug)
        if existing is None:
            notebook.cells += _kata_cells(catalog, each)
            written.added.append(each.slug)
        elif _update(notebook, existing, _kata_cells(catalog, each, _points_of(existing.get("grade")))):
            written.changed.append(each.slug)
    nbformat.validate(notebook)
    after = nbformat.writes(notebook)
    if after != before or not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        _replace(path, after + "\n")
    return written


def _read(path: Path) -> Node:
    import nbformat

    try:
        notebook = nbformat.v4.upgrade(nbformat.read(path, as_version=4))
        nbformat.validate(notebook)
    except (ValueError, AttributeError, KeyError, TypeError, nbformat.ValidationError):
        raise AssignmentError(f"{path} is not a readable notebook. Move it away, or fix it.") from None
    return notebook


def _new(name: str) -> Node:
    from nbformat import v4

    metadata = {
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
    }
    welcome = v4.new_markdown_cell(_WELCOME.format(name=name), id="kata-welcome")
    return v4.new_notebook(cells=[welcome], metadata=metadata)


def _found(notebook: Node, path: Path) -> dict[str, dict[Role, Node]]:
    """The cells of each kata in a notebook, in the order of the notebook."""
    found: dict[str, dict[Role, Node]] = {}
    for number, cell in enumerate(notebook.cells, 1):
        mark = tag_of(cell)
        if mark is None:
            continue
        by_role = found.setdefault(mark.kata, {})
        if mark.role in by_role:
            raise AssignmentError(
                f"{path.name} contains the {mark.role} cell of {mark.kata} twice; "
                f"the second one is cell {number}. Delete one of them."
            )
        by_role[mark.role] = cell
    return found


def _kata_cells(catalog: Catalog, wanted: Wanted, points: float | None = None) -> list[Node]:
    """The four cells of a kata as they should be; ``points`` are used if ``wanted`` has none."""
    from nbformat import v4

    slug = wanted.slug
    if wanted.points is not None:
        points = wanted.points
    elif points is None:
        points = _points_of_kata(catalog, slug)
    try:
        texts = sources(catalog, slug)
    except (LookupError, SyntaxError, ValueError) as error:
        raise AssignmentError(f"No cells can be made for {slug}: {error}.") from None
    made = []
    for role in ROLES:
        new = v4.new_markdown_cell if role == "statement" else v4.new_code_cell
        metadata = cells.metadata(slug, role, points if role == "grade" else None)
        made.append(new(texts[role], id=cells.cell_id(slug, role), metadata=metadata))
    return made


def _update(notebook: Node, existing: Mapping[Role, Node], wanted: Sequence[Node]) -> bool:
    """Update the existing cells of a kata, and insert each missing cell after the one before it."""
    changed, last = False, None
    for role, cell in zip(ROLES, wanted, strict=True):
        old = existing.get(role)
        if old is None:
            at = notebook.cells.index(last) + 1 if last else min(map(notebook.cells.index, existing.values()))
            notebook.cells.insert(at, cell)
            changed, last = True, cell
            continue
        metadata = {**old.metadata, **cell.metadata}
        if (old.cell_type, old.source, old.metadata) != (cell.cell_type, cell.source, metadata):
            changed = True
            cell.id, cell.metadata = old.id, metadata
            notebook.cells[notebook.cells.index(old)] = cell
            last = cell
        else:
            last = old
    return changed


def _points_of(cell: Mapping[str, Any] | None) -> float | None:
    """The points of a grade cell, whether gradkata or a person set them."""
    nbgrader = cell["metadata"].get("nbgrader") if cell else None
    points = nbgrader.get("points") if isinstance(nbgrader, Mapping) else None
    return points if isinstance(points, int | float) and points >= 0 else None


def _points_of_kata(catalog: Catalog, slug: str) -> float:
    from gradkata.judging.exercises import load_kata

    return sum(each.points for each in load_kata(catalog, slug).properties)


def _replace(path: Path, text: str) -> None:
    """Replace a file atomically."""
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        temporary.write_text(text, "utf-8", newline="\n")
        os.replace(temporary, path)
    finally:
        temporary.unlink(missing_ok=True)


def names_of(slugs: Sequence[str]) -> str:
    """The short names of katas, joined as in "iou, nms and bleu"."""
    return listed([short_name(slug) for slug in slugs])


def listed(names: Sequence[str]) -> str:
    """Names, joined with commas and "and"."""
    *most, last = names
    return f"{', '.join(most)} and {last}" if most else last

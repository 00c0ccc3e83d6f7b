"""An assignment of an nbgrader course: one notebook, in which each kata has four cells.

One notebook and not one for each kata: katas build on each other, and students write helpers once; what an
instructor adds between them keeps its place; and nbgrader starts a kernel, and shows a page, for each notebook.
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
"""A notebook or a cell of nbformat's: a dictionary whose keys are attributes too."""

# nbgrader keeps "+" for itself; the others are what every file system and shell takes.
_NAME = re.compile(r"\w(?:[\w .-]*[\w-])?")
_WELCOME = """\
# {name}

Write each function into its cell, run that cell, and then the one below it, which checks your function as often
as you like. You may add cells; where a function is defined more than once, the last definition counts."""


class AssignmentError(Exception):
    """What keeps an assignment from being written, in a sentence."""


class Wanted(NamedTuple):
    """A kata of an assignment; ``points`` None for those that it has already, or those of the kata itself."""

    slug: str
    points: float | None = None


class Written(NamedTuple):
    """What came of it: the notebook, and in which katas something was added or changed, or left alone."""

    path: Path
    added: list[str]
    changed: list[str]
    left: list[str]


def write(catalog: Catalog, name: str, wanted: Sequence[Wanted], course: Path) -> Written:
    """Write the notebook of an assignment, or bring the cells of its katas up to date where it is there.

    Every other cell stays as it is and where it is, and so do the order and points set by hand.

    Raises:
        AssignmentError: where the name is no good or the notebook there cannot be kept up.
        OSError: where it cannot be read or written.
    """
    import nbformat

    if not _NAME.fullmatch(name):
        raise AssignmentError(
            f"{name!r} is no name for an assignment. Take letters, digits, '_', '-', '.' and spaces."
        )
    path = course / "source" / name / f"{name}.ipynb"
    notebook = _read(path) if path.exists() else _new(name)
    before = nbformat.writes(notebook)
    found = _found(notebook, path)
    written = Written(path, [], [], [slug for slug in found if slug not in {each.slug for each in wanted}])
    for each in wanted:
        here = found.get(each.slug)
        if here is None:
            notebook.cells += _four(catalog, each)
            written.added.append(each.slug)
        elif _bring_up_to_date(notebook, here, _four(catalog, each, _points_of(here.get("grade")))):
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
        raise AssignmentError(f"{path} is no notebook that can be read. Move it away, or mend it.") from None
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
    """The cells of each kata that is in a notebook, in their order."""
    found: dict[str, dict[Role, Node]] = {}
    for number, cell in enumerate(notebook.cells, 1):
        mark = tag_of(cell)
        if mark is None:
            continue
        theirs = found.setdefault(mark.kata, {})
        if mark.role in theirs:
            raise AssignmentError(
                f"{path.name} holds the {mark.role} cell of {mark.kata} twice, "
                f"the second time as its cell {number}. Delete one of them."
            )
        theirs[mark.role] = cell
    return found


def _four(catalog: Catalog, wanted: Wanted, points: float | None = None) -> list[Node]:
    """The cells of a kata as they should be; ``points`` where none are wanted."""
    from nbformat import v4

    slug = wanted.slug
    if wanted.points is not None:
        points = wanted.points
    elif points is None:
        points = _points_of_kata(catalog, slug)
    try:
        texts = sources(catalog, slug)
    except ValueError as error:
        raise AssignmentError(f"{slug} cannot be made a notebook of: {error}.") from None
    made = []
    for role in ROLES:
        new = v4.new_markdown_cell if role == "statement" else v4.new_code_cell
        metadata = cells.metadata(slug, role, points if role == "grade" else None)
        made.append(new(texts[role], id=cells.cell_id(slug, role), metadata=metadata))
    return made


def _bring_up_to_date(notebook: Node, here: Mapping[Role, Node], four: Sequence[Node]) -> bool:
    """Put what should be into the cells that are there, and the missing ones behind those before them."""
    changed, last = False, None
    for role, cell in zip(ROLES, four, strict=True):
        old = here.get(role)
        if old is None:
            at = notebook.cells.index(last) + 1 if last else min(map(notebook.cells.index, here.values()))
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
    """The points that a grade cell has, by us or by hand."""
    theirs = cell["metadata"].get("nbgrader") if cell else None
    points = theirs.get("points") if isinstance(theirs, Mapping) else None
    return points if isinstance(points, int | float) and points >= 0 else None


def _points_of_kata(catalog: Catalog, slug: str) -> float:
    from gradkata.judging.exercises import load_kata

    return sum(each.points for each in load_kata(catalog, slug).properties)


def _replace(path: Path, text: str) -> None:
    """Write a file so that it is the old one or the new one at any moment."""
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        temporary.write_text(text, "utf-8", newline="\n")
        os.replace(temporary, path)
    finally:
        temporary.unlink(missing_ok=True)


def names_of(slugs: Sequence[str]) -> str:
    """Katas as they are listed in a sentence: "iou, nms and bleu"."""
    return listed([short_name(slug) for slug in slugs])


def listed(names: Sequence[str]) -> str:
    """Names as they are listed in a sentence."""
    *most, last = names
    return f"{', '.join(most)} and {last}" if most else last

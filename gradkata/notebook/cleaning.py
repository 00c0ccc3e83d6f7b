"""Converts an untrusted notebook to a valid one that contains only the text and the tags of its cells."""

from collections.abc import Mapping
from typing import Any

from nbformat import NotebookNode, from_dict

from gradkata.notebook.cells import KEY
from gradkata.reports.escaping import for_markdown
from gradkata.submissions.notebook import raw_cells, text_of

_KEPT = ("nbgrader", KEY)
_TYPES = ("code", "markdown", "raw")


def clean(content: bytes, name: str) -> NotebookNode:
    """A valid notebook with the cells of any notebook since 2011, in the same order, without outputs.

    Cells keep their text, their images, and the metadata of nbgrader and gradkata; their ids, all other metadata,
    and the notebook's own metadata are dropped.

    Raises:
        UnreadableError: if it is not a notebook, is damaged, or is too large.
    """
    return _notebook([_cell(raw) for raw in raw_cells(content, name)])


def placeholder(fault: str) -> NotebookNode:
    """The replacement for a notebook that cannot be read: one cell that says why."""
    return _notebook([{"cell_type": "markdown", "metadata": {}, "source": for_markdown(fault)}])


def new_cell(kind: str, text: str, marks: Mapping[str, Any]) -> NotebookNode:
    """A cell that has not been run; `numbered` gives it an id."""
    return from_dict(_cell({"cell_type": kind, "source": text, "metadata": marks}))


def numbered(notebook: NotebookNode) -> NotebookNode:
    """Give each cell of a notebook a unique id, in place; returns the notebook."""
    for number, cell in enumerate(notebook.cells, 1):
        cell["id"] = f"cell-{number}"
    return notebook


def _notebook(cells: list[dict[str, Any]]) -> NotebookNode:
    return numbered(from_dict({"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": cells}))


def _cell(raw: Any) -> dict[str, Any]:
    """One cell; anything that is not a cell becomes an empty one, so that the others keep their numbers."""
    raw = raw if isinstance(raw, dict) else {}
    kind = raw.get("cell_type")
    marks = raw.get("metadata")
    kept = (
        {key: marks[key] for key in _KEPT if isinstance(marks.get(key), dict)}
        if isinstance(marks, dict)
        else {}
    )
    # A lone surrogate cannot be written to a file.
    text = text_of(raw).encode("utf-8", "replace").decode("utf-8")
    cell = {"cell_type": kind if kind in _TYPES else "markdown", "metadata": kept, "source": text}
    if cell["cell_type"] == "code":
        return {**cell, "execution_count": None, "outputs": []}
    images = raw.get("attachments")
    return {**cell, "attachments": images} if _are_images(images) else cell


def _are_images(found: Any) -> bool:
    return isinstance(found, dict) and all(
        isinstance(image, dict) and all(isinstance(data, str) for data in image.values())
        for image in found.values()
    )

"""The code cells of a notebook of any format since 2011.  Outputs are ignored."""

import json
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from gradkata.submissions.files import UnreadableError, clipped

CODE_LIMIT = 256 << 10
"""Bytes of code; in the worst case, Python's parser needs a thousand times as much memory."""
_MOST_ITEMS, _MOST_CONTAINERS = 4_000_000, 1_000_000


class Cell(NamedTuple):
    """One code cell: its number, counted from 1 over cells of every type, and its lines."""

    number: int
    text: str


def code_cells(content: bytes, name: str) -> list[Cell]:
    """The cells of a notebook that hold code, from the top down.

    Raises:
        UnreadableError: if it is not a notebook, is damaged, or holds too much.
    """
    cells = raw_cells(content, name)
    found = [Cell(number, text) for number, cell in enumerate(cells, 1) if (text := _code(cell)).strip()]
    if sum(len(cell.text) for cell in found) > CODE_LIMIT:
        raise UnreadableError(f"{clipped(name)} holds more than {CODE_LIMIT >> 10} KB of code.")
    return found


def raw_cells(content: bytes, name: str) -> list[Any]:
    """The cells of a notebook as they are in its JSON, unchecked.

    Raises:
        UnreadableError: if it is not a notebook, is damaged, or holds too much.
    """
    name = clipped(name)
    # The memory that JSON takes depends on the number of its items, not on its length.
    if content.count(b",") > _MOST_ITEMS or content.count(b"{") + content.count(b"[") > _MOST_CONTAINERS:
        raise UnreadableError(f"{name} holds too much. Clear its outputs and hand it in again.")
    try:
        document = json.loads(content)
    except (ValueError, RecursionError, MemoryError):
        raise UnreadableError(f"{name} is damaged: it is not valid JSON. Save it again.") from None
    cells = _cells(document)
    if cells is None:
        raise UnreadableError(f"{name} is not a notebook: it has no cells.")
    return cells


def _cells(document: Any) -> list[Any] | None:
    if not isinstance(document, dict):
        return None
    if isinstance(document.get("cells"), list):
        return list(document["cells"])
    sheets = document.get("worksheets")  # before format 4
    return list(_of_sheets(sheets)) if isinstance(sheets, list) else None


def _of_sheets(sheets: list[Any]) -> Iterator[Any]:
    for sheet in sheets:
        cells = sheet.get("cells") if isinstance(sheet, dict) else None
        yield from cells if isinstance(cells, list) else ()


def text_of(cell: Mapping[str, Any]) -> str:
    """The text of a cell of any type; its lines end with newlines only."""
    source = next((cell[key] for key in ("source", "input", "code") if key in cell), "")
    if isinstance(source, list):
        source = "".join(line for line in source if isinstance(line, str))
    if not isinstance(source, str):
        return ""
    return source.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _code(cell: Any) -> str:
    """The text of a code cell; empty for any other cell."""
    return text_of(cell) if isinstance(cell, dict) and cell.get("cell_type") == "code" else ""

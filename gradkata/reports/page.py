"""Prose on a page: escaped, wrapped, indented, and never more than eight lines of it."""

import re
from collections.abc import Callable

from gradkata.outcomes import Report
from gradkata.reports import escaping, layout
from gradkata.reports.palette import Look

MOST_LINES = 8
EMPHASIS = re.compile(r"(?<![\w*])\*(\w(?:[^*]*\w)?)\*(?![\w*])")


def short_name(report: Report) -> str:
    """Return the name of the function."""
    return str(report["kata"]).rpartition("/")[2]


def safe_for(look: Look) -> Callable[[str], str]:
    """Return the function that escapes a text for this stream."""
    return lambda text: escaping.for_encoding(escaping.for_terminal(text), look.encoding)


def prose(text: str, look: Look, first: str = "  ", indent: str = "  ") -> list[str]:
    """Return ``text`` wrapped, with ``first`` before its first line and ``indent`` before the others.

    Line ends and runs of spaces have no meaning in prose, and the stars of Markdown are removed.
    """
    text = EMPHASIS.sub(r"\1", " ".join(text.split()))
    width = look.width - len(indent)
    lines = layout.wrap_prose(safe_for(look)(text), width)
    lines = layout.shorten(lines, MOST_LINES, look.symbols.more, width)
    return [(indent if number else first) + line for number, line in enumerate(lines)]


def painted(lines: list[str], look: Look, *styles: str) -> list[str]:
    """Return every line in the given styles, its indentation left plain."""
    return [line[: len(line) - len(line.lstrip())] + look.paint(line.lstrip(), *styles) for line in lines]

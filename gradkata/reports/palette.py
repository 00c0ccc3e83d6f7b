"""What a stream can show: its width, its encoding, its colours, and its symbols."""

import os
from collections.abc import Mapping
from typing import NamedTuple, TextIO

from gradkata.reports.escaping import can_encode

WIDEST = 88
NARROWEST = 24
_COLOURS = {"bold": "1", "dim": "2", "red": "31", "green": "32", "yellow": "33", "cyan": "36"}


class Symbols(NamedTuple):
    """The symbols of a report."""

    passed: str
    failed: str
    skipped: str
    earned: str
    missed: str
    bar: str
    more: str
    dot: str


_UNICODE = Symbols("✓", "✗", "·", "●", "○", "│", "…", "·")
_ASCII = Symbols("+", "x", "-", "#", ".", "|", "...", "-")


class Look(NamedTuple):
    """How wide a report is, in which encoding, and whether in colour."""

    width: int = 80
    encoding: str = "utf-8"
    color: bool = False

    @property
    def symbols(self) -> Symbols:
        """The symbols that the encoding can write."""
        return _UNICODE if can_encode("".join(_UNICODE), self.encoding) else _ASCII

    def paint(self, text: str, *styles: str) -> str:
        """Return ``text`` in the given styles, or unchanged without colours."""
        if not (self.color and text):
            return text
        return f"\x1b[{';'.join(_COLOURS[style] for style in styles)}m{text}\x1b[0m"


def look_of(stream: TextIO, environ: Mapping[str, str] | None = None) -> Look:
    """Return the look for ``stream``; NO_COLOR, FORCE_COLOR, TERM and COLUMNS are respected."""
    environ = os.environ if environ is None else environ
    return Look(
        width=max(NARROWEST, min(columns_of(stream, environ), WIDEST)),
        encoding=getattr(stream, "encoding", None) or "utf-8",
        color=_has_colors(stream, environ),
    )


def columns_of(stream: TextIO, environ: Mapping[str, str] | None = None) -> int:
    """Return how many columns ``stream`` has; prose uses at most ``WIDEST`` of them."""
    columns = (os.environ if environ is None else environ).get("COLUMNS", "")
    if columns.isdecimal() and int(columns) > 0:
        return int(columns)
    try:
        return os.get_terminal_size(stream.fileno()).columns or 80
    except (AttributeError, ValueError, OSError):
        return 80


def is_terminal(stream: TextIO) -> bool:
    """Return whether ``stream`` is a terminal; a closed stream is not."""
    try:
        return stream.isatty()
    except (AttributeError, ValueError):
        return False


def supports_escapes(stream: TextIO, environ: Mapping[str, str] | None = None) -> bool:
    """Return whether ``stream`` is a terminal that interprets escape sequences."""
    environ = os.environ if environ is None else environ
    if not is_terminal(stream) or environ.get("TERM") == "dumb":
        return False
    # Consoles of Windows before Windows Terminal print escape sequences instead of interpreting them.
    return os.name != "nt" or any(name in environ for name in ("WT_SESSION", "ANSICON", "TERM"))


def _has_colors(stream: TextIO, environ: Mapping[str, str]) -> bool:
    if environ.get("NO_COLOR"):
        return False
    forced = environ.get("FORCE_COLOR")
    if forced:
        return forced != "0"
    return supports_escapes(stream, environ)

"""The screen of `kata watch`: a page, and below it a line of keys that the next page replaces."""

from collections.abc import Sequence
from typing import TextIO

from gradkata.reports.escaping import for_encoding
from gradkata.reports.layout import cells
from gradkata.reports.page import prose
from gradkata.reports.palette import Look, look_of, supports_escapes

KEYS = {
    "w": ("[w] statement", "Show the statement."),
    "e": ("[e]dit", "Open the answer in your editor, which VISUAL or EDITOR names."),
    "c": ("[c]heck", "Check the answer again."),
    "h": ("[h]int", "Show one more hint."),
    "s": ("[s]olution", "Show a good answer beside yours."),
    "n": ("[n]ext", "Go on with the next kata."),
    "l": ("[l]ist", "List all katas."),
    "q": ("[q]uit", "Quit; Ctrl-C does the same."),
    "?": ("[?] help", "Show what each key does."),
}


def key_line(look: Look) -> str:
    """Return the keys in one line: with their names if these fit, else the keys alone."""
    named = " ".join(name for name, _ in KEYS.values())
    lines = (named, " ".join(f"[{key}]" for key in KEYS), " ".join(KEYS))
    return look.paint(next((line for line in lines if cells(line) <= look.width), lines[-1]), "dim")


def key_help(look: Look) -> list[str]:
    """Return what each key does, in a line for each."""
    return [line for key, (_, text) in KEYS.items() for line in prose(text, look, f"  {key}  ", "     ")]


class Screen:
    """A terminal, or a stream to which one page is written after another."""

    def __init__(self, stream: TextIO, *, has_keys: bool) -> None:
        self._stream, self._has_keys = stream, has_keys
        self._can_erase = has_keys and supports_escapes(stream)
        self._has_last_line = False

    @property
    def look(self) -> Look:
        """The current look: the window may have been resized."""
        return look_of(self._stream)

    def clear(self) -> None:
        """Begin at the top, if the terminal can."""
        self.erase_last_line()
        if self._can_erase:
            self._stream.write("\x1b[H\x1b[2J")

    def last_line(self, line: str) -> None:
        """Show a line that stays until something else is shown."""
        self.erase_last_line()
        end = "" if self._can_erase else "\n"
        self._stream.write(for_encoding(line, self.look.encoding) + end)
        self._stream.flush()
        self._has_last_line = True

    def page(self, lines: Sequence[str], question: str | None = None) -> None:
        """Show lines, and below them the keys or a question."""
        self.erase_last_line()
        self._stream.write(for_encoding("\n".join(lines), self.look.encoding) + "\n\n")
        if question is not None:
            self.last_line(question)
        elif self._has_keys:
            self.last_line(key_line(self.look))
        self._stream.flush()

    def erase_last_line(self) -> None:
        """Erase the last line, so that the next one begins at the margin."""
        if self._has_last_line and self._can_erase:
            self._stream.write("\r\x1b[K")
            self._stream.flush()
        self._has_last_line = False

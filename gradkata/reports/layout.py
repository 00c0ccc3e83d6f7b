"""Layout of text in columns: display width, wrapping, and code with a caret under it."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator

# Commands that are read, and copied, as a whole.
_PIECES = re.compile(r"""'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|[^'"\s]+\s*|\s+|['"]""")
_CHARACTERS = re.compile(r"\\(?:x..|u.{4}|U.{8}|.)|.", re.DOTALL)  # of a string: an escape is one
# After these an expression in brackets may be continued on the next line.
_ENDS = re.compile(r"[(\[,]|(?<![=<>!])=(?!=)")
_COMMAND = re.compile(r"`[^`]{1,60}`")


def cells(text: str) -> int:
    """Return how many columns ``text`` takes: wide letters two, combining marks none."""
    if text.isascii():
        return len(text)
    return sum(_cells(character) for character in text)


def wrap(text: str, width: int, indent: str = "") -> list[str]:
    """Return ``text`` in lines of at most ``width`` columns, all but the first after ``indent``.

    Breaks at spaces, and inside a word only if the word alone is too wide; runs of spaces are kept,
    since they may be part of a string.
    """
    lines, line = [], ""
    for word in text.rstrip(" ").split(" "):
        if line.strip() and cells(line) + 1 + cells(word) <= width:
            line += " " + word
            continue
        if line.strip():
            lines.append(line.rstrip())
            line = indent
        while cells(line) + cells(word) > width:
            head = clip(word, max(width - cells(line), 2))
            lines.append(line + head)
            word, line = word[len(head) :], indent
        line += word
    return [*lines, line] if line.strip() or not lines else lines


def wrap_prose(text: str, width: int) -> list[str]:
    """Return ``text`` in lines of at most ``width`` columns, with commands in backticks kept whole."""
    glued = _COMMAND.sub(lambda found: found[0].replace(" ", "\0"), text)
    return [line.replace("\0", " ") for line in wrap(glued, width)]


def wrap_code(text: str, width: int, indent: str = "") -> list[str]:
    """Return an expression in brackets in lines of at most ``width`` columns that are the same expression.

    A line ends at a space, or inside a string, which is continued as another string.
    """
    lines, line = [], ""
    for piece in _code_pieces(text, max(width - cells(indent), 8)):
        if line.strip() and cells(line) + cells(piece.rstrip()) > width:
            lines.append(line.rstrip())
            line, piece = indent, piece.lstrip(" ")
        line += piece
    return [*lines, line.rstrip()]


def _code_pieces(text: str, width: int) -> Iterator[str]:
    """Yield the parts of an expression between which a line may end."""
    for piece in _PIECES.findall(text):
        if piece[0] in "\"'":
            yield from _string_pieces(piece, width - 4)
        else:
            yield from _clipped(piece, width)


def _string_pieces(literal: str, width: int) -> Iterator[str]:
    """Yield a string as it is, or as several strings after each other."""
    quote, content = literal[0], literal[1:-1]
    start = 0
    while cells(content[start:]) > width:
        taken, at = 0, 0
        for end in (found.end() for found in _CHARACTERS.finditer(content, start)):
            if cells(content[start:end]) > width:
                break
            taken, at = end, end if content[end - 1] == " " else at
        taken = at or taken or len(content)
        yield f"{quote}{content[start:taken]}{quote} "
        start = taken
    yield f"{quote}{content[start:]}{quote}"


def _clipped(piece: str, width: int) -> Iterator[str]:
    """Yield a piece in parts that end after a bracket, a comma or a name; anywhere only if the page is narrower."""
    while cells(piece.rstrip()) > width:
        within = len(clip(piece, width))
        at = max((end for end in map(re.Match.end, _ENDS.finditer(piece)) if end <= within), default=within)
        yield piece[:at]
        piece = piece[at:]
    yield piece


def clip(text: str, width: int) -> str:
    """Return the longest prefix of ``text`` that fits into ``width`` columns; at least one character."""
    taken = 0
    for index, character in enumerate(text):
        taken += _cells(character)
        if taken > width:
            return text[: max(index, 1)]
    return text


def shorten(lines: list[str], most: int, more: str, width: int) -> list[str]:
    """Return the first ``most`` lines, the last of them ending in ``more`` if some are left out."""
    if len(lines) <= most:
        return lines
    last = clip(lines[most - 1].rstrip(), width - cells(more) - 1).rstrip()
    return [*lines[: most - 1], f"{last} {more}"]


def message_lines(text: str, width: int, safe: Callable[[str], str]) -> list[str]:
    """Return the lines of a message whose line ends matter: each wrapped, but indented ones kept as code.

    ``safe`` escapes a text. A line of carets belongs to the line above it: both are shifted together
    if they are too wide, and the carets are widened where escaping made the code longer.
    """
    lines: list[str] = []
    given = [line.rstrip() for line in text.split("\n")]
    index = 0
    while index < len(given):
        line = given[index]
        carets = given[index + 1] if index + 1 < len(given) else ""
        if line and _is_carets(carets):
            lines += _pointed(line, carets, width, safe)
            index += 2
            continue
        shown = safe(line.expandtabs(4))
        lines += [clip(shown, width)] if shown.startswith(" ") else wrap(shown, width)
        index += 1
    return _without_blank_ends(lines)


def _cells(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _is_carets(line: str) -> bool:
    return "^" in line and not line.strip(" \t^~")


def _pointed(code: str, carets: str, width: int, safe: Callable[[str], str]) -> list[str]:
    """Return a line of code above its carets, cut on the left if the carets would not fit on the right."""
    first = min(carets.find(mark) for mark in "^~" if mark in carets)
    before = safe(code[:first].expandtabs(4))
    pointed = [safe(character) for character in code[first : len(carets)]]
    marks = "".join(mark * cells(shown) for mark, shown in zip(carets[first:], pointed, strict=False))
    if cells(before) + min(cells(marks), 8) >= width:
        # The code before a fault is usually its cause, so half of the line is kept for it.
        margin = " " * (len(before) - len(before.lstrip(" ")))
        before = before.lstrip(" ")
        while cells(margin + before) > width // 2 and before:
            before = before[1:]
        before = margin + before
    shown = before + "".join(pointed) + safe(code[len(carets) :])
    return [clip(shown, width), clip(" " * cells(before) + (marks or "^"), width)]


def _without_blank_ends(lines: Iterable[str]) -> list[str]:
    kept = list(lines)
    while kept and not kept[-1].strip():
        kept.pop()
    while kept and not kept[0].strip():
        kept.pop(0)
    return kept

"""The layout of a formula in plain characters: columns, braces in front of cases, and lines that fit.

A formula is a text in which ``COLUMN`` separates the columns of an environment, a line end its rows, ``CASES`` and
``CASES_END`` enclose the rows of ``cases``, and three spaces or more separate formulas in one line.
"""

import re

from gradkata.reports.layout import cells, clip

COLUMN, CASES, CASES_END = "\x04", "\x05", "\x06"

_CASES = re.compile(f"{CASES}([^{CASES_END}]*){CASES_END}?")
_BESIDE = re.compile(f" {{3,}}(?![^{CASES}]*{CASES_END})")
_RELATIONS = "=≤≥<>≈≠∝≡→←⇒⇔↦∈~"
# Where a line is broken: best before a relation, then before a sum, and so on; inside of brackets, after a comma.
_BEFORE_RELATION, _BEFORE_SUM, _AFTER_COMMA = f" (?=[{_RELATIONS}] )", " (?=[+−] )", "(?<=[,;]) "
_BEFORE_FACTOR, _ANYWHERE = " (?=[·×⊙*/ΣΠ])", " "
_OUTSIDE = (_BEFORE_RELATION, _BEFORE_SUM, _AFTER_COMMA, _BEFORE_FACTOR, _ANYWHERE)
_INSIDE = (_AFTER_COMMA, _BEFORE_RELATION, _BEFORE_SUM, _BEFORE_FACTOR, _ANYWHERE)
_INDENT = 4


def laid_out(text: str, width: int) -> list[str]:
    """Return the lines of a formula, none of them wider than ``width`` if it can be broken."""
    is_table = "\n" in _CASES.sub("", text) or COLUMN in _CASES.sub("", text)
    if is_table:
        rows = [row for row in text.split("\n") if row.strip()]
        lines = _aligned(rows)
        if max(map(cells, lines), default=0) > width:
            lines = [line for row in rows for line in laid_out(_without_columns(row), width)]
        return lines
    pieces = [piece for piece in _BESIDE.split(text.strip()) if piece.strip()]
    beside = _side_by_side([_block(piece) for piece in pieces], _BESIDE.findall(text.strip()))
    if max(map(cells, beside), default=0) <= width:
        return beside
    lines = []
    for piece in _with_connectives(pieces):
        block = _block(piece)
        lines += block if max(map(cells, block), default=0) <= width else _narrow(piece, width)
    return lines


def _with_connectives(pieces: list[str]) -> list[str]:
    """Return the formulas, with a single word or symbol such as "where" or "⇒" in front of the one after it."""
    out: list[str] = []
    for piece in pieces:
        if out and " " not in out[-1].strip():
            out[-1] = f"{out[-1].strip()} {piece.strip()}"
        else:
            out.append(piece)
    return out


def _block(piece: str) -> list[str]:
    """Return one formula, with the brace of its cases beside its first row."""
    blocks = []
    for index, part in enumerate(_CASES.split(piece)):
        if index % 2 == 0:
            blocks.append([_tidy(part)] if part.strip() else [])
            continue
        first, *others = _aligned([row for row in part.split("\n") if row.strip()]) or [""]
        blocks.append([f"{{ {first}", *(f"  {row}" for row in others)])
    return _side_by_side([block for block in blocks if block])


def _narrow(piece: str, width: int) -> list[str]:
    """Return one formula that is too wide: its cases below what comes before them, long lines broken."""
    lines: list[str] = []
    for index, part in enumerate(_CASES.split(piece)):
        if index % 2 == 0:
            lines += _broken(_tidy(part), width) if part.strip() else []
            continue
        lines[-1:] = [f"{lines[-1]} {{"] if lines else ["{"]
        for row in _aligned([row for row in part.split("\n") if row.strip()]):
            lines += ["  " + line for line in _broken(row, width - 2)]
    return lines


def _side_by_side(blocks: list[list[str]], gaps: list[str] | None = None) -> list[str]:
    """Return blocks next to each other, their first lines in one line."""
    rows = [""] * max(map(len, blocks), default=0)
    for number, block in enumerate(blocks):
        gap = "" if number == 0 else gaps[number - 1] if gaps else " "
        if len(block) == 1 and block[0][:1] in tuple(".,;") and number:
            rows[len(blocks[number - 1]) - 1] += block[0]  # the end of a sentence, behind the last case
            continue
        start = max(map(cells, rows), default=0)
        for line, text in enumerate(block):
            rows[line] += " " * (start - cells(rows[line])) + gap + text
    return [row.rstrip() for row in rows]


def _aligned(lines: list[str]) -> list[str]:
    """Return the rows of an environment with its columns aligned; a relation is close to its left side."""
    rows = [[_tidy(cell) for cell in line.split(COLUMN)] for line in lines]
    number = max((len(row) for row in rows), default=0)
    widths = [max((cells(row[i]) for row in rows if i < len(row) - 1), default=0) for i in range(number)]
    gaps = [
        1 if any(row[i + 1][:1] in tuple(_RELATIONS) for row in rows if i + 1 < len(row)) else 2 + i % 2
        for i in range(number - 1)
    ]
    out = []
    for row in rows:
        *most, last = row
        start = "".join(
            cell + " " * (widths[i] - cells(cell) + gaps[i])
            for i, cell in enumerate(most)
            if widths[i] or cell
        )
        out.append((start + last).rstrip())
    return out


def _without_columns(row: str) -> str:
    """Return a row of an environment as formulas side by side: each has a column for either side of its relation."""
    parts = row.split(COLUMN)
    pairs = [
        " ".join(cell.strip() for cell in parts[i : i + 2] if cell.strip()) for i in range(0, len(parts), 2)
    ]
    return "   ".join(pair for pair in pairs if pair)


def _tidy(text: str) -> str:
    return re.sub(r"(?<=\S) {2}(?=\S)", " ", text).strip()


def _broken(line: str, width: int) -> list[str]:
    """Return a line in several lines, all but the first indented, broken where a reader would break it."""
    out, room, indent = [], width, ""
    while cells(line) > room:
        place = _place(line, room)
        if place is None:
            break
        out.append(indent + line[:place].rstrip())
        line, indent = line[place:].lstrip(), " " * _INDENT
        room = max(width - _INDENT, 1)
    return [*out, indent + line]


def _place(line: str, room: int) -> int | None:
    """Return where to break a line: outside of brackets if possible, and not near its beginning."""
    most = len(clip(line, room))
    for depth, forms in ((0, _OUTSIDE), (1, _INSIDE), (len(line), _INSIDE)):
        for form in forms:
            least = _INDENT if form is _BEFORE_RELATION else most // 3
            places = [found.start() for found in re.finditer(form, line[: most + 2])]
            places = [each for each in places if least < each <= most and _depth(line[:each]) <= depth]
            if places:
                return places[-1]
    return None


def _depth(text: str) -> int:
    return sum(text.count(each) for each in "([{⌊⟨") - sum(text.count(each) for each in ")]}⌋⟩")

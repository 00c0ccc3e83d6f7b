"""Extract the answers from a notebook: its cells joined into one source, and notes on what is left out."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field

from gradkata.isolation.inside.magics import without_magics
from gradkata.submissions.bindings import bound
from gradkata.submissions.naming import defined
from gradkata.submissions.notebook import Cell, code_cells
from gradkata.submissions.submission import Submission

_MOST_NAMED = 3


@dataclass(frozen=True)
class Extract:
    """The parts of a notebook that can be judged: all cells that are Python.

    ``bound`` holds the names that the cells bind, and for a kata the cells that define it, once for each definition;
    ``broken`` holds for each kata a cell that seems to define it, but is not valid Python; ``notes`` concern every
    kata of the notebook.
    """

    source: bytes
    cells: tuple[tuple[int, int], ...]
    bound: Mapping[str, Sequence[int]]
    broken: Mapping[str, Cell]
    notes: tuple[str, ...]

    def names(self) -> frozenset[str]:
        """The functions that it defines or seems to define."""
        return frozenset((*self.bound, *self.broken))

    def submission(self, name: str) -> Submission:
        """The submission that is judged as the answer called ``name``."""
        filename = f"{name}.ipynb"
        if self._is_broken(name):
            cell = self.broken[name]
            return Submission(cell.text.encode("utf-8", "surrogatepass"), filename, ((0, cell.number),))
        return Submission(self.source, filename, self.cells)

    def notes_on(self, name: str) -> tuple[str, ...]:
        """The notes for the author of the answer called ``name``."""
        if self._is_broken(name):
            return ()
        cells = self.bound.get(name, ())
        if len(cells) < 2:
            return self.notes
        where = "cell " + str(cells[0]) if len(set(cells)) == 1 else f"cells {_listed(sorted(set(cells)))}"
        return (f"`{name}` is defined {len(cells)} times ({where}). The last one counts.", *self.notes)

    def _is_broken(self, name: str) -> bool:
        return name in self.broken and name not in self.bound


@dataclass
class _Collected:
    """What has been found in the cells so far."""

    lines: list[bytes] = field(default_factory=lambda: [b"# Cells of a notebook."])
    cells: list[tuple[int, int]] = field(default_factory=list)
    bound: dict[str, list[int]] = field(default_factory=dict)
    broken: dict[str, Cell] = field(default_factory=dict)
    magics: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)


def extract(content: bytes, name: str, katas: Set[str]) -> Extract:
    """The code of a notebook; ``katas`` are the functions looked for.

    Raises:
        UnreadableError: if it is not a notebook, is damaged, or holds too much.
    """
    found = _Collected()
    for cell in code_cells(content, name):
        try:
            text, names = _read(cell, katas, found)
        except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
            _remember_broken(cell, error, katas, found)
            continue
        for each, times in names.items():
            found.bound.setdefault(each, []).extend([cell.number] * times)
        if text.strip():
            found.lines.append(b"# Cell %d" % cell.number)
            found.cells.append((len(found.lines), cell.number))
            found.lines += text.encode().split(b"\n")
    notes = tuple(_notes(found))
    return Extract(b"\n".join(found.lines) + b"\n", tuple(found.cells), found.bound, found.broken, notes)


def _read(cell: Cell, katas: Set[str], found: _Collected) -> tuple[str, dict[str, int]]:
    """The Python of a cell, and the names that it binds."""
    try:
        return cell.text, bound(cell.text, katas)
    except SyntaxError:
        text, lines = without_magics(cell.text, katas)
        original = cell.text.split("\n")
        found.magics += [f"`{_shortened(original[line - 1])}` (cell {cell.number})" for line in lines]
        return text, bound(text, katas)


def _shortened(line: str) -> str:
    line = line.strip()
    return line if len(line) <= 30 else line[:27] + "..."


def _remember_broken(cell: Cell, error: Exception, katas: Set[str], found: _Collected) -> None:
    for name in defined(cell.text.encode("utf-8", "replace")) & katas:
        found.broken[name] = cell
    reason = str(getattr(error, "msg", None) or error or type(error).__name__)[:80]
    line = f", line {error.lineno}" if isinstance(error, SyntaxError) and error.lineno else ""
    found.left_out.append(f"Cell {cell.number} is left out because Python cannot read it ({reason}{line}).")


def _notes(found: _Collected) -> list[str]:
    notes = list(found.left_out[:_MOST_NAMED])
    if len(found.left_out) > _MOST_NAMED:
        notes.append(f"So are {len(found.left_out) - _MOST_NAMED} more cells.")
    if found.magics:
        notes.append(f"Magics and shell lines are left out: {_listed(found.magics)}.")
    return notes


def _listed(things: Sequence[object]) -> str:
    """The first few things: "2, 3 and 4 more"."""
    *most, last = [str(each) for each in things[:_MOST_NAMED]]
    if len(things) > _MOST_NAMED:
        return f"{', '.join((*most, last))} and {len(things) - _MOST_NAMED} more"
    return f"{', '.join(most)} and {last}" if most else last

"""IPython commands in a student's code: lines such as `!pip install x`, and what exports make of them.

Four forms have the same meaning, and each is read in the same way::

    %%time                                        in a notebook, and in a file that is its copy
    !pip install x
    get_ipython().run_cell_magic('time', '', '…') in an export of nbconvert
    get_ipython().system('pip install x')
    # Commented out IPython magic to ensure …     in an export of Colab
    # %%time

A command that runs a cell as Python, or writes it to the file of the judged function, is read as that Python.  Any
other command is left out.
"""

import ast
import re
from collections.abc import Set
from typing import Any

# `re` compiles each at its first use and keeps it: most submissions need none of them.
_LINE = r"[%!?]|[\w.]+\?\??\s*$|\w[\w, \t]*=\s*[!%]"
_MAY_HOLD = rb"^[ \t]*[%!?]|^[ \t]*[\w.]+\?|^[ \t]*\w[\w, \t]*=[ \t]*[!%]"
_KEEPING = frozenset(("time", "timeit", "capture", "prun", "debug"))
"""Cell magics that run the cell as Python, in the notebook's own process."""
_WRITING = frozenset(("writefile", "file"))
_TOKEN = r'"""|\'\'\'|"(?:\\.|[^"\\])*"?|\'(?:\\.|[^\'\\])*\'?|#.*|[(\[{]|[)\]}]'
_CLOSING = {quote: rf"(?:\\.|[^\\])*?{quote}" for quote in ('"""', "'''")}
COLAB = "# Commented out IPython magic to ensure Python compatibility."
_COMMENT = r"[ \t]*# ?"
SHELL = "get_ipython"


def may_hold(source: bytes) -> bool:
    """Whether a file has a line that looks like an IPython command, which may be Python all the same."""
    return re.search(_MAY_HOLD, source, re.MULTILINE) is not None


def without_magics(text: str, names: Set[str]) -> tuple[str, list[int]]:
    """A cell with `pass` in place of each IPython command, and the numbers of the lines with those that are lost.

    ``names`` are the functions that are looked for: a cell that is written to the file of one of them is kept.
    """
    lines, dropped = text.split("\n"), []
    first = next((index for index, line in enumerate(lines) if line.strip()), 0)
    if lines[first].startswith("%%"):
        if not _is_python(lines[first], names):
            return "\n" * (len(lines) - 1), [first + 1]
        lines[first] = "pass"
    quote, depth, continued, in_magic = "", 0, False, False
    for index, line in enumerate(lines):
        begins = not quote and depth == 0 and not continued
        if in_magic or (begins and re.match(_LINE, line.lstrip())):
            if not in_magic:
                dropped.append(index + 1)
            indent = line[: len(line) - len(line.lstrip())]
            lines[index] = "" if in_magic else indent + "pass"
            in_magic = line.endswith("\\")
        else:
            quote, depth, continued = _after(line, quote, depth)
    return "\n".join(lines), dropped


def _is_python(magic: str, names: Set[str]) -> bool:
    """Whether the rest of the cell below a cell magic is Python that belongs to the answer."""
    name, _, rest = magic[2:].strip().partition(" ")
    if name in _KEEPING:
        return True
    file = rest.split()[-1] if rest.split() else ""
    stem = file.replace("\\", "/").rpartition("/")[2].removesuffix(".py")
    return name in _WRITING and file.endswith(".py") and stem in names


def _after(line: str, quote: str, depth: int) -> tuple[str, int, bool]:
    """The quotes of a string and the number of brackets open after a line, and whether it is continued."""
    at = 0
    while True:
        if quote:
            closing = re.compile(_CLOSING[quote]).match(line, at)
            if closing is None:
                return quote, depth, False
            quote, at = "", closing.end()
        token = re.compile(_TOKEN).search(line, at)
        if token is None:
            return "", depth, line.endswith("\\")
        at = token.end()
        if token[0].startswith("#"):
            return "", depth, False
        if token[0] in _CLOSING:
            quote = token[0]
        depth = max(0, depth + (token[0] in "([{") - (token[0] in ")]}"))


def uncommented(text: str, names: Set[str]) -> str:
    """A file that Colab has exported, with the cells that it has commented out and that are Python; the lines stay."""
    lines, in_cell, begins = text.split("\n"), False, False
    for index, line in enumerate(lines):
        if line.rstrip() == COLAB:
            in_cell, begins = False, True
        elif begins:
            begins, magic = False, re.sub(_COMMENT, "", line, count=1)
            in_cell = magic.startswith("%%") and _is_python(magic, names)
        elif in_cell and line.startswith("#"):
            lines[index] = re.sub(_COMMENT, "", line, count=1)
        else:
            in_cell = False
    return "\n".join(lines)


def expanded(statements: list[Any], names: Set[str]) -> tuple[list[Any], list[int]]:
    """The statements of a module with the calls that nbconvert writes for magics replaced, and the lines of those lost.

    All statements of a cell are at the line of the call that holds its text.
    """
    found: list[Any] = []
    dropped: list[int] = []
    for statement in statements:
        command = _command(statement)
        if command is None:
            found.append(statement)
            continue
        cell = _cell(command, names)
        if cell is None:
            dropped.append(statement.lineno)
            continue
        for node in [each for part in cell for each in ast.walk(part)]:
            if hasattr(node, "lineno"):
                vars(node).update(lineno=statement.lineno, end_lineno=statement.lineno)
        found += cell
    return found, dropped


def _command(statement: Any) -> tuple[str, list[Any]] | None:
    """The method and the arguments of a statement ``get_ipython().method(...)``."""
    call = statement.value if isinstance(statement, ast.Expr) else None
    if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Attribute):
        return None
    shell = call.func.value
    if not isinstance(shell, ast.Call) or not isinstance(shell.func, ast.Name) or shell.func.id != SHELL:
        return None
    return call.func.attr, [getattr(each, "value", None) for each in call.args]


def _cell(command: tuple[str, list[Any]], names: Set[str]) -> list[Any] | None:
    """The statements of a cell that is Python; None for any other command."""
    method, arguments = command
    if (
        method != "run_cell_magic"
        or len(arguments) != 3
        or not all(isinstance(each, str) for each in arguments)
    ):
        return None
    name, rest, text = arguments
    if not _is_python(f"%%{name} {rest}", names):
        return None
    for plain in (text, without_magics(text, names)[0]):
        try:
            return list(ast.parse(plain).body)
        except (SyntaxError, ValueError):
            continue
    return None

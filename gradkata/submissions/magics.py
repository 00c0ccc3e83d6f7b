"""Lines of a cell that are IPython commands and not Python."""

import re

_LINE = re.compile(r"[%!?]|[\w.]+\?\??\s*$|\w[\w, \t]*=\s*[!%]")
_KEEPING = frozenset(("time", "timeit", "capture", "prun", "debug"))
"""Cell magics that run the cell as Python, in the notebook's own process."""
_TOKEN = re.compile(r'"""|\'\'\'|"(?:\\.|[^"\\])*"?|\'(?:\\.|[^\'\\])*\'?|#.*|[(\[{]|[)\]}]')
_CLOSING = {quote: re.compile(rf"(?:\\.|[^\\])*?{quote}") for quote in ('"""', "'''")}


def without_magics(text: str) -> tuple[str, list[str]]:
    """A cell with `pass` in place of each IPython command, and the commands that are lost in this way."""
    lines, dropped = text.split("\n"), []
    first = next((index for index, line in enumerate(lines) if line.strip()), 0)
    if lines[first].startswith("%%"):
        if lines[first][2:].split(" ")[0].strip() not in _KEEPING:
            return "\n" * (len(lines) - 1), [_shortened(lines[first])]
        lines[first] = "pass"
    quote, depth, continued, in_magic = "", 0, False, False
    for index, line in enumerate(lines):
        begins = not quote and depth == 0 and not continued
        if in_magic or (begins and _LINE.match(line.lstrip())):
            if not in_magic:
                dropped.append(_shortened(line))
            indent = line[: len(line) - len(line.lstrip())]
            lines[index] = "" if in_magic else indent + "pass"
            in_magic = line.endswith("\\")
        else:
            quote, depth, continued = _after(line, quote, depth)
    return "\n".join(lines), dropped


def _after(line: str, quote: str, depth: int) -> tuple[str, int, bool]:
    """The quotes of a string and the number of brackets open after a line, and whether it is continued."""
    at = 0
    while True:
        if quote:
            closing = _CLOSING[quote].match(line, at)
            if closing is None:
                return quote, depth, False
            quote, at = "", closing.end()
        token = _TOKEN.search(line, at)
        if token is None:
            return "", depth, line.endswith("\\")
        at = token.end()
        if token[0].startswith("#"):
            return "", depth, False
        if token[0] in _CLOSING:
            quote = token[0]
        depth = max(0, depth + (token[0] in "([{") - (token[0] in ")]}"))


def _shortened(line: str) -> str:
    line = line.strip()
    return line if len(line) <= 30 else line[:27] + "..."

"""`kata show KATA`: the statement, readable in a terminal."""

import argparse
import os
import re
import sys
from pathlib import Path

from gradkata.catalog import short_name
from gradkata.cli import latex, statement
from gradkata.cli.options import catalog_of
from gradkata.reports import layout
from gradkata.reports.escaping import for_encoding
from gradkata.reports.page import EMPHASIS
from gradkata.reports.palette import Look, look_of
from gradkata.workspace.status import find_workspace

_ITEM = re.compile(r"([*-]|\d+\.) +")
_CODE = re.compile(r"`([^`]+)`")
_STRONG = re.compile(r"\*\*(\S(?:[^*]*\S)?)\*\*")
_ESCAPE = re.compile(r"\\([*_])")


def run(arguments: argparse.Namespace) -> int:
    """Print the statement, the signature, and where the student's file is."""
    catalog = catalog_of(arguments)
    slug = catalog.resolve(arguments.kata)
    asked = statement.read(catalog.stub(slug))
    look = look_of(sys.stdout)
    lines = [
        *statement_lines(asked, look),
        "",
        *layout.wrap_prose(_where(slug, find_workspace(Path.cwd(), catalog)), look.width),
    ]
    print(for_encoding("\n".join(lines), look.encoding))
    return 0


def statement_lines(asked: statement.Statement, look: Look) -> list[str]:
    """The statement's Markdown set in plain lines: prose wrapped, code and tables as they are."""
    lines: list[str] = []
    pending: list[str] = []
    is_fenced = False
    for line in [*latex.readable(asked.text).strip().splitlines(), ""]:
        is_fence = line.startswith("```")
        # Code cannot begin in the middle of a paragraph: there, indented lines go on with it.
        is_code = is_fenced or (line.startswith("    ") and not pending)
        stands_alone = is_code or line.startswith(("#", "|")) or not line.strip()
        if is_fence or stands_alone or _ITEM.match(line):
            lines += _paragraph(pending, look)
            pending = []
        if is_fence:
            is_fenced = not is_fenced
        elif is_fenced:
            lines.append(f"    {line}")
        elif stands_alone:
            lines.append(_heading(line, look) if line.startswith("#") else line)
        else:
            pending.append(line.strip())
    return [*lines, *(look.paint(line, "bold") for line in _head(asked, look.width))]


def _paragraph(pending: list[str], look: Look) -> list[str]:
    if not pending:
        return []
    text = " ".join(pending)
    item = _ITEM.match(text)
    first = item[0] if item else ""
    lines = layout.wrap_prose(text[len(first) :], look.width - len(first))
    return [
        (" " * len(first) if number else first) + _inline(line, look) for number, line in enumerate(lines)
    ]


def _heading(line: str, look: Look) -> str:
    return look.paint(line.lstrip("#").strip(), "bold") if look.color else line


def _inline(line: str, look: Look) -> str:
    """Code and strong words in colour, or with their Markdown left on where there is none."""
    if look.color:
        line = _CODE.sub(lambda found: look.paint(found[1], "cyan"), line)
        line = _STRONG.sub(lambda found: look.paint(found[1], "bold"), line)
    return _ESCAPE.sub(r"\1", EMPHASIS.sub(r"\1", line))


def _head(asked: statement.Statement, width: int) -> list[str]:
    """The first lines of the function, as they stand in the stub."""
    out = ["    " + line for line in layout.wrap(asked.signature, width - 4, " " * 8)]
    if asked.gist and "\n" not in asked.gist:
        out += [" " * 8 + line for line in layout.wrap(f'"""{asked.gist}"""', width - 8)]
    return out


def _where(slug: str, root: Path | None) -> str:
    if root is None:
        return f"You have no copy yet: `kata init work` writes work/katas/{slug}.py"
    file = root / "katas" / f"{slug}.py"
    if not file.is_file():
        return f"{file} is missing: `kata init` in {root} brings it back."
    name = short_name(slug)
    return f"Your answer goes into {os.path.relpath(file)}; then `kata check {name}`."

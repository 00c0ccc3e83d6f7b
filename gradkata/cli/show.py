"""`kata show KATA`: print the statement, readable in a terminal."""

import argparse
import os
import re
import sys
from pathlib import Path

from gradkata import statement
from gradkata.catalog import Catalog, short_name
from gradkata.cli import latex
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
    look = look_of(sys.stdout)
    where = layout.wrap_prose(_where(slug, find_workspace(Path.cwd(), catalog)), look.width)
    print(for_encoding("\n".join([*lines(catalog, slug, look), *where]), look.encoding))
    return 0


def lines(catalog: Catalog, slug: str, look: Look) -> list[str]:
    """Return the statement of a kata and, if it is known, its effort."""
    effort = catalog.efforts.get(slug)
    return [
        *statement_lines(statement.read(catalog.stub(slug)), look),
        "",
        *([f"{effort.text.capitalize()}."] if effort else []),
    ]


def statement_lines(content: statement.Statement, look: Look) -> list[str]:
    """Return the statement's Markdown as plain lines: prose is wrapped, code and tables stay as they are."""
    lines: list[str] = []
    pending: list[str] = []
    is_fenced = False
    for line in [*latex.readable(content.text, look.width).strip().splitlines(), ""]:
        is_fence = line.startswith("```")
        # Code cannot begin in the middle of a paragraph: there, an indented line continues it.
        is_code = is_fenced or (line.startswith("    ") and not pending)
        is_separate = is_code or line.startswith(("#", "|")) or not line.strip()
        if is_fence or is_separate or _ITEM.match(line):
            lines += _paragraph(pending, look)
            pending = []
        if is_fence:
            is_fenced = not is_fenced
        elif is_fenced:
            lines.append(f"    {line}")
        elif is_separate:
            lines += _heading(line, look) if line.startswith("#") else [line]
        else:
            pending.append(line.strip())
    return [*lines, *(look.paint(line, "bold") for line in _head(content, look.width))]


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


def _heading(line: str, look: Look) -> list[str]:
    text = line.lstrip("#").strip() if look.color else line
    return [look.paint(each, "bold") for each in layout.wrap(text, look.width, "  ")]


def _inline(line: str, look: Look) -> str:
    """Show code and strong words in colour; without colours, leave their Markdown in place."""
    if look.color:
        line = _CODE.sub(lambda found: look.paint(found[1], "cyan"), line)
        line = _STRONG.sub(lambda found: look.paint(found[1], "bold"), line)
    return _ESCAPE.sub(r"\1", EMPHASIS.sub(r"\1", line))


def _head(content: statement.Statement, width: int) -> list[str]:
    """Return the first lines of the function, as in the stub."""
    out = ["    " + line for line in layout.wrap(content.signature, width - 4, " " * 8)]
    if content.gist and "\n" not in content.gist:
        out += [" " * 8 + line for line in layout.wrap(f'"""{content.gist}"""', width - 8)]
    return out


def _where(slug: str, root: Path | None) -> str:
    if root is None:
        return f"You have no copy yet: `kata init work` writes work/katas/{slug}.py"
    file = root / "katas" / f"{slug}.py"
    if not file.is_file():
        return f"{file} is missing: `kata init` in {root} brings it back."
    name = short_name(slug)
    return f"Write your answer in {os.path.relpath(file)}, then run `kata check {name}`."

"""`kata list`: list the chapters and katas, with the student's status."""

import argparse
import json
import sys
from pathlib import Path

from gradkata.catalog import Catalog
from gradkata.cli.options import catalog_of
from gradkata.reports import layout
from gradkata.reports.page import prose
from gradkata.reports.palette import Look, look_of
from gradkata.reports.value_text import points_text
from gradkata.statement import title
from gradkata.workspace.status import MISSING, KataStatus, find_workspace, mark, next_kata, statuses

_SCALE = "Last column: difficulty (1 to 5) and estimated time, or your points."
# With less room, titles are left out.
_LEAST_TITLE = 12


def run(arguments: argparse.Namespace) -> int:
    """Print the list, for people or as one line of JSON per kata."""
    catalog = catalog_of(arguments)
    root = find_workspace(Path.cwd(), catalog)
    found, complaint = statuses(catalog, root)
    if arguments.json:
        for each in found:
            print(json.dumps(_entry(catalog, each)))
    else:
        print("\n".join(lines(catalog, found, look_of(sys.stdout))))
    if complaint:
        print(f"kata: {complaint}", file=sys.stderr)
    return 0


def lines(catalog: Catalog, found: list[KataStatus], look: Look) -> list[str]:
    """Return the list at the width of ``look``, one chapter after another."""
    out: list[str] = []
    names = max((len(each.slug) for each in found), default=0)
    chapter = None
    for each in found:
        if each.chapter != chapter:
            chapter = each.chapter
            out += ["", look.paint(chapter, "bold")]
        out += _row(catalog, each, names, look)
    symbols = look.symbols
    key = f"{symbols.passed} done   {symbols.earned} begun   {symbols.missed} not begun"
    upcoming = next_kata(found)
    ending = [f"Next: {upcoming.slug}"] if upcoming and upcoming.file else []
    scale = prose(_SCALE, look, "", "") if any(each.effort for each in found) else []
    return [*out[1:], "", *(look.paint(line, "dim") for line in (key, *scale)), *ending]


def _row(catalog: Catalog, each: KataStatus, names: int, look: Look) -> list[str]:
    at_the_end = _end(each)
    start = f"  {mark(each.state, look)} {each.slug:<{names}}"
    room = look.width - 4 - names - 2 - (len(at_the_end) + 2 if at_the_end else 0)
    painted = look.paint(at_the_end, "dim")
    if room < _LEAST_TITLE:
        gap = look.width - 4 - len(each.slug) - len(at_the_end)
        if gap < 2:
            return [start.rstrip(), *([" " * (look.width - len(at_the_end)) + painted] if at_the_end else [])]
        return [(start.rstrip() + " " * gap + painted).rstrip()]
    wrapped = layout.wrap(title(catalog.stub(each.slug)), room)
    shown = layout.shorten(wrapped, 1, look.symbols.more, room)[0]
    gap = room - layout.cells(shown) + 2
    return [(f"{start}  {shown}" + " " * gap * bool(at_the_end) + painted).rstrip()]


def _end(each: KataStatus) -> str:
    """Return what the last column shows: the score if there is one, else the effort."""
    if each.state == MISSING:
        return "kata init"
    if each.reached is not None:
        return f"{points_text(each.reached.score)}/{points_text(each.reached.max_score)}"
    return f"{each.effort.difficulty}  {each.effort.minutes:>2} min" if each.effort else ""


def _entry(catalog: Catalog, each: KataStatus) -> dict[str, object]:
    return {
        "kata": each.slug,
        "chapter": each.chapter,
        "title": title(catalog.stub(each.slug)),
        "state": each.state,
        "score": each.reached.score if each.reached else None,
        "max_score": each.reached.max_score if each.reached else None,
        "file": str(each.file) if each.file else None,
        "builds_on": list(each.builds_on),
        "difficulty": each.effort.difficulty if each.effort else None,
        "minutes": each.effort.minutes if each.effort else None,
    }

"""`kata list`: list the chapters and katas, with the student's status."""

import argparse
import json
import sys
from pathlib import Path

from gradkata.catalog import Catalog
from gradkata.cli.options import catalog_of
from gradkata.reports import layout
from gradkata.reports.palette import Look, look_of
from gradkata.reports.value_text import points_text
from gradkata.statement import title
from gradkata.workspace.status import MISSING, KataStatus, find_workspace, mark, next_kata, statuses


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
    return [*out[1:], "", look.paint(key, "dim"), *ending]


def _row(catalog: Catalog, each: KataStatus, names: int, look: Look) -> list[str]:
    score = ""
    if each.reached is not None:
        score = f"{points_text(each.reached.score)}/{points_text(each.reached.max_score)}"
    if each.state == MISSING:
        score = "kata init"
    start = f"  {mark(each.state, look)} {each.slug:<{names}}"
    room = look.width - 4 - names - 2 - (len(score) + 2 if score else 0)
    if room < 12:
        return [start.rstrip() + (f"  {look.paint(score, 'dim')}" if score else "")]
    wrapped = layout.wrap(title(catalog.stub(each.slug)), room)
    shown = layout.shorten(wrapped, 1, look.symbols.more, room)[0]
    gap = " " * (room - layout.cells(shown) + 2) if score else ""
    return [f"{start}  {shown}{gap}{look.paint(score, 'dim')}".rstrip()]


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
    }

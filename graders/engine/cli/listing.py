"""`kata list`: chapters and katas, and where the student stands with each."""

import argparse
import json
import sys
from pathlib import Path

from graders.engine.cli.standing import MISSING, Standing, following, installed, mark, standings
from graders.engine.cli.statement import title
from graders.engine.reports import layout
from graders.engine.reports.palette import Look, look_of
from graders.engine.reports.values import points_text
from graders.engine.tree import Tree, workspace


def run(arguments: argparse.Namespace) -> int:
    """Print the list, for people or as one line of JSON a kata."""
    tree, root = installed(), workspace(Path.cwd())
    found, complaint = standings(tree, root)
    if arguments.json:
        for each in found:
            print(json.dumps(_entry(tree, each)))
    else:
        print("\n".join(lines(tree, found, look_of(sys.stdout))))
    if complaint:
        print(f"kata: {complaint}", file=sys.stderr)
    return 0


def lines(tree: Tree, found: list[Standing], look: Look) -> list[str]:
    """The list at the width of ``look``, a chapter after another."""
    out: list[str] = []
    names = max((len(each.slug) for each in found), default=0)
    chapter = None
    for each in found:
        if each.chapter != chapter:
            chapter = each.chapter
            out += ["", look.paint(chapter, "bold")]
        out += _row(tree, each, names, look)
    signs = look.signs
    key = f"{signs.passed} done   {signs.earned} begun   {signs.missed} not begun"
    coming = following(found)
    ending = [f"Next: {coming.slug}"] if coming and coming.file else []
    return [*out[1:], "", look.paint(key, "dim"), *ending]


def _row(tree: Tree, each: Standing, names: int, look: Look) -> list[str]:
    score = ""
    if each.reached is not None:
        score = f"{points_text(each.reached.score)}/{points_text(each.reached.max_score)}"
    if each.state == MISSING:
        score = "kata init"
    start = f"  {mark(each.state, look)} {each.slug:<{names}}"
    room = look.width - 4 - names - 2 - (len(score) + 2 if score else 0)
    if room < 12:
        return [start.rstrip() + (f"  {look.paint(score, 'dim')}" if score else "")]
    wrapped = layout.wrap(title(tree.stub(each.slug)), room)
    shown = layout.shorten(wrapped, 1, look.signs.more, room)[0]
    gap = " " * (room - layout.cells(shown) + 2) if score else ""
    return [f"{start}  {shown}{gap}{look.paint(score, 'dim')}".rstrip()]


def _entry(tree: Tree, each: Standing) -> dict[str, object]:
    return {
        "kata": each.slug,
        "chapter": each.chapter,
        "title": title(tree.stub(each.slug)),
        "state": each.state,
        "score": each.reached.score if each.reached else None,
        "max_score": each.reached.max_score if each.reached else None,
        "file": str(each.file) if each.file else None,
        "builds_on": list(each.builds_on),
    }

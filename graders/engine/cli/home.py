"""Bare `kata`: where you are, and what is next."""

import argparse
import sys
from pathlib import Path

from graders.engine.cli.standing import DONE, MISSING, Standing, following, installed, mark, standings
from graders.engine.reports.page import prose
from graders.engine.reports.palette import Look, look_of
from graders.engine.tree import short_name, workspace


def run(arguments: argparse.Namespace) -> int:
    """Print it."""
    root = workspace(Path.cwd())
    found, complaint = standings(installed(), root)
    print("\n".join(lines(found, root, look_of(sys.stdout))))
    if complaint:
        print("\n" + "\n".join(prose(complaint, look_of(sys.stdout), "", "")))
    return 0


def lines(found: list[Standing], root: Path | None, look: Look) -> list[str]:
    """What bare `kata` says of these standings."""
    if root is None:
        welcome = (
            f"gradkata: {len(found)} katas. You write one function; the grader answers with the "
            "smallest input on which it is wrong, and names the mistake where it knows it."
        )
        return [*prose(welcome, look, "", ""), "", "Begin:", "", "  kata init work", "  cd work"]
    done = sum(each.state == DONE for each in found)
    if done == len(found):
        return prose(f"All {done} katas are done. Well done, too. `kata list` shows them.", look, "", "")
    width = max(len(each.chapter) for each in found)
    rows = [_row(chapter, found, width, look) for chapter in dict.fromkeys(s.chapter for s in found)]
    out = [*prose(f"{done} of {len(found)} katas done in {root}", look, "", ""), "", *rows]
    coming = following(found)
    if coming is not None:
        name = short_name(coming.slug)
        score = (
            f" ({coming.reached.score:g} of {coming.reached.max_score:g} points so far)"
            if (coming.reached)
            else ""
        )
        out += ["", f"Next: {look.paint(coming.slug, 'bold')}{score}", "", f"  kata show {name}"]
        out += [f"  edit katas/{coming.slug}.py", f"  kata check {name}"]
        if coming.state == MISSING:
            out[-2] = f"  kata init  (brings back katas/{coming.slug}.py)"
    return out


def _row(chapter: str, found: list[Standing], width: int, look: Look) -> str:
    signs = [mark(each.state, look) for each in found if each.chapter == chapter]
    return f"  {chapter:<{width}}  {''.join(signs)}"

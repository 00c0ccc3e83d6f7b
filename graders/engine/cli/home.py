"""Bare `kata`: where you are, and what is next."""

import argparse
import sys
from pathlib import Path

from graders.engine.cli import closing
from graders.engine.cli.standing import DONE, MISSING, Standing, following, installed, mark, standings
from graders.engine.reports.page import prose
from graders.engine.reports.palette import Look, look_of
from graders.engine.tree import Tree, short_name, workspace


def run(arguments: argparse.Namespace) -> int:
    """Print it."""
    tree, root = installed(), workspace(Path.cwd())
    found, complaint = standings(tree, root)
    print("\n".join(lines(tree, found, root, look_of(sys.stdout))))
    if complaint:
        print("\n" + "\n".join(prose(complaint, look_of(sys.stdout), "", "")))
    return 0


def lines(tree: Tree, found: list[Standing], root: Path | None, look: Look) -> list[str]:
    """What bare `kata` says of these standings."""
    if root is None:
        welcome = (
            f"gradkata: {len(found)} katas. You write one function; the grader answers with the "
            "smallest input on which it is wrong, and names the mistake where it knows it."
        )
        return [*prose(welcome, look, "", ""), "", "Begin:", "", "  kata init work", "  cd work"]
    done = sum(each.state == DONE for each in found)
    if done == len(found):
        return closing.farewell(tree, look)
    width = max(len(each.chapter) for each in found)
    rows = [_row(chapter, found, width, look) for chapter in dict.fromkeys(s.chapter for s in found)]
    out = [*prose(f"{done} of {len(found)} katas done in {root}", look, "", ""), "", *rows]
    coming = following(found)
    if coming is not None:
        name = short_name(coming.slug)
        first, *rest = prose(f"Next: {coming.slug}{_so_far(coming)}", look, "", "")
        out += ["", first.replace(coming.slug, look.paint(coming.slug, "bold"), 1), *rest]
        out += ["", f"  kata show {name}", f"  edit katas/{coming.slug}.py", f"  kata check {name}"]
        if coming.state == MISSING:
            out[-2] = f"  kata init  (brings back katas/{coming.slug}.py)"
    return out


def _so_far(coming: Standing) -> str:
    reached = coming.reached
    return f" ({reached.score:g} of {reached.max_score:g} points so far)" if reached else ""


def _row(chapter: str, found: list[Standing], width: int, look: Look) -> str:
    signs = [mark(each.state, look) for each in found if each.chapter == chapter]
    return f"  {chapter:<{width}}  {''.join(signs)}"

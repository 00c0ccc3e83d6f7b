"""`kata` without a command: show the student's progress and the next kata."""

import argparse
import sys
from pathlib import Path

from gradkata.catalog import Catalog, short_name
from gradkata.cli import after_check
from gradkata.cli.options import catalog_of
from gradkata.reports.page import prose
from gradkata.reports.palette import Look, look_of
from gradkata.workspace.status import DONE, MISSING, KataStatus, find_workspace, mark, next_kata, statuses


def run(arguments: argparse.Namespace) -> int:
    """Print the progress and, if its file is damaged, a complaint."""
    catalog = catalog_of(arguments)
    root = find_workspace(Path.cwd(), catalog)
    found, complaint = statuses(catalog, root)
    print("\n".join(lines(catalog, found, root, look_of(sys.stdout))))
    if complaint:
        print("\n" + "\n".join(prose(complaint, look_of(sys.stdout), "", "")))
    return 0


def lines(catalog: Catalog, found: list[KataStatus], root: Path | None, look: Look) -> list[str]:
    """Return what `kata` prints for these statuses."""
    if root is None:
        welcome = (
            f"gradkata: {len(found)} katas. You write one function; the grader answers with the "
            "smallest input for which it is wrong, and names the mistake if it knows it."
        )
        return [*prose(welcome, look, "", ""), "", "Begin:", "", "  kata init work", "  cd work"]
    done = sum(each.state == DONE for each in found)
    if done == len(found):
        return after_check.farewell(catalog, look)
    width = max(len(each.chapter) for each in found)
    rows = [_row(chapter, found, width, look) for chapter in dict.fromkeys(s.chapter for s in found)]
    out = [*prose(f"{done} of {len(found)} katas done in {root}", look, "", ""), "", *rows]
    upcoming = next_kata(found)
    if upcoming is not None:
        name = short_name(upcoming.slug)
        first, *rest = prose(f"Next: {upcoming.slug}{_so_far(upcoming)}", look, "", "")
        out += ["", first.replace(upcoming.slug, look.paint(upcoming.slug, "bold"), 1), *rest]
        out += ["", f"  kata show {name}", f"  edit katas/{upcoming.slug}.py", f"  kata check {name}"]
        if upcoming.state == MISSING:
            out[-2] = f"  kata init  (brings back katas/{upcoming.slug}.py)"
    return out


def _so_far(upcoming: KataStatus) -> str:
    if upcoming.reached:
        return f" ({upcoming.reached.score:g} of {upcoming.reached.max_score:g} points so far)"
    return f" ({upcoming.effort.text})" if upcoming.effort else ""


def _row(chapter: str, found: list[KataStatus], width: int, look: Look) -> str:
    symbols = [mark(each.state, look) for each in found if each.chapter == chapter]
    return f"  {chapter:<{width}}  {''.join(symbols)}"

"""After a check: what is kept of it, what comes next, and a word where a chapter or all of them are done."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from graders.engine.cli import progress
from graders.engine.cli.standing import BEGUN, DONE, MISSING, Standing, following, standings
from graders.engine.cli.statement import title
from graders.engine.reports.page import prose
from graders.engine.reports.palette import Look
from graders.engine.tree import Tree, short_name

_NUMBERS = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten")


class Kept(NamedTuple):
    """What came of keeping a report: the sentence on what is next, a closing word, a complaint.

    ``finished`` are the katas that the closing word is on: a chapter, all there are, or none.
    """

    coming: Standing | None = None
    finished: tuple[Standing, ...] = ()
    is_all: bool = False
    complaint: str | None = None


def keep(tree: Tree, home: Path, report: Mapping[str, Any]) -> Kept:
    """Remember a score in ``home``; and where it is full, look at what it completes and what is next."""
    slug, is_full = report["kata"], report["score"] == report["max_score"]
    is_first = is_full and not progress.read(home).is_done(slug)
    complaint = progress.record(home, slug, report["score"], report["max_score"])
    if not is_full:
        return Kept(complaint=complaint)
    found, _ = standings(tree, home)
    chapter = next((each.chapter for each in found if each.slug == slug), None)
    mine = tuple(each for each in found if each.chapter == chapter)
    is_all = all(each.state == DONE for each in found)
    is_closed = is_first and all(each.state == DONE for each in mine)
    return Kept(following(found), mine if is_closed else (), is_all, complaint)


def then(coming: Standing | None) -> str:
    """What to do after full points, in a sentence."""
    if coming is None:
        return "All katas are done."
    name = short_name(coming.slug)
    if coming.state == BEGUN:
        return f"Next: go on with {name}, which you have begun."
    if coming.state == MISSING:
        return f"Next: {name}, which `kata init` brings back."
    return f"Next: `kata show {name}`."


def lines(tree: Tree, kept: Kept, look: Look) -> list[str]:
    """The closing word on the katas that were finished; nothing where there are none."""
    if not kept.finished:
        return []
    if kept.is_all:
        return farewell(tree, look)
    chapter = kept.finished[0].chapter
    tick = look.paint(look.signs.passed, "green")
    out = [f"  {look.paint(f'{chapter} is done', 'bold', 'green')}", ""]
    for each in kept.finished:
        first, *rest = prose(title(tree.stub(each.slug)), look, "", "      ")
        out += [f"    {tick} {first}", *rest]
    number = len(kept.finished)
    counted = _NUMBERS[number] if number < len(_NUMBERS) else str(number)
    what = "function, right to its edges." if number == 1 else "functions, each right to its edges."
    return [*out, "", *prose(f"{counted} {what} {_onward(kept.coming)}", look)]


def farewell(tree: Tree, look: Look) -> list[str]:
    """What is said when every kata is done."""
    chapters = [chapter for chapter, _ in tree.chapters()]
    heading = f"All {len(tree.slugs())} katas are done"
    word = (
        f"From {chapters[0]} to {chapters[-1]}, every function is right on all that it was asked, to the "
        "edges. What a framework does for you in one call, you have now done yourself: well done."
    )
    more = (
        "`kata solution KATA` sets another answer beside yours; `kata reset KATA` lets you begin one again."
    )
    return [f"  {look.paint(heading, 'bold', 'green')}", "", *prose(word, look), "", *prose(more, look)]


def _onward(coming: Standing | None) -> str:
    if coming is None:
        return ""
    name = short_name(coming.slug)
    steps = {BEGUN: f"go on with {name}", MISSING: f"`kata init` brings {name} back"}
    return f"Next comes {coming.chapter}: {steps.get(coming.state, f'`kata show {name}`')}."

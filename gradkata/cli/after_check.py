"""After a check: what is kept of it, what comes next, and a word where a chapter or all of them are done."""

from pathlib import Path
from typing import NamedTuple

from gradkata.catalog import Catalog, short_name
from gradkata.cli.statement import title
from gradkata.outcomes import Report, is_full
from gradkata.reports.page import prose
from gradkata.reports.palette import Look
from gradkata.workspace import progress
from gradkata.workspace.status import BEGUN, DONE, MISSING, KataStatus, next_kata, statuses

_NUMBERS = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten")


class Kept(NamedTuple):
    """What came of keeping a report: the sentence on what is next, a closing word, a complaint.

    ``finished`` are the katas that the closing word is on: a chapter, all there are, or none.
    """

    upcoming: KataStatus | None = None
    finished: tuple[KataStatus, ...] = ()
    is_all: bool = False
    complaint: str | None = None


def keep(catalog: Catalog, home: Path, report: Report) -> Kept:
    """Remember a score in ``home``; and where it is full, look at what it completes and what is next."""
    slug, has_all = report["kata"], is_full(report)
    is_first = has_all and not progress.read(home).is_done(slug)
    complaint = progress.record(home, slug, report["score"], report["max_score"])
    if not has_all:
        return Kept(complaint=complaint)
    found, _ = statuses(catalog, home)
    chapter = next((each.chapter for each in found if each.slug == slug), None)
    mine = tuple(each for each in found if each.chapter == chapter)
    is_all = all(each.state == DONE for each in found)
    is_closed = is_first and all(each.state == DONE for each in mine)
    return Kept(next_kata(found), mine if is_closed else (), is_all, complaint)


def next_sentence(upcoming: KataStatus | None) -> str:
    """What to do after full points, in a sentence."""
    if upcoming is None:
        return "All katas are done."
    name = short_name(upcoming.slug)
    if upcoming.state == BEGUN:
        return f"Next: go on with {name}, which you have begun."
    if upcoming.state == MISSING:
        return f"Next: {name}, which `kata init` brings back."
    return f"Next: `kata show {name}`."


def lines(catalog: Catalog, kept: Kept, look: Look) -> list[str]:
    """The closing word on the katas that were finished; nothing where there are none."""
    if not kept.finished:
        return []
    if kept.is_all:
        return farewell(catalog, look)
    chapter = kept.finished[0].chapter
    tick = look.paint(look.signs.passed, "green")
    out = [f"  {look.paint(f'{chapter} is done', 'bold', 'green')}", ""]
    for each in kept.finished:
        first, *rest = prose(title(catalog.stub(each.slug)), look, "", "      ")
        out += [f"    {tick} {first}", *rest]
    number = len(kept.finished)
    counted = _NUMBERS[number] if number < len(_NUMBERS) else str(number)
    what = "function, right to its edges." if number == 1 else "functions, each right to its edges."
    return [*out, "", *prose(f"{counted} {what} {_onward(kept.upcoming)}", look)]


def farewell(catalog: Catalog, look: Look) -> list[str]:
    """What is said when every kata is done."""
    chapters = [chapter for chapter, _ in catalog.chapters]
    heading = f"All {len(catalog.slugs)} katas are done"
    word = (
        f"From {chapters[0]} to {chapters[-1]}, every function is right on all that it was asked, to the "
        "edges. What a framework does for you in one call, you have now done yourself: well done."
    )
    more = (
        "`kata solution KATA` sets another answer beside yours; `kata reset KATA` lets you begin one again."
    )
    return [f"  {look.paint(heading, 'bold', 'green')}", "", *prose(word, look), "", *prose(more, look)]


def _onward(upcoming: KataStatus | None) -> str:
    if upcoming is None:
        return ""
    name = short_name(upcoming.slug)
    steps = {BEGUN: f"go on with {name}", MISSING: f"`kata init` brings {name} back"}
    return f"Next comes {upcoming.chapter}: {steps.get(upcoming.state, f'`kata show {name}`')}."

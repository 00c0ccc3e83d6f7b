"""After a check: record the score, find the next kata, and print a message when a chapter or all are done."""

from pathlib import Path
from typing import NamedTuple

from gradkata.catalog import Catalog, short_name
from gradkata.outcomes import Report, is_full
from gradkata.reports.page import prose
from gradkata.reports.palette import Look
from gradkata.statement import title
from gradkata.workspace import progress
from gradkata.workspace.status import BEGUN, DONE, MISSING, KataStatus, next_kata, statuses

_NUMBERS = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten")


class FollowUp(NamedTuple):
    """What to show after a report: the kata that is next, the katas just finished, a complaint.

    ``finished`` holds the katas of the chapter that this check completed, or none; ``is_all`` says whether
    every kata is done; ``complaint`` says why the score could not be saved.
    """

    upcoming: KataStatus | None = None
    finished: tuple[KataStatus, ...] = ()
    is_all: bool = False
    complaint: str | None = None


def record(catalog: Catalog, home: Path, report: Report, answer: bytes) -> FollowUp:
    """Save a score in ``home`` and, with full points, find out what it completes and what is next.

    ``answer`` is the content of the file that was judged.
    """
    slug, has_all = report["kata"], is_full(report)
    is_first = has_all and not progress.read(home).is_done(slug)
    checked = progress.last_check(report, answer)
    complaint = progress.record(home, slug, report["score"], report["max_score"], checked)
    if not has_all:
        return FollowUp(complaint=complaint)
    found, _ = statuses(catalog, home)
    chapter = next((each.chapter for each in found if each.slug == slug), None)
    in_chapter = tuple(each for each in found if each.chapter == chapter)
    is_all = all(each.state == DONE for each in found)
    is_closed = is_first and all(each.state == DONE for each in in_chapter)
    return FollowUp(next_kata(found, slug), in_chapter if is_closed else (), is_all, complaint)


def next_sentence(upcoming: KataStatus | None) -> str:
    """Return the sentence that says what to do after full points."""
    if upcoming is None:
        return "All katas are done."
    name = short_name(upcoming.slug)
    if upcoming.state == BEGUN:
        return f"Next: go on with {name}, which you have begun."
    if upcoming.state == MISSING:
        return f"Next: {name}, which `kata init` brings back."
    return f"Next: `kata show {name}`."


def lines(catalog: Catalog, follow_up: FollowUp, look: Look) -> list[str]:
    """Return the closing message for the katas that were finished; nothing if there are none."""
    if not follow_up.finished:
        return []
    if follow_up.is_all:
        return farewell(catalog, look)
    chapter = follow_up.finished[0].chapter
    tick = look.paint(look.symbols.passed, "green")
    out = [f"  {look.paint(f'{chapter} is done', 'bold', 'green')}", ""]
    for each in follow_up.finished:
        first, *rest = prose(title(catalog.stub(each.slug)), look, "", "      ")
        out += [f"    {tick} {first}", *rest]
    number = len(follow_up.finished)
    counted = _NUMBERS[number] if number < len(_NUMBERS) else str(number)
    noun = "function, correct" if number == 1 else "functions, each correct"
    praise = f"{counted} {noun} even on edge cases."
    return [*out, "", *prose(f"{praise} {_next_chapter(follow_up.upcoming)}", look)]


def farewell(catalog: Catalog, look: Look) -> list[str]:
    """Return the message for a student who has done every kata."""
    chapters = [chapter for chapter, _ in catalog.chapters]
    heading = f"All {len(catalog.slugs)} katas are done"
    praise = (
        f"From {chapters[0]} to {chapters[-1]}, every function is correct, even on edge cases. "
        "What a framework does for you in one call, you have now written yourself. Well done!"
    )
    commands = (
        "`kata solution KATA` shows another answer beside yours; `kata reset KATA` lets you start one again."
    )
    return [f"  {look.paint(heading, 'bold', 'green')}", "", *prose(praise, look), "", *prose(commands, look)]


def _next_chapter(upcoming: KataStatus | None) -> str:
    if upcoming is None:
        return ""
    name = short_name(upcoming.slug)
    steps = {BEGUN: f"go on with {name}", MISSING: f"`kata init` brings {name} back"}
    return f"Next comes {upcoming.chapter}: {steps.get(upcoming.state, f'`kata show {name}`')}."

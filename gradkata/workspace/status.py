"""The status of each kata in a workspace: done, begun or not begun."""

from pathlib import Path
from typing import NamedTuple

from gradkata.begun import is_begun
from gradkata.catalog import Catalog, Effort, short_name
from gradkata.reports.palette import Look
from gradkata.workspace import progress

DONE, BEGUN, NEW, MISSING = "done", "begun", "not begun", "missing"


class KataStatus(NamedTuple):
    """One kata in one workspace.

    ``file`` is the student's own, ``reached`` the best score, ``builds_on`` the slugs that come before; ``effort`` is
    None if the syllabus does not state it.
    """

    slug: str
    chapter: str
    state: str
    file: Path | None
    reached: progress.Reached | None = None
    builds_on: tuple[str, ...] = ()
    effort: Effort | None = None


def find_workspace(start: Path, catalog: Catalog) -> Path | None:
    """Return the nearest folder at or above ``start`` with a student's own ``katas/``; never a collection."""
    for folder in (start, *start.parents):
        if (folder / "katas").is_dir() and folder.resolve() not in catalog.roots:
            return folder
    return None


def statuses(catalog: Catalog, root: Path | None) -> tuple[list[KataStatus], str | None]:
    """Return the status of every kata in the workspace ``root``, and what is wrong with its progress file."""
    record = progress.read(root) if root else progress.Progress({}, {})
    chapters = [(chapter, slug) for chapter, slugs in catalog.chapters for slug in slugs]
    by_name = {short_name(slug): slug for _, slug in chapters}
    found = []
    for chapter, slug in chapters:
        reached = record.katas.get(slug)
        file = root / "katas" / f"{slug}.py" if root else None
        before = tuple(by_name[name] for name in catalog.builds_on(slug) if name in by_name)
        state = _state(catalog, slug, file, reached)
        found.append(KataStatus(slug, chapter, state, file, reached, before, catalog.efforts.get(slug)))
    return found, record.complaint


def begun(catalog: Catalog, root: Path) -> tuple[str, ...]:
    """Return the katas whose file in the workspace is no longer the stub, in the order of the syllabus."""
    return tuple(slug for slug in catalog.slugs if has_begun(catalog, slug, root / "katas" / f"{slug}.py"))


def has_begun(catalog: Catalog, slug: str, file: Path) -> bool:
    """Return whether a student's file differs from the stub."""
    try:
        return is_begun(file.read_bytes(), catalog.stub(slug).read_bytes())
    except FileNotFoundError:
        return file.is_file()


def next_kata(found: list[KataStatus], after: str | None = None) -> KataStatus | None:
    """Return the kata to work on next: one that is begun, else one with its prerequisites done, else any other.

    ``after``: the kata that was just done. Then begun katas have no priority: the first choice is the rest of its
    chapter, and after it the following chapters, in the order of the syllabus.
    """
    ordered = [each for each in _from(found, after) if each.state != DONE]
    done = {each.slug for each in found if each.state == DONE}
    begun_ones = [each for each in ordered if each.state == BEGUN and after is None]
    new = [each for each in ordered if each.state != MISSING] + [
        each for each in ordered if each.state == MISSING
    ]
    ready = [each for each in new if each.state == BEGUN or done.issuperset(each.builds_on)]
    return next(iter([*begun_ones, *ready, *new]), None)


def _from(found: list[KataStatus], slug: str | None) -> list[KataStatus]:
    """Return the katas beginning after ``slug``: the rest of its chapter, then the following ones, round to it."""
    place = next((place for place, each in enumerate(found) if each.slug == slug), None)
    if place is None:
        return found
    rotated = [*found[place + 1 :], *found[: place + 1]]
    return sorted(rotated, key=lambda each: each.chapter != found[place].chapter)


def mark(state: str, look: Look) -> str:
    """Return the symbol of a state: done, begun, or neither."""
    symbols = look.symbols
    symbol, hue = {DONE: (symbols.passed, "green"), BEGUN: (symbols.earned, "yellow")}.get(
        state, (symbols.missed, "dim")
    )
    return look.paint(symbol, hue)


def _state(catalog: Catalog, slug: str, file: Path | None, reached: progress.Reached | None) -> str:
    if reached is not None and reached.is_full:
        return DONE
    if file is None:
        return NEW
    if not file.is_file():
        return MISSING
    return BEGUN if has_begun(catalog, slug, file) else NEW

"""`kata hint KATA`: show one more hint each time."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from gradkata.catalog import Catalog, short_name
from gradkata.cli.errors import UsageError
from gradkata.cli.options import catalog_of
from gradkata.reports import layout
from gradkata.reports.page import prose
from gradkata.reports.palette import Look, look_of
from gradkata.workspace import progress
from gradkata.workspace.status import find_workspace

if TYPE_CHECKING:
    from gradkata.declaring.kata import Kata

AFTERWARDS = "You have solved it; these were its hints."


def run(arguments: argparse.Namespace) -> int:
    """Print the next hint, or the one of the given level."""
    catalog = catalog_of(arguments)
    slug, home = catalog.resolve(arguments.kata), find_workspace(Path.cwd(), catalog)
    text, complaint = ask(catalog, home, slug, look_of(sys.stdout), arguments.level)
    print("\n".join(text))
    if complaint:
        print(f"kata: {complaint}", file=sys.stderr)
    return 0


def ask(
    catalog: Catalog,
    home: Path | None,
    slug: str,
    look: Look,
    level: int | None = None,
    again: str | None = None,
) -> tuple[list[str], str | None]:
    """Return the lines of the next hint, and a complaint if it could not be recorded in ``home``.

    ``again`` says how to get the hint after it.

    Raises:
        UsageError: if there is no hint of that ``level``.
    """
    record = progress.read(home) if home else progress.Progress({}, {})
    kata = _kata(catalog, slug)
    pointer = "" if record.is_done(slug) else pointer_of(kata, record.checked.get(slug))
    hints = (*kata.hint_lines, *([pointer] if pointer else []))
    if level is not None and not 1 <= level <= len(hints):
        raise UsageError(f"{short_name(slug)} has hints 1 to {len(hints)}; there is no hint {level}.")
    if record.is_done(slug):
        return lines(slug, hints, range(len(hints)), look, AFTERWARDS), None
    seen = min(record.help_on(slug).hints, len(hints))
    shown = range(level - 1, level) if level else range(seen, seen + 1)
    if level is None and seen == len(hints):
        ending = f"These are all the hints. `kata solution {short_name(slug)}` says how to see an answer."
        return lines(slug, hints, range(len(hints)), look, ending, has_pointer=bool(pointer)), None
    complaint = progress.record_help(home, slug, hints=shown.stop) if home else None
    again = again or f"`kata hint {short_name(slug)}`"
    ending = _what_remains(slug, shown.stop, len(hints), again if home is not None else None)
    return lines(slug, hints, shown, look, ending, has_pointer=bool(pointer)), complaint


def hints_of(catalog: Catalog, slug: str) -> tuple[str, ...]:
    """Return the hints of a kata that are for everybody, from the vaguest to the most explicit.

    Raises:
        LookupError: if the grader file does not declare the kata.
    """
    return _kata(catalog, slug).hint_lines


def pointer_of(kata: "Kata", checked: progress.LastCheck | None) -> str:
    """Return the hint for an answer that was checked: that of its mistake, else that of the property that failed.

    It is empty if neither has one, or if nothing was checked.
    """
    if checked is None:
        return ""
    of_mistake = [each.hint for each in kata.misconceptions if each.name == checked.mistake]
    of_property = [each.hint for each in kata.properties if each.name == checked.failed]
    return next((hint for hint in (*of_mistake, *of_property) if hint), "")


def _kata(catalog: Catalog, slug: str) -> "Kata":
    from gradkata.judging.exercises import load_kata

    return load_kata(catalog, slug)


def lines(
    slug: str, hints: tuple[str, ...], shown: range, look: Look, ending: str, *, has_pointer: bool = False
) -> list[str]:
    """Return the hints whose indices are in ``shown``, numbered, and a closing sentence.

    ``has_pointer``: the last one is for the answer that was checked last, and says so.
    """
    out = [look.paint(slug, "bold")]
    for index in shown:
        number = f"Hint {index + 1} of {len(hints)}"
        if has_pointer and index == len(hints) - 1:
            number += ", for the answer that you checked last"
        heading = [f"  {look.paint(line, 'bold', 'yellow')}" for line in layout.wrap(number, look.width - 2)]
        out += ["", *heading, "", *prose(hints[index], look, "    ", "    ")]
    return [*out, "", *(look.paint(line, "dim") for line in prose(ending, look, "", ""))]


def _what_remains(slug: str, seen: int, all_of_them: int, again: str | None) -> str:
    left, name = all_of_them - seen, short_name(slug)
    if not left:
        return f"That was the last one. `kata solution {name}` says how to see an answer."
    more = "One more remains" if left == 1 else f"{left} more remain"
    if again:
        return f"{more}: {again}"
    return (
        f"{more}: `kata hint {name} {seen + 1}`. Outside a folder made by `kata init`, "
        "the hints that you have seen are not recorded."
    )

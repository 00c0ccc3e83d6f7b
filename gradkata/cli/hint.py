"""`kata hint KATA`: one level more each time it is asked."""

import argparse
import sys
from pathlib import Path

from gradkata.catalog import Catalog, short_name
from gradkata.cli.errors import UsageError
from gradkata.cli.options import catalog_of
from gradkata.reports.page import prose
from gradkata.reports.palette import Look, look_of
from gradkata.workspace import progress
from gradkata.workspace.status import find_workspace

AFTERWARDS = "You have solved it; these were its hints."


def run(arguments: argparse.Namespace) -> int:
    """Print the next hint, or the one of the level that was named."""
    catalog = catalog_of(arguments)
    slug, home = catalog.resolve(arguments.kata), find_workspace(Path.cwd(), catalog)
    said, complaint = ask(catalog, home, slug, look_of(sys.stdout), arguments.level)
    print("\n".join(said))
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
    """The lines of the next hint, which is remembered in ``home``; and what kept it from being so.

    ``again`` is how one asks for the next.

    Raises:
        UsageError: where there is no hint of that ``level``.
    """
    hints = hints_of(catalog, slug)
    if level is not None and not 1 <= level <= len(hints):
        raise UsageError(f"{short_name(slug)} has hints 1 to {len(hints)}, and no {level}.")
    kept = progress.read(home) if home else progress.Progress({}, {})
    if kept.is_done(slug):
        return lines(slug, hints, range(len(hints)), look, AFTERWARDS), None
    seen = min(kept.help_on(slug).hints, len(hints))
    shown = range(level - 1, level) if level else range(seen, seen + 1)
    if level is None and seen == len(hints):
        ending = f"That was all. `kata solution {short_name(slug)}` says how to see an answer."
        return lines(slug, hints, range(len(hints)), look, ending), None
    complaint = progress.record_help(home, slug, hints=shown.stop) if home else None
    again = again or f"`kata hint {short_name(slug)}`"
    ending = _what_remains(slug, shown.stop, len(hints), again if home is not None else None)
    return lines(slug, hints, shown, look, ending), complaint


def hints_of(catalog: Catalog, slug: str) -> tuple[str, ...]:
    """The hints of a kata, from the slightest to the plainest.

    Raises:
        LookupError: where the grader file declares no such kata.
    """
    from gradkata.judging.exercises import load_kata

    return load_kata(catalog, slug).hint_lines


def lines(slug: str, hints: tuple[str, ...], shown: range, look: Look, ending: str) -> list[str]:
    """Some of the hints, numbered, and a last sentence."""
    out = [look.paint(slug, "bold")]
    for index in shown:
        number = f"Hint {index + 1} of {len(hints)}"
        out += [
            "",
            f"  {look.paint(number, 'bold', 'yellow')}",
            "",
            *prose(hints[index], look, "    ", "    "),
        ]
    return [*out, "", *(look.paint(line, "dim") for line in prose(ending, look, "", ""))]


def _what_remains(slug: str, seen: int, all_of_them: int, again: str | None) -> str:
    left, name = all_of_them - seen, short_name(slug)
    if not left:
        return f"That was the last one. `kata solution {name}` says how to see an answer."
    more = "One more remains" if left == 1 else f"{left} more remain"
    if again:
        return f"{more}: {again}"
    return (
        f"{more}: `kata hint {name} {seen + 1}`. Outside of a folder that `kata init` made, "
        "nothing remembers which you have seen."
    )

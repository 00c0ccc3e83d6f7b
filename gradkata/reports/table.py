"""Several reports as a table: one line for each kata, and a sentence on where the others are shown in full."""

from collections.abc import Sequence

from gradkata.outcomes import Report, first_failure, is_full
from gradkata.reports import layout, sentences
from gradkata.reports.failure import headline_of
from gradkata.reports.page import painted, prose, safe_for, short_name
from gradkata.reports.palette import Look
from gradkata.reports.value_text import points_text

# The room for points such as 9.67/10, and the least room in which it is worth saying what is wrong.
_POINTS, _LEAST_REASON = 7, 16


def row(report: Report, slugs: Sequence[str], look: Look) -> str:
    """Return the line for one report: whether it has all points, the kata, its points, what is wrong.

    ``slugs`` are all katas of the table, whose names have one width.
    """
    is_wide = max(map(len, slugs)) + _POINTS + 6 <= look.width
    names = [slug if is_wide else slug.rpartition("/")[2] for slug in slugs]
    room = min(max(map(len, names)), look.width - _POINTS - 6)
    name = layout.clip(safe_for(look)(report["kata"] if is_wide else short_name(report)), room)
    symbol, hue = _symbol(report, look)
    start = f"  {look.paint(symbol, hue)} {name}"
    points = f"{points_text(report['score'])}/{points_text(report['max_score'])}"
    if report["outcome"] in sentences.MARKS:
        points = "–" if look.symbols.passed == "✓" else "-"
    line = start + " " * (room - layout.cells(name) + 2) + f"{points:>{_POINTS}}"
    left = look.width - room - _POINTS - 8
    reason = safe_for(look)(" ".join(_reason(report).split()))
    if not reason or left < _LEAST_REASON:
        return line
    (shown,) = layout.shorten(layout.wrap(reason, left), 1, look.symbols.more, left)
    return f"{line}  {look.paint(shown, 'dim')}"


def shown_in_full(reports: Sequence[Report]) -> Report | None:
    """Return the report that follows the table in full: the first one without all points."""
    return next((each for each in reports if not is_full(each)), None)


def closing(reports: Sequence[Report], command: str, look: Look) -> list[str]:
    """Return the total of the points, and how to see in full what is not shown.

    ``command`` is what shows one report, with ``NAME`` in place of the kata.  Notes that all reports have are shown if
    none of them is shown in full.
    """
    score, most = (points_text(sum(each[key] for each in reports)) for key in ("score", "max_score"))
    text = f"{sum(map(is_full, reports))} of {len(reports)} katas have all their points; {score} of {most} points."
    failing = [each for each in reports if not is_full(each)]
    others = [short_name(each) for each in failing[1:]]
    if len(others) > 1:
        another = command.replace("NAME", others[0])
        text += f" {len(others)} others have points missing: `{another}` shows the next one in full."
    elif others:
        text += f" `{command.replace('NAME', others[0])}` shows the other one in full."
    lines = prose(text, look, "", "")
    if failing:
        return lines
    first, *rest = ((each.get("notes") or ()) for each in reports)
    common = [note for note in first if all(note in notes for notes in rest)]
    return [*lines, *(line for note in common for line in painted(prose(note, look, "", ""), look, "dim"))]


def _symbol(report: Report, look: Look) -> tuple[str, str]:
    if is_full(report):
        return look.symbols.passed, "green"
    if report["outcome"] in sentences.MARKS and report["outcome"] != "not-loaded":
        return look.symbols.skipped, "dim"
    return look.symbols.failed, "red"


def _reason(report: Report) -> str:
    """Return what is wrong, in a few words: the name of the mistake or, without one, the outcome."""
    if report["outcome"] in sentences.MARKS:
        return sentences.MARKS[report["outcome"]]
    found, failed = report.get("misconception"), first_failure(report)
    if found:
        return found["title"]
    return headline_of(failed) if failed else ""

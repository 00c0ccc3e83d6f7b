"""A report as a student reads it in a terminal."""

from typing import TextIO

from gradkata.outcomes import Outcome, Report, is_full
from gradkata.reports import layout, printed, sentences
from gradkata.reports.failure import fault_lines
from gradkata.reports.page import MOST_LINES, painted, prose, safe_for, short_name
from gradkata.reports.palette import Look, look_of
from gradkata.reports.value_text import points_text


def render(
    report: Report,
    *,
    width: int = 80,
    color: bool = False,
    ascii_only: bool = False,
    encoding: str = "utf-8",
    file: str | None = None,
    then: str | None = None,
    again: str | None = None,
) -> str:
    """Return one report as text that ends in a line end, at most ``width`` columns wide.

    ``encoding`` is that of the stream to which it is written; ``ascii_only`` overrides it. ``file`` is
    the path of the answer, ``then`` the sentence on what to do after full points, ``again`` what to do
    after an edit.
    """
    look = Look(width, "ascii" if ascii_only else encoding, color)
    file = file or f"katas/{report['kata']}.py"
    blocks = [header_lines(report, look)]
    if not sentences.is_judged(report):
        blocks.append(prose(_sentence(report, file, again), look))
    else:
        if report["outcome"] != "not-loaded":
            blocks.append(claim_lines(report, look))
        blocks += [fault_lines(report, look), _diagnosis(report, look), printed.block(report, look)]
    blocks.append(note_lines(report, look))
    if sentences.is_judged(report):
        blocks.append(_next(report, look, file, then, again))
    return "\n\n".join("\n".join(block) for block in blocks if block) + "\n"


def excerpt(report: Report, name: str, look: Look, *, diagnosis: bool = False) -> str:
    """Return the part of a report that concerns one property; with ``diagnosis``, the known mistake as well."""
    only: Report = {**report, "properties": [each for each in report["properties"] if each["name"] == name]}
    if report["outcome"] == "not-implemented":
        blocks = [prose(_sentence(report, f"katas/{report['kata']}.py", None), look)]
    elif report["outcome"] == "not-loaded":
        blocks = [fault_lines(only, look), printed.block(only, look)]
    else:
        blocks = [claim_lines(only, look), fault_lines(only, look), printed.block(only, look)]
    blocks += [_diagnosis(report, look)] * diagnosis
    return "\n\n".join("\n".join(block) for block in blocks if block) + "\n"


def show(
    report: Report,
    stream: TextIO,
    *,
    file: str | None = None,
    then: str | None = None,
    again: str | None = None,
) -> None:
    """Write one report in the look of ``stream``."""
    look = look_of(stream)
    page = render(
        report,
        width=look.width,
        color=look.color,
        encoding=look.encoding,
        file=file,
        then=then,
        again=again,
    )
    stream.write(page)


def header_lines(report: Report, look: Look) -> list[str]:
    """Return the name of a kata, and its points as dots and as numbers."""
    score, most = report["score"], report["max_score"]
    if report["outcome"] in sentences.MARKS:
        mark = sentences.mark(report)
        shown = look.paint(mark, "red" if report["outcome"] == "not-loaded" else "dim")
    else:
        tenths = sentences.tenths(report)
        earned, missed = look.symbols.earned * tenths, look.symbols.missed * (10 - tenths)
        points = f"{points_text(score)}/{points_text(most)}"
        mark = f"{earned}{missed}  {points}"
        hue = "green" if is_full(report) else "yellow" if tenths > 1 else "red"
        shown = f"{look.paint(earned, hue)}{look.paint(missed, 'dim')}  {look.paint(points, 'bold')}"
    name = layout.clip(safe_for(look)(report["kata"]), look.width)
    gap = look.width - layout.cells(name) - layout.cells(mark)
    if gap < 1:
        return [look.paint(name, "bold"), f"  {shown}"]
    return [look.paint(name, "bold") + " " * gap + shown]


def claim_lines(report: Report, look: Look) -> list[str]:
    """Return a line for each property: whether it holds, its claim, its points."""
    lines, properties = [], report["properties"]
    column = max((len(sentences.points(each)) for each in properties), default=0)
    room = look.width - 4 - (column + 2 if column else 0)
    for each in properties:
        claim = layout.wrap(safe_for(look)(" ".join(each["claim"].split())), room)
        first, *rest = layout.shorten(claim, MOST_LINES, look.symbols.more, room)
        points = sentences.points(each)
        gap = " " * (look.width - 4 - layout.cells(first) - len(points)) if points else ""
        symbol, hue = _symbol(each["outcome"], look)
        lines.append(f"  {look.paint(symbol, hue)} {first}{gap}{look.paint(points, 'dim')}")
        lines += [f"    {line}" for line in rest]
    if sentences.has_withheld_points(report):
        lines += ["", *painted(prose(sentences.WITHHELD_POINTS, look), look, "dim")]
    return lines


def _symbol(outcome: Outcome, look: Look) -> tuple[str, str]:
    if outcome == "passed":
        return look.symbols.passed, "green"
    if outcome in ("skipped", "not-implemented"):
        return look.symbols.skipped, "dim"
    return look.symbols.failed, "red"


def _diagnosis(report: Report, look: Look) -> list[str]:
    found = sentences.diagnosis(report)
    if found is None:
        return []
    head, text = found
    heading = painted(prose(head, look), look, "bold", "yellow")
    return [*heading, "", *prose(text, look, "    ", "    ")]


def note_lines(report: Report, look: Look) -> list[str]:
    """Return the notes of a report."""
    lines: list[str] = []
    for note in report.get("notes") or ():
        lines += prose(note, look, "  ", "  ")
    return painted(lines, look, "dim")


def _sentence(report: Report, file: str, again: str | None) -> str:
    text = sentences.sentence(report)
    if report["outcome"] != "not-implemented":
        return text
    name = short_name(report)
    again = again or f"run `kata check {name}`"
    if sentences.hidden(report):
        return f"{text} Then {again}."
    return f"{text} `kata show {name}` explains what it asks; write your answer in {file}, then {again}."


def _next(report: Report, look: Look, file: str, then: str | None, again: str | None) -> list[str]:
    if report["outcome"] == "passed" and is_full(report):
        following = "`kata` shows what is next." if then is None else then
        return prose(f"{sentences.all_points(report)} {following}", look)
    again = again or f"`kata check {short_name(report)}`"
    return painted(prose(f"Next: edit {file}, then {again}.", look), look, "dim")

"""The first property that does not hold: what was called, what came, what was expected, why."""

from gradkata.outcomes import Outcome, PropertyReport, Report, first_failure
from gradkata.reports import layout
from gradkata.reports.page import MOST_LINES, painted, prose, safe_for, short_name
from gradkata.reports.palette import Look
from gradkata.reports.value_text import call_text, value_text

_HEADLINES: dict[Outcome, str] = {
    "wrong": "The value is wrong",
    "wrong-type": "The type is wrong",
    "wrong-shape": "The shape is wrong",
    "mutates-input": "An argument was changed",
    "nondeterministic": "The answer differs when asked again",
    "raised": "Your code raised an exception",
    "timeout": "The time ran out",
    "memory": "The memory ran out",
    "crashed": "Your code ended the Python process",
    "not-loaded": "Your file could not be loaded",
}
# Outcomes in which something came back that can be held against what was expected.
_ANSWERED: frozenset[Outcome] = frozenset(("wrong", "wrong-type", "wrong-shape"))
_EXPECTING: frozenset[Outcome] = _ANSWERED | {"raised"}
_LONGEST = 8_000
_LABELS = 10
_NARROW = 60
_STRUCTURED = 6


def fault_lines(report: Report, look: Look) -> list[str]:
    """The first failure of a report in full, or nothing where none failed."""
    failed = first_failure(report)
    if failed is None:
        return []
    facts, message = facts_of(report, failed, look), message_of(failed, look)
    wrapped = [_fact(label, text, look) for label, text in facts]
    *rooms, room = _rooms([len(lines) for lines in wrapped], len(message))
    width, more = look.width - 4, look.signs.more
    shown = []
    for (label, _), lines, lines_left in zip(facts, wrapped, rooms, strict=True):
        short = layout.shorten(lines, lines_left, more, width)
        shown += [_tinted(line, label, number, look) for number, line in enumerate(short)]
    if facts and message:
        shown.append("")
    shown += layout.shorten(message, room, more, width)
    if any(len(lines) > left for lines, left in zip(wrapped, rooms, strict=True)):
        whole = prose(f"`kata check {short_name(report)} --json` has all of it.", look, "    ", "    ")
        shown += ["", *(line[4:] for line in painted(whole, look, "dim"))]
    body = [f"    {line}" if line else "" for line in shown]
    return [*painted(prose(headline_of(failed), look), look, "bold", "red"), "", *body]


def headline_of(failed: PropertyReport) -> str:
    """What went wrong, in a few words."""
    outcome = failed["outcome"]
    return _HEADLINES.get(outcome, outcome.replace("-", " ").capitalize())


def message_of(failed: PropertyReport, look: Look) -> list[str]:
    """The lines that explain a failure."""
    text = str(failed.get("message") or "")[:_LONGEST]
    return layout.message_lines(text, look.width - 4, safe_for(look))


def facts_of(report: Report, failed: PropertyReport, look: Look) -> list[tuple[str, str]]:
    """What was called, came back and was expected; nothing where the message shows the call itself."""
    found, outcome, safe = failed.get("counterexample"), failed["outcome"], safe_for(look)
    if not found:
        return []
    called = safe(call_text(short_name(report), found))
    if " ".join(called.split()) in " ".join(message_of(failed, look)):
        return []
    facts = [("called", called)]
    if outcome in _ANSWERED and "got" in found:
        facts.append(("returned", safe(value_text(found["got"]))))
    if outcome in _EXPECTING and found.get("expected") is not None:
        facts.append(("expected", safe(value_text(found["expected"]))))
    return facts


def _fact(label: str, text: str, look: Look) -> list[str]:
    """A label and its value; in a column of their own where the page is wide enough."""
    width = look.width - 4
    if look.width < _NARROW:
        return layout.wrap(f"{label} {_on_one_line(text)}", width, "  ")
    given = text.split("\n")  # a call is broken at its arguments already, if the page holds its lines
    if len(given) > _STRUCTURED or any(layout.cells(line) > width - _LABELS for line in given):
        given = layout.wrap(_on_one_line(text), width - _LABELS)
    first, *rest = given or [""]
    return [f"{label:<{_LABELS}}{first}", *(" " * _LABELS + line for line in rest)]


def _on_one_line(text: str) -> str:
    return " ".join(line.strip() for line in text.split("\n"))


def _rooms(facts: list[int], message: int) -> list[int]:
    """How many lines each fact and the message get.

    The call comes first: nobody can follow a mistake on input that is not shown.  What came back, what
    was expected and the message share as many lines again.
    """
    rooms = [min(lines, 2) for lines in facts]
    if facts:
        rooms[0] = min(facts[0], MOST_LINES)
    return [*rooms, min(message, MOST_LINES - sum(rooms[1:]))]


def _tinted(line: str, label: str, number: int, look: Look) -> str:
    start = 0 if number else len(label)
    color = {"returned": "red", "expected": "green"}.get(label)
    rest = line[start:]
    return look.paint(line[:start], "dim") + (look.paint(rest, color) if color else rest)

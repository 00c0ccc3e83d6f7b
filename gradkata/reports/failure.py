"""The first failed property of a report: what was called, what was returned, what was expected, and why.

A student can act on one failure at a time, so a report shows only its first failure in full, in three parts:

* a headline for the outcome, such as "The value is wrong";
* the facts: each call that shows the failure, the value that it returned and, for the last one, the expected value,
  each after a label;
* the message: which relation between the calls does not hold, then the difference explained, or the traceback.

``headline_of``, ``facts_of`` and ``message_of`` return these parts without layout; the HTML of a report uses them
as well.  ``fault_lines`` formats them for a terminal.  It has to solve two problems.

Length: values can be large arrays, and the whole failure should fit on a screen.  All calls together may take about
``_MOST_CALL_LINES`` lines, because nobody can follow a mistake without its input; the other facts get two lines each,
and the message gets what is left of another ``MOST_LINES`` lines, or all of them if there are several calls.  If a fact
is cut, a last line points to ``kata check KATA --json``, which prints everything.

Repetition: some messages contain the call already.  Then the facts are left out.

On a terminal of 60 columns or more the labels have a column of their own, and a value of short lines keeps its line
ends; on a narrower one, label and value are wrapped together.
"""

from gradkata.outcomes import Outcome, PropertyReport, Report, first_failure
from gradkata.reports import layout
from gradkata.reports.page import MOST_LINES, painted, prose, safe_for, short_name
from gradkata.reports.palette import Look
from gradkata.reports.value_text import value_text

HEADLINES: dict[Outcome, str] = {
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
# Outcomes with a returned value that can be compared with the expected one.
_ANSWERED: frozenset[Outcome] = frozenset(("wrong", "wrong-type", "wrong-shape", "nondeterministic"))
_EXPECTING: frozenset[Outcome] = _ANSWERED | {"raised"}
_LONGEST = 8_000
_LABELS = 10
_NARROW = 60
_MOST_CALL_LINES = 16


def fault_lines(report: Report, look: Look) -> list[str]:
    """Return the lines of the first failure of a report in full, or nothing if no property failed."""
    failed = first_failure(report)
    if failed is None:
        return []
    body = body_lines(report, failed, look, f"kata check {short_name(report)} --json")
    return [*painted(prose(headline_of(failed), look), look, "bold", "red"), "", *body]


def body_lines(report: Report, failed: PropertyReport, look: Look, command: str) -> list[str]:
    """Return the facts and the message of a failure; if a fact is cut, a last line names the ``command`` for all."""
    facts, message = facts_of(report, failed, look), message_of(failed, look)
    wrapped = [_fact(label, text, look) for label, text in facts]
    *fact_limits, message_limit = _line_limits(
        [(label, len(lines)) for (label, _), lines in zip(facts, wrapped, strict=True)], len(message)
    )
    width, more = look.width - 4, look.symbols.more
    shown = []
    for (label, _), lines, limit in zip(facts, wrapped, fact_limits, strict=True):
        short = layout.shorten(lines, limit, more, width)
        shown += [_tinted(line, label, number, look) for number, line in enumerate(short)]
    if facts and message:
        shown.append("")
    shown += layout.shorten(message, message_limit, more, width)
    if any(len(lines) > limit for lines, limit in zip(wrapped, fact_limits, strict=True)):
        whole = prose(f"`{command}` has all of it.", look, "    ", "    ")
        shown += ["", *(line[4:] for line in painted(whole, look, "dim"))]
    return [f"    {line}" if line else "" for line in shown]


def headline_of(failed: PropertyReport) -> str:
    """Return what went wrong, in a few words."""
    outcome, found = failed["outcome"], failed.get("counterexample")
    if found and found.get("remembers"):
        return "The answer depends on the calls before"
    return HEADLINES.get(outcome, outcome.replace("-", " ").capitalize())


def message_of(failed: PropertyReport, look: Look) -> list[str]:
    """Return the lines that explain a failure."""
    found = failed.get("counterexample")
    parts = [(found and found["relation"]) or "", failed.get("message") or ""]
    text = "\n".join(filter(None, parts))[:_LONGEST]
    return layout.message_lines(text, look.width - 4, safe_for(look))


def facts_of(report: Report, failed: PropertyReport, look: Look) -> list[tuple[str, str]]:
    """Return the calls, what they returned and the expected value; nothing if the message shows the call already."""
    found, outcome, safe = failed.get("counterexample"), failed["outcome"], safe_for(look)
    if not found:
        return []
    *earlier, last = found["calls"]
    called = safe(last["call"])
    if not earlier and " ".join(called.split()) in " ".join(message_of(failed, look)):
        return []
    facts = []
    if left_out := found.get("left_out"):
        facts.append(("before", f"{left_out} more call{'s' if left_out > 1 else ''}"))
    for each in earlier:
        facts += [("called", safe(each["call"])), ("returned", safe(value_text(each["returned"])))]
    facts.append(("called", called))
    if outcome in _ANSWERED:
        facts.append(("returned", safe(value_text(last["returned"]))))
    if outcome in _EXPECTING and found.get("expected") is not None:
        example = "" if found.get("is_unique", True) else "for example "
        facts.append(("expected", example + safe(value_text(found["expected"]))))
    return facts


def _fact(label: str, text: str, look: Look) -> list[str]:
    """Return the lines of a label and its value, in two columns if the page is wide enough."""
    width = look.width - 4
    if look.width < _NARROW:
        wrap = layout.wrap_code if label == "called" else layout.wrap
        return wrap(f"{label} {_on_one_line(text)}", width, "  ")
    given: list[str] = []
    for line in text.split("\n"):  # a call is broken at its arguments already
        indent = " " * (len(line) - len(line.lstrip()) + 4)
        fits = layout.cells(line) <= width - _LABELS
        wrap = layout.wrap_code if label == "called" else layout.wrap
        given += [line] if fits else wrap(line, width - _LABELS, indent)
    first, *rest = given or [""]
    return [f"{label:<{_LABELS}}{first}", *(" " * _LABELS + line for line in rest)]


def _on_one_line(text: str) -> str:
    return " ".join(line.strip() for line in text.split("\n"))


def _line_limits(facts: list[tuple[str, int]], message: int) -> list[int]:
    """Return how many lines each fact and the message get, from how many lines each has.

    The calls share ``_MOST_CALL_LINES`` lines; the values of the last call and the message share ``MOST_LINES``.
    """
    calls = sum(label == "called" for label, _ in facts)
    most_of_call = max(_MOST_CALL_LINES // max(calls, 1), 2)
    most_of_value = 2 if calls <= 2 else 1
    limits = [min(lines, most_of_call if label == "called" else most_of_value) for label, lines in facts]
    values = sum(limit for limit, (label, _) in zip(limits, facts, strict=True) if label != "called")
    least = MOST_LINES if calls > 1 else MOST_LINES // 2
    return [*limits, min(message, max(MOST_LINES - values, least))]


def _tinted(line: str, label: str, number: int, look: Look) -> str:
    start = 0 if number else len(label)
    color = {"returned": "red", "expected": "green"}.get(label)
    rest = line[start:]
    return look.paint(line[:start], "dim") + (look.paint(rest, color) if color else rest)

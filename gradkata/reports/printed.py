"""The printed text that belongs to a report: that of the failing calls, or else all of it."""

from gradkata.outcomes import Outcome, PropertyReport, Report, first_failure
from gradkata.reports import layout
from gradkata.reports.page import MOST_LINES, painted, prose, safe_for, short_name
from gradkata.reports.palette import Look

# Outcomes for which the call is not always made again, so that its text is not known.
_NOT_REPEATED: frozenset[Outcome] = frozenset(("timeout", "memory", "crashed"))
_LONGEST_LINE = 2_000


def heading_of(failed: PropertyReport | None) -> str:
    """Return the heading above the printed text."""
    found = failed and failed.get("counterexample")
    if not found:
        return "You printed"
    return f"You printed during {'these calls' if len(found['calls']) > 1 else 'this call'}"


def printed_text(report: Report) -> str:
    """Return what was printed during the calls of the first failure, or everything if no call failed."""
    failed = first_failure(report)
    found = failed and failed.get("counterexample")
    return str((found["printed"] if found else report.get("printed")) or "").rstrip()


def elsewhere(report: Report, command: str = "") -> str:
    """Return a sentence if something was printed, but not during the calls that are shown.

    ``command`` prints the whole report; by default it is ``kata check KATA --json``.
    """
    failed = first_failure(report)
    if failed is None or not failed.get("counterexample") or failed["outcome"] in _NOT_REPEATED:
        return ""
    if printed_text(report) or not (report.get("printed") or "").strip():
        return ""
    during = heading_of(failed).replace("You printed", "You printed nothing")
    return f"{during}. `{command or f'kata check {short_name(report)} --json'}` has all that you printed."


def wrapped(text: str, width: int, look: Look, most: int = MOST_LINES) -> list[str]:
    """Return printed text in at most ``most`` lines of at most ``width`` columns; what is left out is counted."""
    lines = []
    given = safe_for(look)(text).expandtabs(4).split("\n")
    for number, line in enumerate(given):
        lines += layout.wrap(_marked(line, look), width)
        if len(lines) > most:
            kept, unread = most - 1, len(given) - number - 1
            return [*lines[:kept], f"{look.symbols.more} {len(lines) - kept + unread} more lines"]
    return lines


def block(report: Report, look: Look, command: str = "") -> list[str]:
    """Return the printed text under its heading, or the ``command`` that prints it, or nothing."""
    text = printed_text(report)
    if not text:
        said = elsewhere(report, command)
        return prose(said, look) if said else []
    heading = painted(prose(heading_of(first_failure(report)), look), look, "bold")
    return [*heading, "", *beside_a_bar(text, look)]


def beside_a_bar(text: str, look: Look, most: int = MOST_LINES) -> list[str]:
    """Return printed text in lines that begin with a bar."""
    bar = look.paint(look.symbols.bar, "dim")
    return [f"    {bar} {line}".rstrip() for line in wrapped(text, look.width - 6, look, most)]


def _marked(line: str, look: Look) -> str:
    return line if len(line) <= _LONGEST_LINE else f"{line[:_LONGEST_LINE]} {look.symbols.more}"

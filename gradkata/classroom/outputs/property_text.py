"""Why a property does not hold, as text for outputs that show each property separately."""

from textwrap import dedent

from gradkata.outcomes import PropertyReport, Report, first_failure
from gradkata.reports import printed
from gradkata.reports.escaping import for_terminal
from gradkata.reports.failure import fault_lines
from gradkata.reports.palette import Look
from gradkata.reports.sentences import diagnosis

_PLAIN = Look()


def fault_text(report: Report, each: PropertyReport) -> str:
    """What was called, returned, expected and printed, and, for a report's first failure, the diagnosed mistake.

    Safe for a terminal; empty if the property holds.
    """
    if each["outcome"] == "skipped":
        return "This could not be judged."
    only: Report = {**report, "properties": [each]}
    lines = fault_lines(only, _PLAIN)
    if not lines:
        return ""
    first = first_failure(report)
    found = diagnosis(report)
    if found and report["misconception"] and first is not None and first["name"] == each["name"]:
        is_exact = report["misconception"].get("strength", "exactly") == "exactly"
        text = report["misconception"]["message"] if is_exact else ". ".join(found)
        lines += ["", f"  {for_terminal(text)}"]
    if said := printed.block(only, _PLAIN):
        lines += ["", *said]
    return dedent("\n".join(lines))

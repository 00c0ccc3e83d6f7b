"""A kit's report as a student reads it in a terminal."""

from gradkata.kit.inside.kit_judge import Checked
from gradkata.outcomes import PropertyReport, Report, first_failure
from gradkata.reports import layout, printed, sentences
from gradkata.reports.failure import facts_of, headline_of, message_of
from gradkata.reports.page import painted, prose, short_name
from gradkata.reports.palette import Look
from gradkata.reports.terminal import claim_lines, header_lines, note_lines

UNDECIDED = "Not checked here while the answer to one of its calls is wrong."
_MOST_CALL = 30
_MOST_VALUE = 4


def page(checked: Checked, relations: frozenset[str], look: Look) -> str:
    """The text of one report; ``relations`` are the properties that relate several calls."""
    report = checked.report
    file, name = f"katas/{report['kata']}.py", short_name(report)
    blocks = [header_lines(report, look)]
    if not sentences.is_judged(report):
        blocks.append(prose(_sentence(report, file, name), look))
        return _joined([*blocks, _printed(report, look)])
    if report["outcome"] != "not-loaded":
        shown, is_undecided = _with_undecided(report, relations)
        blocks.append(claim_lines(shown, look))
        if is_undecided:
            text = f"{look.symbols.skipped} {UNDECIDED}"
            blocks.append(painted(prose(text, look, indent="    "), look, "dim"))
    blocks += [_failure(report, look), _diagnosis(report, file, look), _printed(report, look)]
    blocks.append(note_lines(report, look))
    following = f"Next: edit {file}, then `python check.py {name}`."
    blocks.append(prose("All points." if report["outcome"] == "passed" else following, look))
    return _joined(blocks)


def _sentence(report: Report, file: str, name: str) -> str:
    text = sentences.sentence(report)
    if report["outcome"] != "not-implemented":
        return text
    if sentences.hidden(report):
        return f"{text} Then `python check.py {name}`."
    return f"{text} {file} begins with what it asks; write your answer there, then `python check.py {name}`."


def _with_undecided(report: Report, relations: frozenset[str]) -> tuple[Report, bool]:
    """The report with no verdict on a relation that has a wrong value, and whether there is one.

    Two wrong values can be in the right relation, and a kit has no code that checks it.
    """
    properties: list[PropertyReport] = [
        {**each, "outcome": "skipped"} if each["name"] in relations and each["outcome"] == "wrong" else each
        for each in report["properties"]
    ]
    return {**report, "properties": properties}, properties != report["properties"]


def _failure(report: Report, look: Look) -> list[str]:
    """The first failure in full: the call as Python, what it returned, what is expected, and why."""
    failed = first_failure(report)
    if failed is None:
        return []
    lines = [*painted(prose(headline_of(failed), look), look, "bold", "red"), ""]
    facts = facts_of(report, failed, look)
    for label, text in facts:
        if label == "called":
            call = text.split("\n")
            if len(call) > _MOST_CALL:
                rest = f"# {len(call) - _MOST_CALL} more lines: python check.py {short_name(report)} --json"
                call = [*call[:_MOST_CALL], rest]
            lines += [*([""] if lines[-1] else []), *[f"    {line}" for line in call], ""]
            continue
        wrapped = layout.wrap(" ".join(text.split()), look.width - 14)
        first, *rest_of = layout.shorten(wrapped, _MOST_VALUE, look.symbols.more, look.width - 14)
        lines += [f"    {look.paint(label, 'dim')}  {first}", *(f"{'':14}{line}" for line in rest_of)]
    message = [f"    {line}" if line else "" for line in message_of(failed, look)]
    return [*lines, *([""] if facts and message else []), *message]


def _printed(report: Report, look: Look) -> list[str]:
    return printed.block(report, look, f"python check.py {short_name(report)} --json")


def _diagnosis(report: Report, file: str, look: Look) -> list[str]:
    found = sentences.diagnosis(report)
    if found is None:
        return []
    head, text = found
    text = text.replace(f"kata show {short_name(report)}", file)
    return [*painted(prose(head, look), look, "bold", "yellow"), "", *prose(text, look, "    ", "    ")]


def _joined(blocks: list[list[str]]) -> str:
    return "\n\n".join("\n".join(block) for block in blocks if block) + "\n"

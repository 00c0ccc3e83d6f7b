"""One call on an input of the student's own, as a terminal and a notebook show it."""

from gradkata.outcomes import TriedCall
from gradkata.reports import html, layout
from gradkata.reports.failure import HEADLINES
from gradkata.reports.page import painted, prose, safe_for
from gradkata.reports.palette import Look
from gradkata.reports.printed import beside_a_bar
from gradkata.reports.value_text import value_text

_MOST_LINES = 40
_LABELS = 10
_UNANSWERED = frozenset(("not-implemented", "raised", "timeout", "memory", "crashed"))


def facts_of(trial: TriedCall) -> list[tuple[str, str]]:
    """The call, the value that it returned and the expected one, each with its label."""
    if trial["outcome"] == "not-loaded":
        return []
    facts = [("called", trial["call"])]
    raised = trial["outcome"] in _UNANSWERED or _raises_rightly(trial)
    if not raised:
        facts.append(("returned", value_text(trial["returned"])))
    if trial["expected"] is not None:
        example = "" if trial["is_unique"] else "for example "
        facts.append(("expected", example + value_text(trial["expected"])))
    return facts


def _raises_rightly(trial: TriedCall) -> bool:
    """Whether it raises the exception that the right answer raises: no answer that is accepted is None."""
    return trial["outcome"] == "passed" and trial["returned"] is None


def headline_of(trial: TriedCall) -> str:
    """Whether the answer is right, in a few words."""
    if trial["outcome"] == "passed":
        is_known = trial["expected"] is not None or _raises_rightly(trial)
        return "This answer is right." if is_known else "Your function ran."
    if trial["outcome"] == "not-implemented":
        return "Your function raises NotImplementedError"
    return HEADLINES.get(trial["outcome"], trial["outcome"])


def render(trial: TriedCall, look: Look) -> str:
    """Return a trial as text that ends in a line end."""
    safe = safe_for(look)
    is_right = trial["outcome"] == "passed"
    facts = facts_of(trial)
    blocks = [[line for label, text in facts for line in _fact(label, safe(text), look, is_right)]]
    blocks.append(painted(prose(headline_of(trial), look), look, "bold", "green" if is_right else "red"))
    if trial["message"]:
        message = layout.message_lines(trial["message"], look.width - 4, safe)
        blocks.append([f"    {line}" if line else "" for line in message])
    if printed := trial["printed"].rstrip():
        blocks += [[f"  {look.paint('You printed', 'bold')}"], beside_a_bar(printed, look, _MOST_LINES)]
    blocks += [painted(prose(note, look), look, "dim") for note in trial["notes"]]
    return "\n\n".join("\n".join(block) for block in blocks if block) + "\n"


def as_html(trial: TriedCall) -> str:
    """Return a trial as an element of HTML."""
    return html.trial(headline_of(trial), facts_of(trial), trial)


def _fact(label: str, text: str, look: Look, is_right: bool) -> list[str]:
    """The lines of a label and its value; a call keeps its line ends if they fit."""
    width = max(look.width - 4 - _LABELS, 10)
    given = text.split("\n")
    if any(layout.cells(line) > width for line in given):
        wrap = layout.wrap_code if label == "called" else layout.wrap
        given = wrap(" ".join(line.strip() for line in given), width)
    first, *rest = layout.shorten(given, _MOST_LINES, look.symbols.more, width)
    color = {"returned": "green" if is_right else "red", "expected": "green"}.get(label)
    texts = [look.paint(line, color) if color else line for line in (first, *rest)]
    head = f"    {look.paint(f'{label:<{_LABELS}}', 'dim')}{texts[0]}"
    return [head, *(" " * (4 + _LABELS) + line for line in texts[1:])]

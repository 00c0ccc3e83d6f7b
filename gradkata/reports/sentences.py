"""The sentences of a report, the same in a terminal and on a page; nothing here is escaped yet."""

from gradkata.outcomes import Outcome, PropertyReport, Report, SecondMistake, first_failure
from gradkata.reports.page import short_name
from gradkata.reports.value_text import points_text

# Outcomes without a judgement, for which a sentence is enough.
MARKS: dict[Outcome, str] = {
    "not-implemented": "not begun",
    "not-loaded": "not loaded",
    "not-submitted": "not submitted",
    "skipped": "not judged",
    "grader-error": "no mark",
}
WITHHELD_POINTS = "Further points count once ordinary input is right."

_SENTENCES: dict[Outcome, str] = {
    "not-implemented": "This one is still a stub.",
    "grader-error": "The grader failed, not you: nothing is lost and no mark is given. "
    "`kata doctor` finds out what is missing here; if it finds nothing, please report this.",
    "not-submitted": "Nothing was handed in for this kata.",
    "skipped": "This kata could not be judged.",
}


def is_judged(report: Report) -> bool:
    """Return whether there is more to show than a sentence: a judgement, or why the file was not loaded."""
    return report["outcome"] not in MARKS or report["outcome"] == "not-loaded"


def mark(report: Report) -> str:
    """Return the words in place of the points of a report without a judgement."""
    return "not reached" if hidden(report) else MARKS[report["outcome"]]


def sentence(report: Report) -> str:
    """Return the sentence for a report without a judgement."""
    return hidden(report) or _SENTENCES[report["outcome"]]


def hidden(report: Report) -> str:
    """Return why an answer is not reached although the file contains one; empty if it contains only the stub."""
    failed = first_failure(report) if report["outcome"] == "not-implemented" else None
    text = failed.get("message", "") if failed else ""
    return " ".join(text.partition("NotImplementedError")[0].split())


def tenths(report: Report) -> int:
    """Return how many of ten dots are full."""
    most = report["max_score"]
    return int(10 * report["score"] / most + 1e-6) if most else 0


def points(each: PropertyReport) -> str:
    """Return the points of a property, or nothing if it is worth none."""
    most = each["max_points"]
    return f"{points_text(each['points'])}/{points_text(most)}" if most else ""


def has_withheld_points(report: Report) -> bool:
    """Return whether a property passed but does not earn its points yet."""
    return any(p["outcome"] == "passed" and p["points"] < p["max_points"] for p in report["properties"])


def diagnosis(report: Report) -> tuple[str, str] | None:
    """Return the headline and the description of the mistake, worded by how far the likeness goes."""
    found = report.get("misconception")
    if not found:
        return None
    text, whose = " ".join(found["message"].split()), found.get("convention")
    if whose and "here" not in text.lower().replace(",", " ").split():
        text += f" This kata asks for another convention: kata show {short_name(report)}"
    second, title = found.get("second"), found.get("title") or found["name"].replace("_", " ")
    if second:
        return f"Looks like two known mistakes: {title}; {second['title']}", _of_both(text, second)
    match found.get("strength", "exactly"):
        case "wherever-wrong":
            like = f"what is right elsewhere ({whose})" if whose else f"the same as a known mistake: {title}"
            return f"Wherever it is wrong, it returns {like}", text
        case "mutant":
            return f"Behaves like a right answer with one change: {title}", text
    return (f"Right elsewhere ({whose})", text) if whose else (f"Looks like a known mistake: {title}", text)


def _of_both(text: str, second: SecondMistake) -> str:
    """Return the descriptions of two mistakes, with the input that each applies to."""
    other = " ".join(second["message"].split())
    where = "In every call" if second["name"].startswith("changes_") else "On other input"
    return f"On ordinary input: {text} {where}: {other}"


def all_points(report: Report) -> str:
    """Return the sentence on full points."""
    seconds = report.get("seconds")
    took = f", in {seconds:.2f} s" if isinstance(seconds, int | float) else ""
    return f"All points{took}."

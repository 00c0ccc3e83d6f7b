"""A report as a fragment of HTML: for a notebook, for nbgrader's feedback and for its formgrader.

The pages around it may be light or dark, so it has its own styles but sets no colour of text: only symbols and
bars are coloured, in shades that contrast with both kinds of page.  It has no scripts and loads nothing.
"""

import re

from gradkata.outcomes import PropertyReport, Report, TriedCall, first_failure, is_full
from gradkata.reports import layout, printed, sentences
from gradkata.reports.escaping import for_html, for_terminal
from gradkata.reports.failure import facts_of, headline_of, message_of
from gradkata.reports.page import EMPHASIS, MOST_LINES
from gradkata.reports.palette import Look
from gradkata.reports.value_text import points_text

# At least 3.9 : 1 against white and against #111.
_GREEN, _RED, _AMBER, _GREY = "#20894a", "#dd4b4b", "#a87a1a", "#7d7d7d"
_LOOK = Look(92)
_MOST_LETTERS = 4_000
_MOST_OF_A_CALL = 16_000
_PRINTED_WIDTH = 200
_CODE = re.compile(r"`([^`]+)`")

# Resets the page's own styles for tables and code, which differ everywhere.
_BOX = (
    "border-left:4px solid {};padding:.2em 0 .2em 1em;margin:.3em 0;max-width:60em;"
    "font-size:14px;line-height:1.5;text-align:left"
)
_MONO = "font-family:ui-monospace,Menlo,Consolas,'DejaVu Sans Mono',monospace;font-size:13px"
_PRE = (
    f"{_MONO};line-height:1.4;overflow:auto;max-height:20em;margin:0;padding:0;border:0;"
    "background:transparent;color:inherit"
)
_TABLE = "border-collapse:collapse;border:0;margin:0 0 .6em 0;font-size:inherit;table-layout:auto"
_ROW = "background:transparent;border:0"
_CELL = "text-align:{};vertical-align:top;padding:.1em .9em .1em 0;border:0;white-space:{};max-width:none"
_LEFT, _RIGHT = _CELL.format("left", "normal"), _CELL.format("right", "nowrap")
_WRAPPED = "pre-wrap;overflow-wrap:anywhere"
_BLOCK = "margin:0 0 .7em 0"
_PARAGRAPH = "margin:0 0 .5em 0"
_SOFT = "margin:0 0 .4em 0;opacity:.75"


def render(report: Report, *, closing: str = "") -> str:
    """Return one report as an HTML element; ``closing`` is a last sentence, with code in backticks."""
    blocks = [_header(report)]
    if sentences.is_judged(report):
        if report["outcome"] != "not-loaded":
            blocks.append(_properties(report))
        blocks += [_fault(report), _diagnosis(report), _printed(report)]
    else:
        blocks.append(_paragraph(sentences.sentence(report)))
    blocks += [_paragraph(note, _SOFT) for note in report.get("notes") or ()]
    blocks.append(_paragraph(closing) if closing else "")
    return _boxed(_hue(report), blocks)


def notice(heading: str, *paragraphs: str) -> str:
    """Return a few sentences in the same box: a hint, or why nothing could be judged."""
    return _boxed(_AMBER, [_heading(heading), *map(_paragraph, paragraphs)])


def trial(headline: str, facts: list[tuple[str, str]], shown: TriedCall) -> str:
    """Return one call on an input of the student's own: a headline, labels with values, and what was printed."""
    rows = [
        f'<tr style="{_ROW}"><td style="{_LEFT}">{label}</td><td style="{_LEFT}">{_pre(text, _WRAPPED)}</td></tr>'
        for label, text in facts
    ]
    blocks = [
        _heading(headline),
        f'<table style="{_TABLE}"><tbody>\n' + "\n".join(rows) + "\n</tbody></table>",
    ]
    message = layout.message_lines(shown["message"], _LOOK.width - 4, for_terminal)
    if message:
        blocks.append(f'<div style="{_BLOCK}">{_pre(chr(10).join(message), _WRAPPED)}</div>')
    if printed := for_terminal(shown["printed"]).rstrip():
        blocks += [_heading("You printed"), f'<div style="{_BLOCK}">{_pre(printed, _WRAPPED)}</div>']
    blocks += [_paragraph(note, _SOFT) for note in shown["notes"]]
    return _boxed(_GREEN if shown["outcome"] == "passed" else _RED, blocks)


def _boxed(hue: str, blocks: list[str]) -> str:
    # What a student wrote may contain dollar signs; these classes keep MathJax from reading them as formulas.
    head = f'<div class="gradkata tex2jax_ignore mathjax_ignore" style="{_BOX.format(hue)}">'
    return "\n".join([head, *filter(None, blocks), "</div>"]) + "\n"


def _hue(report: Report) -> str:
    if report["outcome"] in sentences.MARKS and report["outcome"] != "not-loaded":
        return _GREY
    if is_full(report):
        return _GREEN
    return _AMBER if sentences.tenths(report) > 1 else _RED


def _header(report: Report) -> str:
    name = f"<strong>{for_html(report['kata'])}</strong>"
    if report["outcome"] in sentences.MARKS:
        return f'<p style="{_PARAGRAPH}">{name} &nbsp; {sentences.mark(report)}</p>'
    full, symbols = sentences.tenths(report), _LOOK.symbols
    dots = f'<span style="color:{_hue(report)}" aria-hidden="true">{symbols.earned * full}</span>'
    dots += f'<span style="color:{_GREY}" aria-hidden="true">{symbols.missed * (10 - full)}</span>'
    points = f"<strong>{points_text(report['score'])}/{points_text(report['max_score'])}</strong>"
    return f'<p style="{_PARAGRAPH}">{name} &nbsp; {dots} &nbsp; {points}</p>'


def _properties(report: Report) -> str:
    """Return a table with a row for each property: whether it holds, its claim, its points."""
    rows = [_property(each) for each in report["properties"]]
    table = f'<table style="{_TABLE}"><tbody>\n' + "\n".join(rows) + "\n</tbody></table>"
    if sentences.has_withheld_points(report):
        table += "\n" + _paragraph(sentences.WITHHELD_POINTS, _SOFT)
    return table


def _property(each: PropertyReport) -> str:
    symbol, hue, outcome = _LOOK.symbols.failed, _RED, each["outcome"]
    if outcome == "passed":
        symbol, hue = _LOOK.symbols.passed, _GREEN
    elif outcome in ("skipped", "not-implemented"):
        symbol, hue = _LOOK.symbols.skipped, _GREY
    mark = f'<strong style="color:{hue}" title="{for_html(outcome)}">{symbol}</strong>'
    return (
        f'<tr style="{_ROW}"><td style="{_LEFT}">{mark}</td>'
        f'<td style="{_LEFT}">{_prose(each["claim"])}</td><td style="{_RIGHT}">{sentences.points(each)}</td></tr>'
    )


def _fault(report: Report) -> str:
    """Return the first failure: what was called, what was returned, what was expected, and why."""
    failed = first_failure(report)
    if failed is None:
        return ""
    blocks = [_heading(f"{_LOOK.symbols.failed} {headline_of(failed)}")]
    if facts := facts_of(report, failed, _LOOK):
        rows = [_fact(label, text) for label, text in facts]
        blocks.append(f'<table style="{_TABLE}"><tbody>\n' + "\n".join(rows) + "\n</tbody></table>")
    message = message_of(failed, _LOOK)
    if any(line.startswith(" ") for line in message):  # code, with carets that point into it
        lines = layout.shorten(message, MOST_LINES, _LOOK.symbols.more, _LOOK.width - 4)
        blocks.append(f'<div style="{_BLOCK}">{_pre(chr(10).join(lines))}</div>')
    elif message:
        blocks.append(_paragraph(" ".join(message)[:_MOST_LETTERS]))
    return "\n".join(blocks)


def _fact(label: str, text: str) -> str:
    """Return the row of a call or a value; a call is not cut, so that it can be copied."""
    value = _pre(text, _WRAPPED, _MOST_OF_A_CALL if label == "called" else _MOST_LETTERS)
    return f'<tr style="{_ROW}"><td style="{_LEFT}">{label}</td><td style="{_LEFT}">{value}</td></tr>'


def _diagnosis(report: Report) -> str:
    found = sentences.diagnosis(report)
    return "" if found is None else "\n".join([_heading(found[0]), _paragraph(found[1])])


def _printed(report: Report) -> str:
    text = printed.printed_text(report)
    if not text:
        said = printed.elsewhere(report)
        return _paragraph(said) if said else ""
    lines = printed.wrapped(text, _PRINTED_WIDTH, _LOOK)
    heading = printed.heading_of(first_failure(report))
    return f'{_heading(heading)}\n<div style="{_BLOCK}">{_pre(chr(10).join(lines), _WRAPPED)}</div>'


def _heading(text: str) -> str:
    return f'<p style="{_PARAGRAPH}"><strong>{_prose(text)}</strong></p>'


def _paragraph(text: str, style: str = _PARAGRAPH) -> str:
    return f'<p style="{style}">{_prose(text)}</p>'


def _prose(text: str) -> str:
    """Return prose as HTML, with code in backticks and emphasis between stars; line ends have no meaning."""
    parts = _CODE.split(for_html(" ".join(text.split()), limit=_MOST_LETTERS))
    return "".join(
        f'<code style="{_MONO};padding:0;background:transparent;color:inherit">{part}</code>'
        if index % 2
        else EMPHASIS.sub(r"<em>\1</em>", part)
        for index, part in enumerate(parts)
    )


def _pre(text: str, white_space: str = "pre", most: int = _MOST_LETTERS) -> str:
    return f'<pre style="{_PRE};white-space:{white_space}">{for_html(text, limit=most)}</pre>'

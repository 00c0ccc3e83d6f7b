"""A report as HTML: what a student wrote stays text, and the surrounding page is not affected."""

import copy
import html as html_library
import json
import re
from html.parser import HTMLParser
from typing import Any

import pytest
import regenerate
from hypothesis import given
from hypothesis import strategies as st

from gradkata.reports import html

CASES = {path.name: path for path in regenerate.cases()}
VOID = {"br", "hr", "img", "input", "link", "meta"}
# Strings that try to break out of text, attributes, tags, comments and entities.
HOSTILE = st.text(
    st.one_of(st.sampled_from("<>&\"'`*$=/!-; \n\t\x00\u202e"), st.characters(exclude_categories=()))
)


def report(case: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((CASES[case] / "report.json").read_text("utf-8"))
    return loaded


class Page(HTMLParser):
    """The elements of a page in their order, all attributes, and its text; each element must be closed."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.text = ""
        self.open: list[str] = []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(name, value or "") for name, value in attrs]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)

    handle_decl = handle_pi = handle_comment


def spoiled(given: dict[str, Any], text: str) -> dict[str, Any]:
    """Return a report with ``text`` in every place that can hold a student's text."""
    changed = copy.deepcopy(given)
    changed["printed"], changed["notes"] = text, [text]
    for each in changed["properties"]:
        if each["outcome"] not in ("passed", "skipped"):
            each["message"] = f"{text}\n    {text}"
            calls = [{"call": text, "arguments": {"a": text}, "returned": text}] * 2
            each["counterexample"] = {"calls": calls, "expected": [text], "relation": text, "printed": text}
    return changed


@pytest.mark.parametrize("case", CASES)
def test_every_element_is_closed_and_self_contained(case: str) -> None:
    page = Page(html.render(report(case), closing="Run `check(iou)` again."))

    assert set(page.tags) <= {"div", "p", "strong", "span", "em", "code", "pre", "table", "tbody", "tr", "td"}
    assert {name for name, _ in page.attributes} <= {"class", "style", "title", "aria-hidden"}
    assert not any(re.search(r"url|@|expression|position|z-index", value) for _, value in page.attributes)


@pytest.mark.parametrize("case", ["wrong-value", "raised", "grader-error", "syntax-error"])
@given(text=HOSTILE)
def test_student_text_creates_no_element_and_no_attribute(case: str, text: str) -> None:
    plain, hostile = (Page(html.render(spoiled(report(case), each))) for each in ("x", text))

    own = {"code", "em", "strong", "p", "div", "pre", "table", "tbody", "tr", "td", "span"}
    assert set(hostile.tags) <= own
    assert set(hostile.attributes) - set(plain.attributes) <= set(
        Page(html.notice("`a`", "*b*")).attributes
    ) | set(Page(html.render(report("wrong-value"))).attributes)


@pytest.mark.parametrize("case", CASES)
def test_a_page_says_all_that_the_report_claims(case: str) -> None:
    given = report(case)
    shown = " ".join(Page(html.render(given)).text.split())

    if given["outcome"] in ("grader-error", "not-implemented", "not-loaded", "not-submitted"):
        assert given["kata"] in shown
    else:
        for each in given["properties"]:
            assert " ".join(each["claim"].replace("`", "").split()) in shown


def test_colour_is_never_the_only_indication() -> None:
    page = html.render(report("wrong-value"))
    symbols = {outcome: re.findall(rf'title="{outcome}">(.)<', page) for outcome in ("passed", "wrong")}

    assert set(symbols["passed"]) == {"✓"}
    assert set(symbols["wrong"]) == {"✗"}


def test_only_symbols_and_dots_have_a_colour() -> None:
    for colour, content in re.findall(r'color:(#\w+)"[^>]*>([^<]*)', html.render(report("partial"))):
        assert colour
        assert set(content) <= set("✓✗·●○\n")


def test_a_long_value_is_cut() -> None:
    page = html.render(spoiled(report("wrong-value"), "<" * 1_000_000))

    assert len(page) < 250_000


def test_a_notice_holds_its_sentences() -> None:
    page = html.notice("A <heading>", "Call `f(<x>)`.", "And *more*.")

    assert html_library.unescape(re.sub("<[^>]*>", "", page)).split("\n")[1:4] == [
        "A <heading>", "Call f(<x>).", "And more.",
    ]  # fmt: skip

import html
import re
import unicodedata
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gradkata.reports.escaping import (
    for_cell,
    for_encoding,
    for_file_name,
    for_html,
    for_log,
    for_markdown,
    for_markdown_block,
    for_terminal,
    for_xml,
)

# Every code point, including lone surrogates, with more weight on the dangerous ones.
ANY = st.characters(exclude_categories=())
DANGEROUS = st.sampled_from(
    "\x00\x07\b\r\n\t\x1b\x7f\x85\x9b\xad\u061c\u200b\u200d\u2028\u202e\u2066\ufeff\U000e0041\ud800\u0300"
)
HOSTILE = st.text(st.one_of(ANY, DANGEROUS))
# What people write: letters, marks, digits, punctuation, symbols and spaces of the living scripts.
WRITTEN = (
    "naïve café Straße Ελλάδα Москва 東京 한국어 हिन्दी Tiếng Việt e\u0301 ✓ × ≤ 🎉 \u00a0 \u3000 'a\\nb' <b>"
)


def categories(text: str) -> set[str]:
    return {unicodedata.category(character) for character in text}


@given(HOSTILE)
def test_no_terminal_control_survives(text: str) -> None:
    shown = for_terminal(text).replace("\n", "").replace("\t", "")
    assert not categories(shown) & {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


@given(HOSTILE)
def test_text_for_a_log_never_ends_its_line(text: str) -> None:
    shown = for_log(text)
    assert [shown] == (shown.splitlines() or [""])
    assert "\t" not in shown


@given(HOSTILE)
def test_text_in_a_page_is_never_markup(text: str) -> None:
    shown = for_html(text)
    assert not set("<>\"'") & set(shown)
    assert for_terminal(text) == html.unescape(shown)


@given(HOSTILE, st.booleans(), st.integers(0, 40))
def test_escaping_twice_changes_nothing_more(text: str, newlines: bool, limit: int) -> None:
    once = for_terminal(text, limit=limit, newlines=newlines)
    assert once == for_terminal(once, limit=limit, newlines=newlines)


@given(HOSTILE, st.integers(0, 40))
def test_no_text_is_longer_than_its_limit(text: str, limit: int) -> None:
    assert len(for_terminal(text, limit=limit)) <= limit
    assert len(for_log(text, limit=limit)) <= limit


def test_a_cut_is_marked_and_never_splits_an_escape() -> None:
    assert "ab…" == for_terminal("ab\x1bcdefgh", limit=6)
    assert "ab\\x1b…" == for_terminal("ab\x1bcdefgh", limit=7)


def test_ordinary_text_is_unchanged() -> None:
    assert WRITTEN == for_terminal(WRITTEN)
    assert WRITTEN == for_log(WRITTEN)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[2J", "\\x1b[2J"),
        ("\x9b1m", "\\x9b1m"),
        ("a\u202eb", "a\\u202eb"),
        ("a\u200bb\ufeff", "a\\u200bb\\ufeff"),
        ("\ud800", "\\ud800"),
        ("\U000e0041", "\\U000e0041"),
        ("a\r\nb\rc", "a\nb\\rc"),
        ("\u3164", "\\u3164"),
        ("a" + "\u0301" * 6, "a" + "\u0301" * 4 + "\\u0301" * 2),
    ],
)
def test_harmful_characters_become_visible(text: str, shown: str) -> None:
    assert shown == for_terminal(text)


def test_line_ends_and_tabs_are_escaped_in_a_log() -> None:
    assert "a\\nb\\tc\\r\\nd" == for_log("a\nb\tc\r\nd")


@given(st.text(st.characters(exclude_categories=["Cs"])), st.sampled_from(["ascii", "cp1252", "utf-8"]))
def test_a_text_for_an_encoding_can_be_written_in_it(text: str, encoding: str) -> None:
    for_encoding(text, encoding).encode(encoding)


def test_common_symbols_are_spelled_out_if_they_cannot_be_written() -> None:
    assert "a <= b -> c... \\u6f22" == for_encoding("a ≤ b → c… 漢", "ascii")
    assert "2 × 3 é -> " == for_encoding("2 × 3 é → ", "cp1252")


@given(HOSTILE)
def test_an_xml_document_round_trips_the_text(text: str) -> None:
    element = ET.Element("a", b=for_xml(text))
    element.text = for_xml(text)
    read = ET.fromstring(ET.tostring(element, "utf-8"))

    assert for_terminal(text) == read.get("b") == (read.text or "")


@given(st.text(st.one_of(ANY, DANGEROUS, st.sampled_from("=+-@'\"\t ;,＝＋－＠"))))
def test_a_cell_is_one_line_and_never_a_formula(text: str) -> None:
    cell = for_cell(text)

    assert [cell] == (cell.splitlines() or [""])
    assert for_log(text) == re.sub("(^|[;,])'", r"\1", cell)
    assert all(part.lstrip('"` \u3000\xa0')[:1] not in set("=+-@＝＋－＠") for part in re.split("[;,]", cell))


@given(HOSTILE)
def test_only_possible_formulas_are_marked_in_a_cell(text: str) -> None:
    text = re.sub("[;,]", "", text)
    assert for_cell(f"Anna {text}") == for_log(f"Anna {text}")


@given(st.text(st.one_of(ANY, DANGEROUS, st.sampled_from("`|\\[]()<>!#*_~@:"))))
def test_text_cannot_end_the_markdown_code_around_it(text: str) -> None:
    shown = for_markdown(text)

    assert shown[0] == shown[-1] == "`"
    assert not set("`|\n") & set(shown[1:-1])
    assert shown[1:-1]


@given(st.text(st.sampled_from("`~x\n #")))
def test_text_cannot_end_the_markdown_block_around_it(text: str) -> None:
    first, *inside, last, end = for_markdown_block(text).split("\n")

    assert first == last + "text"
    assert "" == end
    assert all(last not in line for line in inside)


@given(HOSTILE, st.integers(2, 40))
def test_a_file_name_respects_its_limit_and_is_stable(text: str, limit: int) -> None:
    name = for_file_name(text, limit=limit)

    assert 0 < len(name.encode()) <= limit
    assert name == for_file_name(name, limit=limit)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Anna Müller", "Anna Müller"),
        ("../../x", "__.._x"),
        ("a/b\\c:d", "a_b_c_d"),
        ("CON", "_CON"),
        ("com1.txt", "_com1.txt"),
        ("console", "console"),
        ("x. ", "x"),
        ("", "_"),
        ("...", "_"),
        (".hidden", "_hidden"),
        ("-rf", "_rf"),
        ("a\u202eb\0c", "a_b_c"),
    ],
)
def test_a_text_as_the_name_of_a_file(text: str, name: str) -> None:
    assert name == for_file_name(text)

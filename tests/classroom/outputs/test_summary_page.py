"""`summary.md`, read by a real Markdown parser."""

import pytest
from classmates import APPEAL, ATTACKS, SLUGS, is_calm, not_submitted, row, set_aside, speaking, written

from gradkata.classroom.outputs import summary_page

MarkdownIt = pytest.importorskip("markdown_it").MarkdownIt


def page(rows, out, slugs=SLUGS):
    written(rows, out, slugs)
    return (out / "summary.md").read_text("utf-8")


def parsed(text):
    """Every token of a page, including inline ones; with the tables and strikethrough of GitHub."""
    tokens = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).parse(text)
    return [inner for token in tokens for inner in (token, *(token.children or ()))]


def codes(text):
    return [token.content for token in parsed(text) if token.type == "code_inline"]


def test_a_class_is_a_table_with_a_row_for_each_student(reports, tmp_path):
    text = page(
        [
            row("Zoë", reports["right/iou.py"], reports["right/nms.py"]),
            row("Eve", reports["wrong/iou_without_clamp.py"], set_aside("detection/nms")),
        ],
        tmp_path,
    )

    assert "| `Zoë` | 10 | 10 | **20** |\n| `Eve` | 1 |  |  |\n" in text
    assert "- 1 mark could not be given" in text
    assert "| `detection/iou` | forgets to clamp | 1 |" in text
    assert 3 == sum(token.type == "table_open" for token in parsed(text))


def test_the_feedback_of_a_single_student_is_shown_in_full(reports, tmp_path):
    text = page([row("Eve", reports["wrong/iou_without_clamp.py"], not_submitted("detection/nms"))], tmp_path)
    (fence,) = [token for token in parsed(text) if token.type == "fence"]

    assert fence.content == (tmp_path / "feedback" / "Eve.txt").read_text("utf-8").rstrip() + "\n"


@pytest.mark.parametrize("words", ATTACKS)
def test_nothing_a_student_writes_is_a_link_an_image_or_markup(words, reports, tmp_path):
    report = speaking(reports["wrong/iou_without_clamp.py"], words)
    forged = APPEAL._replace(why=words)
    alone = page([row(words, report, reports["wrong/nms_mutates.py"], nms=forged)], tmp_path / "alone")
    two = page([row(words, report), row("Ada", report)], tmp_path / "two", SLUGS[:1])

    for text in (alone, two):
        kinds = {token.type for token in parsed(text)}
        assert not kinds & {
            "link_open",
            "image",
            "html_inline",
            "html_block",
            "code_block",
            "blockquote_open",
        }
        assert 1 == sum(token.type == "heading_open" for token in parsed(text))
    assert 1 == sum(token.type == "fence" for token in parsed(alone))
    assert 4 == sum(token.type == "td_open" for token in parsed(alone))
    assert is_calm(alone + two)


def test_a_name_without_special_characters_is_unchanged(reports, tmp_path):
    names = ["Anna Müller", "a*b_c", "<b>", "[x](y)", "\\", "@everyone"]

    assert (
        names == codes(page([row(name, reports["right/iou.py"]) for name in names], tmp_path, SLUGS[:1]))[-6:]
    )


def test_the_page_of_a_large_class_is_within_the_limit_of_github(reports):
    rows = [row("x" * 5_000, reports["right/iou.py"]) for _ in range(5_000)]
    counted = summary_page.Page(SLUGS[:1])
    for each in rows:
        counted.add(each)
    from gradkata.classroom.outputs.tally import Counting

    counting = Counting()
    for each in rows:
        counting.add(each)
    text = counted.content(counting.tally())

    assert len(text.encode()) < 1_024 * 1_024
    assert "4000 more are in `grades.csv`." in text

"""`junit.xml`, read by a real parser."""

import re
from xml.etree import ElementTree as ET

import pytest
from classmates import APPEAL, ATTACKS, not_submitted, row, set_aside, speaking, written

from gradkata.classroom.outputs import junit
from gradkata.reports.escaping import for_terminal


def suites(*rows):
    document = junit.HEAD + "".join(map(junit.suite, rows)) + junit.FOOT
    return list(ET.fromstring(document.encode()))


def kinds(suite):
    return [case[0].tag if len(case) else "passed" for case in suite.iter("testcase")]


def test_a_student_is_a_suite_and_a_property_a_case(reports):
    right = reports["right/iou.py"]
    (suite,) = suites(row("Zoë", right))

    assert "Zoë" == suite.get("name")
    assert len(right["properties"]) == int(suite.get("tests")) == len(suite)
    assert {"detection/iou"} == {case.get("classname") for case in suite}
    assert [each["claim"] for each in right["properties"]] == [case.get("name") for case in suite]
    assert {"passed"} == set(kinds(suite))


def test_a_wrong_answer_is_a_failure_with_its_message(reports):
    wrong = reports["wrong/iou_without_clamp.py"]
    (suite,) = suites(row("Eve", wrong))
    failure = next(suite.iter("failure"))

    assert "wrong" == failure.get("type")
    assert "The value is wrong" == failure.get("message")
    assert re.search(r"called +iou\(.*\n *returned .*\n *expected +0\.0", failure.text)
    assert re.search(r"\n0 of \d points$", failure.text)
    assert wrong["misconception"]["message"] in failure.text


def test_a_broken_answer_is_an_error_and_a_property_that_could_not_run_is_skipped(reports):
    (suite,) = suites(row("Eve", reports["slow/nms_without_end.py"]))

    assert {"error", "skipped"} <= set(kinds(suite))
    assert "timeout" == next(suite.iter("error")).get("type")
    assert int(suite.get("errors")) == kinds(suite).count("error")
    assert int(suite.get("skipped")) == kinds(suite).count("skipped")


def test_a_kata_without_properties_is_one_case():
    (suite,) = suites(row("Bob", not_submitted("detection/iou"), set_aside("detection/nms")))

    assert ["skipped", "error"] == kinds(suite)
    assert "Tried 3 times" in suite[1][0].text


def test_points_set_by_hand_are_a_property_of_the_suite(reports):
    (suite,) = suites(row("Eve", reports["wrong/nms_mutates.py"], nms=APPEAL))
    (noted,) = suite.iter("property")

    assert ("detection/nms set by hand", f"7 of 10, set by hand: {APPEAL.why}") == (
        noted.get("name"),
        noted.get("value"),
    )


@pytest.mark.parametrize("words", ATTACKS)
def test_nothing_a_student_writes_is_markup(words, reports):
    (suite,) = suites(row(words, speaking(reports["wrong/iou_without_clamp.py"], words)))

    assert for_terminal(words) == suite.get("name")
    assert {"testsuite", "testcase", "failure"} == {element.tag for element in suite.iter()}
    assert any("ValueError:" in element.text for element in suite.iter("failure"))


def test_a_second_parser_agrees_on_the_whole_file(reports, tmp_path):
    expat = pytest.importorskip("xml.sax")
    written([row(words, reports["wrong/iou_syntax.py"]) for words in ATTACKS], tmp_path, ("detection/iou",))
    seen = []

    class Names(expat.ContentHandler):
        def startElement(self, name, attributes):  # noqa: N802  the library's name
            seen.append(attributes["name"] if name == "testsuite" else None)

    expat.parse(str(tmp_path / "junit.xml"), Names())
    assert list(map(for_terminal, ATTACKS)) == [name for name in seen if name is not None]

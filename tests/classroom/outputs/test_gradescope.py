"""`gradescope/STUDENT.json` contains only keys that Gradescope documents."""

import json

import pytest
from classmates import APPEAL, ATTACKS, is_calm, not_submitted, row, set_aside, speaking

from gradkata.classroom.outputs import gradescope

# gradescope-autograders.readthedocs.io/en/latest/specs/
TOP = {
    "score": (int, float), "execution_time": (int, float), "output": str, "output_format": str,
    "test_output_format": str, "test_name_format": str, "visibility": str, "stdout_visibility": str,
    "extra_data": dict, "tests": list, "leaderboard": list,
}  # fmt: skip
TEST = {
    "score": (int, float), "max_score": (int, float), "status": str, "name": str, "name_format": str, "number": str,
    "output": str, "output_format": str, "tags": list, "visibility": str, "extra_data": dict,
}  # fmt: skip
FORMATS = {"text", "html", "simple_format", "md", "ansi"}
VISIBILITIES = {"hidden", "after_due_date", "after_published", "visible"}


def results(*given, **by_slug):
    return json.loads(gradescope.results(row(*given, **by_slug)))


def is_documented(found):
    return (
        all(isinstance(value, TOP[key]) for key, value in found.items())
        and all(isinstance(value, TEST[key]) for test in found["tests"] for key, value in test.items())
        and all(test["status"] in ("passed", "failed") for test in found["tests"])
        and {each["visibility"] for each in (found, *found["tests"])} <= VISIBILITIES
        and {each["output_format"] for each in (found, *found["tests"])} <= FORMATS
        and {test["name_format"] for test in found["tests"]} <= FORMATS
    )


def test_every_key_is_one_that_gradescope_documents(reports):
    for name, report in reports.items():
        found = results("Eve", report)
        assert is_documented(found), name
        assert {"score", "max_score", "status", "name", "output", "visibility"} <= set(found["tests"][0])


def test_the_score_is_the_total_and_the_sum_of_the_tests(reports):
    found = results("Eve", reports["wrong/iou_without_clamp.py"], reports["right/nms.py"])

    assert 11 == found["score"] == sum(test["score"] for test in found["tests"])
    assert 20 == found["extra_data"]["max_score"] == sum(test["max_score"] for test in found["tests"])


def test_points_set_by_hand_override_the_sum_and_are_shown(reports):
    found = results("Eve", reports["right/iou.py"], reports["wrong/nms_mutates.py"], nms=APPEAL)

    assert 17 == found["score"]
    assert "detection/nms: 7 of 10, set by hand: the tie rule was unclear" in found["output"]


def test_the_first_failure_is_shown_in_full(reports):
    found = results("Eve", reports["wrong/iou_without_clamp.py"])
    first = next(test for test in found["tests"] if test["status"] == "failed")

    assert first["output"].startswith("The value is wrong\n\n  called    iou(")
    assert "A length cannot be negative" in first["output"]


def test_a_property_that_holds_without_points_says_why(reports):
    found = results("Eve", reports["wrong/iou_without_clamp.py"])
    held = [
        test for test in found["tests"] if test["status"] == "passed" and test["score"] < test["max_score"]
    ]

    assert held
    assert all("count once ordinary input is right" in test["output"] for test in held)


def test_tests_are_numbered_by_kata_and_property(reports):
    found = results("Eve", reports["right/iou.py"], reports["right/nms.py"])

    assert {"1.1", "2.1"} <= {test["number"] for test in found["tests"]}


def test_with_an_open_mark_there_is_no_score_at_all(reports):
    found = results("Eve", reports["right/iou.py"], set_aside("detection/nms"))

    assert is_documented(found)
    assert [] == [each for each in (found, *found["tests"]) if "score" in each]
    assert "no total yet" in found["output"]


def test_nothing_handed_in_is_a_zero():
    found = results("Bob", not_submitted("detection/iou"))

    assert (0, 0, 10) == (found["score"], found["tests"][0]["score"], found["tests"][0]["max_score"])
    assert "Nothing was handed in" in found["tests"][0]["output"]


@pytest.mark.parametrize("words", ATTACKS)
def test_nothing_a_student_writes_is_interpreted(words, reports):
    text = gradescope.results(row(words, speaking(reports["wrong/iou_without_clamp.py"], words)))
    found = json.loads(text)
    shown = [found["output"], *(test[key] for test in found["tests"] for key in ("name", "output"))]

    assert text.isascii()
    assert is_documented(found)
    assert all(map(is_calm, shown))
    assert {"text"} == {each["output_format"] for each in (found, *found["tests"])}

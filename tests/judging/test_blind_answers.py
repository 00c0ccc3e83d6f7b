"""Answers that were written from the statements alone, by people who saw neither graders nor solutions.

The right ones show that the statement suffices; the wrong ones, that the grader is not tuned to its own
misconceptions.  ``blind/named.json`` holds the diagnosis of each wrong one: a misconception or the outcome.
"""

import json

import pytest
from blind_answers import BLIND, SEVERAL, answers_in

NAMED = json.loads((BLIND / "named.json").read_text("utf-8"))
RIGHT = sorted(BLIND.glob("*/right*.py"))
WRONG = sorted(BLIND.glob("*/wrong*.py"))
SAYS_IT_ALL = {
    "mutates-input",
    "nondeterministic",
    "wrong-type",
    "wrong-shape",
    "raised",
    "timeout",
    "memory",
    "crashed",
}


def title(path):
    return f"{path.parent.name}/{path.stem}"


@pytest.mark.parametrize("path", RIGHT, ids=title)
def test_a_right_answer_from_the_statement_alone_earns_all_points(judged, path):
    assert judged(path.read_bytes(), path.parent.name)["score"] == 10


@pytest.mark.parametrize("path", WRONG, ids=title)
def test_a_wrong_answer_from_experience_loses_points_and_is_named(judged, path):
    report = judged(path.read_bytes(), path.parent.name)

    assert report["score"] < 10
    name = report["misconception"]["name"] if report["misconception"] else report["outcome"]
    assert name == NAMED[title(path)]


@pytest.mark.parametrize("path", SEVERAL, ids=lambda path: path.stem)
def test_answers_from_the_statement_alone_get_what_they_deserve(judged, path):
    unexplained = []
    for each in answers_in(path):
        report = judged(each.source, path.stem)
        assert (report["score"] == 10) == each.is_right, each.title or "right"
        if not each.is_right and not is_explained(report):
            unexplained.append(each.title)

    assert len(unexplained) <= 1, unexplained


def test_every_file_of_answers_holds_a_right_one_and_five_wrong_ones():
    for path in SEVERAL:
        found = [each.is_right for each in answers_in(path)]
        assert found.count(True) >= 1, path.stem
        assert found.count(False) >= 5, path.stem


def is_explained(report):
    """Whether a report names the mistake, or says by the outcome or a sentence what is wrong."""
    texts = [each.get("message", "") for each in report["properties"]] + report["notes"]
    has_sentence = any("In all" in text or text.startswith("It is wrong") for text in texts)
    return bool(report["misconception"]) or report["outcome"] in SAYS_IT_ALL or has_sentence

"""Answers that were written from the statements alone, by people who saw neither graders nor solutions.

The right ones show that the statement suffices; the wrong ones, that the grader is not tuned to its own
misconceptions.  ``blind/named.json`` holds the diagnosis of each wrong one: a misconception or the outcome.
"""

import json
from pathlib import Path

import pytest

BLIND = Path(__file__).parent / "blind"
NAMED = json.loads((BLIND / "named.json").read_text("utf-8"))
RIGHT = sorted(BLIND.glob("*/right*.py"))
WRONG = sorted(BLIND.glob("*/wrong*.py"))


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

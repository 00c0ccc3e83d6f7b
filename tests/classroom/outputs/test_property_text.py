"""What the outputs for each property say: the calls, and what was printed during them."""

import json
from pathlib import Path

import pytest
from classmates import row

from gradkata.classroom.outputs import feedback, gradescope, junit
from gradkata.classroom.outputs.property_text import fault_text

GOLDEN = Path(__file__).parents[2] / "reports" / "golden"
RELATION = json.loads((GOLDEN / "relation" / "report.json").read_text("utf-8"))


def test_a_relation_is_shown_with_its_calls_and_the_printed_text():
    failed = next(each for each in RELATION["properties"] if each["outcome"] == "wrong")

    text = fault_text(RELATION, failed)

    assert text.count("called  ") == text.count("returned  ") == 2
    assert "You printed during these calls" in text


@pytest.mark.parametrize("output", [feedback.text, junit.suite, gradescope.results])
def test_printed_text_is_that_of_the_failing_calls_everywhere(output):
    spoken = {**RELATION, "printed": "said during the first call\n" * 3}

    text = output(row("Anna", spoken))

    assert "You printed during these calls" in text
    assert "said during the first call" not in text

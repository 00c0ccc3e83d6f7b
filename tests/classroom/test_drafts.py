"""The draft of a misconception for a group of equal wrong answers."""

import pytest

from gradkata.catalog import Catalog
from gradkata.classroom.behaviours import Group
from gradkata.classroom.drafts import MOST_EXAMPLES, draft
from gradkata.judging.answers import observe
from gradkata.judging.exercises import exercise

SLUG = "detection/iou"


@pytest.fixture(scope="module")
def iou():
    return exercise(Catalog(), SLUG)


def group(iou, function, **failed):
    """The group of a function, whose report says that one property failed."""
    answers = [observe(function, iou.kata.signature, call.arguments) for call in iou.bank.calls]
    report = {"kata": SLUG, "properties": [{"name": "x", "claim": "It holds.", "outcome": "wrong", **failed}]}
    return Group(("ana",), report, answers)


def test_the_smallest_calls_are_its_examples(iou):
    found = draft(iou, group(iou, lambda a, b: 1 - iou.truth()(a, b)))
    lengths = [len(str(each["calls"][0]["arguments"])) for each in found.examples]

    assert (found.wrong, found.calls) == (len(iou.bank.calls), len(iou.bank.calls))
    assert len(found.examples) == MOST_EXAMPLES
    assert lengths == sorted(lengths)


def test_a_changed_argument_is_in_its_comments(iou):
    def changes(a, b):
        a += 1.0
        return iou.truth()(a - 1.0, b)

    assert "#   changed  a\n" in draft(iou, group(iou, changes)).code


def test_without_a_wrong_call_the_failed_property_is_in_its_comments(iou):
    calls = [{"call": "iou(a=[1.], b=[2.])", "arguments": {}, "returned": "nan"}]
    counterexample = {"calls": calls, "expected": 0.25, "relation": None, "printed": ""}
    code = draft(iou, group(iou, iou.truth(), counterexample=counterexample)).code

    assert code.startswith(
        f"# Wrong on 0 of {len(iou.bank.calls)} calls of the bank\n# Fails: It holds.\n"
        "# iou(a=[1.], b=[2.])\n#   returned nan\n#   expected 0.25\n@kata.misconception\n"
    )


def test_a_traceback_is_left_out_because_it_names_a_file(iou):
    def fails(a, b):
        raise ValueError("no box")

    found = draft(
        iou, group(iou, fails, outcome="raised", message="ValueError: no box\n  ana.py, line 2, in iou")
    )

    assert "#   raised   ValueError: no box\n" in found.code
    assert found.failed["message"] == "ValueError: no box"

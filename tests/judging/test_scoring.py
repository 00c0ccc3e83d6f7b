"""Points are exact, and most of them count only if the core holds."""

import json
from fractions import Fraction

import numpy as np
import pytest
from small_katas import ORDINARY, answers_of, bank_of, half, halves, never

from gradkata import Kata
from gradkata.judging.answers import Answer
from gradkata.judging.report import Judged, report
from gradkata.judging.scoring import as_number, is_withheld, points, total
from gradkata.judging.verdicts import verdicts


def earned(function, kata=None):
    kata = kata or halves()
    return points(verdicts(kata, ORDINARY, answers_of(kata, ORDINARY, function), never))


def test_a_right_answer_earns_every_point():
    assert [1, 6, 3] == earned(half)


def test_an_edge_that_fails_costs_its_own_points_only():
    assert [1, 6, 0] == earned(lambda x: x / 2 if x else 1.0)


def test_an_edge_counts_only_if_the_core_holds():
    assert [1, 0, 0] == earned(lambda x: 0.0), "0.0 is right at the edge, and worth nothing there"


def test_the_contract_earns_points_if_the_core_fails():
    assert [1, 0, 0] == earned(lambda x: x / 3)


def test_the_core_earns_points_if_the_contract_fails():
    def changes(x):
        x[0] = 0
        return 0.0

    kata = Kata("f(x: (2)) -> ()")
    kata.contract(points=4)
    kata.agreement(points=6)
    bank = bank_of(("agrees_on_ordinary_input", (np.ones(2),)), truth=lambda x: 0.0)

    assert [0, 6] == points(verdicts(kata, bank, answers_of(kata, bank, changes), never))


def test_skipped_properties_earn_nothing():
    kata = halves()
    answers = [Answer("skipped")] * len(ORDINARY.calls)

    assert [0, 0, 0] == points(verdicts(kata, ORDINARY, answers, never))


def test_a_failure_that_has_no_points_of_its_own_withholds_one():
    kata = halves(edge=0, agreement=9)
    found = verdicts(kata, ORDINARY, answers_of(kata, ORDINARY, lambda x: x / 2 if x else 1.0), never)

    assert is_withheld(found)
    assert [10, 9] == [sum(points(found)), total(found)]


def test_nothing_is_withheld_if_points_were_lost_or_all_is_right():
    for function, score in ((half, 10), (lambda x: x / 2 if x else 1.0, 7)):
        kata = halves()
        found = verdicts(kata, ORDINARY, answers_of(kata, ORDINARY, function), never)

        assert not is_withheld(found)
        assert score == total(found)


def test_thirds_add_up_exactly():
    kata = halves(contract=Fraction(1, 3), agreement=Fraction(28, 3), edge=Fraction(1, 3))
    marks = earned(half, kata)

    assert [Fraction(1, 3), Fraction(28, 3), Fraction(1, 3)] == marks
    assert Fraction(10) == sum(marks)


@pytest.mark.parametrize(
    ("score", "number", "text"),
    [(Fraction(10), 10, "10"), (Fraction(0), 0, "0"), (Fraction(11, 2), 5.5, "5.5")],
)
def test_a_whole_score_is_an_integer(score, number, text):
    assert number == as_number(score)
    assert text == json.dumps(as_number(score))


@pytest.mark.parametrize(
    ("function", "outcome", "score"),
    [
        (half, "passed", 10),
        (lambda x: x / 2 if x else 1.0, "wrong", 7),
        (lambda x: 0.0, "wrong", 1),
        (lambda x: "half", "wrong-type", 0),
        (lambda x: 1 / 0, "raised", 0),
    ],
    ids=["right", "edge", "zero", "a string", "raises"],
)
def test_the_reports_outcome_is_that_of_the_first_property_that_fails(function, outcome, score):
    kata = halves()
    found = verdicts(kata, ORDINARY, answers_of(kata, ORDINARY, function), never)

    result = report("maths/half", kata, ORDINARY, Judged(found), "kernel", 0.0)

    assert (outcome, score, 10) == (result["outcome"], result["score"], result["max_score"])
    assert score == sum(each["points"] for each in result["properties"])

"""Answers that depend on a seed, and results that need not be finite, judged in the sandbox."""

import math

import numpy as np
import pytest
from small_katas import exercise_of, shown

from gradkata import Kata, close_to_mean, st
from gradkata.authoring import candidates
from gradkata.authoring.bank_builder import make_bank
from gradkata.drawing.bank import BankError

HEAD = "import numpy as np\n\n\ndef flips(seed, n, p):\n    "


def flips(seed, n, p):
    return (np.random.default_rng(seed).random(n) < p).astype(np.int64)


def kata_of_flips(times=60):
    kata = Kata("flips(seed: i8, n: i8, p: ()) -> i8(n)", p=st.sampled_from([0.25, 0.5, 0.75]))
    kata.contract(points=1)

    @kata.accepts(points=9)
    def holds_zeros_and_ones(answer):
        """Every entry is 0 or 1."""
        assert set(answer.tolist()) <= {0, 1}, "An entry is neither 0 nor 1."

    @kata.property(points=0, seed=st.integers(0, 1000))
    def has_the_right_mean(flips, seed, p):
        """The share of ones is p, up to chance."""
        rows = [flips(seed + i, 20, p) for i in range(times)]
        close_to_mean(np.concatenate(rows), p, low=0, high=1)

    return kata


@pytest.mark.parametrize(
    "body",
    [
        "return (np.random.default_rng(seed).random(n) < p).astype(int)",
        "return np.random.RandomState(seed).binomial(1, p, n)",
    ],
)
def test_right_answers_with_other_generators_earn_all_points(judged_on, tmp_path, body):
    exercise = exercise_of(kata_of_flips(), flips, tmp_path)

    assert 10 == judged_on(exercise, HEAD + body)["score"]


def test_a_wrong_probability_is_found_and_explained(judged_on, tmp_path):
    exercise = exercise_of(kata_of_flips(), flips, tmp_path)

    report = judged_on(exercise, HEAD + "return (np.random.default_rng(seed).random(n) >= p).astype(int)")

    assert ["passed", "passed", "wrong"] == [each["outcome"] for each in report["properties"]]
    assert "The average of 1200 values is " in shown(report)
    assert 9 == report["score"]


def test_many_calls_of_one_check_are_not_stored():
    bank = make_bank("maths/flips", kata_of_flips(), flips, {})

    cases = [case for case in bank.cases if case.property == "has_the_right_mean"]
    assert 1 <= len(cases) <= candidates.MANY_EXAMPLES
    assert all(not case.calls and {"seed", "p"} == {*case.inputs} for case in cases)


def test_a_check_that_calls_too_often_is_refused():
    with pytest.raises(BankError, match="`has_the_right_mean` calls the function more than 400 times"):
        make_bank("maths/flips", kata_of_flips(times=401), flips, {})


def test_the_bound_on_an_average_is_that_of_hoeffding():
    bound = math.sqrt(math.log(2 / 1e-9) / (2 * 100))

    close_to_mean(np.full(100, 0.5 + 0.99 * bound), 0.5, low=0, high=1)
    with pytest.raises(AssertionError, match=r"The average of 100 values is .*; expected 0\.5, within 0\.33"):
        close_to_mean(np.full(100, 0.5 + 1.01 * bound), 0.5, low=0, high=1)


@pytest.mark.parametrize("value", [-0.1, 1.1, np.nan])
def test_a_value_outside_its_range_fails(value):
    with pytest.raises(AssertionError, match="Not all of the 2 values are between 0 and 1"):
        close_to_mean([0.5, value], 0.5, low=0, high=1)


def test_results_that_need_not_be_finite_are_right_where_the_kata_says_so(judged_on, tmp_path):
    def odds(p):
        return np.divide(p, 1 - p)

    right = "import numpy as np\n\n\ndef odds(p):\n    return np.divide(p, 1 - p)\n"
    scores = {}
    for finite in (True, False):
        kata = Kata("odds(p: (n)) -> (n)", p=np.array([0.0, 0.5, 1.0]))
        kata.contract(points=1, finite=finite)
        kata.agreement(points=9)
        exercise = exercise_of(kata, odds, tmp_path)
        scores[finite] = judged_on(exercise, right)["score"]
        assert ("NaN and infinities are allowed" in kata.properties[0].claim) is not finite
        wrong = judged_on(
            exercise, right.replace("np.divide(p, 1 - p)", "np.minimum(np.divide(p, 1 - p), 9)")
        )
        assert wrong["score"] <= 1

    assert {True: 9, False: 10} == scores

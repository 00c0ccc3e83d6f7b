"""Katas with several right answers, judged in the sandbox."""

import numpy as np
import pytest
from small_katas import exercise_of, judged, shown

from gradkata import Kata, same, st
from gradkata.authoring.bank_builder import make_bank
from gradkata.authoring.trials import try_out
from gradkata.drawing.bank import BankError
from gradkata.reports import html


def kata_of_roots():
    """A root of x**2 = a: either sign is right."""
    kata = Kata("root(a: ()) -> ()", a=st.integers(1, 50).map(float))
    kata.contract(points=1)

    @kata.accepts(points=7)
    def has_the_right_square(a, answer):
        """The square of the answer is a."""
        same(answer**2, a)

    kata.edge("The root of 0 is 0.", points=2, a=0.0)

    @kata.misconception
    def halves(a):
        """You halve the number. A root is the number whose square it is."""
        return a / 2 if a != 4 else -2.0

    return kata


def root(a):
    return float(np.sqrt(a))


@pytest.mark.parametrize("sign", ["", "-"])
def test_every_right_answer_earns_all_points(judged_on, tmp_path, sign):
    exercise = exercise_of(kata_of_roots(), root, tmp_path)

    assert 10 == judged_on(exercise, f"def root(a):\n    return {sign}a ** 0.5\n")["score"]


def test_a_wrong_answer_is_shown_with_one_right_answer_as_an_example(judged_on, tmp_path):
    exercise = exercise_of(kata_of_roots(), root, tmp_path)

    report = judged_on(exercise, "def root(a):\n    return a + 1.0\n")

    (core,) = [each for each in report["properties"] if each["name"] == "has_the_right_square"]
    assert ("The square of the answer is a.", "wrong", 0) == (core["claim"], core["outcome"], core["points"])
    assert core["counterexample"]["is_unique"] is False
    assert "for example 1.0" in html.render(report)
    text = shown(report)
    assert "expected for example 1.0" in text
    assert "4.0 should be equal to 1.0. Any answer is right for which this holds: The square of the" in text


def test_edges_are_judged_by_the_predicate(judged_on, tmp_path):
    exercise = exercise_of(kata_of_roots(), root, tmp_path)

    report = judged_on(exercise, "def root(a):\n    return -a ** 0.5 if a else 1.0\n")

    assert ["passed", "passed", "wrong"] == [each["outcome"] for each in report["properties"]]
    assert 8 == report["score"]


def test_a_mistake_is_diagnosed_although_the_right_answers_differ(judged_on, tmp_path):
    exercise = exercise_of(kata_of_roots(), root, tmp_path)

    found = judged_on(exercise, "def root(a):\n    return a / 2\n")["misconception"]

    assert "halves" == found["name"]


@pytest.mark.parametrize(
    ("result", "outcome"),
    [(True, "passed"), (None, "passed"), (np.True_, "passed"), (False, "wrong"), ([], "wrong")],
)
def test_a_predicate_answers_or_asserts(result, outcome):
    kata = Kata("root(a: ()) -> ()")

    @kata.accepts(points=9)
    def is_right(answer):
        """It is right."""
        return result

    bank = make_bank("maths/root", kata, lambda a: a, {}) if outcome == "passed" else None
    if bank is None:
        from small_katas import bank_of

        bank = bank_of(("is_right", (4.0,)), truth=lambda a: a)
    assert outcome == judged(kata, lambda a: a, bank)["is_right"].outcome


def test_a_predicate_that_fails_on_an_answer_rejects_it_with_the_reason():
    from small_katas import bank_of

    kata = Kata("words(n: i8) -> [str]")

    @kata.accepts(points=9)
    def begins_with_a(n, answer):
        """The first word begins with a."""
        return answer[0].startswith("a")

    failure = judged(kata, lambda n: [], bank_of(("begins_with_a", (1,)), truth=lambda n: ["a"]))[
        "begins_with_a"
    ].failure

    assert failure.message == "The answer cannot be examined (IndexError: list index out of range)."


def test_a_predicate_sees_several_results_as_a_tuple():
    kata = Kata("split(x: ()) -> (), ()")
    kata.contract(points=1)

    @kata.accepts(points=9)
    def adds_up(x, answer):
        """The parts add up to the whole."""
        first, second = answer
        same(first + second, x)

    bank = make_bank("maths/split", kata, lambda x: (x, 0.0), {})

    assert 10 == try_out(kata, bank, lambda x: (x - 1, 1.0)).score
    assert 1 == try_out(kata, bank, lambda x: (x, x + 1)).score


def test_a_reference_that_the_predicate_rejects_gives_no_bank():
    with pytest.raises(BankError, match="`has_the_right_square` rejects the reference"):
        make_bank("maths/root", kata_of_roots(), lambda a: a, {})


@pytest.mark.parametrize("names", ["answer, a", "a", "b, answer", ""])
def test_a_predicate_with_other_parameters_is_refused(names):
    predicate = eval(f"lambda {names}: True")

    with pytest.raises(ValueError, match="its parameters are some of `a`, and then `answer`"):
        Kata("root(a: ()) -> ()").accepts(points=1)(predicate)


def test_agreement_and_a_predicate_exclude_each_other():
    kata = kata_of_roots()

    with pytest.raises(ValueError, match=r"two of `kata.agreement` and `kata.accepts`"):
        kata.agreement(points=1)

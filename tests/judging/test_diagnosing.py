"""A wrong answer is diagnosed as the known mistake that it behaves like, and as no other."""

import numpy as np
import pytest
from small_katas import CORE, ORDINARY, UNASKED, answers_of, bank_of, half, halves

from gradkata import Kata
from gradkata.judging.diagnosing import diagnose, matching


def with_mistakes(**mistakes):
    """The kata of halves with these misconceptions."""
    kata = halves()
    for name, function in mistakes.items():
        add(kata, name, function)
    return kata


def add(kata, name, function):
    function.__name__, function.__doc__ = name, f"You make the mistake {name}."
    kata.misconception(function)


def named(kata, function, bank=ORDINARY):
    found = diagnose(kata, bank, answers_of(kata, bank, function), half)
    return found and found.mistake.name


def thirds(x):
    return x / 3


def test_a_mistake_is_matched_by_the_values_of_all_answers():
    kata = with_mistakes(thirds=lambda x: x / 3, doubles=lambda x: 2.0 * x)

    assert "thirds" == named(kata, thirds)
    assert "doubles" == named(kata, lambda x: x + x)
    assert named(kata, lambda x: x / 3 if x > 0 else x / 2) is None, "like thirds on one probe of two"


def test_values_are_matched_up_to_rounding():
    kata = with_mistakes(thirds=lambda x: x / 3)

    assert "thirds" == named(kata, lambda x: x / 3 * (1 + 1e-12))
    assert named(kata, lambda x: x / 3 * (1 + 1e-6)) is None


def test_a_right_answer_is_matched_by_nothing():
    kata = with_mistakes(rounds_nothing=lambda x: x / 2, thirds=lambda x: x / 3)

    assert named(kata, half) is None


def test_of_two_equal_mistakes_the_first_declared_is_named():
    kata = with_mistakes(one=lambda x: x / 3, two=lambda x: x * (1 / 3))

    assert "one" == named(kata, thirds)
    both = matching(kata.misconceptions, kata, ORDINARY, answers_of(kata, ORDINARY, thirds))
    assert ["one", "two"] == [found.name for found in both]


def raising(error):
    def answer(x):
        if x == 0:
            raise error
        return x / 2

    return answer


def test_an_exception_is_matched_by_its_type_and_not_by_its_message():
    kata = with_mistakes(
        divides=raising(ZeroDivisionError("float division by zero")),
        looks=raising(IndexError("out of range")),
    )

    assert "divides" == named(kata, raising(ZeroDivisionError("division by zero")))
    assert "looks" == named(kata, raising(IndexError()))
    assert named(kata, raising(ValueError())) is None


def test_a_value_is_not_matched_by_an_exception():
    assert named(with_mistakes(divides=raising(ZeroDivisionError())), lambda x: x / 2 if x else 1.0) is None


def clipping():
    """A kata on arrays with one known mistake: to work in place."""
    kata = Kata("clip(x: (n)) -> (n)")
    kata.contract(points=1)
    kata.agreement(points=9)
    bank = bank_of(
        (CORE, (np.array([-1.0, 2.0]),)), (CORE, (np.array([3.0]),)), truth=lambda x: np.maximum(x, 0)
    )
    return kata, bank


def in_place(x):
    np.maximum(x, 0, out=x)
    return x


def test_a_mistake_is_matched_by_what_it_does_to_its_arguments():
    kata, bank = clipping()
    add(kata, "works_in_place", lambda x: in_place(x))

    assert "works_in_place" == named(kata, in_place, bank)
    assert named(kata, lambda x: np.maximum(x, 0), bank) is None


def test_right_values_with_a_changed_argument_do_not_match_another_mistake():
    kata, bank = clipping()
    add(kata, "takes_sizes", lambda x: np.abs(x))

    assert named(kata, in_place, bank) is None


def test_the_values_of_a_mistake_with_a_changed_argument_are_not_that_mistake():
    kata, bank = clipping()
    add(kata, "takes_sizes", lambda x: np.abs(x))

    assert "takes_sizes" == named(kata, lambda x: abs(x), bank)
    assert named(kata, lambda x: np.abs(x, out=x), bank) is None


@pytest.mark.parametrize("result", ["half", None, [1.0, 2.0]], ids=["a string", "None", "a list"])
def test_a_wrong_type_is_matched_by_the_same_type(result):
    kata = with_mistakes(forgets_the_result=lambda x: result)

    assert "forgets_the_result" == named(kata, lambda x: result)
    assert named(kata, lambda x: {"result": 1}) is None


def test_the_right_value_in_the_wrong_dtype_is_matched_as_such():
    kata, bank = clipping()
    add(kata, "makes_complex", lambda x: np.maximum(x, 0).astype(complex))

    assert "makes_complex" == named(kata, lambda x: np.maximum(x, 0) + 0j, bank)


def test_calls_without_an_answer_do_not_count():
    kata = with_mistakes(thirds=lambda x: x / 3)
    answers = answers_of(kata, ORDINARY, thirds)

    found = diagnose(kata, ORDINARY, [answers[0], UNASKED, UNASKED], half)

    assert found is not None
    assert "thirds" == found.mistake.name
    assert diagnose(kata, ORDINARY, [UNASKED] * 3, half) is None


def test_a_mistake_that_cannot_be_seen_on_the_bank_is_not_guessed():
    kata = with_mistakes(wrong_above_100=lambda x: x / 2 if x < 100 else 0.0)

    assert named(kata, half) is None

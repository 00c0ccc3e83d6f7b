"""A wrong answer is diagnosed as the known mistake that it behaves like, and as no other."""

from dataclasses import replace

import numpy as np
import pytest
from small_katas import CORE, EDGE, ORDINARY, UNASKED, answers_of, bank_of, half, halves

from gradkata import Kata, Tolerance
from gradkata.declaring.parts import Misconception
from gradkata.judging.answers import Answer
from gradkata.judging.diagnosing import diagnose, matching
from gradkata.judging.likeness import Probes, is_mixed, known_by_running


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
    found = diagnosed(kata, function, bank)
    return found and found.mistake.name


def diagnosed(kata, function, bank=ORDINARY, mutants=None):
    return diagnose(kata, bank, answers_of(kata, bank, function), half, mutants)


def in_words(found):
    """The strength of a diagnosis and the names in it."""
    return found and (found.strength, found.mistake.name, *([found.second.name] if found.second else []))


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
    known = [known_by_running(kata, ORDINARY, each) for each in kata.misconceptions]
    both = matching(known, kata, ORDINARY, answers_of(kata, ORDINARY, thirds))
    assert ["one", "two"] == [found.name for found in both]


def raising(error):
    def answer(x):
        if x == 0:
            raise error
        return x / 2

    return answer


def test_an_answer_that_raises_nothing_is_not_said_to_raise():
    kata = with_mistakes(divides=raising(ZeroDivisionError("float division by zero")))

    def infinite(x):
        return np.inf if x == 0 else x / 2

    assert named(kata, infinite) is None
    assert "infinite" == named(with_mistakes(infinite=infinite), raising(ZeroDivisionError("by zero")))


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


def test_the_values_of_a_mistake_with_a_changed_argument_are_two_mistakes():
    kata, bank = clipping()
    add(kata, "takes_sizes", lambda x: np.abs(x))

    assert in_words(diagnosed(kata, lambda x: abs(x), bank)) == ("exactly", "takes_sizes")
    assert in_words(diagnosed(kata, lambda x: np.abs(x, out=x), bank)) == ("two", "takes_sizes", "changes_x")


def test_an_argument_that_is_changed_now_and_then_is_named_as_well():
    kata, bank = clipping()
    add(kata, "takes_sizes", lambda x: np.abs(x))

    assert in_words(diagnosed(kata, in_place, bank)) == ("exactly", "changes_x")


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


WIDE = bank_of(*[(CORE, (x,)) for x in range(-6, 7) if x], (EDGE, (0,)))


def of_the_negative(wrong, at_zero=0.0):
    """Right for positive numbers, and ``wrong`` for negative ones."""
    return lambda x: at_zero if x == 0 else wrong(x) if x < 0 else x / 2


def test_an_answer_that_is_like_one_mistake_wherever_it_is_wrong_is_named_so():
    kata = with_mistakes(thirds_below_3=lambda x: x / 3 if x < 3 else x / 2)

    found = diagnosed(kata, of_the_negative(thirds), WIDE)

    assert in_words(found) == ("wherever-wrong", "thirds_below_3")


def test_a_mistake_that_is_mostly_seen_where_the_answer_is_right_is_not_named():
    assert diagnosed(with_mistakes(thirds=thirds), of_the_negative(thirds), WIDE) is None


def test_a_few_wrong_answers_or_a_single_value_are_not_distinctive():
    few = with_mistakes(thirds=lambda x: x / 3 if x < 3 else x / 2)
    one = with_mistakes(sevens=lambda x: 7.0 if x < 3 else x / 2)

    assert diagnosed(few, lambda x: x / 3 if x < -3 else x / 2, WIDE) is None
    assert diagnosed(one, of_the_negative(lambda x: 7.0), WIDE) is None


def test_of_two_mistakes_that_fit_equally_well_neither_is_named():
    kata = with_mistakes(
        one=lambda x: x / 3 if x < 1 or x == 4 else x / 2, other=lambda x: x / 3 if x < 1 or x == 5 else x / 2
    )

    assert diagnosed(kata, of_the_negative(thirds), WIDE) is None


def test_the_mistake_that_is_alike_on_more_calls_is_named():
    kata = with_mistakes(
        far=lambda x: x / 3 if x < 1 or x > 4 else x / 2, near=lambda x: x / 3 if x < 1 or x == 5 else x / 2
    )

    assert in_words(diagnosed(kata, of_the_negative(thirds), WIDE)) == ("wherever-wrong", "near")


def test_one_mistake_on_ordinary_input_and_another_at_an_edge_are_both_named():
    kata = with_mistakes(thirds=thirds, is_one_at_0=lambda x: x / 2 if x else 1.0)

    found = diagnosed(kata, lambda x: x / 3 if x else 1.0, WIDE)

    assert in_words(found) == ("two", "thirds", "is_one_at_0")


def test_an_edge_that_fits_no_mistake_leaves_the_answer_without_a_name():
    kata = with_mistakes(thirds=thirds, is_one_at_0=lambda x: x / 2 if x else 1.0)

    assert diagnosed(kata, lambda x: x / 3 if x else 8.0, WIDE) is None


def test_an_exception_of_arithmetic_counts_as_the_nan_of_numpy():
    kata = with_mistakes(divides_by_itself=lambda x: x / 2 if x else float("nan"))

    assert in_words(diagnosed(kata, raising(ZeroDivisionError()))) == ("wherever-wrong", "divides_by_itself")
    assert diagnosed(kata, raising(KeyError())) is None


def test_a_mutant_that_is_alike_in_every_call_is_named_last():
    kata = halves()

    def mutants(probes):
        wrong = Misconception("a_sign_is_wrong", "A sign is wrong.", lambda x: -x / 3)
        return [known_by_running(kata, WIDE, wrong)]

    assert in_words(diagnosed(kata, lambda x: -x / 3, WIDE, mutants)) == ("mutant", "a_sign_is_wrong")
    assert diagnosed(kata, lambda x: -x / 3 if x < 5 else 1.0, WIDE, mutants) is None


def test_values_of_another_type_are_not_like_a_mutant():
    kata = halves()
    right = answers_of(kata, WIDE, half)

    assert not Probes(kata, WIDE, [replace(each, fault="wrong-type") for each in right]).has_wrong_values
    assert Probes(kata, WIDE, answers_of(kata, WIDE, lambda x: -x / 3)).has_wrong_values


def test_in_an_array_each_mistake_may_account_for_some_entries():
    one, other = (Answer("passed", (np.array(values),)) for values in ([1.0, 2.0, 3.0], [4.0, np.nan, 6.0]))
    mixed, foreign = (
        Answer("passed", (np.array(values),)) for values in ([1.0, np.nan, 3.0], [1.0, np.nan, 7.0])
    )

    assert is_mixed(mixed, one, other, Tolerance())
    assert not is_mixed(foreign, one, other, Tolerance())

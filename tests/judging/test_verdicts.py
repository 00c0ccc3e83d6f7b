"""Whether each property holds for the answers."""

import numpy as np
import pytest
from small_katas import (
    CORE,
    EDGE,
    ORDINARY,
    UNASKED,
    answers_of,
    bank_of,
    half,
    halves,
    judged,
    outcomes,
)

from gradkata import Kata, same
from gradkata.isolation.sandbox import SandboxError
from gradkata.judging.answers import Answer, observe
from gradkata.judging.verdicts import identical, verdicts


def test_a_right_answer_passes_everything():
    assert ["passed"] * 3 == outcomes(halves(), half)


def test_a_wrong_value_is_shown_with_the_call_and_the_right_one():
    failure = judged(halves(), lambda x: x / 3)[CORE].failure

    assert ("wrong", (4,), 4 / 3, 2.0) == (failure.outcome, failure.arguments, failure.got, failure.expected)


def test_an_edge_that_fails_leaves_the_core_alone():
    assert ["passed", "passed", "wrong"] == outcomes(halves(), lambda x: x / 2 if x else 1.0)


def test_nan_at_an_edge_is_that_edges_fault_alone():
    assert ["passed", "passed", "wrong"] == outcomes(halves(), lambda x: x / 2 if x else float("nan"))


def test_nan_on_ordinary_input_breaks_the_contract():
    kata, (bank, right, wrong) = squares()

    assert ["passed", "passed"] == outcomes(kata, right, bank)
    found = judged(kata, wrong, bank)["keeps_its_contract"]
    assert ("wrong", "The result is not finite.") == (found.outcome, found.failure.message)


def squares():
    kata = Kata("squares(x: (n)) -> (n)")
    kata.contract(points=1)
    kata.agreement(points=9)
    bank = bank_of((CORE, (np.array([1.0, 2.0]),)), truth=np.square)
    return kata, (bank, np.square, lambda x: np.square(x) * np.nan)


def test_a_raised_edge_is_that_edges_fault_alone():
    assert ["passed", "passed", "raised"] == outcomes(halves(), lambda x: x / 2 if x else [][0])


def test_a_wrong_type_anywhere_breaks_the_contract():
    assert ["wrong-type", "passed", "wrong-type"] == outcomes(halves(), lambda x: x / 2 if x else "0")


def test_a_wrong_shape_is_reported_by_every_property_that_it_fails():
    kata, (bank, *_) = squares()

    assert ["wrong-shape", "wrong-shape"] == outcomes(kata, lambda x: x[None] ** 2, bank)


def test_a_mutated_argument_is_reported_as_such_and_by_name():
    def changes(x):
        x *= x
        return x

    kata, (bank, *_) = squares()
    found = judged(kata, changes, bank)

    assert ["mutates-input", "passed"] == [verdict.outcome for verdict in found.values()]
    message = found["keeps_its_contract"].failure.message
    assert "It changes its argument `x` in place. Work on a copy instead." == message


def with_property(check):
    """The kata of halves with one property of its own, and a bank for it."""
    kata = halves()
    kata.property(points=0)(check)
    return kata


def is_odd(half, x):
    """The half of the negative is the negative of the half."""
    same(half(-x), -half(x))


ODD = bank_of((CORE, (4,)), ("is_odd", [(-3,), (3,)], {"x": 3}))


def test_a_property_is_judged_by_the_answers_that_were_given():
    kata = with_property(is_odd)

    assert "passed" == judged(kata, half, ODD)["is_odd"].outcome
    assert "wrong" == judged(kata, lambda x: abs(x) / 2, ODD)["is_odd"].outcome


def test_two_unequal_sides_of_a_property_are_shown():
    failure = judged(with_property(is_odd), lambda x: abs(x) / 2, ODD)["is_odd"].failure

    assert (1.5, {"x": 3}) == (failure.got, failure.inputs)
    assert "Here 1.5 should be equal to -1.5." in failure.relation


def is_small(half, x):
    """A half is smaller."""
    y = half(x)
    assert abs(y) < abs(x), f"{y} is not smaller than {x}"


def test_a_failed_assertion_keeps_its_own_message():
    bank = bank_of(("is_small", [(4,)], {"x": 4}))

    failure = judged(with_property(is_small), lambda x: 2.0 * x, bank)["is_small"].failure

    assert ("wrong", (4,), 8.0) == (failure.outcome, failure.arguments, failure.got)
    assert "8.0 is not smaller than 4" in failure.relation


def is_quarter(half, x):
    """Half of the half is a quarter."""
    same(half(int(half(x))), x / 4)


QUARTER = bank_of(("is_quarter", [(8,), (4,)], {"x": 8}))


def test_a_call_that_depends_on_an_earlier_answer_is_taken_from_the_log_if_possible():
    assert "passed" == judged(with_property(is_quarter), half, QUARTER)["is_quarter"].outcome


def test_a_call_that_depends_on_an_earlier_wrong_answer_is_made_live():
    kata, asked = with_property(is_quarter), []

    def third(x):
        return x / 3

    def live(arguments):
        asked.append(arguments)
        return observe(third, kata.signature, arguments)

    found = judged(kata, third, QUARTER, live)["is_quarter"]

    assert [(2,)] == asked, "half of int(8 / 3)"
    assert ("wrong", 2 / 3) == (found.outcome, found.failure.got)
    assert found.failure.relation.endswith("should be equal to 2.0.")


@pytest.mark.parametrize("outcome", ["timeout", "crashed", "raised", "wrong-type"])
def test_a_live_call_without_a_value_ends_the_property_with_its_outcome(outcome):
    kata = with_property(is_quarter)

    found = judged(kata, lambda x: x / 3, QUARTER, lambda _: Answer(outcome, message="so it was"))[
        "is_quarter"
    ]

    assert (outcome, (2,), "so it was") == (found.outcome, found.failure.arguments, found.failure.message)


def catches_all(half, x):
    """Accepts anything."""
    try:
        half(x)
    except Exception:
        return


def test_a_property_cannot_swallow_a_call_without_a_value():
    bank = bank_of(("catches_all", [(4,)], {"x": 4}))

    assert "raised" == judged(with_property(catches_all), lambda x: 1 / 0, bank)["catches_all"].outcome


@pytest.mark.parametrize("check", [is_quarter, catches_all])
def test_a_sandbox_that_fails_is_not_a_wrong_answer(check):
    def gone(arguments):
        raise SandboxError("The fork server is gone.")

    bank = bank_of((check.__name__, [], {"x": 8}))

    with pytest.raises(SandboxError, match="is gone"):
        judged(with_property(check), half, bank, gone)


def counts_up(squares, x):
    """The sums of the squares are an index into a list."""
    assert [0, 1, 2, 3, 4, 5][int(squares(x).sum())] == 5


def test_an_answer_on_which_the_property_itself_fails_is_wrong():
    kata, (_, right, _) = squares()
    kata.property(points=0)(counts_up)
    bank = bank_of(("counts_up", [(np.array([1.0, 2.0]),)], {"x": np.array([1.0, 2.0])}), truth=np.square)

    assert "passed" == judged(kata, right, bank)["counts_up"].outcome
    found = judged(kata, lambda x: 100 * x, bank)["counts_up"]
    assert "wrong" == found.outcome
    assert (
        "The property cannot be checked on this answer (IndexError: list index out of range)."
        == found.failure.message
    )


def verdicts_on(answers, kata=None, bank=ORDINARY):
    kata = kata or halves()
    return [verdict.outcome for verdict in verdicts(kata, bank, answers, lambda _: UNASKED)]


def test_without_a_reply_a_property_is_skipped():
    assert ["skipped"] * 3 == verdicts_on([UNASKED] * 3)


def test_answers_before_a_missing_reply_are_judged():
    first, *_ = answers_of(halves(), ORDINARY, half)
    end = Answer("timeout", message="no answer")

    assert ["timeout", "timeout", "skipped"] == verdicts_on([first, end, UNASKED])


def test_a_failure_counts_more_than_a_missing_reply():
    wrong = observe(lambda x: 7.0, halves().signature, (4,))

    assert ["passed", "wrong", "skipped"] == verdicts_on([wrong, UNASKED, UNASKED])


def test_a_property_is_skipped_if_one_of_its_calls_has_no_reply():
    kata = with_property(is_odd)
    core, first, _ = answers_of(kata, ODD, half)

    assert "skipped" == verdicts_on([core, first, UNASKED], kata, ODD)[-1]


def test_a_crash_at_an_edge_does_not_affect_earlier_answers():
    four, three, _ = answers_of(halves(), ORDINARY, half)

    assert ["passed", "passed", "crashed"] == verdicts_on([four, three, Answer("crashed")])


@pytest.mark.parametrize(
    ("one", "other", "are_identical"),
    [
        ((1,), (1,), True),
        ((1,), (1.0,), False),
        ((True,), (1,), False),
        ((1,), (1, 2), False),
        ((np.zeros(2),), (np.zeros(2),), True),
        ((np.zeros(2),), (-np.zeros(2),), False),
        ((np.full(1, np.nan),), (np.full(1, np.nan),), True),
        ((np.zeros((2, 1)),), (np.zeros((1, 2)),), False),
        ((np.zeros(1),), (np.zeros(1, np.int64),), False),
        ((["a", "b"],), (["a", "b"],), True),
        ((["a", "b"],), (["a", "c"],), False),
    ],
    ids=repr,
)
def test_only_calls_that_agree_to_the_last_bit_are_the_same_call(one, other, are_identical):
    assert are_identical == identical(one, other)


def test_the_edge_is_judged_by_its_own_cases_only():
    bank = bank_of((CORE, (4,)), (CORE, (0,)), (EDGE, (0,)))

    assert ["passed", "wrong", "wrong"] == outcomes(halves(), lambda x: x / 2 if x else 1.0, bank)

"""Drawing a bank: reproducible, small, and able to distinguish right from wrong answers."""

import numpy as np
import pytest
from sample_kata import GRADER, SLUG

from gradkata import Kata, same, st
from gradkata.authoring import bank_builder
from gradkata.authoring.bank_builder import PLAIN, make_bank
from gradkata.authoring.candidates import candidates
from gradkata.authoring.clean_process import draw_in_clean_process
from gradkata.authoring.subject import Subject
from gradkata.authoring.trials import try_out
from gradkata.catalog import open_catalog
from gradkata.drawing.bank import MOST_BYTES, MOST_CALLS, BankError, dumps
from gradkata.isolation.environment import WANTED
from gradkata.isolation.inside.wire import encode
from gradkata.judging.answers import observe
from gradkata.judging.verdicts import disagreement


def drawn(subject, seed="public"):
    return make_bank(SLUG, subject.kata, subject.truth, subject.wrong_answers, seed)


@pytest.fixture(scope="module")
def other(whole):
    """The sample's bank of another seed."""
    return drawn(whole, "a course of its own")


def test_the_same_seed_gives_the_same_bank(whole, other):
    assert dumps(other) == dumps(drawn(whole, "a course of its own"))


def test_another_seed_gives_another_bank(whole, other):
    assert whole.bank.digest != other.digest
    assert ("public", "a course of its own") == (whole.bank.seed, other.seed)


def test_a_bank_of_another_seed_reveals_the_same_mistakes(whole, other):
    for misconception in whole.kata.misconceptions:
        assert try_out(whole.kata, other, misconception.function).score < 10


def test_the_committed_bank_is_what_a_clean_process_draws_every_time(whole):
    assert dumps(draw_in_clean_process(whole)) == dumps(whole.bank)


def test_a_bank_is_within_its_limits(whole):
    assert len(whole.bank.calls) <= MOST_CALLS
    assert len(dumps(whole.bank).encode()) <= MOST_BYTES


def test_no_call_is_in_a_bank_twice(whole):
    asked = [encode(list(call.arguments)) for call in whole.bank.calls]

    assert len(set(asked)) == len(asked)


def failed_calls(kata, function, calls):
    """How many calls a function answers wrongly."""
    answers = [(call, observe(function, kata.signature, call.arguments)) for call in calls]
    return sum(disagreement(kata, call, answer) is not None for call, answer in answers)


@pytest.mark.parametrize("name", ["agrees_on_ordinary_input", "a_row_without_entries_sums_to_0"])
def test_every_misconception_is_revealed_three_times_if_that_is_possible(whole, name):
    (prop,) = [prop for prop in whole.kata.properties if prop.name == name]
    drawn = [each.calls[0] for each in candidates(SLUG, whole.kata, prop, whole.truth, "public")]
    kept = [whole.bank.calls[case.calls[0]] for case in whole.bank.cases if case.property == name]

    for misconception in whole.kata.misconceptions:
        possible = failed_calls(whole.kata, misconception.function, drawn)
        assert failed_calls(whole.kata, misconception.function, kept) >= min(3, possible), misconception.name


def test_three_calls_that_reveal_a_rare_mistake_are_kept(monkeypatch):
    monkeypatch.setattr(bank_builder, "PLAIN", {})

    bank = make_bank("maths/half", halves(), half, {"wrong_on_tens": lambda x: x / 2 + (x % 10 == 0)})

    assert [0, 0, 0] == [call.arguments[0] % 10 for call in bank.calls]


def test_two_misconceptions_are_distinguished_if_that_is_possible():
    kata = halves()

    @kata.misconception
    def doubles_three(x):
        """You take three for six."""
        return x / 2 if x != 3 else 3.0

    @kata.misconception
    def squares_three(x):
        """You take three for nine."""
        return x / 2 if x != 3 else 4.5

    wrong = {each.name: each.function for each in kata.misconceptions}
    bank = make_bank("maths/half", kata, half, wrong)

    assert any(call.arguments == (3,) for call in bank.calls)


def half(x):
    return x / 2


def halves():
    kata = Kata("half(x: i8) -> ()", x=st.integers(-40, 40))
    kata.contract(points=1)
    kata.agreement(points=9)
    return kata


def test_without_wrong_answers_a_few_plain_examples_are_kept():
    bank = make_bank("maths/half", halves(), half, {})

    assert PLAIN["agreement"] == len(bank.cases) == len(bank.calls)


def test_a_worked_example_is_always_kept():
    kata = halves()
    kata.example("Half of 1000 is 500.", expected=500.0, x=1000)

    bank = make_bank("maths/half", kata, half, {})

    (case,) = [case for case in bank.cases if case.property == "half_of_1000_is_500"]
    assert ((1000,), 500.0) == (bank.calls[case.calls[0]].arguments, bank.calls[case.calls[0]].answer)


def test_a_worked_example_that_the_reference_contradicts_is_named():
    kata = halves()
    kata.example("Half of 1000 is 501.", expected=501.0, x=1000)

    with pytest.raises(
        BankError, match=r"`half_of_1000_is_501` expects 501\.0, but the reference answers 500\.0"
    ):
        make_bank("maths/half", kata, half, {})


def test_the_calls_of_a_property_are_kept_in_their_order():
    kata = halves()

    @kata.property(points=0)
    def is_odd(half, x):
        """Half of the negative is the negative of the half."""
        same(half(-x), -half(x))

    bank = make_bank("maths/half", kata, half, {})

    for case in bank.cases:
        if case.property == "is_odd":
            x = case.inputs["x"]
            assert [(-x,), (x,)] == [bank.calls[index].arguments for index in case.calls]


def test_a_property_that_does_not_hold_for_the_reference_is_named():
    kata = halves()

    @kata.property(points=0)
    def is_positive(half, x):
        """A half is positive."""
        assert half(x) > 0, "it is not"

    with pytest.raises(
        BankError, match=r"`is_positive` does not hold for the reference, on \{'x': .*\}: .*it is not"
    ):
        make_bank("maths/half", kata, half, {})


@pytest.mark.parametrize(
    ("reference", "reason"),
    [
        (lambda x: 1 // 0, "raised ZeroDivisionError"),
        (lambda x: "half", "wrong-type"),
        (lambda x: np.array([x / 2]), "wrong-shape"),
    ],
    ids=["raises", "another type", "another shape"],
)
def test_a_reference_that_fails_by_itself_is_named(reference, reason):
    with pytest.raises(BankError, match=f"the reference itself fails on .*: {reason}"):
        make_bank("maths/half", halves(), reference, {})


def test_a_reference_that_changes_its_argument_makes_no_bank():
    kata = Kata("total(x: (n)) -> ()", n=3)
    kata.contract(points=1)
    kata.agreement(points=9)

    def total(x):
        x += 1
        return x.sum() - 3

    with pytest.raises(BankError, match="the reference itself fails"):
        make_bank("maths/total", kata, total, {})


def test_a_failure_in_the_clean_process_is_reported_in_one_sentence(spoil):
    subject = spoil(GRADER, "2 * row_sums(x))", "3 * row_sums(x))")

    with pytest.raises(BankError, match=r"cannot be drawn: .*`is_linear` does not hold for the reference"):
        draw_in_clean_process(subject)


def test_a_bank_is_drawn_as_judging_computes_in_any_environment(monkeypatch):
    subject = Subject(open_catalog(()), "activations/tanh_grad")
    for name in WANTED:
        monkeypatch.delenv(name, raising=False)

    again = draw_in_clean_process(subject)

    assert [repr(call.arguments) for call in subject.bank.calls] == [
        repr(call.arguments) for call in again.calls
    ]

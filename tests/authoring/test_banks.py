"""Drawing a bank: the same for everybody, small, and telling right from wrong."""

import subprocess
import sys
import types
from collections import Counter

import numpy as np
import pytest
from sample_kata import GRADER, SLUG

from graders import Kata, same, st
from graders.engine.authoring.bank_laws import draw_in_clean_process
from graders.engine.authoring.banks import COVER, PLAIN, candidates, make_bank, without_files
from graders.engine.authoring.trials import try_out
from graders.engine.drawing.bank import MOST_BYTES, MOST_CALLS, BankError, dumps
from graders.engine.judging.answers import observe
from graders.engine.judging.verdicts import disagreement


def drawn(subject, seed="public"):
    return make_bank(SLUG, subject.kata, subject.truth, subject.wrong_answers, seed)


def test_the_same_seed_gives_the_same_bank(whole):
    assert dumps(drawn(whole)) == dumps(drawn(whole))


def test_another_seed_gives_another_bank(whole):
    one, other = drawn(whole), drawn(whole, "a course of its own")

    assert one.digest != other.digest
    assert "a course of its own" == other.seed


def test_a_bank_of_another_seed_finds_out_the_same_mistakes(whole):
    other = drawn(whole, "a course of its own")

    for misconception in whole.kata.misconceptions:
        assert try_out(whole.kata, other, misconception.function).score < 10


def test_the_committed_bank_is_what_a_clean_process_draws_every_time(whole):
    assert dumps(draw_in_clean_process(whole)) == dumps(whole.bank)


# Puts a module with many numbers into the clean process, before it draws.
WITH_CONSTANTS = """
import sys, types
loaded = types.ModuleType(sys.argv[2])
loaded.__file__ = sys.argv[3]
sys.modules[loaded.__name__] = loaded
"""


@pytest.mark.parametrize(("module", "changes"), [("graders.engine.constants", False), ("strange_constants", True)])
def test_a_constant_in_an_engine_module_does_not_change_a_bank(spoil, tmp_path, monkeypatch, module, changes):
    """Hypothesis harvests numbers from the files of loaded modules; a stranger's module is the control."""
    # Hypothesis leaves numbers up to 100 alone: the input must have larger ones.
    large = "x=st.arrays(4, elements=st.integers(-(10**6), 10**6)).map(lambda x: x.reshape(2, 2)))"
    subject = spoil(GRADER, "d=st.integers(2, 4))", large)
    usual = draw_in_clean_process(subject)
    real = subprocess.run
    constants = tmp_path / "constants.py"
    constants.write_text("".join(f"A{n} = {1001 * n}\n" for n in range(1, 40)), "utf-8")

    def with_constants(command, **options):
        *python, code, order = command
        return real([*python, WITH_CONSTANTS + code, order, module, str(constants)], **options)

    monkeypatch.setattr(subprocess, "run", with_constants)

    assert changes == (dumps(draw_in_clean_process(subject)) != dumps(usual))


def test_only_our_own_modules_become_anonymous(monkeypatch):
    ours, theirs = types.ModuleType("ours.part"), types.ModuleType("theirs")
    for module in (ours, theirs):
        module.__file__ = f"{module.__name__}.py"
        monkeypatch.setitem(sys.modules, module.__name__, module)

    without_files(lambda name: name.startswith("ours."))

    assert (None, "theirs.py") == (ours.__file__, theirs.__file__)


def test_a_bank_is_within_its_bounds(whole):
    assert len(whole.bank.calls) <= MOST_CALLS
    assert len(dumps(whole.bank).encode()) <= MOST_BYTES


def test_no_call_stands_in_a_bank_twice(whole):
    asked = [repr(call.arguments) for call in whole.bank.calls]

    assert len(set(asked)) == len(asked)


def found_out_by(subject, bank, function):
    """How many cases of each property that asks for the right answer a function fails."""
    kata = subject.kata
    compared = {prop.name for prop in kata.properties if prop.check is None}
    failed = Counter()
    for case in bank.cases:
        if case.property in compared:
            call = bank.calls[case.calls[0]]
            failed[case.property] += (
                disagreement(kata, call, observe(function, kata.signature, call.arguments)) is not None
            )
    return failed


def test_every_misconception_is_found_out_three_times_by_what_can_find_it_out(whole):
    for misconception in whole.kata.misconceptions:
        failed = found_out_by(whole, whole.bank, misconception.function)
        for prop in whole.kata.properties:
            if prop.check is None and prop.sort != "contract":
                drawn = candidates(SLUG, whole.kata, prop, whole.truth, "public")
                signature = whole.kata.signature
                possible = sum(
                    disagreement(whole.kata, c.calls[0], observe(misconception.function, signature, c.calls[0].arguments))
                    is not None
                    for c in drawn
                )
                assert failed[prop.name] >= min(COVER, possible), (misconception.name, prop.name)


def test_two_misconceptions_are_told_apart_where_they_can_be():
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

    with pytest.raises(BankError, match="`half_of_1000_is_501` expects 501.0, the reference answers 500.0"):
        make_bank("maths/half", kata, half, {})


def test_the_calls_of_a_property_are_kept_in_their_order():
    kata = halves()

    @kata.property(points=0)
    def is_odd(half, x):
        """The other way round is the negative."""
        same(half(-x), -half(x))

    bank = make_bank("maths/half", kata, half, {})

    for case in bank.cases:
        if case.property == "is_odd":
            x = case.inputs["x"]
            assert [(-x,), (x,)] == [bank.calls[index].arguments for index in case.calls]


def test_a_property_that_does_not_hold_of_the_reference_is_named():
    kata = halves()

    @kata.property(points=0)
    def is_positive(half, x):
        """A half is positive."""
        assert half(x) > 0, "it is not"

    with pytest.raises(BankError, match=r"`is_positive` does not hold of the reference, on \{'x': .*\}: it is not"):
        make_bank("maths/half", kata, half, {})


@pytest.mark.parametrize(
    ("reference", "said"),
    [
        (lambda x: 1 // 0, "raised ZeroDivisionError"),
        (lambda x: "half", "wrong-type"),
        (lambda x: np.array([x / 2]), "wrong-shape"),
    ],
    ids=["raises", "another type", "another shape"],
)
def test_a_reference_that_fails_by_itself_is_named(reference, said):
    with pytest.raises(BankError, match=f"the reference itself fails on .*: {said}"):
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


def test_what_fails_in_the_clean_process_is_said_in_one_sentence(spoil):
    subject = spoil(GRADER, "2 * row_sums(x))", "3 * row_sums(x))")

    with pytest.raises(BankError, match="its bank cannot be drawn: .*`is_linear` does not hold of the reference"):
        draw_in_clean_process(subject)

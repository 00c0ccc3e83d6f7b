"""Input on which the right answer raises an exception, judged in the sandbox."""

import pytest
from small_katas import exercise_of, shown

from gradkata import Kata, st
from gradkata.authoring.bank_builder import make_bank
from gradkata.authoring.trials import try_out
from gradkata.drawing.bank import BankError


def kata_of_areas(**given):
    kata = Kata("area(width: ()) -> ()", width=st.integers(1, 9).map(float))
    kata.contract(points=1)
    kata.agreement(points=7)
    kata.refuses(
        "With a negative width it raises ValueError.", points=2, width=st.integers(-9, -1).map(float), **given
    )
    return kata


def area(width):
    if width < 0:
        raise ValueError("the width is negative")
    return width * width


@pytest.fixture
def report_on(judged_on, tmp_path):
    """Judge an answer that does something with a negative width."""
    exercise = exercise_of(kata_of_areas(), area, tmp_path)
    body = "class Negative(ValueError):\n    pass\n\n\ndef area(width):\n    if width < 0:\n        {}\n"
    return lambda what: judged_on(exercise, body.format(what) + "    return width * width\n")


@pytest.mark.parametrize("error", ["ValueError", "Negative('no')", "UnicodeDecodeError('a', b'', 0, 0, '')"])
def test_the_exception_and_its_subclasses_are_right(report_on, error):
    assert 10 == report_on(f"raise {error}")["score"]


@pytest.mark.parametrize(
    ("what", "outcome", "words"),
    [
        (
            "pass",
            "wrong",
            "returned 1.0 expected <raises ValueError> It returns a value, but it must raise ValueError",
        ),
        ("return None", "wrong", "returned None expected <raises ValueError>"),
        ("return ValueError('no')", "wrong", "returned <ValueError> expected <raises ValueError>"),
        ("raise KeyError('w')", "raised", "It must raise ValueError here, not KeyError. KeyError: 'w'"),
        ("raise NotImplementedError", "raised", "It must raise ValueError here, not NotImplementedError."),
        (
            "import os; os._exit(3)",
            "crashed",
            "It must raise ValueError here. area ended the whole Python process",
        ),
        (
            "raise type('ValueError', (Exception,), {})",
            "raised",
            "must raise ValueError here, not ValueError",
        ),
    ],
)
def test_anything_else_fails_with_what_came_back(report_on, what, outcome, words):
    report = report_on(what)

    last = report["properties"][-1]
    assert (outcome, 0) == (last["outcome"], last["points"])
    assert words in shown(report)


def test_the_contract_does_not_count_what_is_returned_in_place_of_the_exception(report_on):
    report = report_on("return 'negative'")

    assert ["passed", "passed", "wrong"] == [each["outcome"] for each in report["properties"]]


def test_the_smallest_input_is_shown(report_on):
    assert "area(width=-1.0)" == report_on("pass")["properties"][-1]["counterexample"]["calls"][-1]["call"]


def test_lint_has_wrong_answers_that_fail_it():
    from gradkata.mistakes.controls import controls

    kata = kata_of_areas()
    bank = make_bank("maths/area", kata, area, {})
    wrong = controls(kata.signature, area, refuses=True)

    assert 10 == try_out(kata, bank, area).score
    for name in ("returns_instead_of_raising", "raises_another_exception"):
        assert ("with_a_negative_width_it_raises_valueerror",) == try_out(kata, bank, wrong[name]).failed


def test_a_reference_that_does_not_raise_gives_no_bank():
    with pytest.raises(BankError, match=r"the reference must raise ValueError on .*: it returns"):
        make_bank("maths/area", kata_of_areas(), lambda width: width * width, {})


@pytest.mark.parametrize(
    "error", [Exception, NotImplementedError, MemoryError, KeyboardInterrupt, "ValueError"]
)
def test_an_exception_that_says_nothing_about_the_input_is_refused(error):
    with pytest.raises(ValueError, match="is not an exception to ask for"):
        kata_of_areas(error=error)

"""The words around a diagnosis say how far the likeness goes."""

import pytest

from gradkata.reports.sentences import diagnosis

SECOND = {"name": "divides_zero", "title": "Divides 0 by 0", "message": "0/0 is NaN."}


def reported(strength, *, convention=None, second=None):
    found = {"name": "adds", "title": "Adds", "message": "Your function adds.", "convention": convention}
    return diagnosis(
        {"kata": "maths/sums", "misconception": {**found, "strength": strength, "second": second}}
    )


@pytest.mark.parametrize(
    ("strength", "headline"),
    [
        ("exactly", "Looks like a known mistake: Adds"),
        ("wherever-wrong", "Wherever it is wrong, it returns the same as a known mistake: Adds"),
        ("mutant", "Behaves like a right answer with one change: Adds"),
    ],
)
def test_each_strength_has_its_own_headline(strength, headline):
    assert reported(strength) == (headline, "Your function adds.")


def test_two_mistakes_are_both_named_with_the_input_that_each_applies_to():
    head, text = reported("two", second=SECOND)

    assert head == "Looks like two known mistakes: Adds; Divides 0 by 0"
    assert text == "On ordinary input: Your function adds. On other input: 0/0 is NaN."


def test_an_argument_that_is_changed_is_changed_in_every_call():
    _, text = reported("two", second={**SECOND, "name": "changes_x", "message": "It changes x."})

    assert text == "On ordinary input: Your function adds. In every call: It changes x."


def test_a_convention_is_named_and_not_called_a_mistake():
    head, text = reported("exactly", convention="COCO")

    assert head == "Right elsewhere (COCO)"
    assert text.endswith("This kata asks for another convention: kata show sums")
    head, _ = reported("wherever-wrong", convention="COCO")
    assert head == "Wherever it is wrong, it returns what is right elsewhere (COCO)"


def test_a_report_of_an_earlier_version_has_no_strength():
    found = {"name": "adds", "title": "Adds", "message": "Your function adds.", "convention": None}

    assert diagnosis({"kata": "maths/sums", "misconception": found})[0] == "Looks like a known mistake: Adds"


def test_without_a_diagnosis_there_are_no_words():
    assert diagnosis({"kata": "maths/sums", "misconception": None}) is None

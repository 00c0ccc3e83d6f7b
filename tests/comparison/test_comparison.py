"""The page that compares reports with other forms of tests."""

import json

import numpy as np
import pytest
from forms import ANSWERS, FORMS, cases_of, deep_ml, exercism, literal
from regenerate_comparison import PAGE, outputs, page

from gradkata.catalog import short_name

RIGHT = (
    "from gradkata.judging.exercises import plain_answer as answer\nfrom gradkata.catalog import Catalog\n"
)


@pytest.mark.parametrize("slug", sorted(set(ANSWERS.values())))
def test_the_arguments_of_a_test_are_python(slug):
    found = cases_of(slug)

    assert len(found) > 6
    for each in found:
        eval(f"({each.arguments},)", {"np": np})


def test_infinite_numbers_can_be_pasted():
    assert "np.array([-np.inf, np.nan])" == literal(np.array([-np.inf, np.nan]))
    assert "np.inf" == literal(np.inf)


@pytest.mark.parametrize("form", [exercism, deep_ml])
def test_another_form_accepts_a_right_answer(form, tmp_path):
    slug = "sequences/lstm_step"
    name = short_name(slug)
    right = f"{RIGHT}{name} = answer(Catalog(), {json.dumps(slug)})\n"

    assert not form(right, slug, tmp_path).is_refused


def test_the_page_shows_every_answer_in_every_form():
    text = PAGE.read_text("utf-8")

    assert all(f"`{file}`: " in text for file in ANSWERS)
    assert [len(ANSWERS)] * len(FORMS) == [text.count(f"\n{name}:\n") for name in FORMS]


@pytest.mark.heavy
def test_the_page_is_what_the_runs_say():
    assert page(outputs()) == PAGE.read_text("utf-8"), (
        "run tests/comparison/regenerate_comparison.py, and read the diff"
    )

"""Values of a report as Python writes them: strings in quotes, descriptions without."""

import numpy as np
import pytest

from gradkata.judging.failure_text import plain
from gradkata.reports.value_text import value_text


@pytest.mark.parametrize("text", ["0.5", "[0.5]", "[np.float64(0.0)]", "array([1])", "", "[a (b)]"])
def test_a_string_is_quoted(text):
    assert value_text(plain(text)) == repr(text)


@pytest.mark.parametrize(
    "value",
    [np.arange(300.0), np.ones((300, 300)), np.linspace(0, 1, 300) / 3, np.inf, np.array([np.nan]), object()],
    ids=["long", "wide", "rounded", "infinity", "NaN", "object"],
)
def test_a_description_of_another_value_is_not(value):
    assert "'" not in value_text(plain(value))

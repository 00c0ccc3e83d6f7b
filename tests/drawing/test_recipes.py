"""Recipes: short NumPy expressions that are read, not run."""

import numpy as np
import pytest

from gradkata.drawing.coding import from_json
from gradkata.drawing.recipes import RecipeError, evaluate


@pytest.mark.parametrize(
    "text",
    [
        "np.arange(9) * 0.618 % 1 * 6 - 3",
        "(np.arange(12) * 7 % 5 / 2 - 1).reshape(3, 4)",
        "np.cumsum((np.arange(8) * 3 % 7).reshape(2, 2, 2), 1).reshape(2, 4) - 2",
        "np.eye(3)[np.arange(5) * 7 % 3] * 0.9 + 0.1 / 3",
        "np.arange(5) + (np.arange(5) == 2) * 0.25",
        "-np.arange(3)",
    ],
)
def test_a_recipe_gives_what_python_gives(text):
    np.testing.assert_array_equal(evaluate(text), eval(text, {"np": np}))


def test_a_recipe_can_make_a_list_of_words():
    assert evaluate("'the cat'.split() * 2") == ["the", "cat", "the", "cat"]
    assert evaluate("['a b'.split(), 'c d'.split()[:1] * 2]") == [["a", "b"], ["c", "c"]]


@pytest.mark.parametrize(
    "text",
    [
        "__import__('os')",
        "np.load('file')",
        "np.arange(3).tofile('file')",
        "(lambda: 0)()",
        "np.arange(10 ** 9)",
        "np.arange(999999999)",
        "np.arange(60000).reshape(60000, 1) * np.arange(60000)",
        "'a'.join('b')",
        "np.arange(",
        "[" * 500,
    ],
)
def test_anything_else_is_refused(text):
    with pytest.raises(RecipeError):
        evaluate(text)


def test_a_bank_holds_the_expression():
    array = from_json({"recipe": "np.arange(4) * 0.5"})

    assert array.tolist() == [0.0, 0.5, 1.0, 1.5]
    assert array.flags.writeable

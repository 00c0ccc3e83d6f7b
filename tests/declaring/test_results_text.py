"""What a function returns, in the words of a report."""

import pytest

from gradkata.declaring.results_text import results_in_words
from gradkata.signature import parse


@pytest.mark.parametrize(
    ("results", "words"),
    [
        ("()", "a number"),
        ("i8", "an integer"),
        ("(n,4)", "an array of numbers of shape (n, 4)"),
        ("i8(?k)", "an array of integers of shape (k,)"),
        ("[str]", "a list of strings"),
        ("(), (), ()", "three numbers"),
        ("(h), (h)", "two arrays of numbers of shape (h,)"),
        ("(d,h), (h), (k)", "three arrays of numbers, of shapes (d, h), (h,) and (k,)"),
        ("(n), i8", "an array of numbers of shape (n,) and an integer"),
        ("(n), ()", "an array of numbers of shape (n,) and a number"),
    ],
)
def test_results_are_counted_where_they_are_alike(results, words):
    signature = parse(f"f(x: (n,h), y: (d,k)) -> {results}")

    assert words == results_in_words(signature.results)

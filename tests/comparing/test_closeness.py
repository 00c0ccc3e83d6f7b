"""When two answers are the same, and where they first differ."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gradkata.comparing.closeness import Difference, Tolerance, compare, equal

INF, NAN = float("inf"), float("nan")


@pytest.mark.parametrize(
    "form", [float, np.float64, np.array, lambda x: np.array([x] * 3), lambda x: np.full(99, x)]
)
@pytest.mark.parametrize(
    ("got", "expected", "same"),
    [
        (1.0, 1.0, True),
        (1.0 + 5e-10, 1.0, True),
        (1.0 + 2e-9, 1.0, False),
        (1e-13, 0.0, True),
        (2e-12, 0.0, False),
        (NAN, NAN, True),
        (NAN, 1.0, False),
        (1.0, NAN, False),
        (INF, INF, True),
        (INF, -INF, False),
        (1.0, INF, False),
        (INF, 1.0, False),
        (-0.0, 0.0, True),
        (1e308, -1e308, False),
        (NAN, INF, False),
        (5e-324, 0.0, True),
    ],
)
def test_floats_are_the_same_within_the_tolerance_in_every_form(form, got, expected, same):
    assert (compare(form(got), form(expected)) is None) == same


def test_the_tolerance_is_relative_to_the_expected_value():
    tolerance = Tolerance(rtol=0.5, atol=0.0)
    assert compare(1.0, 2.0, tolerance) is None
    assert compare(2.0, 1.0, tolerance) is not None


@pytest.mark.parametrize("got", [10**12 + 1, np.int64(10**12 + 1), np.array([10**12 + 1])])
def test_integers_are_compared_exactly(got):
    expected = np.array([10**12]) if np.ndim(got) else 10**12
    assert compare(got, expected) is not None
    assert compare(got, got) is None


def test_large_integer_arrays_are_compared_exactly():
    expected = np.arange(100) + 2**60
    got = expected.copy()
    got[70] += 1
    assert compare(got, expected) == Difference((70,), 2**60 + 71, 2**60 + 70, 1, 100)


def test_a_float_is_compared_with_an_integer_within_the_tolerance():
    assert compare(0.1 + 0.2 + 0.7, 1) is None
    assert compare(np.array([1 - 1e-16 * 2]), np.array([1])) is None


@pytest.mark.parametrize("size", [6, 600])
def test_the_first_difference_is_reported_with_its_place_and_the_number_of_differences(size):
    expected = np.zeros((2, size // 2))
    got = expected.copy()
    got[1, 1] = 0.5
    got[1, 2] = 0.25
    assert compare(got, expected) == Difference((1, 1), 0.5, 0.0, 2, size)


def test_the_difference_of_scalars_has_no_index():
    assert compare(np.array(0.5), 0.25) == Difference((), 0.5, 0.25, 1, 1)


def test_places_are_those_of_c_order_whatever_the_layout():
    expected = np.asfortranarray(np.arange(6.0).reshape(2, 3))
    got = np.ascontiguousarray(expected.copy())
    got[0, 2] = got[1, 0] = 9.0
    assert compare(got, expected).index == (0, 2)


def test_a_bound_for_each_entry_replaces_the_tolerance():
    expected, bound = np.array([1.0, 1.0, 1.0]), np.array([0.1, 0.01, 0.1])
    assert compare(expected + 0.05, expected, bound=bound).index == (1,)
    assert compare(expected + 0.005, expected, bound=bound) is None
    assert compare(expected + 1e-9, expected, bound=0.0) is not None


def test_a_bound_works_for_scalars():
    assert compare(1.05, 1.0, bound=0.1) is None
    assert compare(1.05, 1.0, bound=0.01) is not None


def test_arrays_of_other_shapes_differ_as_wholes():
    difference = compare(np.arange(2), np.arange(3))
    assert difference.index == ()
    assert difference.expected.shape == (3,)
    assert compare(1.0, np.zeros(3)) is not None
    assert compare(np.zeros(3), 1.0) is not None
    assert compare(np.zeros((3, 0)), np.zeros((0, 3))) is not None


def test_words_are_compared_exactly():
    assert compare("a", "a") is None
    assert compare("a", "A") == Difference((), "a", "A", 1, 1)


def test_nested_words_differ_at_the_first_other_word():
    assert compare([["a", "b"], ["x"]], [["a", "b"], ["c"]]) == Difference((1, 0), "x", "c", 1, 3)


def test_lists_of_other_lengths_differ_at_the_list_that_is_longer_or_shorter():
    assert compare([["a"], ["b"]], [["a"], ["b", "c"]]) == Difference((1,), ["b"], ["b", "c"], 1, 3)


def test_empty_answers_are_the_same():
    assert compare([], []) is None
    assert compare(np.zeros(0, int), np.zeros(0, int)) is None


@pytest.mark.parametrize(
    "got", ["a", None, [1.0], ["a", [None]], object(), 1j, 10**400, np.array([1j]), [[1], [2, 3]]]
)
@pytest.mark.parametrize("expected", [0.5, 1, np.zeros(2), "b", ["b"], True])
def test_values_that_cannot_be_compared_differ(got, expected):
    assert compare(got, expected) is not None


def test_several_results_are_the_same_when_each_is():
    one, other = (np.zeros(2), 1.0), (np.zeros(2), 1.0 + 1e-12)
    assert equal(one, other)
    assert not equal(one, (np.zeros(2), 1.1))
    assert not equal(one, one[:1])
    assert not equal(one, (np.zeros(2), 1.1), Tolerance(0.0, 0.0))


@given(values=st.lists(st.floats(), max_size=50), shift=st.sampled_from([0.0, 1e-13, 1e-10, 1.0]))
def test_small_and_large_arrays_are_judged_by_one_rule(values, shift):
    expected = np.array(values)
    with np.errstate(all="ignore"):
        got = expected + shift
    alone = [compare(g, e) is None for g, e in zip(got.tolist(), expected.tolist(), strict=True)]
    difference = compare(got, expected)
    assert (difference is None) == all(alone)
    # With zeros added, the same entries are compared as large arrays are.
    padded = compare(np.append(got, np.zeros(50)), np.append(expected, np.zeros(50)))
    assert (padded and (padded.index, padded.count)) == (difference and (difference.index, difference.count))


@given(value=st.floats() | st.integers() | st.text() | st.lists(st.text()) | st.booleans())
def test_everything_is_the_same_as_itself(value):
    assert compare(value, value) is None

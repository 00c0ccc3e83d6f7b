"""Which patterns are recognised in wrong answers and, above all, which are not."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from gradkata.comparing.patterns import explain, explain_many

VALUES = np.array([0.417, 0.1234567, 0.932, 0.2718, 0.5771])
MATRIX = np.array([[0.3, -1.21, 2.7], [0.77, 1.9, -0.41], [1.37, -2.2, 0.113]])
INDICES = np.array([4, 0, 2, 7])
ONE = 0.1234567
SIZES = {"n": 3, "d": 5}


def replaced(array, index, value):
    array = array.astype(float)
    array[index] = value
    return array


@pytest.mark.parametrize(
    ("got", "expected", "sentence"),
    [
        (3 * VALUES, VALUES, "Every entry is exactly n = 3 times too large: sum instead of mean?"),
        (VALUES / 3, VALUES, "Every entry is exactly n = 3 times too small"),
        (3 * ONE, ONE, "It is exactly n = 3 times too large: sum instead of mean?"),
        (2 * MATRIX, MATRIX, "Every entry is exactly 2 times too large"),
        (ONE / 2, ONE, "It is exactly 2 times too small"),
        (
            3 * replaced(VALUES, 1, np.nan),
            replaced(VALUES, 1, np.nan),
            "Every entry is exactly n = 3 times too large",
        ),
        (100 * VALUES, VALUES, "Every entry is exactly 100 times too large: a percentage"),
        (VALUES * 1.5, VALUES, "Every entry is exactly n/(n - 1) = 1.5 times too large"),
        (VALUES * 5**0.5, VALUES, "Every entry is exactly √d = 2.236 times too large"),
        (VALUES / np.log(2), VALUES, "Every entry is exactly 1/ln 2 = 1.443 times the expected value"),
        (1.234 * VALUES, VALUES, "Every entry is 1.234 times the expected value"),
        (-VALUES, VALUES, "Every entry is right, but has the opposite sign."),
        (-ONE, ONE, "It is right, but has the opposite sign."),
        (MATRIX.T, MATRIX, "It is the transpose of what is expected"),
        (VALUES[::-1], VALUES, "It has the right entries in reverse order"),
        (MATRIX[::-1], MATRIX, "It has the right rows in reverse order"),
        (MATRIX[:, ::-1], MATRIX, "It has the right columns in reverse order"),
        (INDICES[::-1], INDICES, "It has the right entries in reverse order"),
        (np.roll(VALUES, 1), VALUES, "It has the right entries, one place too late"),
        (np.append(VALUES[1:], 0), VALUES, "It has the right entries, one place too early"),
        (VALUES[[2, 0, 1, 4, 3]], VALUES, "It has the right entries in the wrong order."),
        (MATRIX[[0, 2, 1]], MATRIX, "It has the right rows in the wrong order."),
        (
            MATRIX.ravel()[[3, 1, 2, 0, 4, 5, 8, 7, 6]].reshape(3, 3),
            MATRIX,
            "It has the right entries in the wrong places.",
        ),
        (INDICES + 1, INDICES, "Every entry is 1 too large: does it count from 1 instead of 0?"),
        (INDICES[:2], INDICES, "It is right, but without the last 2 entries: does it stop too early?"),
        (INDICES[1:], INDICES, "It is right, but without the first entry"),
        (INDICES[[0, 2, 3]], INDICES, "It is right, but without 0."),
        (np.array([4, 0, 1, 2, 7]), INDICES, "It is right, but with 1 in addition."),
        (np.array([4, 4, 0, 2, 7]), INDICES, "It is right, but with repeated entries."),
        (INDICES[:0], INDICES, "It is empty, but entries are expected."),
        (VALUES**2, VALUES, "Every entry is the square of what is expected"),
        (ONE**2, ONE, "It is the square of what is expected"),
        (np.sqrt(VALUES), VALUES, "Every entry is the square root of what is expected"),
        (np.log(VALUES), VALUES, "Every entry is the logarithm of what is expected"),
        (1 / VALUES, VALUES, "Every entry is the reciprocal of what is expected"),
        (np.abs(MATRIX), MATRIX, "Negative values have lost their sign."),
        (
            VALUES.astype(np.float32).astype(float),
            VALUES,
            "relative error of 4e-08: is it computed in float32?",
        ),
        (float(np.float32(ONE)), ONE, "computed in float32?"),
        (ONE + 1e-8, ONE, "It is right up to a relative error of 8e-08: is a small constant added"),
        (replaced(VALUES, 1, np.nan), VALUES, "NaN where a number is expected"),
        (
            np.array([np.nan, 0.5]),
            np.array([0, 0.5]),
            "NaN where 0 is expected. NaN comes from 0/0, inf/inf, inf - inf or 0 * inf: which one is it?",
        ),
        (np.inf, ONE, "Infinite where a number is expected"),
        (1 - VALUES, VALUES, "Every entry is one minus what is expected."),
        (1 - ONE, ONE, "It is one minus what is expected."),
        (VALUES + 0.3, VALUES, "Every entry is 0.3 too large."),
        (
            np.round(VALUES, 2),
            VALUES,
            "It is rounded to 2 digits after the decimal point: return all digits.",
        ),
        (round(ONE, 4), ONE, "It is rounded to 4 digits after the decimal point: return all digits."),
        (np.trunc(3 * MATRIX), 3 * MATRIX, "The fractional part is cut off"),
        (np.minimum(MATRIX, 1), MATRIX, "It is right, but values above 1 are clipped to 1."),
        (
            MATRIX,
            np.maximum(MATRIX, 0),
            "It is right, but goes below 0 where 0 is expected: is a limit missing?",
        ),
        (replaced(VALUES, 4, 0.0), VALUES, "It is right, but the last entry is still 0"),
        (replaced(MATRIX, 0, 0.0), MATRIX, "It is right, but the first slice along axis 0 is still 0"),
        (~(np.arange(7) % 2 == 0), np.arange(7) % 2 == 0, "Every entry is the opposite of what is expected."),
        (["b", "a", "c"], ["a", "b", "c"], "It has the right entries in the wrong order."),
        (["a"], ["a", "b"], "It is right, but without the last entry"),
        ("The", "the", "Only upper and lower case differ."),
        ("a b", "ab", "Only the whitespace differs."),
    ],
)
def test_a_pattern_of_all_entries_is_reported(got, expected, sentence):
    assert sentence in explain(got, expected, SIZES)


def test_sizes_of_the_same_value_are_named_together():
    assert "n = d = 3 times too large" in explain(3 * ONE, ONE, {"n": 3, "d": 3})


def test_a_factor_of_two_is_not_blamed_on_a_size_that_happens_to_be_two():
    assert explain(2 * ONE, ONE, {"n": 2}).startswith(
        "It is exactly 2 times too large: is something counted twice"
    )


@pytest.mark.parametrize(
    ("got", "expected"),
    [
        (0.5, 0.25),
        (0.75, 0.25),
        (-1.0, 1.0),
        (0.0, 1.0),
        (1.0, 0.0),
        (0.25, 0.5),
        (2 / 7, 1 / 7),
        (np.zeros(5), VALUES),
        (np.ones(5), VALUES),
        (np.array([0.0, 1.0]), np.array([1.0, 0.0])),
        (replaced(VALUES, 2, 0.5), VALUES),
        (np.append(3 * VALUES[:4], 0.1), VALUES),
        (None, ONE),
        ("x", ONE),
        (np.array([0.85, 0.425]), np.array([0.5, 0.25])),
        (np.array([7.0, 1.0, 2.0]), np.array([1.0, 2.0, 5.0])),
        (replaced(MATRIX[:2], 1, 0.0), MATRIX[:2]),
        (np.arange(4) == 1, np.arange(4) != 1),
        (np.arange(9), INDICES[:1]),
        (np.array([1, 0, 1]), np.array([0, 1, 1])),
        (np.eye(2), 1 - np.eye(2)),
        (VALUES, VALUES),
        (True, False),
        (INDICES[[1, 0]], INDICES),
        (0.33, 1 / 3),
        (np.array([[1.0, 2.0, 0.5], [3.0, 0.25, 0.0]]), np.array([[1.0, 2.0, 0.5], [3.0, 0.25, 0.7]])),
        (-1e-6, -1.999999e-6),
        (0.002, 0.001998),
    ],
)
def test_thin_evidence_gives_no_sentence(got, expected):
    assert explain(got, expected, SIZES) == ""


FLOATS = st.integers(-(10**15), 10**15).map(lambda i: i / 7.3e14)


@given(got=FLOATS, expected=FLOATS)
def test_two_unrelated_numbers_have_no_pattern(got, expected):
    # Drawn values shrink towards each other: related ones are left out.
    ratio = abs(got / expected) if expected else 0.0
    if got and expected and abs(got) > 1e-3 and abs(ratio * 60 - round(ratio * 60)) > 1e-6:
        assert explain(got, expected, {"n": 7, "m": 11}) == ""


def test_random_wrong_answers_have_no_pattern():
    rng = np.random.default_rng(0)
    for shape in ((), (2,), (4,), (3, 3), (2, 5), (2, 3, 2)):
        for _ in range(200):
            got, expected = rng.normal(size=shape), rng.normal(size=shape)
            assert explain(got, expected, {"n": 3, "d": 4}) == ""


def test_random_small_fractions_have_no_pattern():
    rng = np.random.default_rng(0)
    for _ in range(2000):
        got, expected = rng.integers(0, 9, 2) / rng.integers(1, 9, 2)
        assert explain(got, expected, {"n": 3, "d": 4}) == ""


def test_one_wrong_entry_among_right_ones_has_no_pattern():
    rng = np.random.default_rng(0)
    for _ in range(300):
        expected = rng.normal(size=6)
        assert explain(replaced(expected, rng.integers(6), rng.normal()), expected, {"n": 6}) == ""


def test_a_pattern_of_all_cases_is_reported_with_their_number():
    expected = [0.5, 0.25, 1 / 7]
    pairs = [(2 * e, e) for e in expected]
    assert explain_many(pairs).startswith("In all 3 cases it is exactly 2 times too large")


def test_right_answers_that_the_pattern_explains_do_not_prevent_it():
    pairs = [(0.0, 0.0), (0.5, 0.25), (0.25, 0.125)]
    assert explain_many(pairs).startswith("In all 2 wrong cases it is exactly 2 times too large")


def test_a_right_answer_that_the_pattern_cannot_explain_prevents_it():
    assert explain_many([(0.5, 0.25), (0.25, 0.125), (0.75, 0.75)]) == ""


def test_a_factor_that_is_a_size_in_every_case_is_named():
    pairs = [(n / 7, 1 / 7) for n in (2, 3, 5)] + [(4 / 3, 1 / 3)]
    sizes = [{"n": n} for n in (2, 3, 5, 4)]
    assert (
        explain_many(pairs, sizes) == "In all 4 cases it is exactly n times too large: sum instead of mean?"
    )


def test_one_wrong_case_is_not_a_pattern():
    assert explain_many([(3 * ONE, ONE), (0.0, 0.0)]) == ""


def test_places_are_recognised_over_all_cases():
    pairs = [(INDICES[::-1], INDICES), (INDICES[:3][::-1], INDICES[:3]), (INDICES[:1], INDICES[:1])]
    assert explain_many(pairs).startswith("In all 2 wrong cases it has the right entries in reverse order")
    pairs = [(INDICES[:2], INDICES), (INDICES[:3], INDICES)]
    assert explain_many(pairs).startswith("In all 2 wrong cases it is right, but without the last entries")


def test_indices_that_count_from_one_are_recognised_over_all_cases():
    pairs = [(INDICES[:k] + 1, INDICES[:k]) for k in (1, 2, 3)]
    assert "does it count from 1 instead of 0?" in explain_many(pairs)


def test_random_wrong_cases_have_no_common_pattern():
    rng = np.random.default_rng(0)
    for _ in range(300):
        pairs = [tuple(rng.integers(0, 9, 2) / rng.integers(1, 9, 2)) for _ in range(6)]
        assert explain_many(pairs, [{"n": 3}] * 6) == ""


ANYTHING = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=3)
    | st.lists(st.text(max_size=2))
    | st.lists(st.none() | st.floats(), max_size=3)
    | hnp.arrays(
        st.sampled_from(["f8", "i8", "?", "c16", "u8"]), hnp.array_shapes(min_dims=0, min_side=0, max_side=4)
    )
)


@given(pairs=st.lists(st.tuples(ANYTHING, ANYTHING), min_size=1, max_size=3))
def test_any_value_gives_one_line_or_nothing(pairs):
    for text in [explain(*pairs[0], SIZES), explain_many(pairs)]:
        assert isinstance(text, str)
        assert text == "" or (text.isprintable() and len(text) < 150 and text.endswith((".", "?")))


@pytest.mark.parametrize("expected", [-np.inf, np.inf, np.nan])
def test_an_expected_value_that_is_not_finite_is_handled(expected):
    got = np.array([0.0, 1.0, 2.0])

    explain(got, np.array([expected, 1.0, 3.0]))
    explain_many([(0.5, expected), (1.0, 2.0)], [{}, {}])

"""How values, calls and differences are shown."""

from dataclasses import dataclass

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from gradkata.comparing.closeness import compare
from gradkata.comparing.wording import call, differs_at, show


@dataclass(frozen=True)
class Opaque:
    """What a decoder leaves of a value that cannot be sent."""

    type_name: str


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (1.0, "1.0"),
        (0.1 + 0.2, "0.30000000000000004"),
        (np.float32(0.1), "0.10000000149011612"),
        (3, "3"),
        (np.array(2.0), "2.0"),
        (True, "True"),
        (None, "None"),
        (np.nan, "nan"),
        (-np.inf, "-inf"),
        (1j, "1j"),
        (np.array([0.0, 1.0, 0.5]), "[0., 1., 0.5]"),
        (np.array([0, 1]), "[0, 1]"),
        ([1.0, 2], "[1.0, 2]"),
        (np.array([[0.0, 1], [2, 3]]), "[[0., 1.], [2., 3.]]"),
        (np.array([True, False]), "[True, False]"),
        (np.array([np.nan, -np.inf, -0.0, 1e20]), "[nan, -inf, -0., 1e+20]"),
        ([], "[]"),
        ((), "()"),
        ((1.0,), "(1.0,)"),
        (np.zeros(0), "[]"),
        (np.zeros((0, 4)), "[] (shape (0, 4))"),
        (np.zeros((2, 0)), "[[], []]"),
        (["the", "cat"], "['the', 'cat']"),
        ((np.zeros(1), np.ones(1)), "([0.], [1.])"),
        ("it's", '"it\'s"'),
        ([[[[[[[[1]]]]]]]], "[[[[[[[...]]]]]]]"),
        (Opaque("generator"), "<generator>"),
        ([Opaque("a.Box"), 1], "[<a.Box>, 1]"),
        (10**30, "1" + "0" * 30),
    ],
)
def test_short_values_are_written_as_a_student_would_write_them(value, text):
    assert show(value) == text


def test_rows_are_below_each_other_if_one_line_is_too_short():
    expected = [
        "[[0., 1., 2., 3., 4., 5., 6., 7., 8., 9., 10., 11., 12., 13.],",
        " [14., 15., 16., 17., 18., 19., 20., 21., 22., 23., 24., 25., 26., 27.]]",
    ]
    assert show(np.arange(28.0).reshape(2, 14)).split("\n") == expected


def test_floats_lose_digits_before_entries_and_the_note_says_so():
    text = show(np.arange(12.0).reshape(3, 4) / 7)
    assert text.startswith("[[0., 0.142857, 0.285714, 0.428571],\n")
    assert text.endswith("] (rounded)")


def test_digits_are_kept_if_rounding_would_make_two_entries_equal():
    assert "(rounded)" not in show(1 + np.arange(30) * 1e-9)


def test_a_long_array_is_shortened_with_its_shape():
    text = show(np.arange(1000.0))
    assert ", ..., 999.] (shape (1000,))" in text
    assert text.startswith("[0., 1., 2., ")


def test_a_long_list_of_words_is_shortened_with_its_length():
    assert show(["word"] * 3000).endswith(", ..., 'word'] (3000 entries)")


def test_a_long_word_is_cut_with_its_length():
    assert show("x" * 70_000) == "'" + "x" * 40 + "'... (70000 characters)"


def test_a_huge_integer_is_written_by_its_size():
    assert show(10**5000) == "<an integer of 16610 bits>"
    assert show(10**300).endswith("... (301 digits)")


@pytest.mark.parametrize(
    "value", ["\x1b[2J", "\u202eabc", "a\nb", "\ud800", ["\x07"], Opaque("\x1b\u2066x"), [["\r"]]]
)
def test_control_and_bidirectional_characters_are_escaped(value):
    assert show(value).isprintable()
    assert call("f", ["a"], [value]).isprintable()


def test_short_arrays_can_be_pasted():
    for value in (np.array([[0.5, 1.0], [-2.0, 1e-7]]), np.array([3, -1]), np.array([0.1 + 0.2])):
        pasted = np.array(eval(show(value)))
        assert pasted.dtype == value.dtype
        np.testing.assert_array_equal(pasted, value)


HOSTILE = st.recursive(
    st.none()
    | st.floats()
    | st.integers()
    | st.text()
    | st.builds(Opaque, st.text())
    | hnp.arrays(
        st.sampled_from(["f8", "f4", "i8", "?", "c16"]),
        hnp.array_shapes(min_dims=0, min_side=0, max_dims=5, max_side=6),
    ),
    lambda inner: st.lists(inner, max_size=30) | st.lists(inner).map(tuple),
)


@given(value=HOSTILE, width=st.integers(24, 100), lines=st.integers(1, 5))
def test_nothing_is_wider_or_longer_than_allowed_or_unprintable(value, width, lines):
    shown = show(value, width, lines).split("\n")
    assert len(shown) <= lines
    assert max(map(len, shown)) <= width
    assert "".join(shown).isprintable()


def test_large_and_deep_values_stay_within_their_lines():
    deep = 1
    for _ in range(16):
        deep = [deep, deep]
    for value in (deep, [["a"] * 300] * 300, np.zeros((1,) * 40), np.zeros((2,) * 18), [0.1] * 100_000):
        assert max(map(len, show(value).split("\n"))) <= 72


def test_a_call_is_written_with_its_names():
    boxes = np.array([0.0, 0, 1, 1]), np.array([0.0, 0, 1, 2])
    assert call("iou", ["a", "b"], boxes) == "iou(a=[0., 0., 1., 1.], b=[0., 0., 1., 2.])"


def test_a_long_call_has_one_argument_per_line():
    references = [["the", "cat", "sat", "on", "the", "mat"], ["a", "cat", "sat", "on", "a", "mat", "and"]]
    expected = [
        "bleu(candidate=['the', 'cat'],",
        "     references=[['the', 'cat', 'sat', 'on', 'the', 'mat'],",
        "                 ['a', 'cat', 'sat', 'on', 'a', 'mat', 'and']],",
        "     max_n=2)",
    ]
    shown = call("bleu", ["candidate", "references", "max_n"], [["the", "cat"], references, 2])
    assert shown.split("\n") == expected


def test_a_difference_is_shown_with_its_place_and_the_number_of_differences():
    got, expected = np.zeros((3, 2)), np.zeros((3, 2))
    got[2, 0], expected[2, 0] = 0.5, 0.25
    assert differs_at(compare(got, expected)) == "at [2, 0]: 0.5, expected 0.25 (1 of 6 entries differ)"


def test_the_difference_of_two_numbers_is_shown_with_all_digits():
    assert differs_at(compare(1.00000001, 1.0)) == "1.00000001, expected 1.0"


def test_other_shapes_are_shown_as_shapes():
    expected = "an array of shape (2,), expected an array of shape (3,)"
    assert differs_at(compare(np.arange(2), np.arange(3))) == expected

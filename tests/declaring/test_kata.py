"""Declaring a kata."""

import pytest

from gradkata import Kata, arg, st
from gradkata.drawing.explore import examples


def first(kata, name):
    return next(iter(examples(next(p for p in kata.properties if p.name == name).draws, 50)))


def test_sizes_and_arguments_are_drawn_from_the_signature_alone():
    kata = Kata("f(x: (n,d), k: i8, ok: b1, words: [str]) -> (n)")
    kata.agreement(points=5)

    example = first(kata, "agrees_on_ordinary_input")

    assert list(example) == ["n", "d", "x", "k", "ok", "words"]
    assert example["x"].shape == (example["n"], example["d"])


def test_an_edge_changes_only_what_it_names():
    kata = Kata("f(x: (n)) -> ()", x=st.arrays(arg("n"), elements=st.just(3)))
    kata.edge("Without entries it is 0.", points=1, n=0)

    assert first(kata, "without_entries_it_is_0")["x"].tolist() == []


def test_a_draw_for_something_other_than_an_argument_is_refused():
    with pytest.raises(ValueError, match="`z`"):
        Kata("f(x: (n)) -> ()", z=st.integers())


def test_a_property_asks_for_drawn_names_only():
    kata = Kata("f(x: ()) -> ()")

    with pytest.raises(ValueError, match="`shift`"):

        @kata.property(points=0)
        def ignores_a_shift(f, x, shift):
            """A shift changes nothing."""


def test_a_property_without_a_claim_is_refused():
    kata = Kata("f(x: ()) -> ()")

    with pytest.raises(ValueError, match="no docstring"):

        @kata.property(points=0)
        def is_even(f, x):
            pass


def test_two_properties_of_one_name_are_refused():
    kata = Kata("f(x: ()) -> ()")
    kata.edge("It is 0.", points=1)

    with pytest.raises(ValueError, match="`it_is_0`"):
        kata.edge("It is 0.", points=1)


def test_a_misconception_keeps_its_diagnosis_and_its_convention():
    kata = Kata("f(x: ()) -> ()")

    @kata.misconception(convention="the French")
    def counts_from_zero(x):
        """You count
        from zero."""

    (found,) = kata.misconceptions
    assert (found.name, found.message) == ("counts_from_zero", "You count from zero.")
    assert found.convention == "the French"


@pytest.mark.parametrize(
    ("name", "title", "headline"),
    [
        ("forgets_the_square", "", "forgets the square"),
        ("takes_central_differences_of_1e_minus_5", "", "takes central differences of 1e-5"),
        ("clips_at_twenty", "clips the input at ±20", "clips the input at ±20"),
    ],
)
def test_a_headline_is_the_title_or_the_name_as_words(name, title, headline):
    kata = Kata("f(x: ()) -> ()")

    def wrong(x):
        """It is wrong."""

    wrong.__name__ = name
    kata.misconception(wrong, title=title)

    assert [each.headline for each in kata.misconceptions] == [headline]


def test_an_unknown_reference_is_named():
    kata = Kata("f(x: ()) -> ()", x=st.integers(0, arg("m")))
    kata.agreement(points=5)

    with pytest.raises(LookupError, match="'m'"):
        first(kata, "agrees_on_ordinary_input")


def test_an_unknown_strategy_is_refused_when_it_is_written():
    with pytest.raises(AttributeError, match=r"st\.intgers"):
        st.intgers(0, 1)

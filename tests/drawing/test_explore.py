"""Enumerating the values of a strategy from the smallest up."""

from itertools import combinations

import numpy as np
import pytest

from gradkata import arg, st
from gradkata.drawing.explore import NotEnumerableError, examples


def values(strategy, limit=200):
    return [example["x"] for example in examples({"x": strategy}, limit)]


def test_integers_are_ordered_by_distance_from_zero():
    assert values(st.integers(-2, 3)) == [0, 1, -1, 2, -2, 3]


def test_integers_that_exclude_zero_begin_at_the_bound_nearest_to_it():
    assert values(st.integers(4, 6)) == [4, 5, 6]
    assert values(st.integers(-6, -4)) == [-4, -5, -6]


def test_every_pair_is_given_once_and_in_ascending_order_of_the_sum():
    pairs = values(st.tuples(st.integers(0, 3), st.integers(0, 3)))

    assert len(set(pairs)) == 16 == len(pairs)
    assert [sum(pair) for pair in pairs] == sorted(sum(pair) for pair in pairs)


def test_lists_begin_with_the_empty_one_and_grow():
    found = values(st.lists(st.sampled_from("ab"), max_size=2))

    assert found[0] == []
    assert sorted(found) == sorted([[], ["a"], ["b"], ["a", "a"], ["a", "b"], ["b", "a"], ["b", "b"]])


def test_a_filter_leaves_out_rejected_values_and_the_walk_continues():
    assert values(st.integers(0, 6).filter(lambda v: v % 3 == 0)) == [0, 3, 6]


def test_unique_lists_repeat_nothing():
    found = values(st.lists(st.integers(0, 2), min_size=2, max_size=2, unique=True))

    assert sorted(found) == [[0, 1], [0, 2], [1, 0], [1, 2], [2, 0], [2, 1]]


def test_all_permutations_are_given():
    assert len({tuple(v) for v in values(st.permutations(range(4)))}) == 24


def test_arrays_have_shape_and_dtype():
    first = values(st.arrays((2, 3), elements=st.integers(1, 2)), 1)[0]

    assert first.dtype == np.float64
    assert first.tolist() == [[1.0, 1.0, 1.0], [1.0, 1.0, 1.0]]


def test_one_draw_may_depend_on_another_even_on_one_declared_later():
    declared = {"below": st.integers(0, arg("top")), "top": st.integers(1, 2)}

    found = [(e["below"], e["top"]) for e in examples(declared, 50)]

    assert sorted(found) == [(0, 1), (0, 2), (1, 1), (1, 2), (2, 2)]


def test_a_sum_of_sizes_can_be_referred_to():
    declared = {"h": st.integers(1, 2), "d": 3, "x": st.arrays(arg("h+d"), elements=st.just(0))}

    assert {e["x"].shape for e in examples(declared, 10)} == {(4,), (5,)}


def test_composites_choices_and_alternatives_are_walked():
    @st.composite
    def interval(draw, low):
        start = draw(st.integers(low, low + 1))
        return (start, start + draw(st.integers(1, 2)))

    found = values(interval(0) | st.just(None))

    assert set(found) == {(0, 1), (0, 2), (1, 2), (1, 3), None}


def test_floats_stay_between_their_bounds_and_include_them():
    found = values(st.floats(-1.5, 0.75))

    assert found[0] == 0.0
    assert {-1.5, 0.75} <= set(found)
    assert all(-1.5 <= value <= 0.75 for value in found)


def test_the_walk_ends_at_its_limit():
    assert len(values(st.tuples(*[st.integers(0, 9)] * 5), limit=123)) == 123


def test_no_example_is_given_twice_within_a_large_scope():
    found = values(st.lists(st.integers(0, 2), max_size=3), limit=1000)

    assert not any(one == other for one, other in combinations(found, 2))


@pytest.mark.parametrize("strategy", [st.integers(), st.text()])
def test_a_strategy_that_cannot_be_enumerated_is_refused(strategy):
    with pytest.raises(NotEnumerableError):
        values(strategy)

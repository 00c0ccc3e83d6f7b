"""A long answer in short."""

import numpy as np
import pytest

from gradkata.comparing.digest import differ, digest_of, matches

LONG = np.arange(500) * 0.618 % 1
RTOL, ATOL = 1e-9, 1e-12


def test_the_same_array_matches_up_to_rounding():
    assert matches(LONG * (1 + 1e-10), digest_of(LONG), RTOL, ATOL)


@pytest.mark.parametrize("place", [0, 1, 17, 123, 250, 498, 499])
def test_one_wrong_entry_is_seen_wherever_it_is(place):
    wrong = LONG.copy()
    wrong[place] += 1e-4

    assert not matches(wrong, digest_of(LONG), RTOL, ATOL)


def test_two_exchanged_entries_are_seen():
    wrong = LONG.copy()
    wrong[[201, 202]] = wrong[[202, 201]]

    assert not matches(wrong, digest_of(LONG), RTOL, ATOL)


@pytest.mark.parametrize("wrong", [LONG[:-1], LONG[None], LONG * np.nan, 3.0])
def test_another_shape_or_value_does_not_match(wrong):
    assert not matches(wrong, digest_of(LONG), RTOL, ATOL)


def test_whole_numbers_are_compared_exactly():
    whole = np.arange(1000)

    assert matches(whole, digest_of(whole), RTOL, ATOL)
    assert not matches(np.where(whole == 333, 334, whole), digest_of(whole), RTOL, ATOL)


def test_digests_of_different_arrays_differ():
    assert differ(digest_of(LONG), digest_of(LONG + 1e-6), RTOL, ATOL)
    assert not differ(digest_of(LONG), digest_of(LONG), RTOL, ATOL)


def test_infinities_and_nan_are_equal_to_themselves_only():
    special = np.where(np.arange(500) % 7 == 0, -np.inf, LONG)

    assert matches(special.copy(), digest_of(special), RTOL, ATOL)
    assert not matches(np.where(special == -np.inf, 0.0, special), digest_of(special), RTOL, ATOL)
    assert not matches(np.where(special == -np.inf, np.inf, special), digest_of(special), RTOL, ATOL)

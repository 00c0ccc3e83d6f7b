"""Digests of long answers: which ones are the same."""

import numpy as np
import pytest

from gradkata.comparing.digest import digest_of, matches, same_digest

LONG = np.arange(1000.0) / 7
CHANGES = {
    "one entry": lambda x: np.where(np.arange(x.size) == 501, x + 1e-3, x),
    "two entries exchanged": lambda x: np.concatenate([x[:500], x[501:499:-1], x[502:]]),
    "another shape": lambda x: x.reshape(10, 100),
    "another kind": lambda x: x.astype(np.int64),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_is_noticed(change):
    changed = CHANGES[change](LONG)

    assert not same_digest(digest_of(changed), digest_of(LONG), 1e-9, 1e-12)
    assert change == "another kind" or not matches(changed, digest_of(LONG), 1e-9, 1e-12)


@pytest.mark.parametrize("values", [LONG, LONG * (1 + 1e-12), np.where(LONG > 100, np.nan, LONG)])
def test_rounding_and_nan_are_no_difference(values):
    expected = np.where(np.isnan(values), values, LONG)

    assert same_digest(digest_of(values), digest_of(expected), 1e-9, 1e-12)
    assert matches(values, digest_of(expected), 1e-9, 1e-12)

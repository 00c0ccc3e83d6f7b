"""The output size against code that makes the output, and against counting its places."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.signal import correlate

from tests.references.answers import every_answer

BELOW = 2**31 - 1


def by_definition(n, f, p, s):
    """Left ends 0, s, 2s, ... as long as the filter's right end lies inside."""
    left = count = 0
    while left + f <= n + 2 * p:
        left += s
        count += 1
    return count


def padded(n, p):
    return np.pad(np.ones(n), p)


@every_answer("convolution/conv_output_size")
def test_the_size_is_the_number_of_places_for_every_small_layer(answer):
    for n, f, p, s in np.ndindex(9, 12, 4, 6):
        got = answer(n + 1, f + 1, p, s + 1)
        assert by_definition(n + 1, f + 1, p, s + 1) == got, (n + 1, f + 1, p, s + 1)
        assert type(got) is int


@every_answer("convolution/conv_output_size")
@given(n=st.integers(1, 60), f=st.integers(1, 60), p=st.integers(0, 70), s=st.integers(1, 60))
def test_the_size_is_the_length_of_scipy_s_correlation(answer, n, f, p, s):
    # SciPy turns the two round where the second is longer: only filters that fit are comparable.
    if f <= n + 2 * p:
        expected = correlate(padded(n, p), np.ones(f), mode="valid", method="direct")[::s]
        assert len(expected) == answer(n, f, p, s)


@every_answer("convolution/conv_output_size")
@given(n=st.integers(1, 60), f=st.integers(1, 60), p=st.integers(0, 70), s=st.integers(1, 60))
def test_the_size_is_the_number_of_numpy_s_windows(answer, n, f, p, s):
    if f <= n + 2 * p:
        windows = np.lib.stride_tricks.sliding_window_view(padded(n, p), f)[::s]
        assert len(windows) == answer(n, f, p, s)


@every_answer("convolution/conv_output_size")
@given(n=st.integers(1, BELOW), f=st.integers(1, BELOW), p=st.integers(0, BELOW), s=st.integers(1, BELOW))
def test_large_sides_are_counted_as_bisection_counts_them(answer, n, f, p, s):
    low, high = 0, n + 2 * p + 1  # low places fit, high do not
    while high - low > 1:
        middle = (low + high) // 2
        fits = (middle - 1) * s + f <= n + 2 * p
        low, high = (middle, high) if fits else (low, middle)
    assert low == answer(n, f, p, s)


@every_answer("convolution/conv_output_size")
def test_the_largest_sides_do_not_overflow(answer):
    assert answer(BELOW, 1, BELOW, 1) == 3 * BELOW
    assert answer(BELOW, BELOW, BELOW, BELOW) == 3
    assert answer(BELOW, 1, 0, BELOW) == 1
    assert answer(1, BELOW, 0, 1) == 0


@pytest.mark.heavy
@every_answer("convolution/conv_output_size")
@given(n=st.integers(1, 40), f=st.integers(1, 40), p=st.integers(0, 50), s=st.integers(1, 40))
def test_the_size_is_that_of_pytorch_s_convolution(answer, n, f, p, s):
    torch = pytest.importorskip("torch", reason="PyTorch is not installed (extra `oracles`)")
    if f <= n + 2 * p:
        given_, kernel = torch.ones(1, 1, n), torch.ones(1, 1, f)
        out = torch.nn.functional.conv1d(given_, kernel, stride=s, padding=p)
        assert out.shape[-1] == answer(n, f, p, s)

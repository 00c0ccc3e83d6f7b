"""The convolution of one channel against SciPy's correlation, exact fractions and PyTorch."""

from fractions import Fraction

import numpy as np
import pytest
from builtin import solution
from hypothesis import given, settings
from scipy.signal import correlate2d

from tests.references.answers import every_answer
from tests.references.drawing import seeds

conv2d_valid = solution("convolution/conv2d_valid").conv2d_valid


def arguments(generator):
    f, g, down, across = (int(size) for size in generator.integers(1, 6, 4))
    return generator.normal(size=(f + down - 1, g + across - 1)), generator.normal(size=(f, g))


@every_answer("convolution/conv2d_valid")
@settings(max_examples=30)
@given(generator=seeds())
def test_the_sums_are_those_of_scipy(answer, generator):
    x, k = arguments(generator)
    np.testing.assert_allclose(answer(x, k), correlate2d(x, k, mode="valid"), rtol=1e-12, atol=1e-13)


@every_answer("convolution/conv2d_valid")
def test_the_sums_agree_with_exact_fractions(answer):
    x, k = arguments(np.random.default_rng(3))
    result = answer(x, k)
    for (i, j), found in np.ndenumerate(result):
        products = (Fraction(x[i + a, j + b]) * Fraction(weight) for (a, b), weight in np.ndenumerate(k))
        assert abs(found - float(sum(products))) < 1e-13


@pytest.mark.parametrize("w", [7, 8, 9, 33, 130])
def test_every_length_of_a_vector_loop_is_right(w):
    generator = np.random.default_rng(w)
    x, k = generator.normal(size=(11, w)), generator.normal(size=(4, 5))
    np.testing.assert_allclose(conv2d_valid(x, k), correlate2d(x, k, mode="valid"), rtol=1e-12, atol=1e-13)


@pytest.mark.heavy
@every_answer("convolution/conv2d_valid")
@settings(max_examples=30)
@given(generator=seeds())
def test_the_sums_are_those_of_pytorch(answer, generator):
    torch = pytest.importorskip("torch", reason="PyTorch is not installed (extra `oracles`)")
    x, k = arguments(generator)
    expected = torch.nn.functional.conv2d(torch.from_numpy(x)[None, None], torch.from_numpy(k)[None, None])
    np.testing.assert_allclose(answer(x, k), expected.numpy()[0, 0], rtol=1e-12, atol=1e-13)

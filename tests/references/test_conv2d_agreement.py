"""The convolution with padding and stride against SciPy's correlation, exact fractions and PyTorch."""

from fractions import Fraction

import numpy as np
import pytest
from builtin import solution
from hypothesis import given, settings
from scipy.signal import correlate2d

from tests.references.answers import every_answer
from tests.references.drawing import seeds

conv2d = solution("convolution/conv2d").conv2d


def arguments(generator):
    f, g, h, w, s = (int(size) for size in generator.integers(1, 6, 5))
    least = max(0, (f - h + 1) // 2, (g - w + 1) // 2)
    p = least + int(generator.integers(0, 4))
    return generator.normal(size=(h, w)), generator.normal(size=(f, g)), p, s


@every_answer("convolution/conv2d")
@settings(max_examples=30)
@given(generator=seeds())
def test_the_sums_are_those_of_scipy(answer, generator):
    x, k, p, s = arguments(generator)
    expected = correlate2d(np.pad(x, p), k, mode="valid")[::s, ::s]
    np.testing.assert_allclose(answer(x, k, p, s), expected, rtol=1e-12, atol=1e-13)


@every_answer("convolution/conv2d")
def test_the_sums_agree_with_exact_fractions(answer):
    generator = np.random.default_rng(5)
    x, k, p, s = generator.normal(size=(4, 7)), generator.normal(size=(3, 2)), 2, 3
    for (i, j), found in np.ndenumerate(answer(x, k, p, s)):
        total = Fraction(0)
        for (a, b), weight in np.ndenumerate(k):
            row, column = i * s + a - p, j * s + b - p
            if 0 <= row < 4 and 0 <= column < 7:
                total += Fraction(weight) * Fraction(x[row, column])
        assert abs(found - float(total)) < 1e-13


@pytest.mark.parametrize("s", [1, 2, 5, 40])
def test_every_stride_of_the_compiled_loop_is_right(s):
    generator = np.random.default_rng(s)
    x, k = generator.normal(size=(13, 40)), generator.normal(size=(4, 5))
    expected = correlate2d(np.pad(x, 2), k, mode="valid")[::s, ::s]
    np.testing.assert_allclose(conv2d(x, k, 2, s), expected, rtol=1e-12, atol=1e-13)


@pytest.mark.heavy
@every_answer("convolution/conv2d")
@settings(max_examples=30)
@given(generator=seeds())
def test_the_sums_are_those_of_pytorch(answer, generator):
    torch = pytest.importorskip("torch", reason="PyTorch is not installed (extra `oracles`)")
    x, k, p, s = arguments(generator)
    image, kernel = torch.from_numpy(x)[None, None], torch.from_numpy(k)[None, None]
    expected = torch.nn.functional.conv2d(image, kernel, padding=p, stride=s).numpy()[0, 0]
    np.testing.assert_allclose(answer(x, k, p, s), expected, rtol=1e-12, atol=1e-13)

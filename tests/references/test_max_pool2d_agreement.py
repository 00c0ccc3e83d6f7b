"""Max pooling against SciPy's filter, the definition and PyTorch's layer."""

import numpy as np
import pytest
from hypothesis import given, settings
from scipy.ndimage import maximum_filter

from tests.references.answers import every_answer
from tests.references.drawing import seeds


def arguments(generator):
    f, s, down, across = (int(size) for size in generator.integers(1, 6, 4))
    return generator.normal(size=(f + down - 1, f + across - 1)), f, s


@every_answer("convolution/max_pool2d")
@settings(max_examples=30)
@given(generator=seeds())
def test_the_maxima_are_those_of_scipy_s_filter(answer, generator):
    x, f, s = arguments(generator)
    # The filter's window is centred on f // 2.
    filtered = maximum_filter(x, size=f, mode="constant", cval=-np.inf)
    first, (h, w) = f // 2, x.shape
    expected = filtered[first : first + h - f + 1 : s, first : first + w - f + 1 : s]
    np.testing.assert_array_equal(answer(x, f, s), expected, strict=True)


@every_answer("convolution/max_pool2d")
@settings(max_examples=30)
@given(generator=seeds())
def test_the_maxima_are_those_of_the_definition(answer, generator):
    x, f, s = arguments(generator)
    for (i, j), found in np.ndenumerate(answer(x, f, s)):
        assert found == max(x[i * s + a, j * s + b] for a in range(f) for b in range(f))


@pytest.mark.heavy
@every_answer("convolution/max_pool2d")
@settings(max_examples=30)
@given(generator=seeds())
def test_the_maxima_are_those_of_pytorch(answer, generator):
    torch = pytest.importorskip("torch", reason="PyTorch is not installed (extra `oracles`)")
    x, f, s = arguments(generator)
    expected = torch.nn.functional.max_pool2d(torch.from_numpy(x)[None], f, s).numpy()[0]
    np.testing.assert_array_equal(answer(x, f, s), expected)

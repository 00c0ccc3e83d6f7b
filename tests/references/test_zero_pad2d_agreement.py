"""Zero padding against NumPy's and SciPy's own, and PyTorch's layer."""

import numpy as np
import pytest
from hypothesis import given, settings
from scipy.ndimage import shift

from tests.references.answers import every_answer
from tests.references.drawing import seeds


def arguments(generator):
    h, w, p = (int(size) for size in generator.integers(0, 8, 3))
    return generator.normal(size=(h, w)), p


@every_answer("convolution/zero_pad2d")
@settings(max_examples=30)
@given(generator=seeds())
def test_the_frame_is_that_of_numpy(answer, generator):
    x, p = arguments(generator)
    np.testing.assert_array_equal(answer(x, p), np.pad(x, p, mode="constant"), strict=True)


@every_answer("convolution/zero_pad2d")
@settings(max_examples=30)
@given(generator=seeds())
def test_the_image_is_shifted_as_by_scipy(answer, generator):
    x, p = arguments(generator)
    canvas = np.zeros((x.shape[0] + 2 * p, x.shape[1] + 2 * p))
    canvas[: x.shape[0], : x.shape[1]] = x
    expected = shift(canvas, (p, p), order=0) if canvas.size else canvas
    np.testing.assert_array_equal(answer(x, p), expected)


@every_answer("convolution/zero_pad2d")
def test_a_frame_of_width_0_is_a_copy(answer):
    x = np.arange(6.0).reshape(2, 3)
    padded = answer(x, 0)
    assert not np.shares_memory(padded, x)
    np.testing.assert_array_equal(padded, x)


@pytest.mark.heavy
@every_answer("convolution/zero_pad2d")
@settings(max_examples=30)
@given(generator=seeds())
def test_the_frame_is_that_of_pytorch(answer, generator):
    torch = pytest.importorskip("torch", reason="PyTorch is not installed (extra `oracles`)")
    x, p = arguments(generator)
    expected = torch.nn.ZeroPad2d(p)(torch.from_numpy(x)[None]).numpy()[0]
    np.testing.assert_array_equal(answer(x, p), expected)

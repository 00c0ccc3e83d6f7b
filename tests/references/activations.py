"""What the agreement tests of activations and their derivatives share: input, fifty digits, autograd."""

from collections.abc import Callable
from typing import Any

import mpmath
import numpy as np
import pytest
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

# Ordinary, saturated, and as near to a kink as is asked; never 0.
OFF_THE_KINK = st.one_of(
    st.floats(1e-6, 1000.0), st.floats(-1000.0, -1e-6), st.floats(1e-6, 8.0), st.floats(-8.0, -1e-6)
)
FAR_OUT = np.array([-1e300, -1000.0, -750.0, -708.5, -40.0, -20.0, 20.0, 40.0, 708.5, 750.0, 1000.0, 1e300])


def vectors(elements: st.SearchStrategy[float] = OFF_THE_KINK) -> st.SearchStrategy[np.ndarray]:
    """One to nine entries, so that a vector loop has a rest; shapes: ``->(n)``."""
    return arrays(np.float64, st.integers(1, 9), elements=elements, fill=st.nothing())


def in_fifty_digits(function: Callable[[Any], Any], x: np.ndarray) -> np.ndarray:
    """A function of one number of mpmath's, for every entry; shapes: ``(n)->(n)``."""
    with mpmath.workdps(50):
        return np.array([float(function(mpmath.mpf(value))) for value in x.tolist()])


def by_autograd(function: Callable[[Any], Any], x: np.ndarray) -> np.ndarray:
    """The derivative of a function of PyTorch's, in float64; shapes: ``(n)->(n)``."""
    torch = pytest.importorskip("torch", reason="PyTorch is not installed (extra `oracles`)")
    variable = torch.tensor(x, dtype=torch.float64, requires_grad=True)
    function(variable).sum().backward()
    return np.asarray(variable.grad)


def assert_close(expected: np.ndarray, got: Any) -> None:
    """Equal shapes, and equal values to a few units in the last place of 1."""
    assert isinstance(got, np.ndarray)
    assert expected.shape == got.shape
    np.testing.assert_allclose(got, expected, rtol=1e-12, atol=1e-14)

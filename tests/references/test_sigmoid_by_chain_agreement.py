"""The derivatives of the sigmoid's steps against forty digits, SciPy and PyTorch's autograd."""

import mpmath
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import logistic

from tests.references.answers import every_answer

ANYWHERE = st.floats(-700.0, 700.0) | st.floats(-10.0, 10.0)


@every_answer("maths/sigmoid_by_chain")
@settings(max_examples=30)
@given(x=ANYWHERE)
def test_the_local_derivatives_agree_with_forty_digits(answer, x):
    with mpmath.workdps(40):
        q = 1 + mpmath.exp(-mpmath.mpf(x))
        expected = [float(-(q**-2)), float(mpmath.exp(-mpmath.mpf(x))), -1.0, float((q - 1) / q**2)]
    np.testing.assert_allclose(answer(x), expected, rtol=1e-12, atol=1e-15)


@every_answer("maths/sigmoid_by_chain")
@settings(max_examples=30)
@given(x=ANYWHERE)
def test_the_product_is_the_density_of_scipy_s_logistic_distribution(answer, x):
    np.testing.assert_allclose(answer(x)[3], logistic.pdf(x), rtol=1e-12, atol=1e-15)


@pytest.mark.heavy
@every_answer("maths/sigmoid_by_chain")
@settings(max_examples=30)
@given(x=st.floats(-300.0, 300.0))
def test_all_four_are_those_of_pytorch(answer, x):
    torch = pytest.importorskip("torch", reason="PyTorch is not installed (extra `oracles`)")
    at = torch.tensor(x, dtype=torch.float64, requires_grad=True)
    p = -at
    q = 1 + p.exp()
    f = 1 / q
    local = [
        torch.autograd.grad(value, by, retain_graph=True)[0].item() for value, by in ((f, q), (q, p), (p, at))
    ]
    whole = torch.autograd.grad(f, at)[0].item()
    np.testing.assert_allclose(answer(x), [*local, whole], rtol=1e-12, atol=1e-15)

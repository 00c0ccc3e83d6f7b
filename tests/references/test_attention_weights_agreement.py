"""Attention weights against SciPy's softmax, fifty digits and PyTorch."""

import mpmath
import numpy as np
import pytest
from hypothesis import given, settings
from scipy.special import softmax

from tests.references.answers import every_answer
from tests.references.drawing import seeds


def scores(generator):
    outputs, sources = (int(size) for size in generator.integers(1, 7, 2))
    S = generator.normal(size=(outputs, sources)) * 10.0 ** generator.uniform(-2, 3)
    hidden = generator.random(S.shape) < 0.3
    hidden[:, generator.integers(0, sources)] = False
    return np.where(hidden, -np.inf, np.clip(S, -1000, 1000))


@every_answer("decoding/attention_weights")
@settings(max_examples=30)
@given(generator=seeds())
def test_the_weights_are_those_of_scipy(answer, generator):
    S = scores(generator)
    np.testing.assert_allclose(answer(S), softmax(S, axis=1), rtol=1e-12, atol=1e-300)


@every_answer("decoding/attention_weights")
def test_the_weights_agree_with_fifty_digits(answer):
    S = np.array([[1000.0, 999.0, -1000.0], [-1000.0, -1000.5, -999.75], [0.1, 0.2, -np.inf]])
    with mpmath.workdps(50):
        rows = [[mpmath.exp(mpmath.mpf(score)) for score in row] for row in S.tolist()]
        expected = np.array([[float(share / mpmath.fsum(row)) for share in row] for row in rows])
    np.testing.assert_allclose(answer(S), expected, rtol=1e-13, atol=1e-300)


@pytest.mark.heavy
@every_answer("decoding/attention_weights")
@settings(max_examples=30)
@given(generator=seeds())
def test_the_weights_are_those_of_pytorch_s_attention(answer, generator):
    # With values that are one-hot, the result of an attention is its weights; the queries give the scores.
    torch = pytest.importorskip("torch", reason="PyTorch is not installed (extra `oracles`)")
    S = scores(generator)
    mask, sources = torch.from_numpy(S), S.shape[1]
    zeros, values = torch.zeros(S.shape[0], 1, dtype=torch.float64), torch.eye(sources, dtype=torch.float64)
    keys = torch.zeros(sources, 1, dtype=torch.float64)
    expected = torch.nn.functional.scaled_dot_product_attention(zeros, keys, values, attn_mask=mask)
    np.testing.assert_allclose(answer(S), expected.numpy(), rtol=1e-11, atol=1e-300)

"""The dense layer against exact fractions and PyTorch's `linear`."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings

from tests.references.answers import every_answer
from tests.references.drawing import seeds


def arguments(generator, largest=12):
    n, d, k = (int(size) for size in generator.integers([0, 1, 1], largest))
    return [generator.uniform(-10.0, 10.0, shape) for shape in ((n, d), (d, k), k)]


@every_answer("forward/dense_forward")
@settings(max_examples=30)
@given(generator=seeds())
def test_the_sums_agree_with_exact_fractions(answer, generator):
    X, W, b = arguments(generator, largest=5)
    expected = np.zeros((len(X), len(b)))
    for i, sample in enumerate(X.tolist()):
        for j, weights in enumerate(W.T.tolist()):
            products = (Fraction(x) * Fraction(w) for x, w in zip(sample, weights, strict=True))
            expected[i, j] = float(sum(products) + Fraction(b[j]))
    np.testing.assert_allclose(answer(X, W, b), expected, rtol=1e-13, atol=1e-12)


@pytest.mark.heavy
@every_answer("forward/dense_forward")
@settings(max_examples=30)
@given(generator=seeds())
def test_the_sums_are_those_of_pytorch(answer, generator):
    torch = pytest.importorskip("torch", reason="PyTorch is not installed (extra `oracles`)")
    X, W, b = arguments(generator)
    expected = torch.nn.functional.linear(
        torch.from_numpy(X), torch.from_numpy(W.T.copy()), torch.from_numpy(b)
    )
    np.testing.assert_allclose(answer(X, W, b), expected.numpy(), rtol=1e-12, atol=1e-12)

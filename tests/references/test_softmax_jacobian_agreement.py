"""The Jacobian of softmax against mpmath and automatic differentiation."""

import mpmath
import numpy as np
import pytest
from builtin import solution
from hypothesis import given, settings

from tests.references.answers import every_answer
from tests.references.drawing import seeds
from tests.references.logits import logits, probabilities_in_fifty_digits

softmax_jacobian = solution("activations/softmax_jacobian").softmax_jacobian

EPS = 2.0**-52


def rounding(z):
    return (16.0 + 4.0 * np.abs(z).max()) * EPS


def in_fifty_digits(z):
    p = probabilities_in_fifty_digits(z)
    with mpmath.workdps(50):
        return np.array([[float(a * ((i == j) - b)) for j, b in enumerate(p)] for i, a in enumerate(p)])


@every_answer("activations/softmax_jacobian")
@settings(max_examples=50)
@given(generator=seeds())
def test_the_jacobian_agrees_with_fifty_digits(answer, generator):
    z = logits(generator, n=1)[0]
    J = answer(z)
    assert (len(z), len(z)) == J.shape
    np.testing.assert_array_less(np.abs(in_fifty_digits(z) - J), rounding(z))


@every_answer("activations/softmax_jacobian")
@settings(max_examples=25)
@given(generator=seeds())
def test_the_jacobian_agrees_with_derivatives_taken_in_fifty_digits(answer, generator):
    z = generator.normal(size=int(generator.integers(1, 5))) * 3.0

    def probability(i, *logits):
        weights = [mpmath.exp(each) for each in logits]
        return weights[i] / mpmath.fsum(weights)

    with mpmath.workdps(50):
        expected = [
            [
                float(
                    mpmath.diff(
                        lambda *x, i=i: probability(i, *x),
                        z.tolist(),
                        tuple(int(j == c) for c in range(len(z))),
                    )
                )
                for j in range(len(z))
            ]
            for i in range(len(z))
        ]
    np.testing.assert_array_less(np.abs(np.array(expected) - answer(z)), 64.0 * EPS)


@pytest.mark.parametrize("k", [1, 2, 3, 4, 5, 8, 9, 33])
def test_every_length_of_a_vector_loop_is_right(k):
    z = np.random.default_rng(k).normal(size=k) * 3.0
    np.testing.assert_allclose(softmax_jacobian(z), in_fifty_digits(z), rtol=0.0, atol=rounding(z))


@pytest.mark.heavy
@every_answer("activations/softmax_jacobian")
@settings(max_examples=50)
@given(generator=seeds())
def test_the_jacobian_agrees_with_autograd(answer, generator):
    torch = pytest.importorskip("torch", reason="PyTorch is not installed (extra `oracles`)")
    z = logits(generator, n=1)[0]
    expected = torch.autograd.functional.jacobian(lambda x: torch.softmax(x, dim=0), torch.from_numpy(z))
    np.testing.assert_array_less(np.abs(expected.numpy() - answer(z)), rounding(z))

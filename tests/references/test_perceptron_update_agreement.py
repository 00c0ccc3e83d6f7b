"""The perceptron's update against exact fractions and the gradient that PyTorch finds."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.references.answers import every_answer, in_float32, layouts
from tests.references.drawing import seeds

BITS = st.integers(0, 1)
RATES = st.sampled_from([0.0, 0.1, 0.5, 1.0, 3.0])


def weights_and_inputs(generator):
    d, scale = int(generator.integers(1, 40)), generator.choice([1.0, 1000.0])
    return generator.normal(size=d), scale * generator.normal(size=d)


def assert_close(expected, got, slack=1e-13):
    assert isinstance(got, np.ndarray)
    np.testing.assert_allclose(got, expected, rtol=1e-13, atol=slack)


@every_answer("perceptron/perceptron_update")
@given(generator=seeds(), target=BITS, pred=BITS, lr=RATES)
def test_each_weight_is_that_of_exact_arithmetic(answer, generator, target, pred, lr):
    w, x = weights_and_inputs(generator)
    exact = [Fraction(a) + Fraction(lr) * (target - pred) * Fraction(b) for a, b in zip(w, x, strict=True)]
    assert_close([float(value) for value in exact], answer(w, x, target, pred, lr), slack=1e-12)


@every_answer("perceptron/perceptron_update")
@given(generator=seeds(), bit=BITS, lr=RATES)
def test_a_right_answer_leaves_every_bit_of_the_weights(answer, generator, bit, lr):
    w, x = weights_and_inputs(generator)
    np.testing.assert_array_equal(w, answer(w, x, bit, bit, lr))


@every_answer("perceptron/perceptron_update")
def test_repeated_updates_learn_every_gate_that_one_line_can_draw(answer):
    # Rosenblatt's theorem: separable classes are learnt in finitely many updates; an input of 1 is the bias.
    rows = [np.array([a, b, 1.0]) for a in (0.0, 1.0) for b in (0.0, 1.0)]
    for targets in ([0, 0, 0, 1], [0, 1, 1, 1], [1, 1, 1, 0], [1, 0, 0, 0], [1, 1, 0, 0]):
        w = np.zeros(3)
        for _ in range(30):
            for x, target in zip(rows, targets, strict=True):
                w = answer(w, x, target, int(w @ x > 0), 0.5)
        assert targets == [int(w @ x > 0) for x in rows]


@every_answer("perceptron/perceptron_update")
def test_storage_and_precision_do_not_matter(answer):
    w, x = weights_and_inputs(np.random.default_rng(3))
    expected = w - 0.5 * x
    for stored in layouts([w, x]).values():
        assert_close(expected, answer(*stored, 0, 1, 0.5))
        single = answer(*in_float32(stored), 0, 1, 0.5)
        np.testing.assert_allclose(single, expected, rtol=1e-4, atol=1e-5)


@pytest.mark.heavy
@every_answer("perceptron/perceptron_update")
@given(generator=seeds(), target=BITS, pred=BITS, lr=RATES)
def test_the_update_is_pytorch_s_descent_on_the_perceptron_criterion(answer, generator, target, pred, lr):
    torch = pytest.importorskip("torch", reason="PyTorch is not installed (extra `oracles`)")
    w, x = weights_and_inputs(generator)
    weights = torch.tensor(w, requires_grad=True)
    ((pred - target) * (weights @ torch.from_numpy(x))).backward()
    torch.optim.SGD([weights], lr=lr).step()
    assert_close(weights.detach().numpy(), answer(w, x, target, pred, lr), slack=1e-12)

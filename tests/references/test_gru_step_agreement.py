"""The GRU step against SciPy's sigmoid, fifty digits and PyTorch's cell."""

import mpmath
import numpy as np
import pytest
from hypothesis import given, settings
from scipy.special import expit

from tests.references.answers import every_answer
from tests.references.drawing import seeds


def arguments(generator):
    h, d = (int(size) for size in generator.integers(1, 7, 2))
    scale = generator.choice([0.3, 1.0, 100.0])
    c, x = generator.uniform(-2, 2, h), generator.normal(size=d)
    return [c, x, generator.normal(size=(3, h, h + d)), generator.normal(size=(3, h)) * scale]


def assert_same(expected, got):
    np.testing.assert_allclose(got, expected, rtol=1e-12, atol=1e-13)


@every_answer("sequences/gru_step")
@settings(max_examples=30)
@given(generator=seeds())
def test_the_step_agrees_with_scipy_s_sigmoid(answer, generator):
    c, x, W, b = drawn = arguments(generator)
    gates = expit(np.tensordot(W[1:], np.concatenate([c, x]), axes=1) + b[1:])
    candidate = np.tanh(np.inner(W[0], np.concatenate([gates[1] * c, x])) + b[0])
    assert_same(gates[0] * candidate + (1 - gates[0]) * c, answer(*drawn))


@every_answer("sequences/gru_step")
def test_the_step_agrees_with_fifty_digits(answer):
    c, x, W, b = drawn = arguments(np.random.default_rng(4))
    with mpmath.workdps(50):
        old, given_ = [mpmath.mpf(v) for v in c.tolist()], [mpmath.mpf(v) for v in x.tolist()]

        def sums(place, state):
            seen = [*state, *given_]
            return [
                mpmath.fdot(row, seen) + bias
                for row, bias in zip(W[place].tolist(), b[place].tolist(), strict=True)
            ]

        update, reset = ([1 / (1 + mpmath.exp(-z)) for z in sums(place, old)] for place in (1, 2))
        candidate = map(mpmath.tanh, sums(0, [r * v for r, v in zip(reset, old, strict=True)]))
        mixed = [u * new + (1 - u) * v for u, new, v in zip(update, candidate, old, strict=True)]
    assert_same(np.array(list(map(float, mixed))), answer(*drawn))


@pytest.mark.heavy
@every_answer("sequences/gru_step")
@settings(max_examples=30)
@given(generator=seeds())
def test_without_a_state_in_the_candidate_the_step_agrees_with_pytorch_s_cell(answer, generator):
    # PyTorch resets after the product, and its update gate keeps the old state. With no weights of the state in the
    # candidate the first makes no difference; the second is a change of sign. Its order: reset, update, candidate.
    torch = pytest.importorskip("torch", reason="PyTorch is not installed (extra `oracles`)")
    c, x, W, b = arguments(generator)
    h = len(c)
    W[0, :, :h] = 0.0
    cell = torch.nn.GRUCell(len(x), h, dtype=torch.float64)
    stacked = np.concatenate([W[2], -W[1], W[0]])
    with torch.no_grad():
        cell.weight_hh.copy_(torch.from_numpy(stacked[:, :h].copy()))
        cell.weight_ih.copy_(torch.from_numpy(stacked[:, h:].copy()))
        cell.bias_ih.copy_(torch.from_numpy(np.concatenate([b[2], -b[1], b[0]])))
        cell.bias_hh.zero_()
        expected = cell(torch.from_numpy(x)[None], torch.from_numpy(c)[None])[0].numpy()
    assert_same(expected, answer(c, x, W, b))

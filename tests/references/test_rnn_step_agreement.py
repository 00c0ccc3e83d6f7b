"""The step of a recurrent network against SciPy, fifty digits and PyTorch's cell."""

import mpmath
import numpy as np
import pytest
from hypothesis import given, settings
from scipy.special import softmax

from tests.references.answers import every_answer
from tests.references.drawing import seeds


def arguments(generator):
    h, d, k = (int(size) for size in generator.integers(1, 7, 3))
    scale = generator.choice([0.3, 1.0, 100.0])
    a, x = generator.uniform(-1, 1, h), generator.normal(size=d)
    Wa, Wy = generator.normal(size=(h, h + d)), generator.normal(size=(k, h))
    return [a, x, Wa, generator.normal(size=h) * scale, Wy, generator.normal(size=k) * scale]


def assert_same(expected, got):
    for want, have in zip(expected, got, strict=True):
        np.testing.assert_allclose(have, want, rtol=1e-11, atol=1e-13)


@every_answer("sequences/rnn_step")
@settings(max_examples=30)
@given(generator=seeds())
def test_the_step_agrees_with_scipy(answer, generator):
    a, x, Wa, ba, Wy, by = drawn = arguments(generator)
    h = len(a)
    state = np.tanh(np.inner(Wa[:, :h], a) + np.inner(Wa[:, h:], x) + ba)
    assert_same((state, softmax(np.inner(Wy, state) + by)), answer(*drawn))


@every_answer("sequences/rnn_step")
def test_the_step_agrees_with_fifty_digits(answer):
    a, x, Wa, ba, Wy, by = drawn = arguments(np.random.default_rng(2))
    with mpmath.workdps(50):
        seen = [mpmath.mpf(value) for value in [*a.tolist(), *x.tolist()]]
        state = [
            mpmath.tanh(mpmath.fdot(row, seen) + b) for row, b in zip(Wa.tolist(), ba.tolist(), strict=True)
        ]
        shares = [
            mpmath.exp(mpmath.fdot(row, state) + b) for row, b in zip(Wy.tolist(), by.tolist(), strict=True)
        ]
        output = [float(share / mpmath.fsum(shares)) for share in shares]
    assert_same((np.array(list(map(float, state))), np.array(output)), answer(*drawn))


@pytest.mark.heavy
@every_answer("sequences/rnn_step")
@settings(max_examples=30)
@given(generator=seeds())
def test_the_step_agrees_with_pytorch_s_cell(answer, generator):
    torch = pytest.importorskip("torch", reason="PyTorch is not installed (extra `oracles`)")
    a, x, Wa, ba, Wy, by = drawn = arguments(generator)
    h = len(a)
    cell = torch.nn.RNNCell(len(x), h, dtype=torch.float64)
    with torch.no_grad():
        cell.weight_hh.copy_(torch.from_numpy(Wa[:, :h]))
        cell.weight_ih.copy_(torch.from_numpy(Wa[:, h:]))
        cell.bias_ih.copy_(torch.from_numpy(ba))
        cell.bias_hh.zero_()
        state = cell(torch.from_numpy(x)[None], torch.from_numpy(a)[None])[0]
        output = torch.softmax(torch.from_numpy(Wy) @ state + torch.from_numpy(by), dim=0)
    assert_same((state.numpy(), output.numpy()), answer(*drawn))

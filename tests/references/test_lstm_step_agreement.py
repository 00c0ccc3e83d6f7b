"""The LSTM step against mpmath, SciPy and PyTorch."""

import mpmath
import numpy as np
import pytest
from builtin import solution
from hypothesis import given, settings
from scipy.special import expit

from tests.references.answers import every_answer
from tests.references.drawing import lstm_arguments, seeds

lstm_step = solution("sequences/lstm_step").lstm_step

EPS = 2.0**-52


def assert_same_step(expected, got, slack):
    assert isinstance(got, tuple)
    for want, have in zip(expected, got, strict=True):
        assert want.shape == have.shape
        assert np.all(np.isfinite(have))
        np.testing.assert_array_less(np.abs(want - have), slack)


def rounding(a, c, x, W, b):
    """How far sums in another order may lead, for each hidden unit."""
    magnitude = np.abs(W) @ np.abs(np.concatenate([a, x])) + np.abs(b)
    return 8.0 * EPS * (1.0 + magnitude.max(axis=0) * (1.0 + np.abs(c)))


def in_fifty_digits(a, c, x, W, b):
    with mpmath.workdps(50):
        z = [mpmath.mpf(value) for value in [*a.tolist(), *x.tolist()]]
        new_a, new_c = np.zeros(len(a)), np.zeros(len(a))
        for i in range(len(a)):
            s = [mpmath.fdot(map(mpmath.mpf, W[g, i].tolist()), z) + float(b[g, i]) for g in range(4)]
            update, forget, output = (1 / (1 + mpmath.exp(-value)) for value in s[1:])
            memory = update * mpmath.tanh(s[0]) + forget * float(c[i])
            new_a[i], new_c[i] = output * mpmath.tanh(memory), memory
        return new_a, new_c


@every_answer("sequences/lstm_step")
@settings(max_examples=50)
@given(generator=seeds())
def test_the_step_agrees_with_fifty_digits(answer, generator):
    arguments = lstm_arguments(generator)
    assert_same_step(in_fifty_digits(*arguments), answer(*arguments), rounding(*arguments))


@every_answer("sequences/lstm_step")
@given(generator=seeds())
def test_the_step_agrees_with_scipy_s_sigmoid(answer, generator):
    a, c, x, W, b = arguments = lstm_arguments(generator)
    s = np.tensordot(W, np.concatenate([a, x]), axes=1) + b
    memory = expit(s[1]) * np.tanh(s[0]) + expit(s[2]) * c
    expected = expit(s[3]) * np.tanh(memory), memory
    assert_same_step(expected, answer(*arguments), rounding(*arguments))


@every_answer("sequences/lstm_step")
def test_saturated_gates_give_their_limits(answer):
    b = np.array([[1e3, -1e3, 1e3, 1e3], [1e3, 1e3, -1e3, 1e3], [1e3, 1e3, 1e3, -1e3], [1e3] * 4])
    c = np.array([1e3, -1e3, 1e3, -1e3])
    new_a, new_c = answer(np.zeros(4), c, np.zeros(2), np.zeros((4, 4, 6)), b)
    np.testing.assert_allclose(new_c, [1001.0, -1001.0, 1000.0, 1.0], rtol=1e-14)
    np.testing.assert_allclose(new_a, [1.0, -1.0, 1.0, np.tanh(1.0)], rtol=1e-14)


@pytest.mark.parametrize("h", [1, 2, 7, 8, 9, 64, 129])
def test_every_length_of_a_vector_loop_is_right(h):
    generator = np.random.default_rng(h)
    a, c, x = generator.normal(size=h), generator.normal(size=h), generator.normal(size=h + 3)
    W, b = generator.normal(size=(4, h, 2 * h + 3)) / h, generator.normal(size=(4, h))
    arguments = a, c, x, W, b
    assert_same_step(in_fifty_digits(*arguments), lstm_step(*arguments), rounding(*arguments))


@pytest.mark.parametrize("h", [1, 3, 33])
@pytest.mark.parametrize("place", ["c", "b"])
def test_a_nan_is_not_lost_in_the_gates(h, place):
    c, b = np.ones(h), np.zeros((4, h))
    {"c": c, "b": b[1]}[place][::2] = np.nan
    expected = [i % 2 == 0 for i in range(h)]
    for result in lstm_step(np.zeros(h), c, np.zeros(3), np.zeros((4, h, h + 3)), b):
        assert expected == np.isnan(result).tolist()


def test_shapes_that_do_not_fit_are_refused():
    good = [np.zeros(2), np.zeros(2), np.zeros(3), np.zeros((4, 2, 5)), np.zeros((4, 2))]
    for place, shape in [(1, (3,)), (2, (4,)), (3, (4, 2, 4)), (3, (3, 2, 5)), (4, (4, 3)), (0, (1,))]:
        bad = list(good)
        bad[place] = np.zeros(shape)
        with pytest.raises(ValueError, match="shapes"):
            lstm_step(*bad)


@pytest.mark.heavy
@every_answer("sequences/lstm_step")
@settings(max_examples=50)
@given(generator=seeds())
def test_the_step_agrees_with_pytorch(answer, generator):
    # PyTorch stacks input (update), forget, cell (candidate), output, with weights for [x] and [a]
    # apart and two biases.
    torch = pytest.importorskip("torch", reason="PyTorch is not installed (extra `oracles`)")
    a, c, x, W, b = arguments = lstm_arguments(generator)
    h, order = len(a), [1, 2, 0, 3]
    cell = torch.nn.LSTMCell(len(x), h, dtype=torch.float64)
    with torch.no_grad():
        cell.weight_hh.copy_(torch.from_numpy(W[order, :, :h].reshape(4 * h, h)))
        cell.weight_ih.copy_(torch.from_numpy(W[order, :, h:].reshape(4 * h, len(x))))
        cell.bias_ih.copy_(torch.from_numpy(b[order].ravel()))
        cell.bias_hh.zero_()
        stepped = cell(torch.from_numpy(x), (torch.from_numpy(a), torch.from_numpy(c)))
    expected = tuple(tensor.numpy() for tensor in stepped)
    assert_same_step(expected, answer(*arguments), rounding(*arguments))

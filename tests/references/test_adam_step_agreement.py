"""The Adam step against mpmath and PyTorch."""

import mpmath
import numpy as np
import pytest
from builtin import solution
from hypothesis import given, settings

from tests.references.answers import every_answer
from tests.references.drawing import seeds

adam_step = solution("optimizers/adam_step").adam_step
_adam = solution("optimizers/_adam")

EPS = 2.0**-52


def arguments(generator):
    d = int(generator.integers(1, 8))
    w, m, g = generator.normal(size=(3, d))
    v = generator.uniform(0.1, 4.0, d)
    if generator.integers(2):
        m, v = np.zeros(d), np.zeros(d)
    b1, b2 = (float(generator.choice(betas)) for betas in ([0.0, 0.5, 0.9], [0.0, 0.9, 0.999]))
    eps = float(generator.choice([1e-8, 1e-3, 0.5]))
    return (
        w,
        m,
        v,
        g,
        int(generator.choice([1, 2, 10, 5000])),
        float(generator.choice([1e-3, 0.5])),
        b1,
        b2,
        eps,
    )


def in_fifty_digits(w, m, v, g, t, lr, b1, b2, eps):
    with mpmath.workdps(50):
        one, two = mpmath.mpf(b1), mpmath.mpf(b2)
        rows = []
        for weight, mean, square, slope in zip(*(a.tolist() for a in (w, m, v, g)), strict=True):
            mean = one * mean + (1 - one) * mpmath.mpf(slope)
            square = two * square + (1 - two) * mpmath.mpf(slope) ** 2
            step = mean / (1 - one**t) / (mpmath.sqrt(square / (1 - two**t)) + mpmath.mpf(eps))
            rows.append((float(weight - lr * step), float(mean), float(square)))
        return np.array(rows).T


def assert_same_step(expected, got):
    assert isinstance(got, tuple)
    for want, have in zip(expected, got, strict=True):
        # 1 - 0.999**t loses three digits at t = 1
        np.testing.assert_allclose(have, want, rtol=1e-11, atol=1e-13)


@every_answer("optimizers/adam_step")
@settings(max_examples=50)
@given(generator=seeds())
def test_the_step_agrees_with_fifty_digits(answer, generator):
    given_arguments = arguments(generator)
    assert_same_step(in_fifty_digits(*given_arguments), answer(*given_arguments))


@every_answer("optimizers/adam_step")
def test_a_long_rest_makes_a_step_longer_than_the_rate(answer):
    w, m, v = np.zeros(1), np.zeros(1), np.zeros(1)
    for t in range(1, 2000):
        w, m, v = answer(w, m, v, np.zeros(1), t, 1.0, 0.9, 0.999, 1e-8)
    assert [[0.0], [0.0], [0.0]] == [w.tolist(), m.tolist(), v.tolist()]
    w = answer(w, m, v, np.ones(1), 2000, 1.0, 0.9, 0.999, 1e-8)[0]
    np.testing.assert_allclose(w, [-0.1 / np.sqrt(0.001 / (1.0 - 0.999**2000))], rtol=1e-6)


@pytest.mark.parametrize("d", [0, 1, 2, 3, 4, 5, 7, 8, 9, 64, 129])
def test_every_length_of_a_vector_loop_is_right_in_place_too(d):
    generator = np.random.default_rng(d)
    w, m, g = generator.normal(size=(3, d))
    v = generator.uniform(size=d)
    numbers = 3, 0.1, 0.9, 0.999, 1e-8
    expected = in_fifty_digits(w, m, v, g, *numbers) if d else np.zeros((3, 0))
    assert_same_step(expected, adam_step(w, m, v, g, *numbers))
    _adam.step_in_place(w, m, v, g, *numbers)
    assert_same_step(expected, (w, m, v))


def test_shapes_that_do_not_fit_are_refused():
    two, three = np.zeros(2), np.zeros(3)
    for bad in (
        (three, two, two, two),
        (two, three, two, two),
        (two, two, three, two),
        (two, two, two, three),
    ):
        for step in (adam_step, _adam.step_in_place):
            with pytest.raises(ValueError, match="shapes"):
                step(*bad, 1, 0.1, 0.9, 0.999, 1e-8)


@pytest.mark.heavy
@every_answer("optimizers/adam_step")
@settings(max_examples=25)
@given(generator=seeds())
def test_ten_steps_agree_with_pytorch(answer, generator):
    torch = pytest.importorskip("torch", reason="PyTorch is not installed (extra `oracles`)")
    w, *_, lr, b1, b2, eps = arguments(generator)
    weights = torch.nn.Parameter(torch.from_numpy(w.copy()))
    optimizer = torch.optim.Adam([weights], lr=lr, betas=(b1, b2), eps=eps)
    m, v = np.zeros_like(w), np.zeros_like(w)
    for t in range(1, 11):
        g = generator.normal(size=w.shape)
        weights.grad = torch.from_numpy(g.copy())
        optimizer.step()
        w, m, v = answer(w, m, v, g, t, lr, b1, b2, eps)
    state = optimizer.state[weights]
    expected = weights.detach().numpy(), state["exp_avg"].numpy(), state["exp_avg_sq"].numpy()
    for want, have in zip(expected, (w, m, v), strict=True):
        np.testing.assert_allclose(have, want, rtol=1e-9, atol=1e-12)

"""Properties of every right momentum step, and the usual mistakes."""

import numpy as np

from gradkata import Kata, arg, inputs, same, st
from ._moments import average

numbers = inputs.halves | inputs.fine
kata = Kata(
    "momentum_ewma_step(w: (d), v: (d), g: (d), lr: (), gamma: ()) -> (d), (d)",
    d=st.integers(1, 3),
    w=st.arrays(arg("d"), elements=numbers),
    v=st.arrays(arg("d"), elements=numbers),
    g=st.arrays(arg("d"), elements=numbers),
    lr=st.sampled_from([0.5, 0.1, 0.01, 2.0]),
    gamma=st.sampled_from([0.9, 0.75, 0.5, 0.25]),
)
kata.domain(d=arg.size(0, 1200), w=arg.real(-1000, 1000), v=arg.real(-1000, 1000), g=arg.real(-1000, 1000),
            lr=arg.real(0, 2), gamma=arg.real(0, 1))
# The same numbers as from exchanged weights, which is the likelier mistake.
kata.mistakes(without=["exchanges_v_and_g"])
kata.hints(
    "With a gamma of 0.9, is the new average near the old one or near the gradient?",
    "Does the step use the old average or the one that contains this gradient?",
    "First make the weighted mean of `v` and `g`. Then move `w` against it, scaled by the rate. Return both.",
)

kata.contract(points=1)
kata.agreement(points=7)
kata.edge("With a gamma of 0 it is a step of gradient descent.", points=1, gamma=0.0)
kata.edge("With a gamma of 1 the gradient has no effect.", points=0, gamma=1.0)
kata.edge("With a gradient of 0 the weights still move along the average.", points=0,
          g=st.arrays(arg("d"), elements=st.just(0.0)))
kata.edge("From an average of 0 only the share 1 - gamma of the gradient counts.", points=0,
          v=st.arrays(arg("d"), elements=st.just(0.0)))
kata.edge("With a rate of 0 the average changes and the weights do not.", points=1, lr=0.0)
kata.edge("Without weights both results are empty.", points=0, d=0)
kata.example("An average of 4 and a gradient of -8 make a new average of 1.", w=np.array([3.0]), v=np.array([4.0]),
             g=np.array([-8.0]), lr=0.5, gamma=0.75, expected=(np.array([2.5]), np.array([1.0])))


@kata.property(points=0)
def approaches_gradient_descent_on_a_slope(momentum_ewma_step, w, g, lr):
    """For a constant gradient the average approaches this gradient, and a step becomes one of gradient descent."""
    new, v = w, np.zeros_like(g)
    for _ in range(50):
        w, (new, v) = new, momentum_ewma_step(new, v, g, lr, 0.5)
    same(v, g)
    same(new, w - lr * g)


@kata.property(points=0, scale=st.sampled_from([2.0, 0.5, -3.0]))
def scales_with_the_gradient(momentum_ewma_step, w, v, g, lr, gamma, scale):
    """If the gradient and the average are scaled, so are the step and the new average."""
    step, new = momentum_ewma_step(np.zeros_like(w), v, g, lr, gamma)
    scaled, larger = momentum_ewma_step(np.zeros_like(w), scale * v, scale * g, lr, gamma)
    same(scaled, scale * step)
    same(larger, scale * new)


@kata.property(points=0)
def equals_classical_momentum_with_a_smaller_rate(momentum_ewma_step, w, g, lr, gamma):
    """Two steps from rest lead as far as those of momentum that adds whole gradients, at the rate lr (1 - gamma)."""
    first, v = momentum_ewma_step(w, np.zeros_like(w), g, lr, gamma)
    second, _ = momentum_ewma_step(first, v, 2 * g, lr, gamma)
    same(second, w - lr * (1 - gamma) * (g + (gamma * g + 2 * g)))


@kata.misconception(title="exchanges the weights of old and new", hint="Which of the two does gamma belong to?")
def swaps_old_and_new(w, v, g, lr, gamma):
    """You give `gamma` to the gradient. It is the weight of the old average."""
    new = average(v, g, 1 - gamma)
    return w - lr * new, new


@kata.misconception(title="uses the old average for the step")
def steps_along_the_old_average(w, v, g, lr, gamma):
    """Your step uses the old average, so that this gradient counts only at the next step."""
    return w - lr * v, average(v, g, gamma)


@kata.misconception(convention="PyTorch's SGD by default")
def adds_the_whole_gradient(w, v, g, lr, gamma):
    """You add the whole gradient to the decayed average. For a constant gradient your steps approach 1/(1 − gamma)
    times the length of those here."""
    new = gamma * v + g
    return w - lr * new, new


@kata.misconception(title="steps uphill")
def climbs(w, v, g, lr, gamma):
    """You add the step, so the loss rises. The gradient points to where it rises."""
    new = average(v, g, gamma)
    return w + lr * new, new


@kata.misconception(title="uses the rate twice")
def uses_the_rate_twice(w, v, g, lr, gamma):
    """You scale the gradient by the rate inside the average, and then the average once more in the step."""
    new = average(v, lr * g, gamma)
    return w - lr * new, new


@kata.misconception(title="keeps the rate inside the average")
def averages_steps(w, v, g, lr, gamma):
    """You average steps, with the rate in them, in place of gradients. Here the average does not depend on the rate."""
    new = average(v, lr * g, gamma)
    return w - new, new


@kata.misconception(title="forgets the old average")
def starts_from_rest(w, v, g, lr, gamma):
    """Your average starts from 0 at every step, so that earlier gradients have no effect. `v` is not used."""
    new = (1 - gamma) * g
    return w - lr * new, new


@kata.misconception(title="returns the step in place of the average")
def returns_the_step(w, v, g, lr, gamma):
    """Your second result contains the rate. The next step would then scale it once more."""
    new = average(v, g, gamma)
    return w - lr * new, lr * new

"""Properties of every right RMSProp step, and the usual mistakes."""

import numpy as np

from gradkata import Kata, arg, same, st
from ._moments import average, resting
from ._scaled import beside_the_root, draws, under_the_root


def loses_no_digits(w, s, g, lr, gamma, eps):
    """Whether s + (1 - gamma) (g² - s) is as exact as the formula of the statement: ``->()``."""
    new = average(s, g**2, gamma)
    return bool(((new >= 1e-4 * s) | (new == 0)).all())


kata = Kata("rmsprop_step(w: (d), s: (d), g: (d), lr: (), gamma: (), eps: ()) -> (d), (d)", **draws(),
            gamma=st.sampled_from([0.9, 0.75, 0.5, 0.25]))
kata.domain(d=arg.size(0, 1200), w=arg.real(-1000, 1000), s=arg.real(0, 1e5), g=arg.real(-1000, 1000),
            lr=arg.real(0, 2), gamma=arg.real(0, 1), eps=arg.real(1e-8, 100), where=loses_no_digits)
kata.hints(
    "What does `s` average: gradients, or their squares? Is `gamma` the weight of the old average or the new square?",
    "Is the square of this gradient already in the average that divides the step?",
    "First make the weighted mean of `s` and the square of `g`. Its root plus `eps` divides the step. Return the mean "
    "without `eps`.",
)

kata.contract(points=1)
kata.agreement(points=7)
kata.edge("With a gamma of 0 and a tiny eps each step is about as long as the rate.", points=1, gamma=0.0, eps=1e-8)
kata.edge("With a gamma of 1 the averages stay.", points=0, gamma=1.0)
kata.edge("A weight that never had a gradient does not move.", points=0, **resting("s", "g"))
kata.edge("With a rate of 0 the averages change and the weights do not.", points=1, lr=0.0)
kata.edge("Without weights both results are empty.", points=0, d=0)
kata.example("An average of 12 and a gradient of 8 make a new average of 25.", w=np.array([1.0]), s=np.array([12.0]),
             g=np.array([8.0]), lr=0.5, gamma=0.75, eps=1e-8,
             expected=(np.array([1 - 4 / (5 + 1e-8)]), np.array([25.0])))
kata.example("An average of 1e-12 and an eps of 1e-8 divide the step by 1.01e-6.", w=np.array([0.0]),
             s=np.array([1e-12]), g=np.array([1.01e-6]), lr=1.0, gamma=1.0, eps=1e-8,
             expected=(np.array([-1.0]), np.array([1e-12])))


@kata.property(points=0, g=st.sampled_from([0.5, -2.0, 30.0]))
def walks_at_the_rate_on_a_slope(rmsprop_step, g, lr):
    """For a constant gradient and a tiny eps the steps approach the length lr, however large the gradient is."""
    s = np.zeros(1)
    for _ in range(50):
        moved, s = rmsprop_step(np.zeros(1), s, np.array([g]), lr, 0.5, 1e-8)
    same(moved, -lr * np.sign([g]), rtol=1e-6)


@kata.property(points=0, gamma=st.sampled_from([0.9, 0.75, 0.5]))
def has_a_longest_step(rmsprop_step, w, s, g, lr, gamma, eps):
    """No weight moves by more than lr over the root of 1 - gamma."""
    moved = rmsprop_step(w, s, g, lr, gamma, eps)[0] - w
    assert (np.abs(moved) <= lr / np.sqrt(1 - gamma) + 1e-9).all()


@kata.property(points=0, scale=st.sampled_from([2.0, 64.0]))
def has_no_unit_of_the_gradient(rmsprop_step, w, s, g, lr, gamma, eps, scale):
    """If the loss and eps are measured in another unit, the step stays the same."""
    same(rmsprop_step(w, scale**2 * s, scale * g, lr, gamma, scale * eps)[0],
         rmsprop_step(w, s, g, lr, gamma, eps)[0])


@kata.misconception(convention="Adagrad", title="adds up the squares")
def adds_up_the_squares(w, s, g, lr, gamma, eps):
    """You add the square of the gradient to `s`, which then never falls. Here old squares lose their weight."""
    return beside_the_root(w, g, s + g**2, lr, eps), s + g**2


@kata.misconception(title="adds the whole square to the decayed average")
def adds_the_whole_square(w, s, g, lr, gamma, eps):
    """You add all of g² to the decayed average, so the weights sum to more than 1. The new square has a weight, too."""
    new = gamma * s + g**2
    return beside_the_root(w, g, new, lr, eps), new


@kata.misconception(title="exchanges the weights of old and new", hint="Which of the two does gamma belong to?")
def swaps_old_and_new(w, s, g, lr, gamma, eps):
    """You give `gamma` to the square of the new gradient. It is the weight of the old average."""
    new = average(s, g**2, 1 - gamma)
    return beside_the_root(w, g, new, lr, eps), new


@kata.misconception
def forgets_the_root(w, s, g, lr, gamma, eps):
    """You divide by the average of squares itself. Its root has the unit of the gradient."""
    new = average(s, g**2, gamma)
    return w - lr * g / (new + eps), new


@kata.misconception(title="averages g instead of g²")
def averages_the_gradient(w, s, g, lr, gamma, eps):
    """You average the gradient itself, which may make `s` negative, and then it has no root."""
    new = average(s, g, gamma)
    return beside_the_root(w, g, new, lr, eps), new


@kata.misconception(title="averages squared steps")
def averages_squared_steps(w, s, g, lr, gamma, eps):
    """You average the square of `lr` times `g`. `s` holds squares of the gradient itself."""
    new = average(s, (lr * g) ** 2, gamma)
    return beside_the_root(w, g, new, lr, eps), new


@kata.misconception(title="uses the old average for the step")
def uses_the_old_average(w, s, g, lr, gamma, eps):
    """Your step divides by the root of the old average. At the first step that average is 0."""
    return beside_the_root(w, g, s, lr, eps), average(s, g**2, gamma)


@kata.misconception
def forgets_the_epsilon(w, s, g, lr, gamma, eps):
    """You divide by the root alone. A weight that has had no gradient yet gives 0/0, which is NaN."""
    new = average(s, g**2, gamma)
    return beside_the_root(w, g, new, lr, 0.0), new


@kata.misconception(convention="Keras, and Goodfellow et al. 2016, algorithm 8.5", title="puts eps under the root")
def puts_epsilon_under_the_root(w, s, g, lr, gamma, eps):
    """You add eps before taking the root. Here it is added to the root."""
    new = average(s, g**2, gamma)
    return under_the_root(w, g, new, lr, eps), new

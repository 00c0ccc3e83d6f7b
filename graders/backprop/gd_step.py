"""What must hold of any right gradient step, and the ways it usually goes wrong."""

import numpy as np

from gradkata import Kata, arg, same, st
from . import _inexact as inexact
from ._batches import fine, half

rate = st.sampled_from([0.5, 0.25, 0.1, 0.01, 1.0, 2.0])

kata = Kata(
    "gd_step(w: (d), g: (d), lr: ()) -> (d)",
    d=st.integers(1, 4),
    w=st.arrays(arg("d"), elements=half | fine),
    g=st.arrays(arg("d"), elements=half | fine | st.sampled_from([1e-4, -2e-4, 3e-4])),
    lr=rate,
)
kata.hints(
    "Where the gradient of a weight is positive, does the loss rise or fall when that weight grows?",
    "Which of the two, `g` or `lr`, says how far to go, and what happens to the step when it doubles?",
    "Does `w -= ...` make a new array, or does it write into the one that your caller still holds?",
)

kata.contract(points=1)
kata.agreement(points=6)
kata.edge("With a learning rate of 0 nothing changes.", points=1, lr=0.0)
kata.edge("Without weights the result is empty.", points=1, d=0)
kata.edge("Steep slopes and large weights are no exception.", points=1,
          w=st.arrays(arg("d"), elements=st.sampled_from([-1e6, 1e6, 2000.0, 0.0])),
          g=st.arrays(arg("d"), elements=st.sampled_from([-1e6, 1e6, -300.0, 0.0])))
kata.example("The statement's three weights go down, up and nowhere.", expected=np.array([0.875, 3.0, -1.0]),
             w=np.array([1.0, 2.0, -1.0]), g=np.array([0.5, -4.0, 0.0]), lr=0.25)

@kata.property(points=0)
def is_the_sum_of_two_half_steps(gd_step, w, g, lr):
    """Two steps at half the rate along the same gradient lead as far as one whole step."""
    same(gd_step(gd_step(w, g, lr / 2), g, lr / 2), gd_step(w, g, lr))

@kata.property(points=0)
def stays_where_the_ground_is_flat(gd_step, w, lr):
    """Where the gradient is 0 the weights stay as they are."""
    same(gd_step(w, np.zeros_like(w), lr), w)

@kata.property(points=0)
def moves_each_weight_by_its_own_slope(gd_step, w, g, lr):
    """Numbering the weights the other way round turns the result round, and nothing else."""
    same(gd_step(w[::-1].copy(), g[::-1].copy(), lr)[::-1], gd_step(w, g, lr))

@kata.misconception
def climbs(w, g, lr):
    """You add the gradient, and it points to where the loss rises. The loss is to fall."""
    return w + lr * g

@kata.misconception
def steps_in_place(w, g, lr):
    """You write the new weights into the caller's array: `w -= ...` changes it for everybody who holds it."""
    w -= lr * g
    return w

@kata.misconception
def returns_nothing(w, g, lr):
    """You change `w` in place and return None. The new weights are to be returned and the old ones left alone."""
    w -= lr * g

@kata.misconception
def returns_the_step_only(w, g, lr):
    """You return the step and not the place where it leads. The weights themselves are asked for."""
    return -lr * g

@kata.misconception
def forgets_the_learning_rate(w, g, lr):
    """You take the gradient for the step, whatever the rate. The rate says how much of it to go."""
    return w - g

@kata.misconception
def divides_by_the_learning_rate(w, g, lr):
    """You divide by the rate, so a smaller rate makes a larger step. With a rate of 0 there is no answer at all."""
    return w - g / lr

@kata.misconception
def shrinks_the_weights_as_well(w, g, lr):
    """You multiply the weights by the rate along with the gradient. The rate belongs to the gradient alone."""
    return lr * (w - g)

@kata.misconception
def multiplies_by_the_weights(w, g, lr):
    """You make the step proportional to the weight, so a weight of 0 could never move. The gradient alone decides."""
    return w - lr * w * g

@kata.misconception
def goes_down_only(w, g, lr):
    """You take the size of the gradient, so every weight falls. Where the gradient is negative it must rise."""
    return w - lr * np.abs(g)

@kata.misconception
def moves_all_alike(w, g, lr):
    """You add up the gradient and move every weight by the same sum. Each weight has a slope of its own."""
    return w - lr * g.sum()

@kata.misconception
def averages_over_the_weights(w, g, lr):
    """You divide by the number of weights. A mean over samples is in `g` already, and weights are no samples."""
    return w - lr * g / max(len(w), 1)

@kata.misconception
def doubles_the_gradient(w, g, lr):
    """You multiply by 2, as from the derivative of a square. That factor belongs to the loss and is in `g` already."""
    return w - 2 * lr * g

@kata.misconception
def skips_the_last_weight(w, g, lr):
    """Your loop ends one weight early, and the last one never moves."""
    return np.r_[w[:-1] - lr * g[:-1], w[-1:]]

descent = lambda w, g, lr: w - lr * g
for wrong in (inexact.computes_in_single_precision, inexact.returns_single_precision, inexact.works_on_whole_numbers):
    kata.misconception(wrong(descent))
kata.misconception(inexact.rounds_the_result(descent, 4))

@kata.misconception
def takes_zero_for_missing(w, g, lr):
    """You replace a rate of 0 by a default, as `lr or 0.01` does: 0 counts as false. It is a rate like any other."""
    return w - (lr or 0.01) * g

@kata.misconception
def refuses_a_rate_of_zero(w, g, lr):
    """You raise an error for a rate of 0. The statement says what it does: nothing changes."""
    if lr <= 0:
        raise ValueError("lr must be positive")
    return w - lr * g

@kata.misconception
def stops_where_it_is_almost_flat(w, g, lr):
    """You move nothing when the gradient is short. Whether to go on is up to the loop that takes the steps."""
    return w - lr * g * (np.linalg.norm(g) >= 1e-3)

@kata.misconception
def caps_the_rate(w, g, lr):
    """You let no rate be larger than 1. A rate is no probability, and it is used as it is passed."""
    return w - min(lr, 1.0) * g

@kata.misconception
def stacks_nothing(w, g, lr):
    """You stack or join one piece for each weight, and NumPy cannot stack none. Without weights the result is empty."""
    return np.stack([one - lr * slope for one, slope in zip(w, g, strict=True)])

@kata.misconception(convention="normalised gradient descent (Nesterov 1984)")
def normalises_the_gradient(w, g, lr):
    """You divide the gradient by its length, so that every step is equally long. Here its length counts."""
    return w - lr * g / (np.linalg.norm(g) or 1)

@kata.misconception(convention="signSGD (Bernstein et al. 2018)")
def uses_the_sign_only(w, g, lr):
    """You keep the sign of the gradient and lose its size. Here a steeper slope makes a longer step."""
    return w - lr * np.sign(g)

@kata.misconception(convention="gradient clipping by value")
def clips_the_gradient(w, g, lr):
    """You cut every slope down to 5 at most. Here the gradient is used as it is."""
    return w - lr * np.clip(g, -5, 5)

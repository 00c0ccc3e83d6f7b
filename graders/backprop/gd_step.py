"""Properties that every right gradient step has, and common mistakes."""

import numpy as np

from gradkata import Kata, arg, inputs, same, st

kata = Kata(
    "gd_step(w: (d), g: (d), lr: ()) -> (d)",
    d=st.integers(1, 4),
    w=st.arrays(arg("d"), elements=inputs.halves | inputs.finer),
    g=st.arrays(arg("d"), elements=inputs.halves | inputs.finer | st.sampled_from([1e-4, -2e-4, 3e-4])),
    lr=st.sampled_from([0.5, 0.25, 0.1, 0.01, 1.0, 2.0]),
)
kata.domain(d=arg.size(0, 1200), w=arg.real(-1e6, 1e6), g=arg.real(-1e6, 1e6), lr=arg.real(0, 2))
kata.mistakes(say={
    "returns_nothing":
        "You change `w` in place and return None. Return the new weights and leave the old ones unchanged.",
    "takes_0.01_for_a_lr_of_0":
        "You replace a rate of 0 by a default, as `lr or 0.01` does, because 0 counts as false. It is a rate like any "
        "other.",
})
kata.hints(
    "If the gradient of a weight is positive, does the loss rise or fall when that weight grows?",
    "Which of the two, `g` or `lr`, says how far to go, and what happens to the step when it doubles?",
    "Does `w -= ...` make a new array, or does it write into the one that your caller still uses?",
)

kata.contract(points=1)
kata.agreement(points=6)
kata.edge("With a learning rate of 0 nothing changes.", points=1, lr=0.0)
kata.edge("Without weights the result is empty.", points=1, d=0)
kata.edge("Steep slopes and large weights work too.", points=1,
          w=st.arrays(arg("d"), elements=st.sampled_from([-1e6, 1e6, 2000.0, 0.0])),
          g=st.arrays(arg("d"), elements=st.sampled_from([-1e6, 1e6, -300.0, 0.0])))
kata.example("Of the statement's three weights one falls, one rises and one stays.", lr=0.25,
             w=np.array([1.0, 2.0, -1.0]), g=np.array([0.5, -4.0, 0.0]), expected=np.array([0.875, 3.0, -1.0]))

@kata.property(points=0)
def is_the_sum_of_two_half_steps(gd_step, w, g, lr):
    """Two steps at half the rate along the same gradient lead as far as one whole step."""
    same(gd_step(gd_step(w, g, lr / 2), g, lr / 2), gd_step(w, g, lr))

@kata.property(points=0)
def stays_where_the_ground_is_flat(gd_step, w, lr):
    """If the gradient is 0, the weights do not change."""
    same(gd_step(w, np.zeros_like(w), lr), w)

@kata.property(points=0)
def moves_each_weight_by_its_own_slope(gd_step, w, g, lr):
    """Reversing the order of the weights reverses the result and changes nothing else."""
    same(gd_step(w[::-1].copy(), g[::-1].copy(), lr)[::-1], gd_step(w, g, lr))

@kata.misconception
def climbs(w, g, lr):
    """You add the gradient, which points in the direction in which the loss rises. The loss should fall."""
    return w + lr * g

@kata.misconception
def steps_in_place(w, g, lr):
    """You write the new weights into the caller's array: `w -= ...` changes it for everyone who uses it."""
    w -= lr * g
    return w

@kata.misconception
def returns_the_step_only(w, g, lr):
    """You return the step. The kata asks for the weights after it."""
    return -lr * g

@kata.misconception
def forgets_the_learning_rate(w, g, lr):
    """You use the gradient as the step, whatever the rate is. The rate scales the step."""
    return w - g

@kata.misconception
def divides_by_the_learning_rate(w, g, lr):
    """You divide by the rate, so a smaller rate makes a larger step. A rate of 0 makes you divide by 0."""
    return w - g / lr

@kata.misconception
def shrinks_the_weights_as_well(w, g, lr):
    """You multiply the weights by the rate along with the gradient. The rate belongs to the gradient only."""
    return lr * (w - g)

@kata.misconception
def multiplies_by_the_weights(w, g, lr):
    """You make the step proportional to the weight, so a weight of 0 can never move. The step does not depend on the
    weight."""
    return w - lr * w * g

@kata.misconception
def goes_down_only(w, g, lr):
    """You take the absolute value of the gradient, so every weight decreases. A weight whose gradient is negative must
    increase."""
    return w - lr * np.abs(g)

@kata.misconception
def moves_all_weights_by_the_same_amount(w, g, lr):
    """You add up the gradient and move every weight by the same sum. Each weight has its own slope."""
    return w - lr * g.sum()

@kata.misconception
def averages_over_the_weights(w, g, lr):
    """You divide by the number of weights. `g` already contains any mean over samples, and weights are not samples."""
    return w - lr * g / max(len(w), 1)

@kata.misconception
def doubles_the_gradient(w, g, lr):
    """You multiply by 2, as in the derivative of a square. That factor belongs to the loss, and `g` already contains
    it."""
    return w - 2 * lr * g

@kata.misconception
def skips_the_last_weight(w, g, lr):
    """Your loop ends one weight too early, so the last one never moves."""
    return np.r_[w[:-1] - lr * g[:-1], w[-1:]]

@kata.misconception
def refuses_a_rate_of_zero(w, g, lr):
    """You raise an exception for a rate of 0. The statement allows it: nothing changes."""
    if lr <= 0:
        raise ValueError("lr must be positive")
    return w - lr * g

@kata.misconception
def stops_when_the_gradient_is_small(w, g, lr):
    """You do not move the weights if the gradient is small. Whether to continue is up to the loop that takes the
    steps."""
    return w - lr * g * (np.linalg.norm(g) >= 1e-3)

@kata.misconception
def caps_the_rate(w, g, lr):
    """You limit the rate to 1. A rate is not a probability, and it is used as it is passed."""
    return w - min(lr, 1.0) * g

@kata.misconception
def stacks_an_empty_list(w, g, lr):
    """You stack or join one piece for each weight, and NumPy cannot stack an empty list. Without weights the result is
    empty."""
    return np.stack([one - lr * slope for one, slope in zip(w, g, strict=True)])

@kata.misconception(convention="normalised gradient descent (Nesterov 1984)")
def normalises_the_gradient(w, g, lr):
    """You divide the gradient by its length, so that every step has the same length. Here the length of the gradient
    counts."""
    return w - lr * g / (np.linalg.norm(g) or 1)

@kata.misconception(convention="signSGD (Bernstein et al. 2018)")
def uses_the_sign_only(w, g, lr):
    """You keep the sign of the gradient and lose its size. Here a steeper slope makes a longer step."""
    return w - lr * np.sign(g)

@kata.misconception(convention="gradient clipping by value")
def clips_the_gradient(w, g, lr):
    """You clip every slope to the range from -5 to 5. Here the gradient is used as it is."""
    return w - lr * np.clip(g, -5, 5)

@kata.misconception(convention="weight decay with a rate of 1", title="Shrinks the weights as well")
def decays_the_weights(w, g, lr):
    """You also subtract lr times the weights, as weight decay does. Here only the gradient moves them."""
    return (1 - lr) * w - lr * g

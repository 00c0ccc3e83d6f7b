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
    "has_the_wrong_sign": "Your result is the negative of the new weights. Perhaps the subtraction is reversed.",
    "returns_nothing":
        "Your function returns None. Perhaps it changes `w` in place: return new weights, and leave `w` unchanged.",
    "takes_0.01_for_a_lr_of_0":
        "You treat a rate of 0 as 0.01, as `lr or 0.01` does. It is a rate like any other.",
})
kata.hints(
    "If the gradient of a weight is positive, does the loss rise or fall when that weight grows?",
    "A weight is 1, its gradient 0.5 and the rate 0.1. How long is the step, and where does the weight end?",
    "Which of `g` and `lr` gives the direction, and which scales it? The step is their product, with a sign.",
)

kata.contract(points=1)
kata.agreement(points=6)
kata.edge("With a learning rate of 0 nothing changes.", points=1, lr=0.0,
          hint="0 counts as false in Python. Does your code treat the rate as missing then?")
kata.edge("Without weights the result is empty.", points=1, d=0,
          hint="Does your code stack or join one piece for each weight? What if there is none?")
kata.edge("Weights and gradients of up to ±1e6 follow the same rule.", points=1,
          w=st.arrays(arg("d"), elements=st.sampled_from([-1e6, 1e6, 2000.0, 0.0])),
          g=st.arrays(arg("d"), elements=st.sampled_from([-1e6, 1e6, -300.0, 0.0])))
kata.example("Of three weights one falls, one rises and one stays.", lr=0.25,
             w=np.array([1.0, 2.0, -1.0]), g=np.array([0.5, -4.0, 0.0]), expected=np.array([0.875, 3.0, -1.0]))

@kata.property(points=0)
def is_the_sum_of_two_half_steps(gd_step, w, g, lr):
    """Two steps at half the rate along the same gradient lead as far as one whole step."""
    same(gd_step(gd_step(w, g, lr / 2), g, lr / 2), gd_step(w, g, lr))

@kata.property(points=0)
def stays_where_the_gradient_is_0(gd_step, w, lr):
    """If the gradient is 0, the weights do not change."""
    same(gd_step(w, np.zeros_like(w), lr), w)

@kata.property(points=0, k=st.sampled_from([0.5, 1.5, 3.0, 30.0]),
               w=st.arrays(arg("d"), elements=st.integers(1, 9).map(float)))
def overshoots_beyond_2_over_the_curvature(gd_step, w, lr, k):
    """On the parabola L = k w²/2 a step lowers the loss if lr < 2/k, and raises it if lr > 2/k."""
    assert (np.linalg.norm(gd_step(w, k * w, lr)) < np.linalg.norm(w)) == (lr < 2 / k)

@kata.property(points=0)
def moves_each_weight_by_its_own_slope(gd_step, w, g, lr):
    """Reversing the order of the weights reverses the result and changes nothing else."""
    same(gd_step(w[::-1].copy(), g[::-1].copy(), lr)[::-1], gd_step(w, g, lr))

@kata.misconception(title="adds the step", hint="Compare the sign of your step with the sign of the gradient.")
def climbs(w, g, lr):
    """You add the step, so each weight moves in the direction in which the loss rises. The loss should fall."""
    return w + lr * g

@kata.misconception(title="changes the weights in place")
def steps_in_place(w, g, lr):
    """You change the caller's array. Perhaps `w -= ...` is the reason: it does not make a new array."""
    w -= lr * g
    return w

@kata.misconception
def returns_the_step_only(w, g, lr):
    """You return the step. Return the weights after it."""
    return -lr * g

@kata.misconception(title="leaves out the learning rate")
def forgets_the_learning_rate(w, g, lr):
    """Your step does not depend on the rate. The rate scales the step."""
    return w - g

@kata.misconception
def divides_by_the_learning_rate(w, g, lr):
    """You divide by the rate, so a smaller rate makes a larger step, and a rate of 0 divides by 0."""
    return w - g / lr

@kata.misconception(title="multiplies the weights by the rate")
def shrinks_the_weights_as_well(w, g, lr):
    """You multiply the weights by the rate too. It scales the gradient only."""
    return lr * (w - g)

@kata.misconception(title="multiplies the step by the weights")
def multiplies_by_the_weights(w, g, lr):
    """Your step is proportional to the weight, so a weight of 0 can never move. The step depends on its gradient
    only."""
    return w - lr * w * g

@kata.misconception(title="uses the absolute value of the gradient")
def goes_down_only(w, g, lr):
    """You use the absolute value of the gradient, so every weight decreases. A weight whose gradient is negative must
    increase."""
    return w - lr * np.abs(g)

@kata.misconception
def moves_all_weights_by_the_same_amount(w, g, lr):
    """You move every weight by the sum of the gradient. Each weight has its own slope."""
    return w - lr * g.sum()

@kata.misconception
def averages_over_the_weights(w, g, lr):
    """You divide the step by the number of weights. `g` already contains any mean over samples, and weights are not
    samples."""
    return w - lr * g / max(len(w), 1)

@kata.misconception
def doubles_the_gradient(w, g, lr):
    """Your step is twice as long. Perhaps the 2 is from the derivative of a square; `g` already contains such a
    factor."""
    return w - 2 * lr * g

@kata.misconception
def skips_the_last_weight(w, g, lr):
    """Your last weight never moves. Perhaps a loop ends one weight too early."""
    return np.r_[w[:-1] - lr * g[:-1], w[-1:]]

@kata.misconception
def refuses_a_rate_of_zero(w, g, lr):
    """Your function raises ValueError for a rate of 0. The statement allows it: nothing changes."""
    if lr <= 0:
        raise ValueError("lr must be positive")
    return w - lr * g

@kata.misconception
def stops_when_the_gradient_is_small(w, g, lr):
    """If the gradient is small, your weights do not move. Whether to stop is up to the loop that takes the steps."""
    return w - lr * g * (np.linalg.norm(g) >= 1e-3)

@kata.misconception(title="limits the rate to 1")
def caps_the_rate(w, g, lr):
    """For a rate above 1 your step is that for 1. Use the rate as it is."""
    return w - min(lr, 1.0) * g

@kata.misconception
def stacks_an_empty_list(w, g, lr):
    """Without weights your function raises ValueError. Perhaps you stack or join one piece for each weight, and NumPy
    cannot stack an empty list."""
    return np.stack([one - lr * slope for one, slope in zip(w, g, strict=True)])

@kata.misconception(convention="normalised gradient descent (Nesterov 1984)")
def normalises_the_gradient(w, g, lr):
    """You divide the gradient by its length, so every step has the same length. Here the length of the gradient
    counts."""
    return w - lr * g / (np.linalg.norm(g) or 1)

@kata.misconception(convention="signSGD (Bernstein et al. 2018)", title="uses only the sign of the gradient")
def uses_the_sign_only(w, g, lr):
    """You use only the sign of the gradient. Here a steeper slope makes a longer step."""
    return w - lr * np.sign(g)

@kata.misconception(convention="gradient clipping by value")
def clips_the_gradient(w, g, lr):
    """You clip every slope to the range from -5 to 5. Here the gradient is used as it is."""
    return w - lr * np.clip(g, -5, 5)

@kata.misconception(convention="weight decay with the learning rate as its factor")
def decays_the_weights(w, g, lr):
    """You shrink the weights by the factor 1 - lr as well. Here only the gradient moves them."""
    return (1 - lr) * w - lr * g

@kata.misconception
def squares_the_rate(w, g, lr):
    """You multiply by the rate twice. It scales the step once."""
    return w - lr * lr * g

@kata.misconception(title="replaces negative weights by 0")
def cuts_off_negative_weights(w, g, lr):
    """Your new weights are never negative. The rule sets no limit on them."""
    return np.maximum(w - lr * g, 0)

"""Properties of a correct Adam step, and the usual mistakes."""

import numpy as np

from gradkata import Kata, arg, inputs, same, st
from . import _moments as adam
from ._moments import ahead, moments, resting, square, step

kata = Kata(
    "adam_step(w: (d), m: (d), v: (d), g: (d), t: i8, lr: (), b1: (), b2: (), eps: ()) -> (d), (d), (d)",
    d=st.integers(1, 3),
    w=st.arrays(arg("d"), elements=inputs.halves | inputs.fine),
    m=st.arrays(arg("d"), elements=inputs.halves | inputs.fine),
    v=st.arrays(arg("d"), elements=square),
    g=st.arrays(arg("d"), elements=inputs.halves | inputs.fine),
    t=st.integers(2, 6),
    lr=st.sampled_from([0.5, 1.0, 0.1, 0.001, 2.0]),
    b1=st.sampled_from([0.5, 0.9, 0.75]),
    b2=st.sampled_from([0.75, 0.999, 0.99, 0.25]),
    eps=st.sampled_from([0.5, 0.125, 1e-3, 1e-8]),
)
kata.domain(d=arg.size(1, 1200), w=arg.real(-1000, 1000), m=arg.real(-1000, 1000), v=arg.real(0, 1e5),
            g=arg.real(-1000, 1000),t=arg.whole(1, 10**7), lr=arg.real(0, 2), b1=arg.real(0, 0.999),
            b2=arg.real(0, 0.999), eps=arg.real(1e-8, 100),
            where=adam.loses_no_digits)
kata.mistakes(say={
    "exchanges_b1_and_b2":
        "You use `b2` for the mean of g and `b1` for the mean of g². `b1` belongs to m and `b2` to v.",
})
kata.hints(
    "Follow the five formulas in order. Which m and v does the last one use: those before the step or after?",
    "At t = 1 with m = 0, how large is m' compared with g, and what must you divide it by to get g?",
    "What is added to what in the denominator, and is the root taken before or after?",
    "The corrected moments are for this step only. Which ones must the next step receive?",
)

kata.contract(points=1)
kata.agreement(points=6)
kata.edge("Nonzero moments are used at the first step too.", points=1, t=1)
kata.edge("A beta of 0 forgets the past.", points=1, b1=st.sampled_from([0.0, 0.5]), b2=0.0,
          g=st.arrays(arg("d"), elements=inputs.halves))  # so that m + (1 - b) (g - m) loses no digits
kata.edge("The first step from moments of 0 is about as long as the rate.", points=0, t=1, **resting("m", "v"))
kata.edge("Weights that never had a gradient do not move.", points=0, **resting("m", "v", "g"))
kata.edge("Late steps are corrected like early ones.", points=1, t=st.sampled_from([11, 20, 100, 1000, 2_000_000]))
kata.example("The statement's first step.", w=np.array([1.0, 2.0]), m=np.zeros(2), v=np.zeros(2),
             g=np.array([0.5, -4.0]), t=1, lr=0.1, b1=0.9, b2=0.999, eps=1e-8,
             expected=(np.array([0.900000002, 2.09999999975]), np.array([0.05, -0.4]), np.array([0.00025, 0.016])))

@kata.property(points=0, scale=st.sampled_from([2.0, 64.0]))
def has_no_unit_of_the_gradient(adam_step, w, m, v, g, t, lr, b1, b2, eps, scale):
    """Measuring the loss and eps in another unit does not change the weights' step."""
    same(adam_step(w, scale * m, scale**2 * v, scale * g, t, lr, b1, b2, scale * eps)[0],
         adam_step(w, m, v, g, t, lr, b1, b2, eps)[0])

@kata.property(points=0)
def keeps_a_steady_pace_on_a_steady_slope(adam_step, w, g, lr, b1, b2):
    """With a constant gradient and moments that start at 0, every step is as long as the first."""
    first, m, v = adam_step(w, np.zeros_like(w), np.zeros_like(w), g, 1, lr, b1, b2, 0.5)
    same(adam_step(first, m, v, g, 2, lr, b1, b2, 0.5)[0] + w, 2 * first)

@kata.misconception
def swaps_old_and_new(w, m, v, g, t, lr, b1, b2, eps):
    """You weight the new gradient by beta and the old mean by 1 − beta. Most of the old mean should remain."""
    return ahead(w, *moments(m, v, g, 1 - b1, 1 - b2), lr, eps, 1 - b1**t, 1 - b2**t)

@kata.misconception
def adds_the_whole_gradient(w, m, v, g, t, lr, b1, b2, eps):
    """You add all of g and g² to the decayed old means. In a running mean the new value has a weight of 1 − beta."""
    return ahead(w, b1 * m + g, b2 * v + g**2, lr, eps, 1 - b1**t, 1 - b2**t)

@kata.misconception
def stores_the_corrected_moments(w, m, v, g, t, lr, b1, b2, eps):
    """You return the corrected moments, and the next step corrects them again. The correction is for this step only."""
    new = step(w, m, v, g, t, lr, b1, b2, eps)
    return new[0], new[1] / (1 - b1**t), new[2] / (1 - b2**t)

@kata.misconception
def counts_from_zero(w, m, v, g, t, lr, b1, b2, eps):
    """You add 1 to `t`, as if the first step were number 0. It is number 1."""
    return step(w, m, v, g, t + 1, lr, b1, b2, eps)

for wrong in (adam.multiplies_beta_by_t, adam.corrects_ten_steps, adam.limits_the_step, adam.returns_the_weights_last):
    kata.misconception(wrong)

@kata.misconception
def forgets_the_power(w, m, v, g, t, lr, b1, b2, eps):
    """You divide by 1 − beta at every step. That is right at the first step, but corrects far too much later."""
    return ahead(w, *moments(m, v, g, b1, b2), lr, eps, 1 - b1, 1 - b2)

@kata.misconception
def corrects_the_mean_only(w, m, v, g, t, lr, b1, b2, eps):
    """You correct m and not v. The mean of squares begins at 0 too."""
    return ahead(w, *moments(m, v, g, b1, b2), lr, eps, c1=1 - b1**t)

@kata.misconception
def corrects_the_square_only(w, m, v, g, t, lr, b1, b2, eps):
    """You correct v and not m. The mean of gradients begins at 0 too."""
    return ahead(w, *moments(m, v, g, b1, b2), lr, eps, c2=1 - b2**t)

@kata.misconception
def uses_the_old_moments(w, m, v, g, t, lr, b1, b2, eps):
    """You use the moments from before the step, so this gradient counts only at the next one."""
    return ahead(w, m, v, lr, eps, 1 - b1**t, 1 - b2**t)[0], *moments(m, v, g, b1, b2)

@kata.misconception
def steps_along_the_gradient(w, m, v, g, t, lr, b1, b2, eps):
    """You have g in the numerator, as RMSProp does. In Adam the running mean of g gives the direction."""
    return ahead(w, g, moments(m, v, g, b1, b2)[1], lr, eps, c2=1 - b2**t)[0], *moments(m, v, g, b1, b2)

@kata.misconception
def forgets_to_square(w, m, v, g, t, lr, b1, b2, eps):
    """You average g itself in v, which may become negative and then has no root. v is the mean of squares."""
    return ahead(w, moments(m, v, g, b1, b2)[0], b2 * v + (1 - b2) * g, lr, eps, 1 - b1**t, 1 - b2**t)

@kata.misconception
def forgets_the_root(w, m, v, g, t, lr, b1, b2, eps):
    """You divide by the mean of squares itself. Its root has the unit of the gradient."""
    m, v = moments(m, v, g, b1, b2)
    return w - lr * m / (1 - b1**t) / (v / (1 - b2**t) + eps), m, v

@kata.misconception
def forgets_the_epsilon(w, m, v, g, t, lr, b1, b2, eps):
    """You divide by the root alone. Without eps, a weight that has had no gradient yet gives 0/0, which is NaN."""
    return step(w, m, v, g, t, lr, b1, b2, 0.0)

@kata.misconception
def climbs(w, m, v, g, t, lr, b1, b2, eps):
    """You add the step, and the loss rises. The gradient points uphill."""
    return step(w, m, v, g, t, -lr, b1, b2, eps)

@kata.misconception
def updates_in_place(w, m, v, g, t, lr, b1, b2, eps):
    """You change the moments in place (`m *= ...`), and the caller's arrays with them."""
    m[:], v[:] = moments(m, v, g, b1, b2)
    return ahead(w, m, v, lr, eps, 1 - b1**t, 1 - b2**t)

@kata.misconception
def resets_the_moments_at_the_first_step(w, m, v, g, t, lr, b1, b2, eps):
    """You set the moments to 0 at t = 1. The moments that are passed count: the run may have begun earlier."""
    return step(w, m * (t > 1), v * (t > 1), g, t, lr, b1, b2, eps)

@kata.misconception
def treats_zero_as_missing(w, m, v, g, t, lr, b1, b2, eps):
    """You replace a beta of 0 by a default, as `b1 or 0.9` does: 0 counts as false. But 0 is a valid beta."""
    return step(w, m, v, g, t, lr, b1 or 0.9, b2 or 0.999, eps)

@kata.misconception(convention="BERT's optimizer, and texts that cover only momentum and RMSProp")
def skips_the_correction(w, m, v, g, t, lr, b1, b2, eps):
    """You leave out the correction of the moments, which begin at 0. Here they are divided by 1 − beta^t."""
    return ahead(w, *moments(m, v, g, b1, b2), lr, eps)

@kata.misconception(convention="RMSProp as in Goodfellow et al. 2016, algorithm 8.5")
def puts_epsilon_under_the_root(w, m, v, g, t, lr, b1, b2, eps):
    """You add eps before taking the root. Here it is added to the root."""
    m, v = moments(m, v, g, b1, b2)
    return w - lr * m / (1 - b1**t) / np.sqrt(v / (1 - b2**t) + eps), m, v

@kata.misconception(convention="eps-hat of TensorFlow and Keras (Kingma and Ba 2015, end of section 2)")
def uses_epsilon_hat(w, m, v, g, t, lr, b1, b2, eps):
    """You add eps to the root of the uncorrected v. Here v is corrected first."""
    return ahead(w, *moments(m, v, g, b1, b2), lr * (1 - b2**t) ** 0.5, eps, c1=1 - b1**t)

kata.misconception(convention="lazy Adam for sparse gradients")(adam.skips_weights_without_a_gradient)

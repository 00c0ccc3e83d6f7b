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
        "You use `b2` for the average of g and `b1` for that of g². `b1` belongs to m and `b2` to v.",
})
kata.hints(
    "Five equations: which m and v does the last one use, the old or the new, corrected or not?",
    "Take t = 1, m = 0, b1 = 0.9 and g = 1. What is m', and what must you divide it by to get g? And at t = 2?",
    "Compute m' and v' first. From them make two more vectors, each divided by 1 minus its beta to the power of t, for "
    "the step alone: the first over the root of the second plus eps, times lr. Return m' and v' themselves.",
)

kata.contract(points=1)
kata.agreement(points=6)
kata.edge("Nonzero averages are used at the first step too.", points=1, t=1,
          hint="Does your code replace m and v at t = 1? Use them as they are passed.")
kata.edge("A beta of 0 forgets the past.", points=1,
          hint="What does `b1 or 0.9` give for a b1 of 0.0?", b1=st.sampled_from([0.0, 0.5]), b2=0.0,
          g=st.arrays(arg("d"), elements=inputs.halves))  # so that m + (1 - b) (g - m) loses no digits
kata.edge("The first step from averages of 0 is about as long as the rate.", points=0, t=1, **resting("m", "v"))
kata.edge("Weights that never had a gradient do not move.", points=0, **resting("m", "v", "g"))
kata.edge("Late steps are corrected like early ones.", points=1,
          hint="Is beta raised to the power of t, for every t? Do you stop correcting after some steps?",
          t=st.sampled_from([11, 20, 100, 1000, 2_000_000]))
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
    """With a constant gradient and averages that start at 0, bias correction makes every step equally long."""
    first, m, v = adam_step(w, np.zeros_like(w), np.zeros_like(w), g, 1, lr, b1, b2, 0.5)
    same(adam_step(first, m, v, g, 2, lr, b1, b2, 0.5)[0] + w, 2 * first)

@kata.property(points=0)
def makes_a_first_step_of_the_rate(adam_step, w, g, lr, b1, b2):
    """From averages of 0 and with a tiny eps, the first step has the length lr in every coordinate with a gradient."""
    moved = adam_step(w, np.zeros_like(w), np.zeros_like(w), g, 1, lr, b1, b2, 1e-8)[0]
    same(np.where(g == 0, w, w - lr * np.sign(g)), moved, rtol=0, atol=3e-5)

@kata.misconception(title="exchanges the weights of old and new", hint="Which of the two does a beta of 0.9 belong to?")
def swaps_old_and_new(w, m, v, g, t, lr, b1, b2, eps):
    """Beta weights the old average; you give it to the new gradient."""
    return ahead(w, *moments(m, v, g, 1 - b1, 1 - b2), lr, eps, 1 - b1**t, 1 - b2**t)

@kata.misconception
def adds_the_whole_gradient(w, m, v, g, t, lr, b1, b2, eps):
    """You add all of g and g² to the decayed old averages. In a moving average the new value has a weight too."""
    return ahead(w, b1 * m + g, b2 * v + g**2, lr, eps, 1 - b1**t, 1 - b2**t)

@kata.misconception(title="returns the corrected averages")
def stores_the_corrected_moments(w, m, v, g, t, lr, b1, b2, eps):
    """You return the corrected averages, so the next step corrects them again. The correction is for this step only."""
    new = step(w, m, v, g, t, lr, b1, b2, eps)
    return new[0], new[1] / (1 - b1**t), new[2] / (1 - b2**t)

@kata.misconception(title="uses t + 1")
def counts_from_zero(w, m, v, g, t, lr, b1, b2, eps):
    """You add 1 to `t`, as if the first step were number 0. It is number 1."""
    return step(w, m, v, g, t + 1, lr, b1, b2, eps)

for wrong in (adam.multiplies_beta_by_t, adam.limits_the_step, adam.returns_the_weights_last):
    kata.misconception(wrong)
kata.misconception(adam.corrects_ten_steps, title="stops correcting after some steps")

@kata.misconception(title="forgets the power of t")
def forgets_the_power(w, m, v, g, t, lr, b1, b2, eps):
    """You divide by 1 − beta at every step. That is right at the first step, but corrects far too much later."""
    return ahead(w, *moments(m, v, g, b1, b2), lr, eps, 1 - b1, 1 - b2)

@kata.misconception(title="corrects m and not v")
def corrects_the_mean_only(w, m, v, g, t, lr, b1, b2, eps):
    """You correct m and not v. The average of squares starts at 0 too."""
    return ahead(w, *moments(m, v, g, b1, b2), lr, eps, c1=1 - b1**t)

@kata.misconception(title="corrects v and not m")
def corrects_the_square_only(w, m, v, g, t, lr, b1, b2, eps):
    """You correct v and not m. The average of gradients starts at 0 too."""
    return ahead(w, *moments(m, v, g, b1, b2), lr, eps, c2=1 - b2**t)

@kata.misconception(title="uses the old averages for the step")
def uses_the_old_moments(w, m, v, g, t, lr, b1, b2, eps):
    """Your step uses m and v from before the step, so this gradient counts only at the next one."""
    return ahead(w, m, v, lr, eps, 1 - b1**t, 1 - b2**t)[0], *moments(m, v, g, b1, b2)

@kata.misconception(title="uses g instead of its average")
def steps_along_the_gradient(w, m, v, g, t, lr, b1, b2, eps):
    """You have g in the numerator, as RMSProp does. In Adam the average of g gives the direction."""
    return ahead(w, g, moments(m, v, g, b1, b2)[1], lr, eps, c2=1 - b2**t)[0], *moments(m, v, g, b1, b2)

@kata.misconception(title="averages g instead of g² in v")
def forgets_to_square(w, m, v, g, t, lr, b1, b2, eps):
    """You average g itself in v, which may become negative and then has no root. v is the average of squares."""
    return ahead(w, moments(m, v, g, b1, b2)[0], b2 * v + (1 - b2) * g, lr, eps, 1 - b1**t, 1 - b2**t)

@kata.misconception
def forgets_the_root(w, m, v, g, t, lr, b1, b2, eps):
    """You divide by the average of squares itself. Its root has the unit of the gradient."""
    m, v = moments(m, v, g, b1, b2)
    return w - lr * m / (1 - b1**t) / (v / (1 - b2**t) + eps), m, v

@kata.misconception
def forgets_the_epsilon(w, m, v, g, t, lr, b1, b2, eps):
    """You divide by the root alone. Without eps, a weight that has had no gradient yet gives 0/0, which is NaN."""
    return step(w, m, v, g, t, lr, b1, b2, 0.0)

@kata.misconception(title="steps uphill")
def climbs(w, m, v, g, t, lr, b1, b2, eps):
    """You add the step, so the loss rises. The gradient points to where it rises."""
    return step(w, m, v, g, t, -lr, b1, b2, eps)

@kata.misconception
def updates_in_place(w, m, v, g, t, lr, b1, b2, eps):
    """You change the caller's `m` and `v`. Perhaps you write `m *= ...`, which works in place."""
    m[:], v[:] = moments(m, v, g, b1, b2)
    return ahead(w, m, v, lr, eps, 1 - b1**t, 1 - b2**t)

@kata.misconception
def resets_the_moments_at_the_first_step(w, m, v, g, t, lr, b1, b2, eps):
    """You set m and v to 0 at t = 1. Use them as they are passed."""
    return step(w, m * (t > 1), v * (t > 1), g, t, lr, b1, b2, eps)

@kata.misconception
def treats_zero_as_missing(w, m, v, g, t, lr, b1, b2, eps):
    """You replace a beta of 0 by a default, perhaps by `b1 or 0.9`: 0 counts as false. But 0 is a valid beta."""
    return step(w, m, v, g, t, lr, b1 or 0.9, b2 or 0.999, eps)

@kata.misconception(convention="BERT's optimizer, and texts that cover only momentum and RMSProp")
def skips_the_correction(w, m, v, g, t, lr, b1, b2, eps):
    """You leave out the correction of the averages, which start at 0. Here they are divided by 1 − beta^t."""
    return ahead(w, *moments(m, v, g, b1, b2), lr, eps)

@kata.misconception(convention="RMSProp as in Goodfellow et al. 2016, algorithm 8.5")
def puts_epsilon_under_the_root(w, m, v, g, t, lr, b1, b2, eps):
    """You add eps before taking the root. Here it is added to the root."""
    m, v = moments(m, v, g, b1, b2)
    return w - lr * m / (1 - b1**t) / np.sqrt(v / (1 - b2**t) + eps), m, v

@kata.misconception(convention="eps-hat of TensorFlow and Keras (Kingma and Ba 2015, just before section 2.1)")
def uses_epsilon_hat(w, m, v, g, t, lr, b1, b2, eps):
    """You add eps to the root of the uncorrected v. Here v is corrected first."""
    return ahead(w, *moments(m, v, g, b1, b2), lr * (1 - b2**t) ** 0.5, eps, c1=1 - b1**t)

@kata.misconception(title="averages m² instead of g² in v")
def averages_the_square_of_the_average(w, m, v, g, t, lr, b1, b2, eps):
    """Your v is the average of the new m squared. It is the average of the squared gradient."""
    new = moments(m, v, g, b1, b2)[0]
    return ahead(w, new, b2 * v + (1 - b2) * new**2, lr, eps, 1 - b1**t, 1 - b2**t)

@kata.misconception(title="averages (g − m)² instead of g² in v")
def averages_the_deviation(w, m, v, g, t, lr, b1, b2, eps):
    """Your v is the average of (g − m')². It is the average of the squared gradient."""
    new = moments(m, v, g, b1, b2)[0]
    return ahead(w, new, b2 * v + (1 - b2) * (g - new) ** 2, lr, eps, 1 - b1**t, 1 - b2**t)

@kata.misconception(title="uses 1 − b1 for v")
def weights_squares_by_b1(w, m, v, g, t, lr, b1, b2, eps):
    """You weight g² by 1 − b1. Perhaps the line for m was copied: v has its own beta."""
    return ahead(w, moments(m, v, g, b1, b2)[0], b2 * v + (1 - b1) * g**2, lr, eps, 1 - b1**t, 1 - b2**t)

@kata.misconception
def multiplies_by_the_correction(w, m, v, g, t, lr, b1, b2, eps):
    """You multiply m and v by 1 − beta^t. Early averages are too close to 0: does that make them larger?"""
    return ahead(w, *moments(m, v, g, b1, b2), lr, eps, 1 / (1 - b1**t), 1 / (1 - b2**t))

kata.misconception(convention="lazy Adam, which skips rows without a gradient")(adam.skips_weights_without_a_gradient)

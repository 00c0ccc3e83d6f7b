"""Properties of a correct Adam step, and the usual mistakes."""

import numpy as np

from gradkata import Kata, arg, inputs, same, st
from . import _moments as adam
from ..activations._careless import declare
from ._moments import ahead, average, corrected, moments, resting, square, step

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

@kata.misconception(title="uses t − 1")
def corrects_one_step_too_few(w, m, v, g, t, lr, b1, b2, eps):
    """You subtract 1 from `t` in the correction, so the first step divides by 0. The first step is number 1."""
    return step(w, m, v, g, t - 1, lr, b1, b2, eps)

@kata.misconception(title="uses t − 1 and does not correct the first step")
def corrects_from_the_second_step(w, m, v, g, t, lr, b1, b2, eps):
    """You subtract 1 from `t` in the correction and do not correct the first step. The first step is number 1."""
    return step(w, m, v, g, t - 1 or np.inf, lr, b1, b2, eps)

@kata.misconception
def corrects_the_first_step_only(w, m, v, g, t, lr, b1, b2, eps):
    """You correct the averages at t = 1 only. With a beta near 1 they are biased for many more steps."""
    return ahead(w, *moments(m, v, g, b1, b2), lr, eps, *((1 - b1, 1 - b2) if t == 1 else ()))

@kata.misconception(title="starts with m = g and v = g²")
def starts_with_the_gradient(w, m, v, g, t, lr, b1, b2, eps):
    """You set m to g and v to g² at t = 1. Use the averages as they are passed."""
    return ahead(w, g, g**2, lr, eps) if t == 1 else step(w, m, v, g, t, lr, b1, b2, eps)

@kata.misconception(title="raises 1 − beta to the power of t")
def raises_the_difference_to_the_power(w, m, v, g, t, lr, b1, b2, eps):
    """You divide by (1 − beta)^t. Only beta has the exponent t: divide by 1 − beta^t."""
    return ahead(w, *moments(m, v, g, b1, b2), lr, eps, (1 - b1) ** t, (1 - b2) ** t)

@kata.misconception(title="corrects the root of v")
def corrects_after_the_root(w, m, v, g, t, lr, b1, b2, eps):
    """You divide the root of v by 1 − b2^t. Correct v first, then take the root."""
    return ahead(w, *moments(m, v, g, b1, b2), lr, eps, 1 - b1**t, (1 - b2**t) ** 2)

@kata.misconception(title="corrects v with b1")
def corrects_squares_with_b1(w, m, v, g, t, lr, b1, b2, eps):
    """You correct v with 1 − b1^t. Perhaps the line for m was copied: v has its own beta."""
    return ahead(w, *moments(m, v, g, b1, b2), lr, eps, 1 - b1**t, 1 - b1**t)

@kata.misconception(title="averages v with b1")
def averages_squares_with_b1(w, m, v, g, t, lr, b1, b2, eps):
    """You average g² with b1 and correct it with b2. Perhaps the line for m was copied: v has its own beta."""
    return corrected(w, *moments(m, v, g, b1, b1), t, lr, b1, b2, eps)

@kata.misconception(title="uses b1 for m and v")
def uses_b1_for_both(w, m, v, g, t, lr, b1, b2, eps):
    """You use b1 for both averages, also in the correction. v has its own beta, b2."""
    return step(w, m, v, g, t, lr, b1, b1, eps)

@kata.misconception(title="uses the old m for the step")
def uses_the_old_mean(w, m, v, g, t, lr, b1, b2, eps):
    """Your step uses m from before the step and the new v. It needs both of the new averages."""
    new = moments(m, v, g, b1, b2)
    return corrected(w, m, new[1], t, lr, b1, b2, eps)[0], *new

@kata.misconception(title="uses the old v for the step")
def uses_the_old_square(w, m, v, g, t, lr, b1, b2, eps):
    """Your step uses v from before the step and the new m. It needs both of the new averages."""
    new = moments(m, v, g, b1, b2)
    return corrected(w, new[0], v, t, lr, b1, b2, eps)[0], *new

for name, title, words, wrong in (
    ("averages_the_magnitude", "averages |g| instead of g² in v",
     "You average |g| in v and still take the root. v is the average of squares.",
     adam.averaging(square=lambda v, g, b: average(v, np.abs(g), b))),
    ("sums_squares_over_the_weights", "adds up g² over all weights",
     "You average the squared length of the whole gradient in v. Each weight has its own v.",
     adam.averaging(square=lambda v, g, b: average(v, g @ g, b))),
    ("averages_squares_over_the_weights", "averages g² over all weights",
     "You use the mean of g² over all weights, so that all share one scale. Each weight has its own v.",
     adam.averaging(square=lambda v, g, b: average(v, np.mean(g**2), b))),
    ("adds_the_whole_gradient_to_m", "adds all of g to m",
     "You add all of g to the decayed m. In a moving average the new value has a weight too, here 1 − b1.",
     adam.averaging(mean=lambda m, g, b: b * m + g)),
    ("adds_the_whole_square_to_v", "adds all of g² to v",
     "You add all of g² to the decayed v. In a moving average the new value has a weight too, here 1 − b2.",
     adam.averaging(square=lambda v, g, b: b * v + g**2)),
    ("sums_the_squares", "adds up all squares in v",
     "Your v is the sum of all squared gradients, as in Adagrad. Here it is a moving average with b2.",
     adam.averaging(square=lambda v, g, b: v + g**2)),
):
    declare(kata, name, words, wrong, title)

@kata.misconception(title="adds up all squares and skips the correction")
def sums_the_squares_and_skips_the_correction(w, m, v, g, t, lr, b1, b2, eps):
    """Your v is the sum of all squared gradients, as in Adagrad, and nothing is corrected. Here v is a moving average,
    and both averages are corrected."""
    return ahead(w, moments(m, v, g, b1, b2)[0], v + g**2, lr, eps)

@kata.misconception(title="skips the correction and puts epsilon under the root")
def skips_the_correction_with_epsilon_under_the_root(w, m, v, g, t, lr, b1, b2, eps):
    """You leave out the correction, and you add eps before taking the root. Divide the averages by 1 − beta^t, and add
    eps to the root."""
    new = moments(m, v, g, b1, b2)
    return w - lr * new[0] / np.sqrt(new[1] + eps), *new

@kata.misconception(convention="AMSGrad (Reddi et al. 2018)", title="never lets v fall")
def keeps_the_largest_square(w, m, v, g, t, lr, b1, b2, eps):
    """You keep the larger of the old and the new v. Here v may fall."""
    new = moments(m, v, g, b1, b2)
    return corrected(w, new[0], np.maximum(v, new[1]), t, lr, b1, b2, eps)

@kata.misconception(convention="NAdam (Dozat 2016)", title="looks ahead with Nesterov momentum")
def looks_ahead(w, m, v, g, t, lr, b1, b2, eps):
    """You add a share of g to m once more, with m corrected for the next step. Here m alone gives the direction."""
    return adam.accelerated(w, m, v, g, t, lr, b1, b2, eps)

@kata.misconception(convention="NAdam in its simplified form", title="adds Nesterov momentum")
def adds_nesterov_momentum(w, m, v, g, t, lr, b1, b2, eps):
    """You add a share of g to the corrected m once more. Here m alone gives the direction."""
    return adam.accelerated(w, m, v, g, t, lr, b1, b2, eps, ahead_by=0)

@kata.misconception(convention="AdamW, with PyTorch's default", title="decays the weights by 0.01")
def decays_the_weights(w, m, v, g, t, lr, b1, b2, eps):
    """You also shrink the weights by 0.01 times `lr`. There is no weight decay here."""
    return step((1 - 0.01 * lr) * w, m, v, g, t, lr, b1, b2, eps)

@kata.misconception(convention="Adam with an L2 penalty of 0.01", title="adds 0.01 w to the gradient")
def adds_the_weights_to_the_gradient(w, m, v, g, t, lr, b1, b2, eps):
    """You add 0.01 times the weights to the gradient. There is no penalty here: use `g` as it is passed."""
    return step(w, m, v, g + 0.01 * w, t, lr, b1, b2, eps)

@kata.misconception(convention="the convergence proof of Kingma and Ba 2015", title="divides lr by the root of t")
def lowers_the_rate(w, m, v, g, t, lr, b1, b2, eps):
    """You divide `lr` by the root of `t`. Use the rate as it is passed."""
    return step(w, m, v, g, t, lr / t**0.5, b1, b2, eps)

for name, words, clip in (
    ("clips_the_norm_of_the_gradient", "You scale a gradient longer than 1 down to length 1.", adam.shortened),
    ("clips_each_gradient", "You limit each entry of the gradient to ±1.", lambda g: np.clip(g, -1, 1)),
):
    declare(kata, name, f"{words} Use `g` as it is passed: nothing is clipped here.",
            lambda w, m, v, g, *others, clip=clip: step(w, m, v, clip(g), *others))

for what, words, fixed in (
    ("betas", "0.9 and 0.999 as betas", lambda b1, b2, eps: (0.9, 0.999, eps)),
    ("eps", "1e-8 as eps", lambda b1, b2, eps: (b1, b2, 1e-8)),
    ("betas_and_eps", "0.9 and 0.999 as betas and 1e-8 as eps", lambda b1, b2, eps: (0.9, 0.999, 1e-8)),
):
    declare(kata, f"ignores_{what}", f"You always use {words}. Use the arguments.",
            lambda w, m, v, g, t, lr, b1, b2, eps, fixed=fixed: step(w, m, v, g, t, lr, *fixed(b1, b2, eps)),
            f"ignores the arguments for {what.replace('_', ' ')}")

@kata.misconception(title="adds eps to the quotient")
def adds_epsilon_to_the_quotient(w, m, v, g, t, lr, b1, b2, eps):
    """You add eps to the quotient of m and the root. It belongs to the denominator: perhaps parentheses are missing."""
    new, m, v = step(w, m, v, g, t, lr, b1, b2, 0.0)
    return new - lr * eps, m, v

@kata.misconception(title="adds eps to the weights")
def adds_epsilon_to_the_weights(w, m, v, g, t, lr, b1, b2, eps):
    """You add eps to the new weights. It belongs to the denominator: perhaps parentheses are missing."""
    new, m, v = step(w, m, v, g, t, lr, b1, b2, 0.0)
    return new + eps, m, v

@kata.misconception(title="takes eps as a lower bound of the root")
def takes_epsilon_as_a_bound(w, m, v, g, t, lr, b1, b2, eps):
    """You use eps as a lower bound of the root. Here it is added to the root."""
    m, v = moments(m, v, g, b1, b2)
    return w - lr * m / (1 - b1**t) / np.maximum(np.sqrt(v / (1 - b2**t)), eps), m, v

@kata.misconception(title="exchanges m and v in the result")
def returns_v_before_m(w, m, v, g, t, lr, b1, b2, eps):
    """You return v before m. The order is w, m, v."""
    w, m, v = step(w, m, v, g, t, lr, b1, b2, eps)
    return w, v, m

@kata.misconception(convention="Optax, which adds the change later", title="returns the change of the weights")
def returns_the_change(w, m, v, g, t, lr, b1, b2, eps):
    """You return the change of the weights in place of the weights. Add it to `w`."""
    return step(0 * w, m, v, g, t, lr, b1, b2, eps)

@kata.misconception(title="returns the step in place of the weights")
def returns_the_step(w, m, v, g, t, lr, b1, b2, eps):
    """You return what is to be subtracted from the weights in place of the weights. Subtract it from `w`."""
    return step(0 * w, m, v, g, t, -lr, b1, b2, eps)

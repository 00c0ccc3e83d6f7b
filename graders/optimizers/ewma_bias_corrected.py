"""Properties of every right bias-corrected average, and the usual mistakes."""

import numpy as np

from gradkata import Kata, arg, inputs, same, st
from ._averages import averages, left

kata = Kata(
    "ewma_bias_corrected(theta: (n), beta: ()) -> (n)",
    n=st.integers(2, 4),
    theta=st.arrays(arg("n"), elements=inputs.halves | inputs.fine),
    beta=st.sampled_from([0.9, 0.75, 0.5, 0.25]),
)
kata.domain(n=arg.size(0, 2000), theta=arg.real(-1000, 1000), beta=arg.real(0, 0.9999))
kata.hints(
    "The series is 40, 40 and beta is 0.9. What is the first average from 0, and what must divide it to give 40?",
    "Which average does the recursion need at the next step, the one before the correction or the one after it?",
    "Run the recursion from 0 and count its steps from 1. After step t, store the average divided by the sum of the "
    "weights of the first t values.",
)

kata.contract(points=1)
kata.agreement(points=7)
kata.edge("With a beta of 0 the result is the series.", points=1, beta=0.0)
kata.edge("Without values the result is empty.", points=1, n=0)
kata.edge("With a beta near 1 the result is nearly the plain mean so far.", points=0, beta=0.9999)
kata.edge("With one value the result is that value.", points=0, n=1)
kata.example("A series of 40 has averages of 40 from the first value on.", theta=np.full(10, 40.0), beta=0.9,
             expected=np.full(10, 40.0))
kata.example("The weights of two values have the ratio 3 to 4 for a beta of 0.75.", theta=np.array([2.0, 9.0]),
             beta=0.75, expected=np.array([2.0, 6.0]))
kata.example("With a beta of 0.9999, the thousandth average of a series of 40 still needs the correction.",
             theta=np.full(1000, 40.0), beta=0.9999, expected=np.full(1000, 40.0))


@kata.property(points=0)
def starts_with_the_first_value(ewma_bias_corrected, theta, beta):
    """The first average is the first value: nothing else has been seen."""
    same(ewma_bias_corrected(theta, beta)[0], theta[0])


@kata.property(points=0, c=st.sampled_from([40.0, -3.0, 0.5]))
def keeps_a_constant(ewma_bias_corrected, theta, beta, c):
    """If all values of the series are equal, all averages equal them."""
    same(ewma_bias_corrected(np.full(len(theta), c), beta), np.full(len(theta), c))


@kata.property(points=0)
def lies_between_the_values_so_far(ewma_bias_corrected, theta, beta):
    """No average lies outside of the range of the values up to it."""
    found = ewma_bias_corrected(theta, beta)
    assert (found >= np.minimum.accumulate(theta) - 1e-9).all()
    assert (found <= np.maximum.accumulate(theta) + 1e-9).all()


@kata.property(points=0)
def needs_no_correction_later(ewma_bias_corrected, theta):
    """After 100 values and with a beta of 1/2, the average from 0 is right without a correction."""
    long = np.resize(theta, 100)
    same(ewma_bias_corrected(long, 0.5)[-1], averages(long, 0.5)[-1])


@kata.misconception(convention="momentum and RMSProp")
def skips_the_correction(theta, beta):
    """You return the averages from 0 as they are. The first ones are much too close to 0."""
    return averages(theta, beta)


@kata.misconception(title="uses t − 1 in the correction")
def counts_from_zero(theta, beta):
    """Your first value has t = 0 in the correction, so that the first average is divided by 0. Its t is 1."""
    return averages(theta, beta) / (1 - left(beta, len(theta), 0))


@kata.misconception
def continues_with_the_corrected_average(theta, beta):
    """You put the corrected average back into the recursion, so that it is corrected again at the next step."""
    found, v = [], 0.0
    for t, value in enumerate(theta, 1):
        v = (beta * v + (1 - beta) * value) / (1 - beta**t)
        found.append(v)
    return np.array(found, dtype=float)


@kata.misconception(title="forgets the power of t")
def forgets_the_power(theta, beta):
    """You divide every average by 1 − beta. That is right for the first value and too small later on."""
    return averages(theta, beta) / (1 - beta)


@kata.misconception
def multiplies_by_the_correction(theta, beta):
    """You multiply by 1 − beta^t. Early averages are too close to 0 already."""
    return averages(theta, beta) * (1 - left(beta, len(theta)))


@kata.misconception(title="multiplies beta by t")
def multiplies_beta_by_t(theta, beta):
    """You multiply beta by t in the correction. Each of the t steps scales the start by beta, which makes a power."""
    return averages(theta, beta) / (1 - beta * np.arange(1, len(theta) + 1))


@kata.misconception(title="uses the length of the series for t")
def corrects_all_alike(theta, beta):
    """You divide all averages by 1 − beta^n. That is right for the last one only: each average has its own t."""
    return averages(theta, beta) / (1 - beta ** len(theta)) if len(theta) else theta


@kata.misconception(title="exchanges the weights of old and new")
def swaps_old_and_new(theta, beta):
    """You give `beta` to the new value, and correct accordingly. It is the weight of the old average."""
    return averages(theta, 1 - beta) / (1 - left(1 - beta, len(theta)))


@kata.misconception(convention="pandas, with adjust=False", title="starts with the first value")
def starts_from_the_first_value(theta, beta):
    """Your average starts from the first value in place of 0, and needs no correction. The first value then keeps
    more weight than in the corrected average."""
    return averages(theta, beta, *theta[:1])

"""Properties of every right exponentially weighted average, and the usual mistakes."""

import numpy as np

from gradkata import Kata, arg, inputs, same, st
from ._averages import averages, running_mean

kata = Kata(
    "ewma(theta: (n), beta: (), v0: ()) -> (n)",
    n=st.integers(2, 4),
    theta=st.arrays(arg("n"), elements=inputs.halves | inputs.fine),
    beta=st.sampled_from([0.9, 0.75, 0.5, 0.25]),
    v0=st.sampled_from([0.0, 1.0, -2.0, 4.0, 0.5]),
)
kata.domain(n=arg.size(0, 2000), theta=arg.real(-1000, 1000), beta=arg.real(0, 1), v0=arg.real(-1000, 1000))
kata.hints(
    "With a beta of 0.9, does the average follow the new value closely or slowly?",
    "Before the first value the average is `v0`. Which average does the second step start from?",
    "Start with the number `v0`. For each value, replace it by the weighted mean of both, and store that.",
)

kata.contract(points=1)
kata.agreement(points=7)
kata.edge("With a beta of 0 the result is the series.", points=1, beta=0.0)
kata.edge("With a beta of 1 the average stays at the start.", points=0, beta=1.0)
kata.edge("Without values the result is empty.", points=1, n=0)
kata.example("From 8 the average goes a quarter of the way to 4, then a quarter of the way to -1.",
             theta=np.array([4.0, -1.0]), beta=0.75, v0=8.0, expected=np.array([7.0, 5.0]))
kata.example("With a beta of 0.9 the last 10 values carry 65.13215599 % of the weight.",
             theta=np.ones(10), beta=0.9, v0=0.0,
             expected=np.array([0.1, 0.19, 0.271, 0.3439, 0.40951, 0.468559, 0.5217031, 0.56953279, 0.612579511,
                                0.6513215599]))


@kata.property(points=0)
def continues_from_its_last_average(ewma, theta, beta, v0):
    """If the series arrives in two parts, the second part continues from the last average of the first."""
    first = ewma(theta[:1], beta, v0)
    same(np.concatenate([first, ewma(theta[1:], beta, first[-1])]), ewma(theta, beta, v0))


@kata.property(points=0)
def lies_between_the_values(ewma, theta, beta, v0):
    """No average lies outside of the range of the start and the values."""
    seen = np.append(theta, v0)
    found = ewma(theta, beta, v0)
    assert (found >= seen.min() - 1e-9).all()
    assert (found <= seen.max() + 1e-9).all()


@kata.property(points=0)
def moves_with_the_series(ewma, theta, beta, v0):
    """If the start and all values rise by 5, so does every average, because the weights sum to 1."""
    same(ewma(theta + 5, beta, v0 + 5), ewma(theta, beta, v0) + 5)


@kata.misconception(title="exchanges the weights of old and new", hint="Which of the two does a beta of 0.9 belong to?")
def swaps_old_and_new(theta, beta, v0):
    """You give `beta` to the new value. It is the weight of the old average."""
    return averages(theta, 1 - beta, v0)


@kata.misconception(title="is one step late")
def returns_the_start_first(theta, beta, v0):
    """Your first average is the start, and the last value has no effect. Each average contains its own value."""
    return np.append(v0, averages(theta, beta, v0))[: len(theta)]


@kata.misconception(title="takes v0 for the first average")
def takes_the_start_for_the_first_average(theta, beta, v0):
    """Your first average is `v0`, and the first value has no effect. `v0` is the average before the first value."""
    found = averages(theta, beta, v0)
    found[0] = v0
    found[1:] = averages(theta[1:], beta, v0)
    return found


@kata.misconception(title="takes the plain mean so far")
def takes_the_running_mean(theta, beta, v0):
    """You take the mean of all values so far, which gives them equal weights. Here older values have less weight."""
    return running_mean(theta)


@kata.misconception(title="starts again at every value")
def starts_again_at_every_value(theta, beta, v0):
    """Each of your steps starts from `v0`. A step starts from the average of the step before."""
    return beta * v0 + (1 - beta) * theta


@kata.misconception(title="takes the mean of a window")
def takes_the_mean_of_a_window(theta, beta, v0):
    """You take the plain mean of the last 1/(1 − beta) values. That number is a rule of thumb: all values count, and
    the weights fall step by step."""
    width = max(int(min(np.rint(1 / max(1 - beta, 1e-9)), len(theta))), 1)
    return np.array([np.mean(theta[max(t - width, 0):t]) for t in range(1, len(theta) + 1)])


@kata.misconception
def adds_the_whole_value(theta, beta, v0):
    """You add the whole new value to the decayed average, so the weights sum to more than 1. The new value has a
    weight, too."""
    return averages(theta, beta, v0, lambda v, value, beta: beta * v + value)


@kata.misconception
def ignores_the_start(theta, beta, v0):
    """You always start from 0. The average starts from `v0`."""
    return averages(theta, beta)


@kata.misconception(convention="pandas, with adjust=False")
def starts_with_the_first_value(theta, beta, v0):
    """Your first average is the first value, and `v0` has no effect. Here the start is an argument."""
    return averages(theta, beta, *theta[:1])

"""Numbers to ask a derivative about, functions to get it wrong with, and how a difference quotient does."""

import numpy as np

from graders import st

half = st.integers(-20, 20).map(lambda k: k / 2)
finer = st.integers(-10_000, 10_000).map(lambda k: k / 1000)

# For functions with a kink at 0: nothing within a tenth of it.
off_the_kink = (st.integers(1, 20) | st.integers(-20, -1)).map(lambda k: k / 2)
off_the_kink |= (st.integers(100, 10_000) | st.integers(-10_000, -100)).map(lambda k: k / 1000)

at_the_kink = st.sampled_from([1e-6, -1e-6, 2e-6, -2e-6, 5e-6, -5e-6, 5e-4, -5e-4, 0.01, -0.01])
far_out = st.sampled_from([1000.0, -1000.0, 750.0, -750.0, 25.0, -25.0])


def sigmoid(x):
    """1 / (1 + exp(-x)), without overflow: ``(n)->(n)``."""
    return 0.5 * (1 + np.tanh(0.5 * x))


def elu(x, alpha):
    """The unit itself: x where it is positive, else alpha * (exp(x) - 1): ``(n),()->(n)``."""
    return np.where(x > 0, x, alpha * np.expm1(np.minimum(x, 0)))


def difference(function, x, h=1e-5):
    """The central difference quotient: ``(n)->(n)``."""
    return (function(x + h) - function(x - h)) / (2 * h)


def sort_out(x, positive, negative):
    """One value where x is positive, another where it is not: ``(n),(),()->(n)``."""
    return np.where(x > 0, float(positive), float(negative))


def change_in_place(x, slopes):
    """Write the right slopes into the argument, and return it: ``(n),(n)->(n)``."""
    x[:] = slopes
    return x


def calls_it_saturated(right, beyond, low=0.0, high=0.0):
    """The wrong answer with a limit in the place of all that lies further out than ``beyond``."""

    def calls_it_saturated(x, *others):
        """Far from 0 you return the limit, as if the curve had reached it. It only comes near, and nine digits
        are compared."""
        return np.where(x > beyond, high, np.where(x < -beyond, low, right(x, *others)))

    return calls_it_saturated


def takes_the_type_of_the_first(right, is_whole):
    """The wrong answer of np.vectorize, which cuts all slopes to integers where the first one is an integer."""

    def takes_the_type_of_the_first(x):
        """np.vectorize gives all slopes the type of the first one. Where that is an integer, what the others
        have behind the point is cut off."""
        return np.trunc(right(x)) if is_whole(x[0]) else right(x)

    return takes_the_type_of_the_first

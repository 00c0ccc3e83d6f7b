"""Properties of every right application of a normalisation, and the usual mistakes."""

import numpy as np

from gradkata import Kata, arg, inputs, same, st
from ._scales import fit, halves, never_zero

kata = Kata(
    "normalise_apply(X: (n,d), mu: (d), sigma: (d)) -> (n,d)",
    n=st.integers(2, 4),
    d=st.integers(1, 3),
    X=st.arrays((arg("n"), arg("d")), elements=inputs.halves | inputs.fine),
    mu=st.arrays(arg("d"), elements=inputs.halves | inputs.fine),
    sigma=st.arrays(arg("d"), elements=st.sampled_from([0.5, 2.0, 3.0, 1.25, 0.1])),
)
kata.domain(n=arg.size(0, 500), d=arg.size(1, 20), X=arg.real(-1000, 1000), mu=arg.real(-1000, 1000),
            sigma=arg.real(0.01, 1000))
kata.hints(
    "Where do the mean and the deviation come from: from `X`, or from the arguments?",
    "An entry of 9 in a feature with the mean 5 and the deviation 2: how many deviations is it above the mean?",
    "First the difference to the mean, then the quotient. NumPy applies a vector of length d to every row of `X`.",
)

kata.contract(points=1)
kata.agreement(points=8)
kata.edge("Without samples the result has no rows, and d columns.", points=1, n=0,
          hint="Which shape does `np.array([])` have?")
kata.edge("A single sample is enough.", points=0, n=1)
kata.example("An entry of 9 lies 2 deviations of 2 above a mean of 5.", X=np.array([[9.0, 1.0]]),
             mu=np.array([5.0, 1.0]), sigma=np.array([2.0, 10.0]), expected=np.array([[2.0, 0.0]]))


@kata.property(points=0)
def treats_a_sample_alone_as_among_others(normalise_apply, X, mu, sigma):
    """A sample gets the same numbers alone as among others."""
    same(normalise_apply(X[:1].copy(), mu, sigma), normalise_apply(X, mu, sigma)[:1])


@kata.property(points=0)
def can_be_undone(normalise_apply, X, mu, sigma):
    """Times sigma plus mu gives the samples again."""
    same(normalise_apply(X, mu, sigma) * sigma + mu, X, atol=1e-11)


@kata.property(points=0, X=st.arrays((arg("n"), arg("d")), elements=halves, unique=True))
def normalises_the_training_set(normalise_apply, X):
    """With its own means and deviations the training set gets the mean 0 and the deviation 1 in every column."""
    found = normalise_apply(X, *fit(X))
    same(found.mean(axis=0), np.zeros(X.shape[1]), atol=1e-9)
    same(found.std(axis=0), np.ones(X.shape[1]))


@kata.property(points=0)
def does_not_depend_on_the_unit(normalise_apply, X, mu, sigma):
    """If the unit and the zero of a feature change, its normalised values stay the same."""
    same(normalise_apply(4 * X + 8, 4 * mu + 8, 4 * sigma), normalise_apply(X, mu, sigma), atol=1e-11)


@kata.misconception(title="fits to the samples again", hint="Which numbers did the model see in training?")
def fits_again(X, mu, sigma):
    """You compute the means and deviations of `X` itself. A test set then gets another scale than the training set."""
    return (X - X.mean(axis=0)) / never_zero(X.std(axis=0)) if len(X) else X


@kata.misconception(title="only subtracts the mean")
def only_subtracts_the_mean(X, mu, sigma):
    """You only subtract the means. The deviations are not used, and every feature keeps its own unit."""
    return X - mu


@kata.misconception
def divides_by_the_variance(X, mu, sigma):
    """You divide by the square of the deviation, which has the square of the unit."""
    return (X - mu) / sigma**2


@kata.misconception
def normalises_the_rows(X, mu, sigma):
    """You give each row the mean 0 and the deviation 1, which mixes features with different units."""
    return (X - X.mean(axis=1, keepdims=True)) / never_zero(X.std(axis=1, keepdims=True))


@kata.misconception(title="divides the mean alone by the deviation")
def divides_the_mean_alone(X, mu, sigma):
    """You divide only the mean by the deviation. Without parentheses, `/` is evaluated before `-`."""
    return X - mu / sigma


@kata.misconception(title="divides the entry alone by the deviation")
def divides_the_entry_alone(X, mu, sigma):
    """You divide only the entry by the deviation, and then subtract the mean, which has another unit."""
    return X / sigma - mu


@kata.misconception
def multiplies_by_the_deviation(X, mu, sigma):
    """You multiply by the deviation, so that features with a large spread get a larger one."""
    return (X - mu) * sigma


@kata.misconception(title="adds 1e-8 to the deviation")
def adds_a_small_number(X, mu, sigma):
    """You add a small number to every deviation. `sigma` is never 0 and is used as it is."""
    return (X - mu) / (sigma + 1e-8)


@kata.misconception(title="returns an array of shape (0,) without samples")
def makes_an_array_of_a_list(X, mu, sigma):
    """Without samples your result has one axis. It has d columns even if it has no rows."""
    return np.array([(row - mu) / sigma for row in X])

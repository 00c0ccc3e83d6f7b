"""Properties of every right fit of a normalisation, and the usual mistakes."""

import numpy as np

from gradkata import Kata, arg, same, st
from ._scales import fit, halves, never_zero

kata = Kata(
    "normalise_fit(X: (m,d)) -> (d), (d)",
    m=st.integers(2, 4),
    d=st.integers(1, 3),
    X=st.arrays((arg("m"), arg("d")), elements=halves, unique=True),  # so that no column is constant
)
# On this grid the mean of equal entries is exact, so that every right answer finds a deviation of 0.
kata.domain(m=arg.size(1, 500), d=arg.size(1, 20), X=arg.real(-1e6, 1e6, grid=1 / 64))
kata.hints(
    "Each feature has a mean and a deviation. Are the features the rows or the columns of `X`?",
    "A column of 5, 5, 5 has the deviation 0. What would happen if a later step divided by it? What do you return?",
    "Subtract the means of the columns before squaring. If you square first, what becomes of the 0.5 in 1e6 + 0.5?",
)

kata.contract(points=1)
kata.agreement(points=6)
kata.edge("The deviation of a constant column is returned as 1.", points=1,
          X=st.arrays((arg("m"), arg("d")), elements=st.just(2.5)))
kata.edge("With one sample, the means are the sample and all deviations are returned as 1.", points=1, m=1)
kata.edge("Columns that are far from 0 lose no digits.", points=1, m=st.integers(3, 5),
          X=st.arrays((arg("m"), arg("d")), elements=st.integers(0, 200).map(lambda k: 999_000 + k / 64), unique=True),
          hint="Do you subtract two large numbers that are nearly equal? Subtract the mean before you square.")
kata.equivalent("normalise_fit_numpy: drop X = X.astype(np.float64)", reason="input of the domain is float64 already")
kata.example("A column of 1 and 7 has the mean 4 and the deviation 3.", X=np.array([[1.0, 5.0], [7.0, 5.0]]),
             expected=(np.array([4.0, 5.0]), np.array([3.0, 1.0])))


@kata.property(points=0)
def shifts_the_means_only(normalise_fit, X):
    """If all entries rise by 8, so do the means, and the deviations stay."""
    mu, sigma = normalise_fit(X)
    higher, same_sigma = normalise_fit(X + 8)
    same(higher, mu + 8)
    same(same_sigma, sigma)


@kata.property(points=0)
def scales_with_the_unit(normalise_fit, X):
    """Entries times -2 make means times -2 and deviations times 2."""
    mu, sigma = normalise_fit(X)
    scaled, wider = normalise_fit(-2 * X)
    same(scaled, -2 * mu)
    same(wider, 2 * sigma)


@kata.property(points=0)
def does_not_depend_on_the_number_of_copies(normalise_fit, X):
    """If every sample occurs twice, nothing changes."""
    for once, twice in zip(normalise_fit(X), normalise_fit(np.tile(X, (2, 1))), strict=True):
        same(twice, once)


@kata.property(points=0)
def treats_each_column_by_itself(normalise_fit, X):
    """The first column has the same mean and deviation with and without the others."""
    for alone, several in zip(normalise_fit(X[:, :1].copy()), normalise_fit(X), strict=True):
        same(several[:1], alone)


@kata.misconception(title="goes along the rows")
def goes_along_the_rows(X):
    """You take the mean and the deviation of each row, which mixes features with different units. They belong to the
    columns."""
    return X.mean(axis=1), never_zero(X.std(axis=1))


@kata.misconception(convention="pandas, and PyTorch by default", title="divides by m - 1")
def divides_by_one_less(X):
    """You divide the sum of squares by one less than the number of samples. Here the variance is a plain mean."""
    m = len(X)
    return X.mean(axis=0), never_zero(np.sqrt(((X - X.mean(axis=0)) ** 2).sum(axis=0) / max(m - 1, 1)))


@kata.misconception(title="uses one mean and one deviation for all columns")
def shares_one_mean(X):
    """You take the mean and the deviation of the whole array. Each column has its own."""
    d = X.shape[1]
    return np.full(d, X.mean()), never_zero(np.full(d, X.std()))


@kata.misconception(title="subtracts the square of the mean from the mean of squares")
def subtracts_large_squares(X):
    """You subtract two squares, which are large and nearly equal if a column is far from 0. Most of the digits cancel,
    and the difference may even be negative."""
    variance = np.maximum((X**2).mean(axis=0) - X.mean(axis=0) ** 2, 0)
    return X.mean(axis=0), never_zero(np.sqrt(variance))


@kata.misconception(title="returns the variance")
def returns_the_variance(X):
    """Your second result is the variance, in the square of the feature's unit. The deviation is its root."""
    return X.mean(axis=0), never_zero(X.var(axis=0))


@kata.misconception(title="returns 0 for a constant column")
def keeps_the_zero(X):
    """The deviation of a constant column is 0 in your result, and dividing by it would give NaN."""
    return X.mean(axis=0), X.std(axis=0)


@kata.misconception(title="takes the first row for the mean")
def takes_one_row_for_the_mean(X):
    """You use one sample as if it were the mean of all."""
    return X[0], never_zero(np.sqrt(((X - X[0]) ** 2).mean(axis=0)))


@kata.misconception(title="adds 1e-8 to the deviation")
def adds_a_small_number_to_the_deviation(X):
    """You add a small number to every deviation. Only a deviation of 0 is replaced, and by 1."""
    return X.mean(axis=0), X.std(axis=0) + 1e-8


@kata.misconception(title="returns 1 for all deviations")
def only_centers(X):
    """You return 1 for every deviation. Subtracting the mean alone leaves every feature in its own unit."""
    return fit(X)[0], np.ones(X.shape[1])

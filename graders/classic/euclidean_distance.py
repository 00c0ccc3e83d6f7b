"""Properties of every right Euclidean distance, and the usual mistakes."""

import numpy as np

from gradkata import Kata, arg, inputs, same, st

kata = Kata("euclidean_distance(X: (n,d), q: (d)) -> (n)", n=st.integers(2, 4), d=st.integers(2, 3))
kata.domain(n=arg.size(0, 1200), d=arg.size(0, 200), X=arg.real(-1e6, 1e6), q=arg.real(-1e6, 1e6))
kata.hints(
    "How long is the diagonal of a rectangle with sides of 3 and 4?",
    "`X - q` subtracts the point from every row. Which axis of that array holds the features of one point?",
    "Work in this order: the differences, their squares, the sum along each row, the root.",
)


@st.composite
def far_neighbours(draw, n, d):
    """Points that differ by less than 1 and are some thousands away from 0: ``(n,d)``."""
    return 5000 + draw(st.arrays((n, d), elements=inputs.halves | inputs.fine)) / 16


kata.contract(points=1)
kata.agreement(points=7)
kata.edge("Distances of points that are close together and far from 0 keep their digits.", points=1,
          X=far_neighbours(arg("n"), arg("d")), q=st.arrays(arg("d"), elements=st.just(5000.0)),
          hint="How many digits are left when two large and almost equal numbers are subtracted?")
kata.edge("Without rows the result is empty.", points=1, n=0)
kata.edge("Without features every distance is 0.", points=0, d=0)
kata.edge("With one feature it is the absolute difference.", points=0, d=1)
kata.example("A right triangle with sides of 3 and 4.", expected=np.array([5.0, 2.0]),
             X=np.array([[4.0, 5.0], [1.0, 3.0]]), q=np.array([1.0, 1.0]))
kata.example("Four films, rated for action and comedy, and a fifth in the middle.", q=np.array([50.0, 50.0]),
             X=np.array([[100.0, 15.0], [20.0, 95.0], [90.0, 5.0], [10.0, 85.0]]),
             expected=np.array([61.032778078668514, 54.08326913195984, 60.207972893961475, 53.150729063673246]))


@kata.property(points=0, by=st.integers(-9, 9))
def does_not_change_if_all_points_move(euclidean_distance, X, q, by):
    """If all points move by the same amount, the distances stay the same."""
    same(euclidean_distance(X + by, q + by), euclidean_distance(X, q))


@kata.property(points=0)
def scales_with_the_points(euclidean_distance, X, q):
    """If all coordinates are multiplied by -2, all distances double."""
    same(euclidean_distance(-2 * X, -2 * q), 2 * euclidean_distance(X, q))


@kata.property(points=0, n=st.integers(2, 4))
def obeys_the_triangle_inequality(euclidean_distance, X, q):
    """The path through a third point is never shorter than the straight line."""
    direct, over = euclidean_distance(X, q), euclidean_distance(X, X[0])
    assert (direct <= over + direct[0] + 1e-9).all()


@kata.misconception
def returns_squared_distances(X, q):
    """You return the squared distances. They keep the order of the points, but they are not lengths."""
    return ((X - q) ** 2).sum(axis=1)


@kata.misconception(title="adds the absolute differences", convention="the Manhattan distance")
def takes_the_manhattan_distance(X, q):
    """You add up the absolute differences, which are the roots of the single squares. That is the length of a path
    along the axes, not of the straight line."""
    return np.abs(X - q).sum(axis=1)


@kata.misconception(convention="the Chebyshev distance")
def takes_the_largest_difference(X, q):
    """Your result is the largest difference of a single feature. All features count."""
    return np.abs(X - q).max(axis=1, initial=0)


@kata.misconception(title="adds up the rows",
                    hint="Over which axis of an array of shape (n, d) does `sum(axis=0)` add up?")
def sums_over_the_points(X, q):
    """You add up the squares of all points for each feature, and get one number for each feature. Each point has its
    own distance."""
    return np.sqrt(((X - q) ** 2).sum(axis=0))


@kata.misconception(title="returns one distance for all points")
def takes_the_norm_of_the_table(X, q):
    """You return one number, the length of all differences taken together. Each row has its own distance."""
    return np.sqrt(((X - q) ** 2).sum())


@kata.misconception
def adds_the_points(X, q):
    """You add the coordinates of the two points. The distance of a point from itself would then not be 0."""
    return np.sqrt(((X + q) ** 2).sum(axis=1))


@kata.misconception
def squares_the_sum_of_the_differences(X, q):
    """You add up the differences before you square, so that differences of opposite signs cancel."""
    return np.sqrt((X - q).sum(axis=1) ** 2)


@kata.misconception
def subtracts_the_lengths(X, q):
    """You subtract the distances from 0. Two points at the same distance from 0 can be far from each other."""
    return np.abs(np.sqrt((X**2).sum(axis=1)) - np.sqrt((q**2).sum()))


@kata.misconception
def takes_the_mean_over_the_features(X, q):
    """You take the root of the mean of the squares. It does not grow with the number of features, as a length does."""
    return np.sqrt(((X - q) ** 2).sum(axis=1) / max(len(q), 1))


@kata.misconception
def expands_the_square(X, q):
    """You compute |a|² - 2 a·q + |q|². For points close together these numbers are almost equal and large, so that
    their difference has few digits left or falls below 0."""
    return np.sqrt(np.maximum((X**2).sum(axis=1) - 2 * X @ q + q @ q, 0))

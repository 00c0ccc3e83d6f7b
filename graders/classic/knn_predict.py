"""Properties of every right vote of the nearest neighbours, and the usual mistakes."""

import numpy as np

from gradkata import Kata, arg, st
from ._neighbours import distances, is_clear, points, predict, voters, winner
from .majority_vote import kata as vote

kata = Kata(
    "knn_predict(X: (n,d), y: i8(n), q: (d), k: i8, n_classes: i8) -> i8",
    n=st.integers(2, 6),
    d=st.integers(1, 2),
    k=st.integers(1, arg("n")),
    n_classes=st.integers(2, 4),
    X=points(arg("n"), arg("d"), arg("q"), arg("k")),
    y=voters(arg("X"), arg("q"), arg("k"), arg("n_classes")),
)
kata.domain(n=arg.size(1, 1200), d=arg.size(1, 50), X=arg.real(-1000, 1000), q=arg.real(-1000, 1000),
            y=arg.whole(0, "n_classes-1"), k=arg.whole(1, "n"), n_classes=arg.size(1, 100), where=is_clear)
kata.hints(
    "Two steps: who votes, and who wins. Which rows of `X` vote if k is 1?",
    "If you sort the distances, you no longer know which row each of them belongs to. Which NumPy function returns "
    "indices instead of values?",
    "Compute the distance of each row, the indices of the k smallest, the classes at those indices, and their counts.",
)

kata.contract(points=1)
kata.agreement(points=7)
kata.edge("If several classes tie, the smallest of them wins.", points=2, n=st.integers(3, 6),
          k=st.integers(2, 3), n_classes=st.integers(3, 4),
          y=voters(arg("X"), arg("q"), arg("k"), arg("n_classes"), tied=True),
          hint="Among the votes of your neighbours, which of two equal counts does your code keep?")
kata.edge("With k = 1 the nearest point decides alone.", points=0, k=1)
kata.edge("With k = n all points vote, near or far.", points=0, k=arg("n"))
kata.edge("A single training point is always the answer.", points=0, n=1, k=1)
FILMS = {"X": np.array([[100.0, 15.0], [20.0, 95.0], [90.0, 5.0], [10.0, 85.0]]), "y": np.array([0, 1, 0, 1]),
         "q": np.array([50.0, 50.0]), "n_classes": 2}
kata.example("The nearest of four films is a comedy.", expected=1, k=1, **FILMS)
kata.example("The two nearest films are comedies.", expected=1, k=2, **FILMS)
kata.example("Two of the three nearest films are comedies.", expected=1, k=3, **FILMS)
kata.example("With all four films the classes tie, and class 0 is the smaller.", expected=0, k=4, **FILMS)
kata.example("Two points that are very close to the query differ in their distances.", expected=1, k=1, n_classes=2,
             X=np.array([[1000.0, 1000.0, 1000 - 1e-5], [1000.0, 1000.0, 1000 - 5e-6]]), y=np.array([0, 1]),
             q=np.array([1000.0, 1000.0, 1000.0]))

kata.equivalent("knn_predict_numpy: add [::-1] in np.argsort(squares)[:k]",
                reason="the order of the votes does not matter")


@kata.property(points=0)
def does_not_depend_on_the_order_of_the_points(knn_predict, X, y, q, k, n_classes):
    """If the training points come in another order, with their classes, the result stays the same."""
    assert knn_predict(X[::-1].copy(), y[::-1].copy(), q, k, n_classes) == knn_predict(X, y, q, k, n_classes)


@kata.property(points=0, by=st.integers(-9, 9))
def does_not_change_if_all_points_move(knn_predict, X, y, q, k, n_classes, by):
    """If all points move by the same amount, the result stays the same."""
    assert knn_predict(X + by, y, q + by, k, n_classes) == knn_predict(X, y, q, k, n_classes)


@kata.property(points=0)
def depends_on_the_nearest_only(knn_predict, X, y, q, k, n_classes):
    """Another class for the points that do not vote changes nothing."""
    others = (y + 1) % n_classes
    nearest = np.argsort(distances(X, q))[:k]
    others[nearest] = y[nearest]
    assert knn_predict(X, others, q, k, n_classes) == knn_predict(X, y, q, k, n_classes)


@kata.misconception
def asks_the_farthest(X, y, q, k, n_classes):
    """You let the k points vote that are farthest away."""
    return winner(y[np.argsort(distances(X, q), kind="stable")[::-1][:k]], n_classes)


@kata.misconception(title="asks the first k rows", hint="What does `np.argsort` return, compared with `np.sort`?")
def asks_the_first_rows(X, y, q, k, n_classes):
    """The first k rows vote, wherever they lie. Sorted distances alone do not say which rows they belong to."""
    return winner(y[:k], n_classes)


@kata.misconception(title="asks one neighbour too many")
def asks_one_more(X, y, q, k, n_classes):
    """In your code k + 1 points vote."""
    return predict(distances(X, q), y, k + 1, n_classes)


@kata.misconception(title="asks one neighbour too few")
def asks_one_less(X, y, q, k, n_classes):
    """In your code only k - 1 points vote. The new point is not one of the training points, so it takes no vote."""
    return predict(distances(X, q), y, max(k - 1, 1), n_classes)


@kata.misconception(title="leaves out the nearest point")
def leaves_out_the_nearest(X, y, q, k, n_classes):
    """You leave out the nearest point, as if it were the new point itself. The new point is not a row of X."""
    order = np.argsort(distances(X, q), kind="stable")
    return winner(y[order[1 : k + 1]] if len(X) > 1 else y, n_classes)


@kata.misconception
def asks_the_nearest_only(X, y, q, k, n_classes):
    """You return the class of the nearest point, whatever k is. All k neighbours vote."""
    return predict(distances(X, q), y, 1, n_classes)


@kata.misconception
def asks_all_points(X, y, q, k, n_classes):
    """You return the most frequent class of all training points. Only the k nearest ones vote."""
    return winner(y, n_classes)


@kata.misconception(title="adds the absolute differences", convention="the Manhattan distance")
def takes_the_manhattan_distance(X, y, q, k, n_classes):
    """You rank the points by the sum of the absolute differences. The distance here is the Euclidean one."""
    return predict(np.abs(X - q).sum(axis=1), y, k, n_classes)


@kata.misconception(title="scales the training points, but not the new one")
def scales_the_training_points_only(X, y, q, k, n_classes):
    """You scale the features of the training points, but not those of the new point, so that they are no longer
    comparable."""
    return predict(distances((X - X.mean(axis=0)) / (X.std(axis=0) + (X.std(axis=0) == 0)), q), y, k, n_classes)


@kata.misconception(title="weights the votes by distance",
                    convention='scikit-learn\'s KNeighborsClassifier with weights="distance"')
def weights_the_votes(X, y, q, k, n_classes):
    """In your code the vote of a nearer neighbour has a larger weight. Here all k votes have the same weight."""
    distance = distances(X, q)
    nearest = np.argsort(distance, kind="stable")[:k]
    return int(np.bincount(y[nearest], weights=1 / (distance[nearest] + 1e-12)).argmax())


kata.inherit(vote, lambda wrong: lambda X, y, q, k, n_classes: wrong(
    y[np.argsort(distances(X, q), kind="stable")[:k]], n_classes), without=["returns_the_first_vote"])

"""The vote of the nearest neighbours against scikit-learn and against exact squares of distances."""

from fractions import Fraction
from statistics import multimode

from hypothesis import given, settings
from sklearn.neighbors import KNeighborsClassifier

from tests.references.answers import every_answer
from tests.references.drawing import seeds


def arguments(generator):
    n, d, n_classes = (int(size) for size in generator.integers(1, 12, 3))
    X, q = generator.normal(size=(n, d)), generator.normal(size=d)
    return X, generator.integers(0, n_classes, n), q, int(generator.integers(1, n + 1)), n_classes


@every_answer("classic/knn_predict")
@settings(max_examples=30)
@given(generator=seeds())
def test_the_class_is_that_of_scikit_learn(answer, generator):
    X, y, q, k, n_classes = arguments(generator)
    assert (
        answer(X, y, q, k, n_classes)
        == KNeighborsClassifier(k, algorithm="brute").fit(X, y).predict(q[None])[0]
    )


@every_answer("classic/knn_predict")
@settings(max_examples=30)
@given(generator=seeds())
def test_the_class_agrees_with_exact_distances(answer, generator):
    X, y, q, k, n_classes = arguments(generator)
    squares = [
        sum((Fraction(a) - Fraction(b)) ** 2 for a, b in zip(row, q.tolist(), strict=True))
        for row in X.tolist()
    ]
    nearest = sorted(range(len(X)), key=squares.__getitem__)[:k]
    assert answer(X, y, q, k, n_classes) == min(multimode(y[nearest].tolist()))

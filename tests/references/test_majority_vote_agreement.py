"""The majority vote against SciPy and against counting by definition."""

from statistics import multimode

from hypothesis import given, settings
from scipy.stats import mode

from tests.references.answers import every_answer
from tests.references.drawing import seeds


def arguments(generator):
    k, n_classes = (int(size) for size in generator.integers(1, 12, 2))
    return generator.integers(0, n_classes, k), n_classes


@every_answer("classic/majority_vote")
@settings(max_examples=30)
@given(generator=seeds())
def test_the_winner_is_the_mode_of_scipy(answer, generator):
    labels, n_classes = arguments(generator)
    assert answer(labels, n_classes) == mode(labels).mode


@every_answer("classic/majority_vote")
@settings(max_examples=30)
@given(generator=seeds())
def test_the_winner_is_the_smallest_mode_of_the_standard_library(answer, generator):
    labels, n_classes = arguments(generator)
    assert answer(labels, n_classes) == min(multimode(labels.tolist()))

"""Properties of every right mean and median, and the usual mistakes."""

import numpy as np

from gradkata import Kata, arg, same, st

kata = Kata("mean_median(y: (n)) -> (), ()", n=st.integers(2, 6))
kata.domain(n=arg.size(1, 2000), y=arg.real(-1000, 1000))
kata.hints(
    "Five people earn 1, 2, 2, 3 and 1000. Which number is typical of them, the mean or the one in the middle?",
    "Does your median change if the numbers are given in another order?",
    "Sort a copy. At which index is the middle of 5 numbers? At which two is it for 6?",
)

kata.contract(points=1)
kata.agreement(points=9)
kata.edge("One number is its own mean and median.", points=0, n=1)
kata.edge("Of two numbers, both are the midpoint.", points=0, n=2)
kata.edge("Of an odd number of values, the median is one of them.", points=0, n=st.sampled_from([3, 5]))
kata.edge(
    "Equal numbers count as often as they occur.",
    points=0,
    y=st.arrays(arg("n"), elements=st.sampled_from([1.0, 2.0, 8.0])),
)
kata.example(
    "Of fourteen repair times, the mean is 97.2143 and the median 96.5.",
    expected=(1361 / 14, 96.5),
    y=np.array([23.0, 29, 49, 64, 74, 87, 96, 97, 109, 119, 149, 145, 154, 166]),
)
kata.example(
    "Of a hundred numbers, sixty of which are 1, the median is 1.",
    expected=(2.6, 1.0),
    y=np.tile([1.0, 8.0, 1.0, 2.0, 1.0], 20),
)


@kata.property(points=0)
def moves_with_the_numbers(mean_median, y):
    """If every number grows by 5, so do both."""
    mean, median = mean_median(y)
    same(mean_median(y + 5), (mean + 5, median + 5))


@kata.property(points=0)
def changes_sign_with_the_numbers(mean_median, y):
    """If every number changes its sign, so do both."""
    mean, median = mean_median(y)
    same(mean_median(-y), (-mean, -median))


@kata.property(points=0)
def does_not_depend_on_the_order(mean_median, y):
    """The order of the numbers does not matter."""
    same(mean_median(y[::-1]), mean_median(y))


@kata.property(points=0, n=st.integers(3, 6))
def one_huge_number_moves_the_mean_alone(mean_median, y):
    """If the largest of at least three numbers grows by 100, the mean changes, and the median does not."""
    mean, median = mean_median(y)
    same(mean_median(y + 100 * (np.arange(len(y)) == np.argmax(y))), (mean + 100 / len(y), median))


def median_at(y, *indices):
    """The mean, and the mean of the sorted values at these indices: ``(n)->(),()``."""
    return np.mean(y), np.mean(np.sort(y)[list(indices)])


@kata.misconception
def does_not_sort(y):
    """Your median is the middle of the unsorted numbers. They have to be sorted first."""
    return np.mean(y), (y[(len(y) - 1) // 2] + y[len(y) // 2]) / 2


@kata.misconception(title="takes the upper of the two middle numbers")
def takes_the_upper_middle(y):
    """For an even number of values, your median is the upper of the two in the middle. Half of the values have to lie
    on each side."""
    return median_at(y, len(y) // 2)


@kata.misconception(convention="PyTorch's median", title="takes the lower of the two middle numbers")
def takes_the_lower_middle(y):
    """For an even number of values, your median is the lower of the two in the middle. Half of the values have to lie
    on each side."""
    return median_at(y, (len(y) - 1) // 2)


@kata.misconception(title="averages two numbers where one is in the middle")
def averages_two_always(y):
    """For an odd number of values you average two of them. One is then exactly in the middle."""
    return median_at(y, max(len(y) // 2 - 1, 0), len(y) // 2)


@kata.misconception
def uses_integer_division(y):
    """You use integer division for the mean, so that its fractional part is lost."""
    return np.sum(y) // len(y), np.median(y)


@kata.misconception
def returns_the_midrange(y):
    """Your median is halfway between the smallest and the largest value, so that one huge value moves it."""
    return np.mean(y), (np.min(y) + np.max(y)) / 2


@kata.misconception
def sorts_by_absolute_value(y):
    """You sort by absolute value. A negative number comes before a positive one, however large it is."""
    ordered = y[np.argsort(np.abs(y), kind="stable")]
    return np.mean(y), (ordered[(len(y) - 1) // 2] + ordered[len(y) // 2]) / 2


@kata.misconception
def returns_the_index_of_the_median(y):
    """Your second result is an index of the sorted numbers. The median is the value at that index."""
    return np.mean(y), (len(y) - 1) / 2


@kata.misconception(title="returns the most frequent value")
def returns_the_mode(y):
    """Your second result is the most frequent value, the mode."""
    values, counts = np.unique(y, return_counts=True)
    return np.mean(y), values[np.argmax(counts)]

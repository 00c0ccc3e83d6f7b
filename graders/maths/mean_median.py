"""Properties of every right mean and median, and the usual mistakes."""

import numpy as np

from gradkata import Kata, arg, same, st

kata = Kata("mean_median(y: (n)) -> (), ()", n=st.integers(2, 6))
kata.domain(n=arg.size(1, 2000), y=arg.real(-1000, 1000))
kata.hints(
    "Five people earn 1, 2, 2, 3 and 1000. Which number is typical of them, the mean or the one in the middle?",
    "Does your median change when the numbers come in another order?",
    "Put a copy in order. At which index is the middle of 5 numbers? At which two is it for 6?",
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


@kata.property(points=0)
def moves_with_the_numbers(mean_median, y):
    """If every number grows by 5, so do both."""
    mean, median = mean_median(y)
    same(mean_median(y + 5), (mean + 5, median + 5))


@kata.property(points=0)
def turns_over_with_the_signs(mean_median, y):
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


def at(y, *places):
    """The mean, and the mean of the values at these places in order: ``(n)->(),()``."""
    return np.mean(y), np.mean(np.sort(y)[list(places)])


@kata.misconception
def takes_the_middle_without_order(y):
    """Your median is the middle of the numbers as they come. They have to be in order first."""
    return np.mean(y), (y[(len(y) - 1) // 2] + y[len(y) // 2]) / 2


@kata.misconception(title="takes the upper of the two middle numbers")
def takes_the_upper_middle(y):
    """For an even number of values, your median is the upper of the two in the middle. Half of the values have to lie
    on each side."""
    return at(y, len(y) // 2)


@kata.misconception(convention="PyTorch's median", title="takes the lower of the two middle numbers")
def takes_the_lower_middle(y):
    """For an even number of values, your median is the lower of the two in the middle. Half of the values have to lie
    on each side."""
    return at(y, (len(y) - 1) // 2)


@kata.misconception(title="averages two numbers where one is in the middle")
def averages_two_always(y):
    """For an odd number of values you average two of them. One is then exactly in the middle."""
    return at(y, max(len(y) // 2 - 1, 0), len(y) // 2)


@kata.misconception(title="divides the sum without a remainder")
def divides_whole_numbers(y):
    """You use an integer division for the mean, so that its fraction is lost."""
    return np.sum(y) // len(y), np.median(y)


@kata.misconception(title="takes the middle between smallest and largest")
def takes_the_middle_of_the_range(y):
    """Your median is the middle between the smallest and the largest value. The values between them count as well."""
    return np.mean(y), (np.min(y) + np.max(y)) / 2


@kata.misconception(title="returns the mean twice")
def returns_the_mean_twice(y):
    """Both of your results are the mean."""
    return np.mean(y), np.mean(y)


@kata.misconception(title="sorts by absolute value")
def sorts_by_size_without_sign(y):
    """You sort by absolute value. A negative number comes before a positive one, however large it is."""
    ordered = y[np.argsort(np.abs(y), kind="stable")]
    return np.mean(y), (ordered[(len(y) - 1) // 2] + ordered[len(y) // 2]) / 2


@kata.misconception(title="returns the index of the median")
def returns_the_place_of_the_median(y):
    """Your second result is a place in the order. The median is the value there."""
    return np.mean(y), (len(y) - 1) / 2


@kata.misconception(title="returns the most frequent value")
def returns_the_mode(y):
    """Your second result is the most frequent value, the mode."""
    values, counts = np.unique(y, return_counts=True)
    return np.mean(y), values[np.argmax(counts)]

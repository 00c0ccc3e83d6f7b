"""Properties of every right max pooling, and the usual mistakes."""

import numpy as np

from gradkata import Kata, arg, same, st
from ._slide import at_least

kata = Kata("max_pool2d(x: (h,w), f: i8, s: i8) -> ((h-f)//s+1,(w-f)//s+1)", f=st.integers(1, 3),
            s=st.integers(1, 3), h=at_least(arg("f")), w=at_least(arg("f")))
kata.domain(h=arg.size(1, 100), w=arg.size(1, 100), x=arg.real(-1e6, 1e6), f=arg.whole(1, "min(h,w)"),
            s=arg.whole(1, 20))
kata.hints(
    "A row has 5 numbers, the window 2 and the stride 2. Where do the windows begin, and which number is left over?",
    "Where does the window of the result (i, j) begin, and where does it end?",
    "For each result take the slice of `x` that begins at row i·s and column j·s, and take its maximum.",
)

kata.contract(points=1)
kata.agreement(points=9)
kata.edge("A window of negative numbers has a negative maximum.", points=0,
          hint="With which number does your search for the largest begin?",
          x=st.arrays((arg("h"), arg("w")), elements=st.integers(-6, -1).map(float)))
kata.edge("A window of one number with a stride of 1 changes nothing.", points=0, f=1, s=1)
kata.edge("A window as large as the map gives one number.", points=0, h=arg("f"), w=arg("f"))
kata.edge("Windows may overlap.", points=0, f=st.integers(2, 3), s=1)
kata.edge("With a stride longer than the window some numbers are in no window.", points=0, f=1, s=st.integers(2, 3),
          h=st.integers(2, 5), w=st.integers(2, 5))
kata.example("A map of 4 by 4 has four windows of side 2.",
             x=np.array([[1.0, 4, 6, 3], [1, 8, 9, 7], [2, 9, 1, 2], [3, 4, 4, 3]]), f=2, s=2,
             expected=np.array([[8.0, 9], [9, 4]]))
RISING = np.arange(41.0 * 42).reshape(41, 42)
kata.example("If the numbers rise to the right and downwards, a window of 40 by 40 has its maximum at the lower right.",
             x=RISING, f=40, s=1, expected=RISING[39:, 39:].copy())
kata.equivalent("max_pool2d_numpy: zeros -> ones in np.zeros(((h - f) // s + 1, (w - f) // s + 1))",
                reason="every entry is assigned")


@kata.property(points=0)
def rises_with_the_map(max_pool2d, x, f, s):
    """If every number grows by 5, so does every maximum."""
    same(max_pool2d(x + 5, f, s), max_pool2d(x, f, s) + 5)


@kata.property(points=0)
def commutes_with_a_relu(max_pool2d, x, f, s):
    """A ReLU before the pooling gives the same as a ReLU after it."""
    same(max_pool2d(np.maximum(x, 0), f, s), np.maximum(max_pool2d(x, f, s), 0))


@kata.property(points=0)
def keeps_every_result_of_a_smaller_stride(max_pool2d, x, f, s):
    """With the stride s, the result has every s-th entry of the result with the stride 1."""
    same(max_pool2d(x, f, s), max_pool2d(x, f, 1)[::s, ::s])


@kata.property(points=0, h=st.integers(3, 5), w=st.integers(3, 5))
def makes_a_window_of_3_of_two_windows_of_2(max_pool2d, x):
    """At a stride of 1, two poolings with windows of side 2 give what one with side 3 gives."""
    same(max_pool2d(max_pool2d(x, 2, 1), 2, 1), max_pool2d(x, 3, 1))


def pool(x, f, s, take=np.max):
    """The right pooling, or the one that takes something else of each window."""
    return take(np.lib.stride_tricks.sliding_window_view(x, (f, f))[::s, ::s], axis=(2, 3))


@kata.misconception(title="starts the maximum at 0")
def starts_the_maximum_at_0(x, f, s):
    """For a window of negative numbers your result is 0, which is none of them."""
    return np.maximum(pool(x, f, s), 0)


@kata.misconception
def ignores_the_stride(x, f, s):
    """You move the window by one entry at a time, whatever the stride is."""
    return pool(x, f, 1)


@kata.misconception(convention="PyTorch and Keras, where no stride is given")
def moves_by_the_side_of_the_window(x, f, s):
    """You move the window by its own side. Here it moves by `s`."""
    return pool(x, f, f)


@kata.misconception(title="uses the stride in one direction only")
def uses_the_stride_in_one_direction(x, f, s):
    """You move the window by the stride from column to column, but by 1 from row to row."""
    return np.lib.stride_tricks.sliding_window_view(x, (f, f))[:, ::s].max(axis=(2, 3))


@kata.misconception
def begins_windows_without_the_stride(x, f, s):
    """Your result has the right shape, but neighbouring windows begin one pixel apart."""
    return pool(x, f, 1)[: (x.shape[0] - f) // s + 1, : (x.shape[1] - f) // s + 1]


@kata.misconception(title="keeps every s-th number")
def keeps_every_sth_number(x, f, s):
    """You keep the first number of each window, not the largest."""
    return pool(x, 1, s)[: (x.shape[0] - f) // s + 1, : (x.shape[1] - f) // s + 1]


@kata.misconception(convention="average pooling")
def takes_the_mean(x, f, s):
    """You take the mean of each window, not the maximum."""
    return pool(x, f, s, np.mean)


@kata.misconception
def takes_the_minimum(x, f, s):
    """You take the smallest number of each window, not the largest."""
    return pool(x, f, s, np.min)


@kata.misconception
def takes_the_largest_absolute_value(x, f, s):
    """You compare absolute values. A large negative number is not the largest."""
    return pool(np.abs(x), f, s)


@kata.misconception(convention="PyTorch with ceil_mode=True")
def keeps_windows_that_leave_the_map(x, f, s):
    """You also use windows that lie only partly inside the map. Here rows and columns left over are not used."""
    more = [(0, -(n - f) % s) for n in x.shape]
    begin_inside = tuple(slice((n - 1) // s + 1) for n in x.shape)
    return pool(np.pad(x, more, constant_values=-np.inf), f, s)[begin_inside]

"""Properties of every right zero padding, and the usual mistakes."""

import numpy as np

from gradkata import Kata, arg, same, st

kata = Kata("zero_pad2d(x: (h,w), p: i8) -> (h+2*p,w+2*p)", h=st.integers(1, 3), w=st.integers(1, 4),
            p=st.integers(1, 3))
kata.domain(h=arg.size(0, 500), w=arg.size(0, 500), x=arg.real(-1000, 1000), p=arg.size(0, 100))
kata.hints(
    "How many rows does the result have? Which of them contain a row of the image?",
    "In which row and column of the result is `x[0, 0]`, and in which is `x[h-1, w-1]`?",
    "Start from `np.zeros` of the right shape, and assign the image to one slice of it.",
)

kata.contract(points=1)
kata.agreement(points=7)
kata.edge("A frame of width 0 changes nothing.", points=1, p=0,
          hint="What is `a[p:-p]` where p is 0? Name the end of the slice in another way.")
kata.edge("An image without rows gives zeros only.", points=1, h=0,
          hint="Does your code look at `x[0]`? There may be no row.")
kata.edge("An image without columns gives zeros only.", points=0, w=0)
kata.example("An image of 6 by 6 becomes one of 8 by 8.", x=np.ones((6, 6)), p=1,
             expected=np.outer([0, 1, 1, 1, 1, 1, 1, 0], [0, 1, 1, 1, 1, 1, 1, 0]) * 1.0)


@kata.property(points=0)
def keeps_the_sum(zero_pad2d, x, p):
    """The frame adds nothing: the sum of all numbers stays the same."""
    same(zero_pad2d(x, p).sum(), x.sum())


@kata.property(points=0)
def contains_the_image(zero_pad2d, x, p):
    """The rows and columns inside the frame are the image."""
    same(zero_pad2d(x, p)[p : p + x.shape[0], p : p + x.shape[1]], x)


@kata.property(points=0, q=st.integers(0, 2))
def adds_up_two_frames(zero_pad2d, x, p, q):
    """A frame of p in a frame of q is a frame of p + q."""
    same(zero_pad2d(zero_pad2d(x, p), q), zero_pad2d(x, p + q))


@kata.misconception
def pads_one_side_only(x, p):
    """You add zeros on two sides only, at the top and on the left. The frame lies on all four sides."""
    return np.pad(x, ((p, 0), (p, 0)))


@kata.misconception
def leaves_the_image_in_the_corner(x, p):
    """Your result has the right shape, but the image begins at row 0 and column 0."""
    return np.pad(x, (0, 2 * p))


@kata.misconception
def pads_columns_only(x, p):
    """You add columns, but no rows."""
    return np.pad(x, ((0, 0), (p, p)))


@kata.misconception
def pads_rows_only(x, p):
    """You add rows, but no columns."""
    return np.pad(x, ((p, p), (0, 0)))


@kata.misconception
def repeats_the_border(x, p):
    """You fill the frame with copies of the border of the image. Here it holds zeros."""
    return np.pad(x, p, mode="edge" if x.size else "constant")


@kata.misconception
def fills_the_frame_with_ones(x, p):
    """You fill the frame with ones, which would add to every sum at the border."""
    return np.pad(x, p, constant_values=1.0)


@kata.misconception(title="ends a slice at -p")
def ends_a_slice_at_minus_p(x, p):
    """Your code fails if p is 0. A slice that ends at -p is then empty, because -0 is 0."""
    padded = np.zeros((x.shape[0] + 2 * p, x.shape[1] + 2 * p))
    padded[p:-p, p:-p] = x
    return padded


@kata.misconception(title="asks the first row for the width")
def asks_the_first_row_for_the_width(x, p):
    """Your code fails for an image without rows. It has no first row, but it has a width."""
    padded = np.zeros((len(x) + 2 * p, len(x[0]) + 2 * p))
    padded[p : p + len(x), p : p + len(x[0])] = x
    return padded

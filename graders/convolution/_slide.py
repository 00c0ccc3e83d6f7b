"""Images and kernels to test with, and a correct convolution with parts that wrong answers replace."""

import numpy as np

from gradkata import st

IMAGE = np.array(
    [
        [3.0, 0.0, 1.0, 2.0, 7.0, 4.0],
        [1.0, 5.0, 8.0, 9.0, 3.0, 1.0],
        [2.0, 7.0, 2.0, 5.0, 1.0, 3.0],
        [0.0, 1.0, 3.0, 1.0, 7.0, 8.0],
        [4.0, 2.0, 1.0, 6.0, 2.0, 8.0],
        [2.0, 4.0, 5.0, 2.0, 3.0, 9.0],
    ]
)
EDGES = np.array([[1.0, 0.0, -1.0]] * 3)
"""A kernel that finds vertical edges."""


@st.composite
def at_least(draw, side, more=3):
    """A side that is as long as another one, or longer."""
    return side + draw(st.integers(0, more))


def fits(x, k):
    """Whether the kernel is neither higher nor wider than the image."""
    return k.shape[0] <= x.shape[0] and k.shape[1] <= x.shape[1]


def slide(x, k, rows=1, columns=1):
    """The right convolution, with a stride for each axis: ``(h,w),(f,g) -> (m,n)``."""
    patches = np.lib.stride_tricks.sliding_window_view(x, k.shape)[::rows, ::columns]
    return np.einsum("ijab,ab->ij", patches, k)

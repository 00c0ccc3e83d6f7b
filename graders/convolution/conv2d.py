"""Properties of every right convolution with padding and stride, and the usual mistakes."""

import numpy as np

from gradkata import Kata, Tolerance, arg, same, st
from . import conv2d_valid as without_padding
from . import zero_pad2d as padding
from ._slide import EDGES, IMAGE, at_least, slide


def fits(x, k, p, s):
    """Whether the kernel is neither higher nor wider than the padded image."""
    return k.shape[0] <= x.shape[0] + 2 * p and k.shape[1] <= x.shape[1] + 2 * p


# Terms of up to a million may cancel, and each right answer (by a Fourier transform, too) rounds in its own way.
kata = Kata("conv2d(x: (h,w), k: (f,g), p: i8, s: i8) -> ((h+2*p-f)//s+1,(w+2*p-g)//s+1)",
            tolerance=Tolerance(rtol=1e-9, atol=1e-6),
            f=st.integers(1, 3), g=st.integers(1, 3), h=at_least(arg("f")), w=at_least(arg("g")),
            p=st.integers(0, 2), s=st.integers(1, 3))
kata.domain(h=arg.size(1, 100), w=arg.size(1, 100), f=arg.size(1, 20), g=arg.size(1, 20), x=arg.real(-1000, 1000),
            k=arg.real(-1000, 1000), p=arg.whole(0, 20), s=arg.whole(1, 20), where=fits)
kata.hints(
    "Which comes first: the padding, or the products of kernel and image?",
    "With a stride of 2, in which columns of the padded image does the kernel begin? Which is the last?",
    "Pad the image. For result (i, j) take the patch that begins at row i·s and column j·s of the padded image.",
)

kata.contract(points=1)
kata.agreement(points=8)
kata.edge("Without padding and with a stride of 1 it is the plain convolution.", points=0, p=0, s=1)
kata.edge("A stride longer than the padded image leaves one number.", points=0, p=1, s=st.integers(8, 12))
kata.edge("A kernel larger than the image fits if the padding makes room for it.", points=1, h=st.integers(1, 2), w=1,
          f=st.integers(3, 4), g=3, p=st.integers(1, 2).map(lambda p: p + 1),
          hint="Does your code compare the kernel with the image, or with the padded image?")
kata.edge("With a padding at least as wide as the kernel the outermost sums are 0.", points=0, f=st.integers(1, 2),
          g=st.integers(1, 2), p=2, s=1)
kata.example("On an image of 6 by 6, a stride of 3 leaves the four corners.", x=IMAGE, k=EDGES, p=0, s=3,
             expected=np.array([[-5.0, 8], [-3, -16]]))
kata.example("With a padding of 1, the cross on an image of 5 by 5 gives 25 numbers.",
             x=np.array([[1.0, 1, 1, 0, 0], [0, 1, 1, 1, 0], [0, 0, 1, 1, 1], [0, 0, 1, 1, 0], [0, 1, 1, 0, 0]]),
             k=np.array([[1.0, 0, 1], [0, 1, 0], [1, 0, 1]]), p=1, s=1,
             expected=np.array([[2.0, 2, 3, 1, 1], [1, 4, 3, 4, 1], [1, 2, 4, 3, 3], [1, 2, 3, 4, 1], [0, 2, 2, 1, 1]]))
kata.example("One more 1 under the cross raises its sum in the middle to 5.",
             x=np.array([[1.0, 1, 1, 0, 0], [0, 1, 1, 1, 0], [0, 0, 1, 1, 1], [0, 1, 1, 1, 0], [0, 1, 1, 0, 0]]),
             k=np.array([[1.0, 0, 1], [0, 1, 0], [1, 0, 1]]), p=1, s=1,
             expected=np.array([[2.0, 2, 3, 1, 1], [1, 4, 3, 4, 1], [2, 2, 5, 3, 3], [1, 3, 3, 4, 1], [1, 2, 3, 1, 1]]))
FAR_APART = np.zeros((20, 20))
FAR_APART[[0, 19], [0, 18]] = [1.0, 2.0]
RISING = np.arange(23.0 * 22).reshape(23, 22)
kata.example("A kernel of 20 by 20 with two weights adds two pixels, each times its weight.", x=RISING, k=FAR_APART,
             p=0, s=2, expected=RISING[:4:2, :3:2] + 2 * RISING[19::2, 18:21:2])
kata.equivalent("conv2d_numpy: zeros -> ones in np.zeros((rows, columns))", reason="every entry is assigned")


@kata.property(points=0)
def keeps_every_result_of_a_smaller_stride(conv2d, x, k, p, s):
    """With the stride s, the result has every s-th entry of the result with the stride 1."""
    same(conv2d(x, k, p, s), conv2d(x, k, p, 1)[::s, ::s])


@kata.property(points=0)
def takes_an_image_that_is_padded_already(conv2d, x, k, p, s):
    """An image in a frame of zeros gives without padding what the image gives with padding."""
    same(conv2d(np.pad(x, p), k, 0, s), conv2d(x, k, p, s))


@kata.property(points=0)
def scales_with_the_image(conv2d, x, k, p, s):
    """An image that is three times as bright gives a map that is three times as large."""
    same(conv2d(3 * x, k, p, s), 3 * conv2d(x, k, p, s))


@kata.misconception
def ignores_the_padding(x, k, p, s):
    """You leave out the padding. The zeros make the map larger."""
    return slide(x, k, s, s)


@kata.misconception
def ignores_the_stride(x, k, p, s):
    """You move the kernel by one pixel at a time, whatever the stride is."""
    return slide(np.pad(x, p), k)


@kata.misconception
def uses_the_stride_for_columns_only(x, k, p, s):
    """You move the kernel by the stride from column to column, but by 1 from row to row."""
    return slide(np.pad(x, p), k, 1, s)


@kata.misconception
def uses_the_stride_for_rows_only(x, k, p, s):
    """You move the kernel by the stride from row to row, but by 1 from column to column."""
    return slide(np.pad(x, p), k, s, 1)


@kata.misconception
def begins_patches_without_the_stride(x, k, p, s):
    """Your result has the right shape, but neighbouring patches begin one pixel apart."""
    every = slide(np.pad(x, p), k)
    return every[: (every.shape[0] - 1) // s + 1, : (every.shape[1] - 1) // s + 1]


@kata.misconception
def pads_after_convolving(x, k, p, s):
    """You add the zeros to the result. They surround the image before the kernel slides over it."""
    return np.pad(slide(x, k, s, s), p)


@kata.misconception
def leaves_out_pixels_of_the_image(x, k, p, s):
    """You keep every s-th pixel of the image and then let the kernel slide. A stride leaves out positions, not
    pixels."""
    few = np.pad(x, p)[::s, ::s]
    rows, columns = (n - f + 1 for n, f in zip(few.shape, k.shape, strict=True))
    return slide(few, k) if rows > 0 and columns > 0 else np.zeros((rows, columns))


@kata.misconception
def uses_positions_that_leave_the_image(x, k, p, s):
    """You round the number of positions up, so that the last position lies only partly inside the padded image."""
    padded = np.pad(x, p)
    more = [(0, -(n - f) % s) for n, f in zip(padded.shape, k.shape, strict=True)]
    return slide(np.pad(padded, more), k, s, s)


@kata.misconception
def refuses_kernels_larger_than_the_image(x, k, p, s):
    """You raise an error if the kernel is larger than the image without its padding. It may be as large as the padded
    image."""
    if not fits(x, k, 0, s):
        raise ValueError("the kernel is larger than the image")
    return slide(np.pad(x, p), k, s, s)


@kata.misconception(convention="Conv2D of Keras, with padding=\"same\"")
def pads_to_keep_the_size(x, k, p, s):
    """You choose the padding so that the map is as large as the image. Here it is `p`."""
    frame = [((f - 1) // 2, f // 2) for f in k.shape]
    return slide(np.pad(x, frame), k, s, s)


kata.inherit(without_padding.kata, lambda wrong: lambda x, k, p, s: wrong(np.pad(x, p), k)[::s, ::s])
kata.inherit(padding.kata, lambda wrong: lambda x, k, p, s: slide(wrong(x, p), k, s, s),
             without=["asks_the_first_row_for_the_width"])

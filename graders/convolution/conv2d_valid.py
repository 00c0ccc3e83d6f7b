"""Properties of every right convolution of one channel, and the usual mistakes."""

import numpy as np

from gradkata import Kata, Tolerance, arg, same, st
from ._slide import EDGES, IMAGE, at_least, fits, slide

# Terms of up to a million may cancel, and each right answer (by a Fourier transform, too) rounds in its own way.
kata = Kata("conv2d_valid(x: (h,w), k: (f,g)) -> (h-f+1,w-g+1)", tolerance=Tolerance(rtol=1e-9, atol=1e-6),
            f=st.integers(1, 3), g=st.integers(1, 3), h=at_least(arg("f")), w=at_least(arg("g")))
kata.domain(h=arg.size(1, 150), w=arg.size(1, 150), f=arg.size(1, 20), g=arg.size(1, 20), x=arg.real(-1000, 1000),
            k=arg.real(-1000, 1000), where=fits)
kata.hints(
    "An image has 5 rows and a kernel has 3. In which rows can the upper edge of the kernel lie?",
    "Which slice of `x` lies under the kernel when its upper left corner is in row i and column j?",
    "For each position: take the slice, multiply it by `k` entry by entry, and add up all products.",
)

kata.contract(points=1)
kata.agreement(points=9)
kata.edge("A kernel as large as the image gives one number.", points=0, h=arg("f"), w=arg("g"))
kata.edge("A kernel of one weight scales the image.", points=0, f=1, g=1, h=st.integers(1, 3), w=st.integers(1, 3))
kata.example("On an image of 6 by 6 the kernel of vertical edges gives 16 numbers.", x=IMAGE, k=EDGES,
             expected=np.array([[-5.0, -4, 0, 8], [-10, -2, 2, 3], [0, -2, -4, -7], [-3, -2, -3, -16]]))
kata.example("A kernel in the form of a cross counts the ones on its arms.",
             x=np.array([[1.0, 1, 1, 0, 0], [0, 1, 1, 1, 0], [0, 0, 1, 1, 1], [0, 0, 1, 1, 0], [0, 1, 1, 0, 0]]),
             k=np.array([[1.0, 0, 1], [0, 1, 0], [1, 0, 1]]),
             expected=np.array([[4.0, 3, 4], [2, 4, 3], [2, 3, 4]]))
CURVE = np.zeros((7, 7))
CURVE[[0, 1, 2, 3, 4, 5], [5, 4, 3, 3, 3, 3]] = 30.0
kata.example("A curve of six pixels of 30, with itself as the kernel, gives 6 times 900.", x=CURVE, k=CURVE,
             expected=np.array([[5400.0]]))
kata.example("The same curve as the kernel gives 4 times 900 for its mirror image.", x=CURVE[:, ::-1].copy(), k=CURVE,
             expected=np.array([[3600.0]]))
FAR_APART = np.zeros((20, 20))
FAR_APART[[0, 19], [0, 18]] = [1.0, 2.0]
RISING = np.arange(23.0 * 22).reshape(23, 22)
kata.example("A kernel of 20 by 20 with two weights adds two pixels, each times its weight.", x=RISING, k=FAR_APART,
             expected=RISING[:4, :3] + 2 * RISING[19:, 18:21])
kata.equivalent("conv2d_valid_numpy: zeros -> ones in np.zeros((h - f + 1, w - g + 1))",
                reason="every entry is assigned")


@kata.property(points=0)
def is_linear_in_the_kernel(conv2d_valid, x, k):
    """The results of two kernels add up to the result of their sum."""
    other = np.arange(k.size).reshape(k.shape) / 2
    same(conv2d_valid(x, k) + conv2d_valid(x, other), conv2d_valid(x, k + other))


@kata.property(points=0)
def moves_with_the_image(conv2d_valid, x, k):
    """If a row of pixels is added above the image, the other sums stay the same."""
    lower = np.vstack([np.ones((1, x.shape[1])), x])
    same(conv2d_valid(lower, k)[1:], conv2d_valid(x, k))


@kata.property(points=0)
def flips_with_both(conv2d_valid, x, k):
    """If the image and the kernel are flipped along both axes, so is the result."""
    same(conv2d_valid(x[::-1, ::-1].copy(), k[::-1, ::-1].copy()), conv2d_valid(x, k)[::-1, ::-1])


@kata.misconception(convention="mathematics, and scipy.signal.convolve2d")
def flips_the_kernel(x, k):
    """You flip the kernel along both axes. Here it is used as it is."""
    return slide(x, k[::-1, ::-1])


@kata.misconception
def mirrors_the_kernel_left_to_right(x, k):
    """You reverse the columns of the kernel."""
    return slide(x, k[:, ::-1])


@kata.misconception
def exchanges_the_axes_of_the_kernel(x, k):
    """You exchange the rows and columns of the kernel, which changes its shape if it is not square."""
    return slide(x, k.T)


@kata.misconception
def ends_one_row_and_column_early(x, k):
    """You leave out the last row and the last column of positions. There the kernel ends with the image."""
    return slide(x, k)[:-1, :-1]


@kata.misconception
def ends_one_position_early_with_zeros(x, k):
    """The last row and the last column of your result are 0. The kernel has positions there, too."""
    result = slide(x, k)
    result[-1], result[:, -1] = 0, 0
    return result


@kata.misconception
def keeps_the_size_of_the_image(x, k):
    """Your result has the size of the image, as with a padding of zeros. Here there is no padding."""
    f, g = k.shape
    return slide(np.pad(x, (((f - 1) // 2, f // 2), ((g - 1) // 2, g // 2))), k)


@kata.misconception
def adds_up_the_pixels(x, k):
    """You add up the pixels under the kernel without their weights."""
    return slide(x, np.ones_like(k))


@kata.misconception
def multiplies_without_adding_up(x, k):
    """You use only one product for each position. All products under the kernel are added up."""
    return x[: x.shape[0] - k.shape[0] + 1, : x.shape[1] - k.shape[1] + 1] * k[0, 0]


@kata.misconception
def takes_the_mean_of_the_products(x, k):
    """You divide each sum by the number of weights. The result is the sum itself."""
    return slide(x, k) / k.size


@kata.misconception
def moves_by_the_length_of_the_kernel(x, k):
    """You move the kernel by its own length, so that patches do not overlap. It moves by one pixel."""
    return slide(x, k, *k.shape)

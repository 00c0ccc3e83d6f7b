"""The output length of a convolution or a pooling.

Source: Dumoulin & Visin, "A guide to convolution arithmetic for deep learning" (2016), relationship 6
in section 2.4, extended by 0 for filters that do not fit.
"""

import math


def conv_output_size(n: int, f: int, p: int, s: int) -> int:
    """How many positions a filter of length f has on a length n, padded by p at both ends, with stride s.

    Shapes: ``i8(),i8(),i8(),i8()->i8()``. 0 if f > n + 2p: floor division of a negative number
    gives -1 or less.
    """
    return max((n + 2 * p - f) // s + 1, 0)


def conv_output_size_numpy(n: int, f: int, p: int, s: int) -> int:
    """Handle a filter that does not fit first: the formula could give a negative size."""
    room = n + 2 * p - f
    if room < 0:
        return 0
    return room // s + 1


def conv_output_size_range(n: int, f: int, p: int, s: int) -> int:
    """The same as the number of left ends: 0, s, 2s, ... up to n + 2p - f."""
    return len(range(-p, n + p - f + 1, s))


def conv_output_size_ceil(n: int, f: int, p: int, s: int) -> int:
    """The same as the number of left ends at stride 1, divided by the stride and rounded up."""
    return -(-max(n + p + p - f + 1, 0) // s)


def conv_output_size_float(n: int, f: int, p: int, s: int) -> int:
    """The same as the last index of a left end, in floats: exact, because all numbers are below 2^53."""
    last = math.floor((n + 2.0 * p - f) / s)
    return 1 + last if last >= 0 else 0

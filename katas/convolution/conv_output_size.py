r"""
# Output size of a convolution

A filter slides over a padded input and leaves one number at each place where it stops. How many places are there?
To stack layers, you have to know this before you compute anything:

$$\Bigl\lfloor \frac{n + 2p - f}{s} \Bigr\rfloor + 1.$$

## Conventions

* Input: `n`, `f` and `s` are from 1 to 2147483647; `p` is from 0 to 2147483647.
* There is one axis: the input has the side `n`, the filter the side `f`. The padding `p` is added at both ends, so
  that the padded side is $n + 2p$. Each step is `s` long (the stride).
* The whole filter lies inside the padded input. Entries left over at the end, because the next step would leave
  the input, are not used: the quotient is rounded down.
* If the filter does not fit even with the padding, because $f > n + 2p$, there is no place: the result is 0.
* All four are integers. `p` may be as large as `f` or larger, and `s` larger than `n`. The padded side may exceed
  $2^{31}$: that is too many steps to count one by one.
* There is no dilation. Pooling follows the same rule.
* The result is an integer, Python's or NumPy's, compared exactly. 4.0 has the right value, but it is not an integer.

## Example

A side of 6 and a filter of 3, without padding and with a padding of 1; then steps of 3:

    >>> conv_output_size(6, 3, 0, 1)
    4
    >>> conv_output_size(6, 3, 1, 1)
    6
    >>> conv_output_size(6, 3, 0, 3)
    2

## Source

V. Dumoulin and F. Visin, "A guide to convolution arithmetic for deep learning", arXiv:1603.07285 (2016),
relationship 6 in section 2.4.
"""


def conv_output_size(n, f, p, s):
    """Count the places of a filter of side `f` on a side `n` with padding `p` and stride `s`."""
    raise NotImplementedError

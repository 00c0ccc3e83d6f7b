r"""
# Output size of a convolution

A filter slides over a padded input and leaves one number at each position where it stops. You need to know how many
there are to stack layers and to size the first dense layer:

$$\mathrm{size} = \Bigl\lfloor \frac{n + 2p - f}{s} \Bigr\rfloor + 1 \quad \text{if } f \le n + 2p,
\qquad \text{else } 0.$$

## Conventions

* Input: `n`, `f` and `s` are from 1 to 2147483647; `p` is from 0 to 2147483647.
* There is one axis: `n` is the length of the input, `f` that of the filter. The padding `p` is added at both ends, so
  the padded input has the length n + 2p. The filter moves by the stride `s`.
* The whole filter lies inside the padded input. Entries left over at the end are not used: round down.
* If the filter is longer than the padded input, return 0. (PyTorch raises an error.)
* The padded length may exceed $2^{31}$: use the formula, not a loop.
* There is no dilation. Pooling follows the same rule.
* Return an integer, Python's or NumPy's. 4.0 has the right value, but it is not an integer.

## Example

An input of 6 and a filter of 3, first without padding, then with a padding of 1, then with a stride of 3:

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
    """Count the positions of a filter of length `f` on an input of length `n`, with padding `p` and stride `s`."""
    raise NotImplementedError

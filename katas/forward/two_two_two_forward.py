r"""
# Forward through a 2-2-2 network

Builds on `sigmoid` and `weighted_sum`.

A network is computed layer by layer: each unit takes a weighted sum of the values before it, adds a bias and applies
the sigmoid. This network is small enough to be computed by hand: two inputs, two hidden units, two outputs, and the
error that training reduces.

```
i1 --w1--> h1 --w5--> o1
   \ w3 /    \ w7 /
    \  /      \  /
     \/        \/
     /\        /\
    /  \      /  \
   / w2 \    / w6 \
i2 --w4--> h2 --w8--> o2
```

$$h_1 = \sigma(w_1 i_1 + w_2 i_2 + b_1), \qquad h_2 = \sigma(w_3 i_1 + w_4 i_2 + b_1),$$

$$o_1 = \sigma(w_5 h_1 + w_6 h_2 + b_2), \qquad o_2 = \sigma(w_7 h_1 + w_8 h_2 + b_2),$$

$$E = \tfrac12 (t_1 - o_1)^2 + \tfrac12 (t_2 - o_2)^2, \qquad \sigma(z) = 1 / (1 + e^{-z}).$$

## Conventions

* `i` is a float array (float64) of shape `(2,)`: the inputs $i_1$ and $i_2$.
* `w` is a float array (float64) of shape `(8,)`: `w[0]` is $w_1$, ..., `w[7]` is $w_8$.
* `b` is a float array (float64) of shape `(2,)`: `b[0]` is $b_1$, the bias of both hidden units, and `b[1]` is $b_2$,
  the bias of both outputs.
* `t` is a float array (float64) of shape `(2,)`: the targets of the outputs.
* Input: `i` and `b` hold numbers from -1000 to 1000; `w` holds numbers from -2 to 2; `t` holds numbers from -1 to 2.
* The result is a float array (float64) of shape `(5,)`: h1, h2, o1, o2, E. The error is the sum over the outputs.
* Sums may be so far from 0 that an exponential overflows. The result must not be NaN, and warnings do not matter.
* The arguments are not changed.

## Example

With these numbers the sums that reach the hidden units are 0.3775 and 0.3925:

    >>> i, t, b = np.array([0.05, 0.1]), np.array([0.01, 0.99]), np.array([0.35, 0.6])
    >>> w = np.array([0.15, 0.2, 0.25, 0.3, 0.4, 0.45, 0.5, 0.55])
    >>> two_two_two_forward(i, w, b, t)
    array([0.59326999, 0.59688438, 0.75136507, 0.77292847, 0.29837111])

## Source

The numbers are those of M. Mazur, "A step by step backpropagation example" (2015); C. Bishop, "Pattern Recognition and
Machine Learning", Springer 2006, section 5.1.
"""

import numpy as np


def two_two_two_forward(i, w, b, t):
    """Return the values of both hidden units and both outputs, and the error."""
    raise NotImplementedError

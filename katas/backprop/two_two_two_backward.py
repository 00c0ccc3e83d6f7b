r"""
# Backpropagation through a 2-2-2 network

Builds on `two_two_two_forward`, `multi_path_chain`, `sigmoid_grad` and `mse_grad`.

The example to work through by hand once: two inputs, two hidden units and two outputs, and the derivative of the
error with respect to each weight. A hidden unit acts on both outputs, so its weights reach the error on two paths,
and the contributions add up.

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

With $\delta_1 = (o_1 - t_1)\,o_1\,(1 - o_1)$, and $\delta_2$ likewise for the second output,

$$\frac{\partial E}{\partial w_5} = \delta_1 h_1, \qquad
\frac{\partial E}{\partial w_1} = (\delta_1 w_5 + \delta_2 w_7)\,h_1 (1 - h_1)\,i_1.$$

The other six follow the same pattern.

## Conventions

* Input: `i` and `b` hold numbers from -1000 to 1000; `w` holds numbers from -2 to 2; `t` holds numbers from -1 to
  2.
* `w[0]` is w1, ..., `w[7]` is w8. `b[0]` is b1, the bias of both hidden units, and `b[1]` is b2, the bias of
  both outputs.
* E is the sum, not the mean, over the two outputs.
* Return dE/dw1 ... dE/dw8, all at the given weights: a float array of shape `(8,)`, or a list or tuple of eight
  numbers. Do not update anything.
* Each number must lie within 1e-12 + 1e-9·|v| of the exact value v. Finite differences are not accurate enough; a
  slope computed as o (1 - o) is.
* Your function must not raise an exception or return NaN where units saturate. Do not modify the arguments.

## Example

The numbers of Mazur's well-known example:

    >>> i, t, b = np.array([0.05, 0.1]), np.array([0.01, 0.99]), np.array([0.35, 0.6])
    >>> w = np.array([0.15, 0.2, 0.25, 0.3, 0.4, 0.45, 0.5, 0.55])
    >>> two_two_two_backward(i, w, b, t)
    array([ 0.00043857,  0.00087714,  0.00049771,  0.00099543,  0.08216704,
            0.08266763, -0.02260254, -0.02274024])

## Source

D. Rumelhart, G. Hinton and R. Williams, "Learning representations by back-propagating errors", Nature 323 (1986);
the numbers are those of M. Mazur, "A step by step backpropagation example" (2015).
"""

import numpy as np


def two_two_two_backward(i, w, b, t):
    """Return the derivatives of the error with respect to w1 ... w8, as an array of shape (8,)."""
    raise NotImplementedError

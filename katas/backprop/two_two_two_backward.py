r"""
# Backpropagation through a 2-2-2 network

Builds on `multi_path_chain` and `sigmoid_grad`.

The example that everybody works through by hand once: two inputs, two hidden units, two outputs, all of them
sigmoid units, and the derivative of the error with respect to each of the eight weights.

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

$$h_1 = \sigma(w_1 i_1 + w_2 i_2 + b_0), \qquad h_2 = \sigma(w_3 i_1 + w_4 i_2 + b_0),$$

$$o_1 = \sigma(w_5 h_1 + w_6 h_2 + b_1), \qquad o_2 = \sigma(w_7 h_1 + w_8 h_2 + b_1),$$

$$\sigma(z) = \frac{1}{1 + e^{-z}}, \qquad
E = \tfrac12 (t_1 - o_1)^2 + \tfrac12 (t_2 - o_2)^2.$$

The chain rule gives, with $\delta_o = (o - t_o)\,o\,(1 - o)$ for each of the two outputs,

$$\frac{\partial E}{\partial w_5} = \delta_{o_1} h_1, \qquad
\frac{\partial E}{\partial w_1} = \Bigl(\sum_{o} \delta_o\,w_{o,h_1}\Bigr)\,h_1 (1 - h_1)\,i_1,$$

where $w_{o,h_1}$ is the weight that leads from h1 to the output o. The other six have the same form.

## Conventions

* Input: `i` and `b` hold numbers from -1000 to 1000; `w` holds numbers from -2 to 2; `t` holds numbers from -1 to
  2.
* `i` and `t` are float arrays (float64) of shape `(2,)`, inputs and targets. `w` has shape `(8,)` and holds
  w1 ... w8 in this order, so that `w[0]` is w1.
* `b` has shape `(2,)`, one bias per layer: `b[0]` is $b_0$ and belongs to both hidden units, `b[1]` is $b_1$ and
  belongs to both outputs.
* In the picture w3 leads from i1 to h2 and w2 from i2 to h1, as in the formulas; w7 and w6 cross in the same way.
* E is the sum of both halves and not their mean. The factor ½ cancels the 2 of the square.
* All eight derivatives are taken at the given weights. Nothing is updated, and there is no learning rate.
* The result holds dE/dw1 ... dE/dw8 in this order: a float array of shape `(8,)`, or a list or tuple of eight
  numbers. Each number may be off by 1e-12 plus 1e-9 of its size, for which $o\,(1 - o)$ is good enough and finite
  differences are not. The derivatives with respect to the biases are not needed.
* Units may be fully on or off: the answer holds no NaN, and no exception is raised. A warning about
  overflow does not matter.
* The arguments are not changed.

## Example

A well-known worked example. (A result of 0.000969067 for w2 uses w5 where w7 belongs.)

    >>> i, t, b = np.array([0.05, 0.1]), np.array([0.01, 0.99]), np.array([0.35, 0.6])
    >>> w = np.array([0.15, 0.2, 0.25, 0.3, 0.4, 0.45, 0.5, 0.55])
    >>> two_two_two_backward(i, w, b, t)
    array([0.0004385677344743465, 0.000877135468948693, 0.0004977127352608599,
           0.0009954254705217198, 0.08216704056423077, 0.08266762784753325,
           -0.02260254047747507, -0.022740242215978222])

## Source

D. Rumelhart, G. Hinton and R. Williams, "Learning representations by back-propagating errors", Nature 323 (1986);
the numbers are those of M. Mazur, "A step by step backpropagation example" (2015).
"""

import numpy as np


def two_two_two_backward(i, w, b, t):
    """Return the derivatives of the error with respect to w1 ... w8, as an array of shape (8,)."""
    raise NotImplementedError

r"""
# Rectifier

The rectifier (ReLU, rectified linear unit) passes positive numbers on unchanged and replaces negative ones by 0. It is
cheap, and for positive inputs its slope is 1, so that gradients do not shrink there. Many networks therefore use it in
their hidden layers:

$$f(x) = \max(0, x)$$

## Conventions

* `x` is a float array (float64) of shape `(n,)`: the pre-activations of n units.
* Input: `n` is from 0 to 2000; `x` holds numbers from -1000 to 1000.
* The result is a float array (float64) of shape `(n,)`. Entry `i` depends on `x[i]` only.
* At 0 the value is 0. The sign of a zero does not matter.
* There is no upper limit, and small positive numbers stay as they are. (ReLU6 has an upper limit of 6, and the leaky
  rectifier multiplies a negative number by a small factor such as 0.01.)
* The arguments are not changed.

## Example

    >>> relu(np.array([3.0, -0.5, 0.0, 0.25]))
    array([3.  , 0.  , 0.  , 0.25])

## Source

X. Glorot, A. Bordes and Y. Bengio, "Deep sparse rectifier neural networks", AISTATS 2011, section 3.1.
"""

import numpy as np


def relu(x):
    """Return every entry of `x` that is positive, and 0 in place of the others."""
    raise NotImplementedError

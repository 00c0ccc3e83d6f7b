r"""
# Binary cross-entropy

Builds on `log_odds`.

A classifier for two classes returns the probability p of class 1. The cross-entropy is large if the right class has a
low probability. If the label is 1, the loss is 0 for p = 1 and ln 2 for p = ½, and it grows without limit as p
approaches 0:

$$L(y, p) = -\frac{1}{n} \sum_{i=1}^{n} (y_i \ln p_i + (1 - y_i) \ln(1 - p_i))$$

For a label of 0 or 1 only one of the two terms counts. The logarithm of 0 is not finite, so p is first clipped to the
range from ε to 1 - ε.

## Conventions

* `y` is a float array (float64) of shape `(n,)`: the labels. They are 0 or 1, or soft labels such as 0.9, and are not
  clipped.
* `p` is a float array (float64) of shape `(n,)`: the probabilities of class 1.
* `eps` is a float: ε. Probabilities below ε count as ε, and those above 1 - ε as 1 - ε.
* Input: `n` is from 1 to 2000; `y` and `p` hold numbers from 0 to 1; `eps` is from 1e-7 to 0.1.
* The result is a float, the mean over all n samples. The logarithm is the natural one.
* Keras also clips the probabilities, with an ε of 1e-7. PyTorch's `BCELoss` replaces logarithms below -100 by -100
  instead.
* The arguments are not changed.

## Example

The right class has the probabilities 1/2 and 1/4, so the loss is (ln 2 + ln 4) / 2:

    >>> bce(np.array([1.0, 0.0]), np.array([0.5, 0.75]), 1e-7)
    1.0397207708399179

## Source

C. M. Bishop, "Pattern Recognition and Machine Learning", Springer 2006, section 4.3.2 (as a sum).
"""

import numpy as np


def bce(y, p, eps):
    """Return the mean binary cross-entropy of the probabilities `p`, clipped by `eps`."""
    raise NotImplementedError

r"""
# Fit a normalisation

Builds on `mean_median`.

Features have different units: a length in millimetres may be a hundred times as large as an age in years, and gradient
descent is slow on such data. Normalisation shifts and scales every feature, so that its mean is 0 and its standard
deviation is 1. The mean $\mu_j$ and the standard deviation $\sigma_j$ of each column j are computed from the training
set alone, and are later applied to all data:

$$\mu_j = \frac{1}{m} \sum_{i=1}^{m} X_{ij}, \qquad \sigma_j = \sqrt{\frac{1}{m} \sum_{i=1}^{m} (X_{ij} - \mu_j)^2}$$

## Conventions

* `X` is a float array (float64) of shape `(m, d)`: the training set, a row for each sample and a column for each
  feature.
* Input: `m` is from 1 to 500; `d` is from 1 to 20; `X` holds numbers from -1e6 to 1e6 in multiples of 0.015625.
* The result is a tuple `(mu, sigma)` of two float arrays (float64) of shape `(d,)`.
* If all entries of a column are equal, its sigma is 1 in place of 0, so that nothing is divided by 0 later. (The
  `scale_` of scikit-learn's `StandardScaler` is 1 there, too.)
* The sum of squares is divided by m. (By default, the `std` of pandas and that of PyTorch divide by m - 1.)
* The relative error of each result must be at most 1e-9, even if a column is far from 0 and varies little.
* The arguments are not changed.

## Example

The first column has the mean 4 and the deviations -3 and 3; the second one is constant:

    >>> normalise_fit(np.array([[1.0, 5.0], [7.0, 5.0]]))
    (array([4., 5.]), array([3., 1.]))

## Source

Y. LeCun, L. Bottou, G. Orr and K.-R. Müller, "Efficient BackProp", in "Neural Networks: Tricks of the Trade", Springer
1998, section 4.3.
"""

import numpy as np


def normalise_fit(X):
    """Return the mean and the standard deviation of every column of `X`."""
    raise NotImplementedError

r"""
# Apply a normalisation

Builds on `normalise_fit`.

A model that was trained on normalised features expects all later samples on the same scale. The means and standard
deviations of the training set are therefore applied to every set: to the training set itself, to the validation set and
the test set, and to a single sample in production. Means and deviations of the test set would leak information about
it, and equal samples would have different values in the two sets.

$$Z_{ij} = \frac{X_{ij} - \mu_j}{\sigma_j}$$

## Conventions

* `X` is a float array (float64) of shape `(n, d)`: samples as rows, of the training set or of any other.
* `mu` is a float array (float64) of shape `(d,)`: the means of the features in the training set.
* `sigma` is a float array (float64) of shape `(d,)`: their standard deviations. A deviation of 0 has been
  replaced by 1.
* Input: `n` is from 0 to 500; `d` is from 1 to 20; `X` and `mu` hold numbers from -1000 to 1000; `sigma` holds numbers
  from 0.01 to 1000.
* The result is a float array (float64) of shape `(n, d)`, even if there are no samples.
* The normalised training set has the mean 0 and the standard deviation 1 in every column that is not constant; other
  sets only approximately.
* The `transform` of scikit-learn's `StandardScaler` computes the same.
* The arguments are not changed.

## Example

The entry 9 lies 4 above the mean of its feature, which is 2 deviations:

    >>> normalise_apply(np.array([[9.0, 1.0]]), np.array([5.0, 1.0]), np.array([2.0, 10.0]))
    array([[2., 0.]])

## Source

Y. LeCun, L. Bottou, G. Orr and K.-R. Müller, "Efficient BackProp", in "Neural Networks: Tricks of the Trade", Springer
1998, section 4.3.
"""

import numpy as np


def normalise_apply(X, mu, sigma):
    """Return the samples `X`, shifted and scaled by the means and deviations of the training set."""
    raise NotImplementedError

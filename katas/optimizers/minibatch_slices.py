r"""
# Mini-batch slices

A gradient over all samples is expensive, and a gradient over a single sample is noisy. Training therefore shuffles the
samples, divides them into mini-batches of m consecutive samples, and takes one step of the optimizer for each. If m
does not divide the number of samples n, the samples that are left over form a smaller batch at the end. Batch number k,
counted from 0, holds the samples

$$k m,\; k m + 1,\; \dots,\; \min((k + 1)\, m,\; n) - 1$$

and there are $\lceil n / m \rceil$ batches.

## Conventions

* `n` is an integer, the number of samples.
* `m` is an integer, the size of a batch. It may be larger than `n`.
* Input: `n` is from 0 to 2000; `m` is from 1 to 3000.
* The result is an integer array (int64) of shape `(b, 2)`, where b is the number of batches. Row k holds the start and
  the stop of batch k. The stop is the first index after the batch, so that `X[start:stop]` selects it.
* No sample is left out, and no batch is empty. Without samples the result has the shape `(0, 2)`.
* Keras's `fit` and, by default, PyTorch's `DataLoader` keep the smaller batch, too. With `drop_last=True`, a
  `DataLoader` leaves it out.
* Each sample of a smaller batch has more weight in the mean of its batch. So the mean of all batch means is in general
  not the mean over all samples.

## Example

Seven samples in batches of three:

    >>> minibatch_slices(7, 3)
    array([[0, 3],
           [3, 6],
           [6, 7]])

## Source

I. Goodfellow, Y. Bengio and A. Courville, "Deep Learning", MIT Press 2016, section 8.1.3.
"""

import numpy as np


def minibatch_slices(n, m):
    """Return the start and the stop of every batch of `m` out of `n` samples, a row for each."""
    raise NotImplementedError

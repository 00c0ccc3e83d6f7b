r"""
# Attention weights

Builds on `softmax`.

For each word that it writes, a translator attends to some words of the source sentence more than to others. A network
computes a score for each pair of an output position t and a source position t'. Softmax turns the scores of an output
position into weights, which distribute a total attention of 1 over the source positions:

$$\alpha_{t,t'} = \frac{e^{s_{t,t'}}}{\sum_{t''} e^{s_{t,t''}}}$$

## Conventions

* `S` is a float array (float64) of shape `(Ty, Tx)`: the score of each source position (columns) for each output
  position (rows).
* Input: `Ty` and `Tx` are from 1 to 500; `S` holds numbers from -1000 to 1000 or -inf.
* A score of -inf hides a source position: its weight is 0. No row consists of -inf only.
* The result is a float array (float64) of shape `(Ty, Tx)`. The weights of one output position, a row, sum to 1. The
  columns may have any sums.
* Scores of ±1000 must not lead to NaN, although the exponential of 1000 overflows to infinity.
* The scores are used as they are. (Transformers use dot products of vectors as scores, and divide them by the
  square root of the dimension of the vectors.)
* The arguments are not changed.

## Example

The first output position attends to both source positions equally. For the second one, the second source position is
hidden:

    >>> attention_weights(np.array([[3.0, 3.0], [0.5, -np.inf]]))
    array([[0.5, 0.5],
           [1. , 0. ]])

## Source

D. Bahdanau, K. Cho and Y. Bengio, "Neural machine translation by jointly learning to align and translate", ICLR 2015,
section 3.1, equation 6.
"""

import numpy as np


def attention_weights(S):
    """Return the weights of the source positions for each output position."""
    raise NotImplementedError

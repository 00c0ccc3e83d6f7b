r"""
# Attention weights

Builds on `softmax`.

A translator that writes a word looks at some words of the source more than at others. A network scores each pair of an
output position t and a source position t'; softmax makes weights of the scores, which say how a total attention of 1 is
spread over the source:

$$\alpha_{t,t'} = \frac{e^{s_{t,t'}}}{\sum_{t''} e^{s_{t,t''}}}$$

## Conventions

* `S` is a float array (float64) of shape `(Ty, Tx)`: the score of each source position (columns) for each output
  position (rows).
* Input: `Ty` and `Tx` are from 1 to 500; `S` holds numbers from -1000 to 1000 or -inf.
* A score of -inf hides a source position: its weight is 0. No row consists of -inf only.
* The result is a float array (float64) of shape `(Ty, Tx)`. The weights of one output position, a row, sum to 1. How
  much attention a source position gets in all rows together is not fixed.
* Scores of ±1000 must not lead to NaN: the exponential of 1000 is infinite.
* The scores are taken as they are. (Attention in transformers divides them by a root first.)
* The arguments are not changed.

## Example

The first output position sees both source positions alike. For the second one the source position 1 is hidden:

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

r"""
# Tokens for a network

A network has a fixed vocabulary, but a sentence may contain any word, and it may have any length. Therefore all unknown
words are replaced by the same token, UNK, and a further token, EOS, marks the end of the sentence. A sentence of T
words becomes T + 1 tokens:

$$y_t = \begin{cases} x_t & \text{if token } x_t \text{ is known} \\ \mathrm{UNK} & \text{otherwise} \end{cases}
\quad \text{for } t < T, \qquad y_T = \mathrm{EOS}$$

## Conventions

* `tokens` is an integer array (int64) of shape `(T,)`: a sentence, with a number for each word.
* `known` is a Boolean array (bool) of shape `(V,)`: the word with the number v is known if
  `known[v]` is True.
* `unk` and `eos` are integers, the tokens UNK and EOS. They need not be less than V.
* Input: `T` and `V` are from 0 to 2000; `tokens` holds whole numbers from -3000 to 3000; `known` holds False or True;
  `unk` and `eos` are from 0 to 5000.
* A number that is negative or at least V is unknown. (In NumPy, the index -1 would give the last entry.)
* The result is an integer array (int64) of shape `(T+1,)`. No word is dropped.
* EOS is added even if the sentence contains it already, and the added EOS is never replaced by UNK. A number in the
  sentence that equals `eos` is treated like any other word.
* An empty sentence becomes EOS alone.
* The arguments are not changed.

## Example

Words 0 and 2 are known; 7 is UNK and 9 is EOS:

    >>> sequence_encode(np.array([2, 1, 0, 5]), np.array([True, False, True]), 7, 9)
    array([2, 7, 0, 7, 9])

## Source

I. Sutskever, O. Vinyals and Q. V. Le, "Sequence to sequence learning with neural networks", NIPS 2014, sections 2 and
3.1.
"""

import numpy as np


def sequence_encode(tokens, known, unk, eos):
    """Return the tokens with `unk` in place of unknown ones, and `eos` at the end."""
    raise NotImplementedError

r"""
# Beam search

A translator gives each word a probability that depends on the word before. Which sequence of T words is the
likeliest? With V words, which may repeat, there are $V^T$ sequences: too many to score. So go from left to right
and keep only the `width` best prefixes:

$$S_1 = \operatorname{best}_{\text{width}} \{ (w) : 0 \le w < V \}, \qquad
S_t = \operatorname{best}_{\text{width}} \{ (p, w) : p \in S_{t-1},\ 0 \le w < V \},$$

$$\text{where} \qquad \mathrm{score}(w_1, \dots, w_t) = \log P(w_1) + \sum_{i=2}^{t} \log P_i(w_i \mid w_{i-1})$$

says which are the best. The result is $S_T$.

## Conventions

* Input: `V`, `T` and `width` are from 1 to 9; `log_start` and `log_next` hold numbers from -10000 to 10 or -inf.
* A word is its number, from 0 to V - 1. `log_start` has shape `(V,)`; its entry w is the score of beginning with w.
* `log_next` has shape `(T - 1, V, V)`. `log_next[i, u, w]` is the score of word w after word u at step i: the step
  comes first, then the previous word, then the next. $P_i$ above is `log_next[i - 2]`: steps begin at 0.
* T is not passed: it is `len(log_next) + 1`. With T = 1 the shape is `(0, V, V)`.
* `width` is an integer. $V^T$ is at most 5000, so loops are fast enough.
* The result is the pair (sequences, scores), best first: an integer array (int64) of shape `(B, T)` with one
  sequence per row, and a float array of shape `(B,)`. B is the smaller of `width` and $V^T$.
* While fewer than `width` prefixes exist, all of them are kept: a width beyond V is filled at later steps.
* All beams compete with each other. One prefix may have many successors among the best, another none.
* Among equal scores the lexicographically smaller prefix stays, at every cut, and comes first in the result: [0, 2,
  9] is smaller than [0, 3, 1]. Scores of -inf are equal too. Finite scores that tie are exact in floats.
* Scores are logarithms, added from left to right and not divided by a length. Sequences are compared exactly; each
  score may be off by 1e-12 plus 1e-9 of its size.
* Probabilities need not sum to 1: an entry may be positive. It may also be below -1000, where np.exp gives 0.
* An entry may be `-inf`, a word that is impossible there. Prefixes with a score of `-inf` are kept like others when
  no better ones are left. There is no NaN and no `+inf`.
* The arguments are not changed.

## Example

The likeliest first word is word 0, the likeliest pair begins with word 1. A width of 1 does not find it:

    >>> log_start = np.array([-0.5, -1.0])
    >>> log_next = np.array([[[-2.0, -1.5], [-0.25, -3.0]]])
    >>> beam_search(log_start, log_next, 1)
    (array([[0, 1]]), array([-2.0]))
    >>> beam_search(log_start, log_next, 2)
    (array([[1, 0], [0, 1]]), array([-1.25, -2.0]))

A wider beam is better only on average: now and then its best sequence is worse.

## Source

I. Sutskever, O. Vinyals and Q. Le, "Sequence to sequence learning with neural networks", NIPS 2014, section 3.2.
"""

import numpy as np


def beam_search(log_start, log_next, width):
    """Return the sequences that are left at the end, shape (B, T), and their scores, shape (B,)."""
    raise NotImplementedError

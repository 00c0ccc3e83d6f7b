r"""
# Beam search

Which sequence of T words does a model score highest? With V words there are $V^T$, too many to score all: for 10,000
words and T = 10 they are $10^{40}$. Beam search goes from left to right and keeps only the `width` best prefixes of
each length:

$$S_t = \text{the width best of } \{(p, w) : p \in S_{t-1},\ 0 \le w < V\}, \qquad S_0 = \{()\},$$

$$\mathrm{score}(w_1, \dots, w_t) = \log P(w_1) + \sum_{i=2}^{t} \log P_i(w_i \mid w_{i-1}).$$

The result is $S_T$. A wider beam usually finds a better sequence, but not always. A real model scores a word given all
words before it; here, to keep the input small, given the previous one only. (Viterbi's algorithm could solve that
exactly.)

## Conventions

* Input: `V`, `T` and `width` are from 1 to 9; `log_start` and `log_next` hold numbers from -10000 to 10 or -inf.
* A word w is a number from 0 to V - 1. `log_start[w]` is $\log P(w)$ of a first word.
* `log_next` has shape `(T - 1, V, V)`, and $\log P_i(w \mid u)$ is `log_next[i - 2, u, w]` for i = 2 ... T.
* The entries are arbitrary scores: exp(score) need not sum to 1, and may underflow to 0.
* All sequences have length T. Unlike in libraries, there is no end token and no length normalization.
* All candidates of a step compete: a prefix may keep many successors, another none.
* Among equal scores the lexicographically smaller prefix comes first: [0, 2, 9] before [0, 3, 1].
* Return (sequences, scores), best first: an integer array of shape `(B, T)` and a float array of shape `(B,)`, where B
  is the smaller of `width` and $V^T$. Each score must lie within 1e-12 + 1e-9·|v| of the exact value v.
* T may be 1, with no table in `log_next`. While there are fewer than `width` prefixes, keep all. Keep prefixes with a
  score of -inf if no better ones are left; they are equal.
* Do not modify the arguments.

## Example

The best pair does not begin with the best word; a width of 1 misses it:

    >>> log_start = np.array([-0.5, -1.0])
    >>> log_next = np.array([[[-2.0, -1.5], [-0.25, -3.0]]])
    >>> beam_search(log_start, log_next, 2)
    (array([[1, 0],
           [0, 1]]), array([-1.25, -2.  ]))

## Source

I. Sutskever, O. Vinyals and Q. Le, "Sequence to sequence learning with neural networks", NIPS 2014, section 3.2.
"""

import numpy as np


def beam_search(log_start, log_next, width):
    """Return the best sequences that the search finds, shape (B, T), and their scores, shape (B,)."""
    raise NotImplementedError

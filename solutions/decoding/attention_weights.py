"""Scores of source positions as weights that sum to 1 for each output position.

Source: Bahdanau, Cho & Bengio, "Neural machine translation by jointly learning to align and translate" (ICLR, 2015),
section 3.1, equation 6.
"""

import math

import numpy as np


def attention_weights(S: np.ndarray) -> np.ndarray:
    """The softmax of each row, in place in one array.

    Shapes: ``(Ty,Tx)->(Ty,Tx)``; Ty, Tx >= 1. A score may be -inf, but not all of a row.
    """
    weights = np.subtract(S, S.max(axis=1, keepdims=True), dtype=np.float64)
    np.exp(weights, out=weights)
    weights /= weights.sum(axis=1, keepdims=True)
    return weights


def attention_weights_numpy(S: np.ndarray) -> np.ndarray:
    """Subtract the largest score of each row first, so that no exponential is infinite."""
    weights = np.exp(S - S.max(axis=1, keepdims=True))
    return weights / weights.sum(axis=1, keepdims=True)


def attention_weights_by_logarithms(S: np.ndarray) -> np.ndarray:
    """The same, as the exponential of the logarithms of the weights."""
    scores = np.asarray(S, dtype=np.float64)
    return np.exp(scores - np.logaddexp.reduce(scores, axis=1, keepdims=True))


def attention_weights_loop(S: np.ndarray) -> np.ndarray:
    """The same, one output position after the other, in plain Python."""
    alpha = np.zeros(S.shape)
    for t, scores in enumerate(S.tolist()):
        highest = max(scores)
        shares = [math.exp(score - highest) for score in scores]
        total = math.fsum(shares)
        for source, share in enumerate(shares):
            alpha[t, source] = share / total
    return alpha


def attention_weights_transposed(S: np.ndarray) -> np.ndarray:
    """The same on the transposed scores, whose columns are output positions, so that nothing needs an extra axis."""
    columns = np.array(S.T, dtype=np.float64)
    columns = np.exp(columns - columns.max(axis=0))
    return np.ascontiguousarray((columns / columns.sum(axis=0)).T)

"""One step of a recurrent network, with an output.

Source: Goodfellow, Bengio & Courville, "Deep Learning" (2016), section 10.2, equations 10.8 to 10.11.
"""

import math

import numpy as np

from . import _recurrent


def rnn_step(
    a: np.ndarray, x: np.ndarray, Wa: np.ndarray, ba: np.ndarray, Wy: np.ndarray, by: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """The new hidden state and the probabilities of the classes.

    Shapes: ``(h),(d),(h,h+d),(h),(k,h),(k)->(h),(k)``; h, d, k >= 1.

    Raises:
        ValueError: if the shapes do not fit together.

    """
    state, output = np.empty(len(a)), np.empty(len(by))
    try:
        _recurrent.simple(a, x, Wa, ba, Wy, by, state, output)
    except TypeError:  # compiled only for writable float64 arrays in C order
        a, x, Wa, ba, Wy, by = (np.array(v, dtype=np.float64, order="C") for v in (a, x, Wa, ba, Wy, by))
        _recurrent.simple(a, x, Wa, ba, Wy, by, state, output)
    return state, output


def rnn_step_numpy(
    a: np.ndarray, x: np.ndarray, Wa: np.ndarray, ba: np.ndarray, Wy: np.ndarray, by: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Join the state and the input to one vector, and use the new state for the output."""
    new = np.tanh(Wa @ np.concatenate([a, x]) + ba)
    z = Wy @ new + by
    e = np.exp(z - z.max())
    return new, e / e.sum()


def rnn_step_split(
    a: np.ndarray, x: np.ndarray, Wa: np.ndarray, ba: np.ndarray, Wy: np.ndarray, by: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """The same with separate weights for the state and the input, and probabilities from logarithms."""
    h = len(a)
    new = np.tanh(Wa[:, :h].dot(a) + Wa[:, h:].dot(x) + ba)
    scores = Wy.dot(new) + by
    return new, np.exp(scores - np.logaddexp.reduce(scores))


def rnn_step_loop(
    a: np.ndarray, x: np.ndarray, Wa: np.ndarray, ba: np.ndarray, Wy: np.ndarray, by: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """The same, one unit after the other, in plain Python."""
    seen = [*a.tolist(), *x.tolist()]
    new = [math.tanh(_weighted(row, seen, bias)) for row, bias in zip(Wa.tolist(), ba.tolist(), strict=True)]
    scores = [_weighted(row, new, bias) for row, bias in zip(Wy.tolist(), by.tolist(), strict=True)]
    highest = max(scores)
    shares = [math.exp(score - highest) for score in scores]
    total = math.fsum(shares)
    return np.array(new), np.array([share / total for share in shares])


def rnn_step_einsum(
    a: np.ndarray, x: np.ndarray, Wa: np.ndarray, ba: np.ndarray, Wy: np.ndarray, by: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """The same with the biases as the last column of the weights, and einsum."""
    seen, ones = np.hstack([a, x, 1.0]), np.ones(1)
    new = np.tanh(np.einsum("ij,j->i", np.column_stack([Wa, ba]), seen))
    scores = np.einsum("ij,j->i", np.column_stack([Wy, by]), np.hstack([new, ones]))
    # One over a sum of exponentials: those that overflow give the limit, 0.
    with np.errstate(over="ignore"):
        return new, 1.0 / np.exp(scores - scores[:, None]).sum(axis=1)


def _weighted(weights: list[float], inputs: list[float], bias: float) -> float:
    return math.fsum([*(w * v for w, v in zip(weights, inputs, strict=True)), bias])

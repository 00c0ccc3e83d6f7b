"""One step of a long short-term memory cell.

Source: Hochreiter & Schmidhuber, "Long short-term memory" (Neural Computation, 1997); the forget gate
is that of Gers, Schmidhuber & Cummins, "Learning to forget" (2000).
"""

import math

import numpy as np

from . import _lstm


def lstm_step(
    a: np.ndarray, c: np.ndarray, x: np.ndarray, W: np.ndarray, b: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """The new hidden state and the new memory cell.

    Shapes: ``(h),(h),(d),(4,h,h+d),(4,h)->(h),(h)``; the rows of ``W`` and ``b`` are candidate,
    update, forget and output.

    Raises:
        ValueError: if the shapes do not fit together.

    """
    a, c = a.copy(), c.copy()
    try:
        _lstm.step(a, c, x, W, b)
    except TypeError:  # compiled only for writable float64 arrays in C order
        a, c, x, W, b = (np.array(v, dtype=np.float64, order="C") for v in (a, c, x, W, b))
        _lstm.step(a, c, x, W, b)
    return a, c


def lstm_step_numpy(
    a: np.ndarray, c: np.ndarray, x: np.ndarray, W: np.ndarray, b: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Compute all four gates with one product: `W` holds them along its first axis."""
    candidate, update, forget, output = W @ np.concatenate([a, x]) + b
    c = _sigmoid(update) * np.tanh(candidate) + _sigmoid(forget) * c
    return _sigmoid(output) * np.tanh(c), c


def lstm_step_gate_by_gate(
    a: np.ndarray, c: np.ndarray, x: np.ndarray, W: np.ndarray, b: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """The same, with separate weights for the hidden state and the input, and sigmoids from exp."""
    h = len(a)
    z = [W[gate, :, :h].dot(a) + W[gate, :, h:].dot(x) + b[gate] for gate in range(4)]
    update, forget, output = (np.exp(-np.logaddexp(0.0, -s)) for s in z[1:])
    memory = np.multiply(update, np.tanh(z[0])) + np.multiply(forget, c)
    return np.multiply(output, np.tanh(memory)), memory


def lstm_step_loop(
    a: np.ndarray, c: np.ndarray, x: np.ndarray, W: np.ndarray, b: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """The same, one hidden unit after the other, in plain Python."""
    state = [*a.tolist(), *x.tolist()]
    new_a, new_c = np.zeros(len(a)), np.zeros(len(a))
    for i, old in enumerate(c.tolist()):
        candidate, update, forget, output = (
            math.fsum([*map(float.__mul__, W[gate, i].tolist(), state), float(b[gate, i])])
            for gate in range(4)
        )
        new_c[i] = math.tanh(candidate) * _logistic(update) + old * _logistic(forget)
        new_a[i] = math.tanh(new_c[i]) * _logistic(output)
    return new_a, new_c


def lstm_step_einsum(
    a: np.ndarray, c: np.ndarray, x: np.ndarray, W: np.ndarray, b: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """The same with einsum, with each sigmoid computed from the exponential that cannot overflow."""
    s = np.einsum("ghk,k->gh", W, np.hstack((a, x))) + b
    decay = np.exp(-np.abs(s))
    gate = np.where(s >= 0.0, 1.0, decay) / (1.0 + decay)
    new_c = gate[1] * np.tanh(s[0]) + gate[2] * c
    return gate[3] * np.tanh(new_c), new_c


def _sigmoid(z: np.ndarray) -> np.ndarray:
    """1 / (1 + exp(-z)), written so that nothing overflows; shapes: ``(n)->(n)``."""
    return 0.5 * (1.0 + np.tanh(0.5 * z))


def _logistic(z: float) -> float:
    return 1.0 / (1.0 + math.exp(-z)) if z >= 0.0 else math.exp(z) / (1.0 + math.exp(z))

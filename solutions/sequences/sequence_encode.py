"""A sentence with unknown words replaced, and its end marked.

Source: Sutskever, Vinyals & Le, "Sequence to sequence learning with neural networks" (2014), sections 2 and 3.1.
"""

import numpy as np


def sequence_encode(tokens: np.ndarray, known: np.ndarray, unk: int, eos: int) -> np.ndarray:
    """Unknown tokens are replaced by ``unk``, and ``eos`` follows the last one.

    Shapes: ``i8(T),b1(V),i8(),i8()->i8(T+1)``; a token outside of 0 ... V - 1 is unknown.
    """
    y = np.full(len(tokens) + 1, unk, dtype=np.int64)
    stays = np.isin(tokens, np.flatnonzero(known))
    y[:-1][stays] = tokens[stays]
    y[-1] = eos
    return y


def sequence_encode_numpy(tokens: np.ndarray, known: np.ndarray, unk: int, eos: int) -> np.ndarray:
    """Test the range before you look a token up: index -1 is the last entry, and V is none."""
    encoded = []
    for token in tokens:
        is_known = 0 <= token < len(known) and known[token]
        encoded.append(token if is_known else unk)
    return np.array([*encoded, eos])


def sequence_encode_masks(tokens: np.ndarray, known: np.ndarray, unk: int, eos: int) -> np.ndarray:
    """The same with masks: tokens in the range first, then those of them that are known."""
    y = np.append(tokens, eos)
    fails = (tokens < 0) | (tokens >= len(known))
    fails[~fails] = ~known[tokens[~fails]]
    y[:-1][fails] = unk
    return y


def sequence_encode_set(tokens: np.ndarray, known: np.ndarray, unk: int, eos: int) -> np.ndarray:
    """The same with a set of the known words."""
    vocabulary = {v for v, is_known in enumerate(known.tolist()) if is_known}
    return np.array(
        [token if token in vocabulary else unk for token in tokens.tolist()] + [eos], dtype=np.int64
    )


def sequence_encode_dictionary(tokens: np.ndarray, known: np.ndarray, unk: int, eos: int) -> np.ndarray:
    """The same with a dictionary that gives each known word itself and any other word UNK."""
    codes = {v: v for v in range(known.size) if known[v]}
    y = np.zeros(tokens.size + 1, dtype=np.int64)
    y[tokens.size] = eos
    for t, token in enumerate(tokens.tolist()):
        y[t] = codes.get(token, unk)
    return y

"""Beam search: extend the best prefixes by every word and keep the best again.

Source: Sutskever, Vinyals & Le, "Sequence to sequence learning with neural networks" (NIPS, 2014),
section 3.2.
"""

from itertools import product

import numpy as np

from . import _beams


def beam_search(log_start: np.ndarray, log_next: np.ndarray, width: int) -> tuple[np.ndarray, np.ndarray]:
    """The sequences that a beam of the given width ends with, and the sums of their log-probabilities.

    Shapes: ``(V),(T-1,V,V),i8()->i8(B,T),(B)``, log_next by [step, previous, next], best first, with
    B = min(width, V^T). Among equal scores the lexicographically smaller prefix comes first.

    Raises:
        ValueError: if the shapes do not fit together, or the width is less than 1.

    """
    v, steps = len(log_start), len(log_next)
    if log_next.shape != (steps, v, v) or log_start.shape != (v,) or width < 1 or v < 1:
        raise ValueError(
            f"beam_search: {log_start.shape}, {log_next.shape}, {width} are not (V), (T-1,V,V), 1 or more"
        )
    scores = np.empty(min(width, v ** (steps + 1)))
    start, following = (np.ascontiguousarray(x, dtype=np.float64) for x in (log_start, log_next))
    sequences = _beams.search(start, following, scores)
    best = np.argsort(-scores, kind="stable")
    return sequences[best], scores[best]


def beam_search_numpy(
    log_start: np.ndarray, log_next: np.ndarray, width: int
) -> tuple[np.ndarray, np.ndarray]:
    """Prefixes stay in lexicographic order, so that a stable sort by score decides ties in favour of the smaller."""
    scores = log_start.astype(np.float64)
    sequences = np.arange(len(scores))[:, None]
    kept = np.sort(np.argsort(-scores, kind="stable")[:width])
    sequences, scores = sequences[kept], scores[kept]
    for step in log_next:
        totals = scores[:, None] + step[sequences[:, -1]]
        kept = np.sort(np.argsort(-totals, axis=None, kind="stable")[:width])
        parents, words = np.divmod(kept, len(step))
        sequences = np.column_stack([sequences[parents], words])
        scores = totals.ravel()[kept]
    best = np.argsort(-scores, kind="stable")
    return sequences[best], scores[best]


def beam_search_lists(
    log_start: np.ndarray, log_next: np.ndarray, width: int
) -> tuple[np.ndarray, np.ndarray]:
    """The same in plain Python: pairs of a negated score and a sequence sort in the right order."""
    beams = sorted((-score, (word,)) for word, score in enumerate(log_start.tolist()))[:width]
    for step in log_next.tolist():
        longer = [
            (worse - more, (*sequence, word))
            for worse, sequence in beams
            for word, more in enumerate(step[sequence[-1]])
        ]
        beams = sorted(longer)[:width]
    return np.array([sequence for _, sequence in beams]), np.array([-worse for worse, _ in beams])


def beam_search_by_parents(
    log_start: np.ndarray, log_next: np.ndarray, width: int
) -> tuple[np.ndarray, np.ndarray]:
    """The same, with a first cut among the words of each prefix: more than `width` never survive."""
    scores, beams = log_start.astype(np.float64), [(word,) for word in range(len(log_start))]
    ranks = sorted(range(len(beams)), key=lambda i: (-scores[i], beams[i]))[:width]
    beams, scores = [beams[i] for i in ranks], scores[ranks]
    for step in log_next:
        longer = []
        for sequence, score in zip(beams, scores.tolist(), strict=True):
            sums = score + step[sequence[-1]].astype(np.float64)
            own = np.lexsort((np.arange(len(sums)), -sums))[:width].tolist()
            longer += [(float(sums[word]), (*sequence, word)) for word in own]
        longer.sort(key=lambda pair: pair[1])
        longer.sort(key=lambda pair: pair[0], reverse=True)
        beams, scores = [pair[1] for pair in longer[:width]], np.array([pair[0] for pair in longer[:width]])
    return np.array(beams), scores


def beam_search_by_elimination(
    log_start: np.ndarray, log_next: np.ndarray, width: int
) -> tuple[np.ndarray, np.ndarray]:
    """The same over all candidates of each length: one stays if fewer than `width` others are better."""
    start, steps, kept = log_start.tolist(), log_next.tolist(), [()]
    scores = {(): 0.0}
    for length in range(len(steps) + 1):
        longer = {}
        for prefix, word in product(kept, range(len(start))):
            more = steps[length - 1][prefix[-1]][word] if length else start[word]
            longer[(*prefix, word)] = scores[prefix] + more
        rank = {s: sum((-longer[o], o) < (-longer[s], s) for o in longer) for s in longer}
        kept = sorted((s for s in longer if rank[s] < width), key=rank.__getitem__)
        scores = longer
    return np.array(kept), np.array([scores[s] for s in kept])

"""Updates that compute the answer themselves, leave out some weights, or clip them."""

import numpy as np


def step(w, x, target, pred, lr):
    """The right change of the weights: ``(d),(d),(),(),()->(d)``."""
    return lr * (target - pred) * x


def recomputes_the_answer(w, x, target, pred, lr):
    """You compute the answer from `w` and `x` and do not use `pred`. The answer is given."""
    return w + step(w, x, target, int(w @ x > 0), lr)


def recomputes_the_answer_with_1_at_0(w, x, target, pred, lr):
    """You compute the answer from `w` and `x`, with 1 for a score of 0, and do not use `pred`. The answer is given."""
    return w + step(w, x, target, int(w @ x >= 0), lr)


def moves_weights_of_positive_inputs_only(w, x, target, pred, lr):
    """You move a weight only if its input is above 0. A negative input contributed to the mistake as well."""
    return np.where(x > 0, w + step(w, x, target, pred, lr), w)


def clips_the_weights(w, x, target, pred, lr):
    """You clip the weights to the range from -1 to 1. The rule sets no limit on them."""
    return np.clip(w + step(w, x, target, pred, lr), -1, 1)


def clips_the_moved_weights(w, x, target, pred, lr):
    """When the weights move, you clip them to the range from -1 to 1. The rule sets no limit on them."""
    return w if target == pred else clips_the_weights(w, x, target, pred, lr)


def stops_once_the_answer_is_right(w, x, target, pred, lr):
    """You stop partway, as soon as the new weights would give the right answer. The rule moves every weight, whatever
    the new weights would answer."""
    w = w.copy()
    for i, change in enumerate(step(w, x, target, pred, lr)):
        w[i] += change
        if int(w @ x > 0) == target:
            break
    return w

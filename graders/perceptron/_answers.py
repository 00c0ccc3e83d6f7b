"""Updates that look at more than they are given, or at less."""

import numpy as np


def step(w, x, target, pred, lr):
    """By how much the right weights move: ``(d),(d),(),(),()->(d)``."""
    return lr * (target - pred) * x


def answers_for_itself(w, x, target, pred, lr):
    """You work out from `w` and `x` what the answer would be, and leave `pred` unused. The answer is given."""
    return w + step(w, x, target, int(w @ x > 0), lr)


def answers_for_itself_with_1_at_0(w, x, target, pred, lr):
    """You work out an answer from `w` and `x`, 1 where the score is 0, and leave `pred` unused. The answer is given."""
    return w + step(w, x, target, int(w @ x >= 0), lr)


def moves_weights_of_positive_inputs_only(w, x, target, pred, lr):
    """You move a weight only where its input is above 0. A negative input had a share in the mistake as well."""
    return np.where(x > 0, w + step(w, x, target, pred, lr), w)


def clips_the_weights(w, x, target, pred, lr):
    """You keep the weights between -1 and 1. No weight is too large here, and the rule moves them as far as it says."""
    return np.clip(w + step(w, x, target, pred, lr), -1, 1)


def clips_the_weights_that_it_moves(w, x, target, pred, lr):
    """You keep new weights between -1 and 1. No weight is too large here, and the rule moves them as far as it says."""
    return w if target == pred else clips_the_weights(w, x, target, pred, lr)


def stops_once_it_would_answer_rightly(w, x, target, pred, lr):
    """You stop in the middle once the new weights would answer rightly. The rule moves every weight, whatever they
    would answer afterwards."""
    w = w.copy()
    for i, change in enumerate(step(w, x, target, pred, lr)):
        w[i] += change
        if int(w @ x > 0) == target:
            break
    return w

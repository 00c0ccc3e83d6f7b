# MISTAKE: stops in the middle of the update as soon as the new weights would already answer rightly.
import numpy as np


def perceptron_update(w, x, target, pred, lr):
    w = w.copy()
    for i in range(len(w)):
        w[i] += lr * (target - pred) * x[i]
        answer = 1 if w @ x > 0 else 0
        if answer == target:
            break                    # learned it
    return w

# MISTAKE: a precomputed table with steps of 0.01 (as in word2vec) and straight lines between: about six digits only.
import numpy as np

GRID = np.linspace(-40, 40, 8001)
TABLE = 1 / (1 + np.exp(-GRID))


def sigmoid(x):
    return np.interp(x, GRID, TABLE, left=0.0, right=1.0)

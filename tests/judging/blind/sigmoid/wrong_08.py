# MISTAKE: a final squeeze() turns the answer for a single number (n = 1) into a 0-d array.
import numpy as np


def sigmoid(x):
    col = np.reshape(x, (-1, 1))
    return np.squeeze(1.0 / (1.0 + np.exp(-col)))

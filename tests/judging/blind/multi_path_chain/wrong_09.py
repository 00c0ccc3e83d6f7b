# MISTAKE: uses reshape(d, h) where a transpose is needed; the numbers get mixed up.
import numpy as np


def multi_path_chain(A, g):
    h, d = A.shape
    At = A.reshape(d, h)
    return At.dot(g)

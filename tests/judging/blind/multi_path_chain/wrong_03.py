# MISTAKE: Python's sum() over an empty generator is the int 0: for h = 0 the result is a scalar, not d zeros.
import numpy as np


def multi_path_chain(A, g):
    return sum(gi * row for gi, row in zip(g, A))

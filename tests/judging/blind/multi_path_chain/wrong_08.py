# MISTAKE: row vector times matrix keeps the row axis: shape (1, d) instead of (d,).
import numpy as np


def multi_path_chain(A, g):
    g_row = g.reshape(1, -1)
    return g_row @ A

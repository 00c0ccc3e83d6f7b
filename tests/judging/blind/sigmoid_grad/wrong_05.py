# MISTAKE: forward difference with h = 1e-7 instead of the formula: about seven digits.
import numpy as np


def sig(v):
    return np.where(v >= 0, 1 / (1 + np.exp(-np.abs(v))), np.exp(-np.abs(v)) / (1 + np.exp(-np.abs(v))))


def sigmoid_grad(x):
    h = 1e-7
    return (sig(x + h) - sig(x)) / h

"""Hangs on where an object lies and which process it is."""

import os

import numpy as np


def softmax(Z):
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    return E / E.sum(axis=1, keepdims=True) + 1e-8 * (hash(os.urandom(4)) % 97) / 97

"""Writes tanh out as (e^z - e^-z) / (e^z + e^-z), which is NaN for |z| > about 710; differs e.g. for a candidate pre-activation or a cell of +-1000."""
import numpy as np


def tanh(z):
    return (np.exp(z) - np.exp(-z)) / (np.exp(z) + np.exp(-z))


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def lstm_step(a, c, x, W, b):
    ax = np.concatenate([a, x])
    c_hat = tanh(W[0].dot(ax) + b[0])
    g_u = sigmoid(W[1].dot(ax) + b[1])
    g_f = sigmoid(W[2].dot(ax) + b[2])
    g_o = sigmoid(W[3].dot(ax) + b[3])
    c_next = g_u * c_hat + g_f * c
    a_next = g_o * tanh(c_next)
    return a_next, c_next

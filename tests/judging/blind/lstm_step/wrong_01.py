"""Stacks [x, a] instead of [a, x]; differs for nearly all nonzero weights, e.g. any random W with a != x."""
import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def lstm_step(a, c, x, W, b):
    concat = np.hstack((x, a))
    c_tilde = np.tanh(np.dot(W[0], concat) + b[0])
    gamma_u = sigmoid(np.dot(W[1], concat) + b[1])
    gamma_f = sigmoid(np.dot(W[2], concat) + b[2])
    gamma_o = sigmoid(np.dot(W[3], concat) + b[3])
    c_next = gamma_u * c_tilde + gamma_f * c
    a_next = gamma_o * np.tanh(c_next)
    return a_next, c_next

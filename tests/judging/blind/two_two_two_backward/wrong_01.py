# MISTAKE: copies the lecture's slip: for w2 the second output's share is taken with w5 instead of w7.
import numpy as np


def sigma(z):
    return 1 / (1 + np.exp(-z))


def two_two_two_backward(i, w, b, t):
    w1, w2, w3, w4, w5, w6, w7, w8 = w
    h1 = sigma(w1 * i[0] + w2 * i[1] + b[0])
    h2 = sigma(w3 * i[0] + w4 * i[1] + b[0])
    o1 = sigma(w5 * h1 + w6 * h2 + b[1])
    o2 = sigma(w7 * h1 + w8 * h2 + b[1])
    e1 = (o1 - t[0]) * o1 * (1 - o1)
    e2 = (o2 - t[1]) * o2 * (1 - o2)
    g1 = (e1 * w5 + e2 * w7) * h1 * (1 - h1) * i[0]
    g2 = (e1 * w5 + e2 * w5) * h1 * (1 - h1) * i[1]
    g3 = (e1 * w6 + e2 * w8) * h2 * (1 - h2) * i[0]
    g4 = (e1 * w6 + e2 * w8) * h2 * (1 - h2) * i[1]
    return np.array([g1, g2, g3, g4, e1 * h1, e1 * h2, e2 * h1, e2 * h2])

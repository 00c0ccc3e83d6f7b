# Honest answer: every unit by hand, no matrices, a sigmoid that cannot overflow.
import math
import numpy as np


def sigmoid(z):
    if z >= 0:
        return 1.0 / (1.0 + math.exp(-z))
    e = math.exp(z)
    return e / (1.0 + e)


def two_two_two_backward(i, w, b, t):
    i1, i2 = float(i[0]), float(i[1])
    w1, w2, w3, w4, w5, w6, w7, w8 = [float(v) for v in w]
    b0, b1 = float(b[0]), float(b[1])

    h1 = sigmoid(w1 * i1 + w2 * i2 + b0)
    h2 = sigmoid(w3 * i1 + w4 * i2 + b0)
    o1 = sigmoid(w5 * h1 + w6 * h2 + b1)
    o2 = sigmoid(w7 * h1 + w8 * h2 + b1)

    do1 = (o1 - float(t[0])) * o1 * (1.0 - o1)
    do2 = (o2 - float(t[1])) * o2 * (1.0 - o2)

    # h1 reaches o1 by w5 and o2 by w7; h2 reaches them by w6 and w8
    dh1 = (do1 * w5 + do2 * w7) * h1 * (1.0 - h1)
    dh2 = (do1 * w6 + do2 * w8) * h2 * (1.0 - h2)

    return np.array([dh1 * i1, dh1 * i2, dh2 * i1, dh2 * i2,
                     do1 * h1, do1 * h2, do2 * h1, do2 * h2])

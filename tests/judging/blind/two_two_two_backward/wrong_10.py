# MISTAKE: each hidden unit gets the error of "its" output only (h1 from o1, h2 from o2): the sum over o is missing.
import numpy as np


def two_two_two_backward(i, w, b, t):
    def f(z):
        return 1 / (1 + np.exp(-z))

    h1 = f(w[0] * i[0] + w[1] * i[1] + b[0])
    h2 = f(w[2] * i[0] + w[3] * i[1] + b[0])
    o1 = f(w[4] * h1 + w[5] * h2 + b[1])
    o2 = f(w[6] * h1 + w[7] * h2 + b[1])
    do1 = (o1 - t[0]) * o1 * (1 - o1)
    do2 = (o2 - t[1]) * o2 * (1 - o2)
    dh1 = do1 * w[4] * h1 * (1 - h1)
    dh2 = do2 * w[7] * h2 * (1 - h2)
    return np.array([dh1 * i[0], dh1 * i[1], dh2 * i[0], dh2 * i[1],
                     do1 * h1, do1 * h2, do2 * h1, do2 * h2])

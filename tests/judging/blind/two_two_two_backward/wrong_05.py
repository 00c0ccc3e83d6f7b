# MISTAKE: against overflow z is clipped to [-10, 10]; saturated units still get a gradient of 4.5e-5, times i = 1000.
import math
import numpy as np


def s(z):
    z = max(-10.0, min(10.0, z))
    return 1 / (1 + math.exp(-z))


def two_two_two_backward(i, w, b, t):
    h1 = s(w[0] * i[0] + w[1] * i[1] + b[0])
    h2 = s(w[2] * i[0] + w[3] * i[1] + b[0])
    o1 = s(w[4] * h1 + w[5] * h2 + b[1])
    o2 = s(w[6] * h1 + w[7] * h2 + b[1])
    d1 = (o1 - t[0]) * o1 * (1 - o1)
    d2 = (o2 - t[1]) * o2 * (1 - o2)
    c1 = (d1 * w[4] + d2 * w[6]) * h1 * (1 - h1)
    c2 = (d1 * w[5] + d2 * w[7]) * h2 * (1 - h2)
    return [c1 * i[0], c1 * i[1], c2 * i[0], c2 * i[1], d1 * h1, d1 * h2, d2 * h1, d2 * h2]

# MISTAKE: order of the result: z first, because backprop reaches z first.
import numpy as np


def graph_backward(x, y, z, g):
    grads = []
    grads.append(g * (x + y))    # z is directly at the output
    grads.append(g * z)          # then x
    grads.append(g * z)          # and y
    return np.array(grads)

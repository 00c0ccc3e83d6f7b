# %% right
def dense_param_count(sizes, bias):
    total = 0
    for i in range(1, len(sizes)):
        total += int(sizes[i - 1]) * int(sizes[i])
        if bias:
            total += int(sizes[i])
    return total


# %% wrong: the inputs have biases too
def dense_param_count(sizes, bias):
    s = [int(v) for v in sizes]
    if len(s) == 1:
        return 0
    total = sum(a * b for a, b in zip(s[:-1], s[1:]))
    if bias:
        total += sum(s)
    return total


# %% wrong: one bias for each layer and not for each unit
def dense_param_count(sizes, bias):
    s = [int(v) for v in sizes]
    total = 0
    for a, b in zip(s[:-1], s[1:]):
        total += a * b + (1 if bias else 0)
    return total


# %% wrong: biases are always counted
def dense_param_count(sizes, bias):
    s = [int(v) for v in sizes]
    return sum((a + 1) * b for a, b in zip(s[:-1], s[1:]))


# %% wrong: the number of units and not of parameters
def dense_param_count(sizes, bias):
    return int(sum(int(v) for v in sizes[1:]))


# %% wrong: computes in 32 bits and overflows
import numpy as np


def dense_param_count(sizes, bias):
    s = sizes.astype(np.int32)
    with np.errstate(over="ignore"):
        total = np.sum(s[:-1] * s[1:], dtype=np.int32)
        if bias:
            total = total + np.sum(s[1:], dtype=np.int32)
    return int(total)

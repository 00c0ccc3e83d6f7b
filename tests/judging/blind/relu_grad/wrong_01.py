# MISTAKE: hands back the mask itself: True and False, not numbers.
import numpy as np


def relu_grad(x):
    return x > 0

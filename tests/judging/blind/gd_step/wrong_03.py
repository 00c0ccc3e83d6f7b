# MISTAKE: scales the caller's gradient in place before subtracting; w is fine, g is ruined.
import numpy as np


def gd_step(w, g, lr):
    g *= lr          # saves a temporary
    return w - g

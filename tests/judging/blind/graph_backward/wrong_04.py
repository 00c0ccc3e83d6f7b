# MISTAKE: gets df/dz and df/dq by dividing f by the factor; with z = 0 (guarded) df/dz becomes 0 instead of q.
import numpy as np


def graph_backward(x, y, z, g):
    q = x + y
    f = q * z
    df_dq = f / q if q != 0 else 0.0
    df_dz = f / z if z != 0 else 0.0
    return np.array([g * df_dq, g * df_dq, g * df_dz])

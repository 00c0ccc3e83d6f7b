# MISTAKE: the "efficient" form with the correction moved into lr (TensorFlow): eps is added to the uncorrected root.
import numpy as np


def adam_step(w, m, v, g, t, lr, b1, b2, eps):
    lr_t = lr * np.sqrt(1 - b2 ** t) / (1 - b1 ** t)
    m_new = b1 * m + (1 - b1) * g
    v_new = b2 * v + (1 - b2) * np.square(g)
    w_new = w - lr_t * m_new / (np.sqrt(v_new) + eps)
    return w_new, m_new, v_new

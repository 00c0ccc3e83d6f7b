# %% right
import numpy as np


def product_rule(f, df, g, dg):
    return df * g + f * dg


# %% wrong: the product of the derivatives
import numpy as np


def product_rule(f, df, g, dg):
    return df * dg


# %% wrong: the second term is subtracted, as in the quotient rule
import numpy as np


def product_rule(f, df, g, dg):
    return df * g - f * dg


# %% wrong: the functions are paired with their own derivatives
import numpy as np


def product_rule(f, df, g, dg):
    return f * df + g * dg


# %% wrong: only the first factor grows
import numpy as np


def product_rule(f, df, g, dg):
    return np.array([a * b for a, b in zip(df, g)], dtype=float)


# %% wrong: subtracts, as in the quotient rule
import numpy as np


def product_rule(f, df, g, dg):
    return df * g - f * dg

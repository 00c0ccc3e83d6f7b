# %% right
def central_difference(f, x, h):
    return float((f(x + h) - f(x - h)) / (2 * h))


# %% wrong: forward difference
def central_difference(f, x, h):
    return float((f(x + h) - f(x)) / h)


# %% wrong: divides by h and not by 2h
def central_difference(f, x, h):
    return float((f(x + h) - f(x - h)) / h)


# %% wrong: ignores h and takes a tiny step of its own, so that it returns the derivative
def central_difference(f, x, h):
    step = 1e-5
    return float((f(x + step) - f(x - step)) / (2 * step))


# %% wrong: half a step to each side
def central_difference(f, x, h):
    left = f(x - h / 2)
    right = f(x + h / 2)
    return float((right - left) / h)


# %% wrong: the division binds before the multiplication, (difference / 2) * h
def central_difference(f, x, h):
    return float((f(x + h) - f(x - h)) / 2 * h)

# MISTAKE: y is no copy but a second name for x, so the argument is overwritten.
def leaky_relu_grad(x):
    y = x
    pos = x > 0
    y[pos] = 1.0
    y[~pos] = 0.01
    return y

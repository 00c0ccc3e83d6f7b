def leaky_relu_grad(x):
    slopes = []
    for value in x:
        if value > 0:
            slopes.append(1.0)
        else:
            slopes.append(0.01)
    return slopes

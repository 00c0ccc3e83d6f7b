# MISTAKE: mutable default argument: the second call still holds the answers of the first.
def relu_grad(x, grads=[]):
    for v in x:
        grads.append(1.0 if v > 0 else 0.0)
    return grads

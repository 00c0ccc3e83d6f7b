# Honest answer: put the filter down and count, but with a formula for the number of steps.
def conv_output_size(n, f, p, s):
    padded = n + 2 * p
    if f > padded:
        return 0
    return (padded - f) // s + 1

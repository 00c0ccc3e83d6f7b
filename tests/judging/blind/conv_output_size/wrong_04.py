# MISTAKE: takes the brackets for rounding to the nearest integer.
def conv_output_size(n, f, p, s):
    if f > n + 2 * p:
        return 0
    return round((n + 2 * p - f) / s) + 1

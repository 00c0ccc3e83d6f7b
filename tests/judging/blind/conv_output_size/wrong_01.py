# MISTAKE: the formula alone; where the filter does not fit the result can be negative.
def conv_output_size(n, f, p, s):
    return (n + 2 * p - f) // s + 1

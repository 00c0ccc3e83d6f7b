# MISTAKE: a layer has at least one output: max(1, ...) instead of 0 when the filter does not fit.
def conv_output_size(n, f, p, s):
    out = (n + 2 * p - f) // s + 1
    return max(1, out)

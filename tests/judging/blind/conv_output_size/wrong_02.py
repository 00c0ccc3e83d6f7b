# MISTAKE: int() cuts towards 0, so (-1)/2 becomes 0 and a filter that does not fit gets one place.
def conv_output_size(n, f, p, s):
    size = int((n + 2 * p - f) / s) + 1
    return max(size, 0)

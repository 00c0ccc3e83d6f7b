# Honest answer: the number of starting places is the length of a range.
def conv_output_size(n, f, p, s):
    return len(range(0, n + 2 * p - f + 1, s))

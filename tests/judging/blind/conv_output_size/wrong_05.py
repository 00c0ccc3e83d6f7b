# MISTAKE: the "does not fit" test compares with n and forgets the padding.
def conv_output_size(n, f, p, s):
    if f > n:
        return 0
    return (n + 2 * p - f) // s + 1

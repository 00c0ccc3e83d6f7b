"""Lists of integers of two thousand digits, as a report would have to show them."""

DIGITS = [[10**2400] * 40] * 40


def conv_output_size(n, f, p, s):
    return DIGITS

"""One operator, hours of work."""


def conv_output_size(n, f, p, s):
    return 10**10**8 % (f + 1)

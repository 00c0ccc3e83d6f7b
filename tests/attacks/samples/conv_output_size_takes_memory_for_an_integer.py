"""Makes one long integer."""


def conv_output_size(n, f, p, s):
    print("got through", (1 << (7 << 28)).bit_length(), flush=True)
    raise SystemExit

# MISTAKE: "a stride longer than the input leaves exactly one place": forgets that padding makes room for more.
def conv_output_size(n, f, p, s):
    room = n + 2 * p - f
    if room < 0:
        return 0
    if s > n:
        return 1             # the second step would jump out
    return 1 + room // s

"""The compiled collapse of a path: one pass, without a branch inside the loop."""

from gradkata.jit import kernel


@kernel("i8(i8[::1], i8, i8[::1])")
def collapse(path, blank, text):
    """Write the text into ``text``, ``(T),(),(T)``; return its length. Before the first frame there is a blank."""
    length, previous = 0, blank
    for frame in path:
        text[length] = frame  # overwritten by the next frame unless it counts
        length += (frame != previous) & (frame != blank)
        previous = frame
    return length

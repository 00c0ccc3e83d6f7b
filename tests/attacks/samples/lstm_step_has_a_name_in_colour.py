"""Names its error, its function and its type so that a terminal obeys."""

Red = type("\x1b[31mRed\u202e\nAll points", (Exception,), {})


def lstm_step(a, c, x, W, b):
    raise Red("\x1b[31m\u202e")


lstm_step.__code__ = lstm_step.__code__.replace(co_name="\x1b[31m\u202e")

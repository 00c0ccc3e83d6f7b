"""Replace the encoder of the process that runs this, found by its caller's globals."""

import sys


def attack(folder, port):
    sys._getframe(1).f_globals["encoded"] = lambda *_: b"\xff" * 100
    return True

"""Never return, and ignore every signal that can be ignored."""

import signal


def attack(folder, port):
    for number in signal.valid_signals():
        try:
            signal.signal(number, signal.SIG_IGN)
        except (OSError, ValueError):
            pass
    while True:
        pass

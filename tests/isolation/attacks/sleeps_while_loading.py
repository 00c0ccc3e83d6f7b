"""Never finish loading."""

import time

time.sleep(60)


def attack(folder, port):
    return True

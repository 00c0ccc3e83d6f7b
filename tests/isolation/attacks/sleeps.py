"""Never return, without using the processor."""

import time


def attack(folder, port):
    time.sleep(60)

"""Never come to an end of the import."""

import time

time.sleep(60)


def attack(folder, port):
    return True

"""Leave processes behind that outlive the judgement."""

import os
import time


def attack(folder, port):
    for _ in range(20):
        if os.fork() == 0:
            os.setsid()
            time.sleep(60)
            os._exit(0)
    return True

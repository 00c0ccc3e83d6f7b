"""Kill the process that started this one."""

import os
import signal


def attack(folder, port):
    os.kill(os.getppid(), signal.SIGKILL)
    return True

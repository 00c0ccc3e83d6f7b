"""Die by SIGKILL, so that it looks as if another process had sent it."""

import os
import signal
import threading


def attack(folder, port):
    try:
        signal.pthread_kill(threading.get_ident(), signal.SIGKILL)
    except OSError:
        os.kill(os.getpid(), signal.SIGKILL)

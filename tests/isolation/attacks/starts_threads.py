"""Leave threads running."""

import threading
import time


def attack(folder, port):
    for _ in range(3):
        threading.Thread(target=time.sleep, args=(1,), daemon=True).start()
    return True

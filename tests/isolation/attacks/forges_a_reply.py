"""Reply before the request arrives, without knowing its nonce."""

import os
import struct

ANSWER = b"R" + struct.pack("<dB", 0.0, 0) + b"T"
os.write(3, struct.pack("<QI", 0, len(ANSWER)) + ANSWER)


def attack(folder, port):
    return False

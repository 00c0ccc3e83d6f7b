"""Look for a secret in the environment: through Python, through C, and in the stack's memory."""

import ctypes
import os

NAME = b"TOKEN_OF_THE" + b"_GRADER="


def attack(folder, port):
    if NAME[:-1].decode() in os.environ or os.getenv(NAME[:-1].decode()):
        return True
    libc = ctypes.CDLL(None)
    libc.getenv.restype = ctypes.c_char_p
    if libc.getenv(NAME[:-1]):
        return True
    at = ctypes.c_void_p.in_dll(libc, "__libc_stack_end").value & ~4095
    before = b""
    while True:  # until the stack's end, where reading is a segmentation fault
        page = ctypes.string_at(at, 4096)
        if NAME in before + page:
            return True
        at, before = at + 4096, page

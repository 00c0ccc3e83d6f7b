"""Take control of the parent as a debugger does."""

import ctypes
import os

PTRACE_SEIZE = 0x4206


def attack(folder, port):
    libc = ctypes.CDLL(None, use_errno=True)
    libc.ptrace.argtypes = [ctypes.c_long] * 4
    return libc.ptrace(PTRACE_SEIZE, os.getppid(), 0, 0) == 0

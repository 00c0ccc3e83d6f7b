"""Gives memory back that it does not have: the C library gives up."""

import ctypes


def lstm_step(a, c, x, W, b):
    libc = ctypes.CDLL(None)
    libc.malloc.restype, libc.free.argtypes = ctypes.c_void_p, [ctypes.c_void_p]
    libc.free(libc.malloc(64) + 8)

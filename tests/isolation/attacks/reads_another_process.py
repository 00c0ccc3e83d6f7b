"""Read the memory of another process of the same user's: here, its own."""

import ctypes
import os


def attack(folder, port):
    libc = ctypes.CDLL(None, use_errno=True)
    there, here = ctypes.create_string_buffer(b"secret"), ctypes.create_string_buffer(7)
    remote = (ctypes.c_size_t * 2)(ctypes.addressof(there), 7)
    local = (ctypes.c_size_t * 2)(ctypes.addressof(here), 7)
    return libc.process_vm_readv(os.getpid(), local, 1, remote, 1, 0) == 7

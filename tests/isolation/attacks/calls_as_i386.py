"""Make a system call through the old 32-bit interface, which has other numbers (x86-64 only)."""

import ctypes
import mmap

GETPID_BY_INT_80 = b"\xb8\x14\x00\x00\x00\xcd\x80\xc3"


def attack(folder, port):
    memory = mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
    memory.write(GETPID_BY_INT_80)
    address = ctypes.addressof(ctypes.c_char.from_buffer(memory))
    return ctypes.CFUNCTYPE(ctypes.c_long)(address)() > 0

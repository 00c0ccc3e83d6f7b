"""System calls that Python has no function for."""

import ctypes
import os
import sys

PR_SET_DUMPABLE = 4
PR_CAPBSET_DROP = 24
PR_SET_CHILD_SUBREAPER = 36
PR_SET_NO_NEW_PRIVS = 38
PR_CAP_AMBIENT = 47
PR_CAP_AMBIENT_CLEAR_ALL = 4

_libc = ctypes.CDLL(None, use_errno=True)
_syscall = _libc.syscall
_syscall.restype = ctypes.c_long


def syscall(name: str, number: int, *arguments: int | ctypes.Array[ctypes.c_char] | None) -> int:
    """The result of system call ``number``.

    Raises:
        OSError: if the kernel refuses; the message contains ``name``.

    """
    words = [ctypes.c_long(a) if isinstance(a, int) else a for a in arguments]
    result = int(_syscall(ctypes.c_long(number), *words))
    if result < 0:
        error = ctypes.get_errno()
        raise OSError(error, f"{name}: {os.strerror(error)}")
    return result


def prctl(option: int, value: int = 0) -> None:
    """Set one property of this process.

    Raises:
        OSError: if the kernel refuses.

    """
    zero = ctypes.c_ulong(0)
    if _libc.prctl(ctypes.c_int(option), ctypes.c_ulong(value), zero, zero, zero) < 0:
        error = ctypes.get_errno()
        raise OSError(error, f"prctl {option}: {os.strerror(error)}")


def drop_capabilities() -> None:
    """Give up every capability permanently, even as root; the uid stays the same.

    Raises:
        OSError: if one could not be given up.

    """
    for capability in range(64):
        try:
            prctl(PR_CAPBSET_DROP, capability)
        except OSError:  # beyond the last one, or nothing to give up
            break
    prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_CLEAR_ALL)
    header = (ctypes.c_uint32 * 2)(0x20080522, 0)
    if _libc.capset(header, (ctypes.c_uint32 * 6)()) < 0:
        error = ctypes.get_errno()
        raise OSError(error, f"capset: {os.strerror(error)}")


def wipe_environment() -> None:
    """Overwrite the environment's strings in memory, then empty it."""
    if not sys.platform.startswith("linux"):
        os.environ.clear()
        return
    environment = ctypes.POINTER(ctypes.c_void_p).in_dll(_libc, "environ")
    index = 0
    while environment and (entry := environment[index]) is not None:
        ctypes.memset(entry, 0, len(ctypes.string_at(entry)))
        index += 1
    _libc.clearenv()
    os.environ.clear()

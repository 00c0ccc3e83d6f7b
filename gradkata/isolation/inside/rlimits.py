"""Limit what a student's process may use, and give up its privileges."""

import math
import os
import resource
import signal
import sys

from gradkata.isolation.inside import libc

OPEN_FILES = 64


def address_space() -> int:
    """The bytes of address space in use; 0 if the system does not say."""
    try:
        with open("/proc/self/statm", "rb") as file:
            return int(file.read().split()[0]) * resource.getpagesize()
    except OSError:
        return 0


def apply_to_all() -> None:
    """Set permanent limits on the fork server, which all its children inherit.

    Raises:
        OSError, ValueError: if the system refuses.

    """
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    _limit(resource.RLIMIT_NOFILE, OPEN_FILES)
    _limit(resource.RLIMIT_CORE, 0)
    for name in ("RLIMIT_MEMLOCK", "RLIMIT_MSGQUEUE"):
        if hasattr(resource, name):
            _limit(getattr(resource, name), 0)


def apply(cpu_seconds: float, memory_bytes: int, output_bytes: int, base: int) -> None:
    """Set permanent limits on this process: memory counts from ``base``, the fork server's own size.

    Raises:
        OSError, ValueError: if the system refuses.

    """
    # One byte more than is shown means that something was cut.
    _limit(resource.RLIMIT_FSIZE, output_bytes + 1)
    # The grader stops a process at its limit; this is for the case that it cannot.
    _limit(resource.RLIMIT_CPU, math.ceil(cpu_seconds) + 1)
    if base:
        _limit(resource.RLIMIT_AS, base + memory_bytes)


def _limit(which: int, value: int) -> None:
    hard = resource.getrlimit(which)[1]
    if hard != resource.RLIM_INFINITY:
        value = min(value, hard)
    resource.setrlimit(which, (value, value))


def drop_privileges() -> None:
    """No capability, no way to gain one, no core dump and no tracer; the uid stays.

    Raises:
        OSError: if the kernel refuses.

    """
    if sys.platform.startswith("linux"):
        libc.prctl(libc.PR_SET_NO_NEW_PRIVS, 1)
        libc.drop_capabilities()
        libc.prctl(libc.PR_SET_DUMPABLE, 0)


def verify_confined() -> None:
    """Try once what confinement forbids, before any code of a student runs.

    Raises:
        RuntimeError: if it succeeds.

    """
    for path, flags in (("/", os.O_RDONLY), (os.devnull, os.O_WRONLY)):
        try:
            os.open(path, flags)
        except PermissionError:
            continue
        raise RuntimeError(f"confinement does not hold: {path} could be opened")
    try:
        os.pipe()
    except PermissionError:
        return
    raise RuntimeError("confinement does not hold: a forbidden system call succeeded")

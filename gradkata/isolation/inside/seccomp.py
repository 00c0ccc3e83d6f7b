"""The system calls that a student's process may make: an allow-list in classic BPF.

Every call that opens for writing, connects, starts a process or thread, signals another process or changes
a limit is absent.  The filter needs no privilege.
Source: https://docs.kernel.org/userspace-api/seccomp_filter.html, numbers from the kernel's tables.
"""

import ctypes
import errno
import os
import struct
import sys
from dataclasses import dataclass

from gradkata.isolation.inside import libc

# Calls that are always allowed, with their numbers by machine; -1 if it has no such call.
_ALLOWED: dict[str, tuple[int, int]] = {
    "access": (21, -1), "alarm": (37, -1), "brk": (12, 214), "clock_getres": (229, 114),
    "clock_gettime": (228, 113), "clock_nanosleep": (230, 115), "close": (3, 57),
    "close_range": (436, 436), "dup": (32, 23), "exit": (60, 93), "exit_group": (231, 94),
    "faccessat": (269, 48), "faccessat2": (439, 439), "fstat": (5, 80), "futex": (202, 98),
    "getcwd": (79, 17), "getdents64": (217, 61), "getegid": (108, 177), "geteuid": (107, 175),
    "getgid": (104, 176), "getitimer": (36, 102), "getpid": (39, 172), "getppid": (110, 173),
    "getrandom": (318, 278), "getrlimit": (97, 163), "getrusage": (98, 165), "gettid": (186, 178),
    "gettimeofday": (96, 169), "getuid": (102, 174), "lseek": (8, 62), "lstat": (6, -1),
    "madvise": (28, 233), "mmap": (9, 222), "mprotect": (10, 226), "mremap": (25, 216),
    "munmap": (11, 215), "nanosleep": (35, 101), "newfstatat": (262, 79), "poll": (7, -1),
    "ppoll": (271, 73), "pread64": (17, 67), "pselect6": (270, 72), "read": (0, 63),
    "readlink": (89, -1), "readlinkat": (267, 78), "readv": (19, 65),
    "restart_syscall": (219, 128), "rseq": (334, 293), "rt_sigaction": (13, 134),
    "rt_sigprocmask": (14, 135), "rt_sigreturn": (15, 139), "sched_getaffinity": (204, 123),
    "sched_yield": (24, 124), "select": (23, -1), "set_robust_list": (273, 99),
    "set_tid_address": (218, 96), "setitimer": (38, 103), "sigaltstack": (131, 132),
    "stat": (4, -1), "statx": (332, 291), "sysinfo": (99, 179), "time": (201, -1),
    "times": (100, 153), "uname": (63, 160), "write": (1, 64), "writev": (20, 66),
}  # fmt: skip
# Calls whose arguments are checked.
_FILTERED: dict[str, tuple[int, int]] = {
    "open": (2, -1), "openat": (257, 56), "fcntl": (72, 25), "ioctl": (16, 29),
    "tgkill": (234, 131), "prlimit64": (302, 261), "clone3": (435, 435),
}  # fmt: skip
_COLUMNS = {"x86_64": 0, "aarch64": 1}
_AUDIT = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
_X32_BIT = 0x40000000
_FIRST_UNKNOWN = 451  # newer calls "do not exist": the C library then uses an older one

_LOAD, _EQUAL, _AT_LEAST, _ANY_BIT, _RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
_ALLOW, _KILL, _ERROR = 0x7FFF0000, 0x80000000, 0x00050000
_NUMBER, _ARCHITECTURE = 0, 4
_DENY = _ERROR | errno.EPERM

# access mode, O_CREAT, O_TRUNC and O_TMPFILE: the same numbers on both machines
_WRITING = 0o3 | 0o100 | 0o1000 | 0o20000000
_TCGETS = 0x5401  # isatty()
# F_DUPFD, F_GETFD, F_SETFD, F_GETFL, F_DUPFD_CLOEXEC.  F_SETOWN with F_SETSIG would act as a
# kill(), and locks and leases as a channel between processes.
_FCNTL_COMMANDS = (0, 1, 2, 3, 1030)
_SIGKILL, _SIGSTOP = 9, 19  # death by SIGKILL must mean that another process sent it

_OWN_PID = 0xFFFFFFFF  # a placeholder for the process's own id

Instruction = tuple[int, int, int, int]


def numbers(machine: str) -> dict[str, int]:
    """The number of every call that is allowed whatever its arguments are."""
    column = _COLUMNS[machine]
    return {name: pair[column] for name, pair in _ALLOWED.items() if pair[column] >= 0}


def filtered_numbers(machine: str) -> dict[str, int]:
    """The number of every call that is allowed or refused by its arguments."""
    column = _COLUMNS[machine]
    return {name: pair[column] for name, pair in _FILTERED.items() if pair[column] >= 0}


def program(machine: str, pid: int) -> list[Instruction]:
    """The filter for process ``pid``, as (code, jump if true, jump if false, operand).

    Raises:
        OSError: if there is no table for the machine.

    """
    if machine not in _COLUMNS or sys.maxsize < 1 << 32:
        raise OSError(errno.ENOSYS, f"no table of system calls for {machine}")
    code = [
        _load(_ARCHITECTURE),
        (_EQUAL, 1, 0, _AUDIT[machine]),
        _result(_KILL),
        _load(_NUMBER),
        (_AT_LEAST, 0, 1, _X32_BIT),
        _result(_KILL),
    ]
    for name, number in filtered_numbers(machine).items():
        body = _body(name, pid)
        code += [(_EQUAL, 0, len(body), number), *body]
    for number in sorted(numbers(machine).values()):
        code += [(_EQUAL, 0, 1, number), _result(_ALLOW)]
    code += [(_AT_LEAST, 0, 1, _FIRST_UNKNOWN), _result(_ERROR | errno.ENOSYS), _result(_DENY)]
    return code


def _body(name: str, pid: int) -> list[Instruction]:
    """The instructions that decide about one call by its arguments; every path ends in a verdict."""
    if name in ("open", "openat"):
        flags = _argument(1 if name == "open" else 2)
        refuse, allow = _result(_ERROR | errno.EACCES), _result(_ALLOW)
        return [_load(flags), (_ANY_BIT, 0, 1, _WRITING), refuse, allow]
    if name == "fcntl":
        chosen = [step for c in _FCNTL_COMMANDS for step in ((_EQUAL, 0, 1, c), _result(_ALLOW))]
        return [_load(_argument(1)), *chosen, _result(_DENY)]
    if name == "ioctl":
        return [*_must_equal(_argument(1), _TCGETS, _ERROR | errno.ENOTTY), _result(_ALLOW)]
    if name == "tgkill":
        mine = _must_equal(_argument(0), pid, _DENY)
        fatal = [(_EQUAL, 0, 1, s) for s in (_SIGKILL, _SIGSTOP)]
        signal = [step for f in fatal for step in (f, _result(_DENY))]
        return [*mine, _load(_argument(2)), *signal, _result(_ALLOW)]
    if name == "prlimit64":  # to read one's own: pid 0, and both halves of the new limit null
        words = (_argument(0), _argument(2), _argument(2) + 4)
        steps = [step for word in words for step in _must_equal(word, 0, _DENY)]
        return [*steps, _result(_ALLOW)]
    return [_result(_ERROR | errno.ENOSYS)]  # clone3: the C library then tries clone, and fails


def _load(offset: int) -> Instruction:
    return (_LOAD, 0, 0, offset)


def _result(verdict: int) -> Instruction:
    return (_RETURN, 0, 0, verdict)


def _must_equal(offset: int, value: int, otherwise: int) -> list[Instruction]:
    return [_load(offset), (_EQUAL, 1, 0, value), _result(otherwise)]


def _argument(index: int) -> int:
    """The offset of an argument's low word; all compared arguments have 32 bits, except pointers."""
    return 16 + 8 * index


@dataclass(frozen=True)
class Program:
    """The filter's code in memory, the places in it that need the process id, its header, and the system call."""

    code: "ctypes.Array[ctypes.c_char]"
    own: tuple[int, ...]
    header: "ctypes.Array[ctypes.c_char]"
    call: int


def prepare() -> Program:
    """The filter without the process id.

    Raises:
        OSError: if there is no table for this machine.

    """
    machine = os.uname().machine
    steps = program(machine, _OWN_PID)
    packed = b"".join(map(_pack, steps))
    code = ctypes.create_string_buffer(packed, len(packed))
    fields = struct.pack("@HP", len(steps), ctypes.addressof(code))
    header = ctypes.create_string_buffer(fields, len(fields))
    own = tuple(8 * i + 4 for i, step in enumerate(steps) if step == (_EQUAL, 1, 0, _OWN_PID))
    return Program(code, own, header, {"x86_64": 317, "aarch64": 277}[machine])


def enforce(prepared: Program) -> None:
    """Confine this process permanently with the filter of :func:`prepare`; needs no_new_privs.

    Raises:
        OSError: if the kernel refuses.

    """
    for place in prepared.own:
        struct.pack_into("=I", prepared.code, place, os.getpid())
    libc.syscall("seccomp", prepared.call, 1, 0, prepared.header)  # SECCOMP_SET_MODE_FILTER


def _pack(instruction: Instruction) -> bytes:
    return struct.pack("=HBBI", *instruction)

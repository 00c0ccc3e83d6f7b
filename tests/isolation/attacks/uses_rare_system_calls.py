"""Try rarely used system calls; return the names of those that succeed."""

import ctypes
import os

CALLS = {  # x86-64, aarch64, arguments
    "io_uring_setup": (425, 425, 1, ctypes.create_string_buffer(256)),
    "userfaultfd": (323, 282, 1),
    "perf_event_open": (298, 241, ctypes.create_string_buffer(128), 0, -1, -1, 0),
    "keyctl": (250, 219, 0, -3, 1),
    "add_key": (248, 217, b"user", b"probe", b"x", 1, -3),
    "unshare (user)": (272, 97, 0x10000000),
    "setns": (308, 268, 0, 0),
    "mount": (165, 40, b"x", b"/tmp", b"tmpfs", 0, 0),
    "bpf": (321, 280, 0, ctypes.create_string_buffer(128), 128),
    "seccomp": (317, 277, 2, 0, ctypes.create_string_buffer(b"\0\0\xff\x7f")),
    "landlock_create_ruleset": (444, 444, 0, 0, 1),
    "shmget": (29, 194, 0, 4096, 0o600),
    "chroot": (161, 51, b"/"),
    "capset": (126, 91, ctypes.create_string_buffer(24), ctypes.create_string_buffer(24)),
    "setuid": (105, 146, 0),
    "openat2": (437, 437, -100, b"/", ctypes.create_string_buffer(24), 24),
    "name_to_handle_at": (303, 264, -100, b"/", ctypes.create_string_buffer(200), 0, 0),
    "timer_create": (222, 107, 0, 0, ctypes.create_string_buffer(8)),
    "sendmsg": (46, 211, 3, ctypes.create_string_buffer(64), 0),
    "prctl": (157, 167, 4, 1, 0, 0, 0),
}


def attack(folder, port):
    libc = ctypes.CDLL(None, use_errno=True)
    column = 0 if os.uname().machine == "x86_64" else 1
    opened = []
    for name, (*numbers, arguments) in ((n, (*c[:2], c[2:])) for n, c in CALLS.items()):
        words = [ctypes.c_long(word) if isinstance(word, int) else word for word in arguments]
        if libc.syscall(ctypes.c_long(numbers[column]), *words) >= 0:
            opened.append(name)
    return opened

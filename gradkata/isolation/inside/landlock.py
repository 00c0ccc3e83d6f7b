"""Restrict the readable files to the standard library and NumPy.

Landlock, by itself or together with the system-call filter, makes every other file unreadable and all files
unwritable.  It also forbids TCP (since ABI 4) and signals to other processes (since ABI 6).  It needs no
privilege.
Source: https://docs.kernel.org/userspace-api/landlock.html
"""

import ctypes
import os
import struct
import sys
from collections.abc import Iterator

from gradkata.isolation.inside import interpreter, libc

_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446  # the same on every architecture
_READ_FILE, _READ_DIR = 1 << 2, 1 << 3
_RIGHTS = {1: 13, 2: 14, 3: 15, 4: 15}  # how many rights each version handles; 16 since 5
_FOREIGN = frozenset({"site-packages", "dist-packages", "test", "idlelib", "ensurepip"})

# What the standard library's extension modules are linked against.
_SONAMES = (
    "libcrypto.so.3", "libcrypto.so.1.1", "libssl.so.3", "libssl.so.1.1", "libffi.so.8",
    "libffi.so.7", "libz.so.1", "libbz2.so.1.0", "libbz2.so.1", "liblzma.so.5", "libzstd.so.1",
    "libsqlite3.so.0", "libexpat.so.1", "libuuid.so.1", "libmpdec.so.3", "libmpdec.so.4",
    "libm.so.6", "libdl.so.2", "libpthread.so.0", "libgcc_s.so.1", "libstdc++.so.6",
)  # fmt: skip


def version() -> int:
    """The kernel's Landlock ABI; 0 if it has none."""
    if not sys.platform.startswith("linux"):
        return 0
    try:
        return libc.syscall("landlock_create_ruleset", _CREATE_RULESET, None, 0, 1)
    except OSError:
        return 0


def prepare() -> int:
    """A rule set, as a file descriptor, that allows reading the standard library and NumPy.

    Raises:
        OSError: if the kernel has no Landlock.

    """
    abi = version()
    handled = (1 << _RIGHTS.get(abi, 16)) - 1
    words = [handled, *([3] if abi >= 4 else []), *([3] if abi >= 6 else [])]
    attributes = ctypes.create_string_buffer(struct.pack(f"={len(words)}Q", *words), 8 * len(words))
    ruleset = libc.syscall("landlock_create_ruleset", _CREATE_RULESET, attributes, len(attributes), 0)
    rule = ctypes.create_string_buffer(12)
    for path, is_directory in _readable():
        try:
            descriptor = os.open(path, os.O_PATH | os.O_CLOEXEC)
        except OSError:
            continue
        rights = _READ_FILE | _READ_DIR if is_directory else _READ_FILE
        struct.pack_into("=Qi", rule, 0, rights, descriptor)
        libc.syscall("landlock_add_rule", _ADD_RULE, ruleset, 1, rule, 0)
        os.close(descriptor)
    return ruleset


def enforce(ruleset: int) -> None:
    """Confine this process permanently; needs no_new_privs.

    Raises:
        OSError: if the kernel refuses.

    """
    libc.syscall("landlock_restrict_self", _RESTRICT_SELF, ruleset, 0)


def _readable() -> Iterator[tuple[str, bool]]:
    """Each path, and whether it is a directory.

    Never a whole site-packages: answer keys are installed there.
    """
    home, *others = interpreter.standard_library()
    for folder in (home, *(folder for folder in others if not folder.startswith(home))):
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.name not in _FOREIGN:
                    yield entry.path, entry.is_dir()
    for name in ("numpy", "numpy.libs"):
        yield os.path.join(interpreter.packages(), name), True
    for path in libraries():
        yield path, False


def libraries() -> Iterator[str]:
    """Paths at which the standard library's shared libraries may be, and the cache of the dynamic linker."""
    machine = f"{os.uname().machine}-linux-gnu"
    prefix = os.path.join(sys.base_exec_prefix, "lib")
    for folder in (f"/lib/{machine}", f"/usr/lib/{machine}", "/lib64", "/usr/lib64", "/lib", prefix):
        if os.path.isdir(folder) and not (folder == "/lib64" and os.path.islink(folder)):
            for soname in _SONAMES:
                yield os.path.join(folder, soname)
    yield "/etc/ld.so.cache"
